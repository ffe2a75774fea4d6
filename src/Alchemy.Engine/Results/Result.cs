using Alchemy.Internals;

namespace Alchemy;

/// <summary>What a statement gave: its rows, read one after the other, or the number of rows it changed. Dispose it to free the connection before the last row.</summary>
public sealed class Result : IDisposable
{
    private readonly CompiledSql _compiled;
    private ReadingCursor? _cursor;

    internal Result(CompiledSql compiled, ReadingCursor? cursor, int affected, long? insertedKey)
        => (_compiled, _cursor, RowsAffected, InsertedKey) = (compiled, cursor, affected, insertedKey);

    /// <summary>The columns; empty for a statement that returns no rows.</summary>
    public IReadOnlyList<ResultColumn> Columns => _compiled.Columns;

    /// <summary>Rows changed, or -1 for a statement that returns rows.</summary>
    public int RowsAffected { get; }

    /// <summary>The key that the database gave to the row just inserted, where the driver can tell without RETURNING; otherwise null.</summary>
    public long? InsertedKey { get; }

    /// <summary>The next row, or null after the last.</summary>
    public Row? Read() => ReadCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <summary>The next row, or null after the last.</summary>
    public Task<Row?> ReadAsync(CancellationToken cancellationToken = default) => ReadCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>All remaining rows.</summary>
    public IReadOnlyList<Row> ToList()
    {
        var rows = new List<Row>();
        while (Read() is { } row)
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The only row.</summary>
    /// <exception cref="ResultShapeException">There is none, or more than one.</exception>
    public Row One()
    {
        var row = Read() ?? throw new ResultShapeException("One row was expected and there is none.");
        using (this)
        {
            return Read() is null ? row : throw new ResultShapeException("One row was expected and there are more: add a condition, or read them with ToList().");
        }
    }

    /// <summary>The first column of the first row; the default value when it is NULL.</summary>
    /// <exception cref="ResultShapeException">There is no row.</exception>
    public T? Scalar<T>()
    {
        using (this)
        {
            return (Read() ?? throw new ResultShapeException("A value was expected and there is no row.")).Get<T>(0);
        }
    }

    /// <summary>Ends reading.</summary>
    public void Dispose()
    {
        var cursor = _cursor;
        _cursor = null;
        cursor?.Dispose();
    }

    private async ValueTask<Row?> ReadCore(IOBehavior io, CancellationToken cancellationToken)
    {
        if (_cursor is null)
        {
            return Columns.Count > 0 ? null : throw new ResultShapeException("The statement returns no rows: ask for RowsAffected, or add Returning(...).");
        }

        if (!await _cursor.ReadCore(io, cancellationToken).ConfigureAwait(false))
        {
            Dispose();
            return null;
        }

        var values = new object?[Columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _cursor.Row.Value(i, Columns[i].Type);
        }

        return new Row(_compiled, values);
    }
}
