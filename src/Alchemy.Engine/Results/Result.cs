using Alchemy.Internals;

namespace Alchemy;

/// <summary>What a statement gave: its rows, read one after the other, or the number of rows it changed.</summary>
/// <example><code>
/// foreach (var (name, age) in connection.Execute(Sql.Select(users.Name, users.Age)).As&lt;(string, int)&gt;()) { … }
/// </code></example>
public sealed class Result : RowSource<Row>, IInspectable
{
    private readonly CompiledSql _compiled;
    private readonly Drivers.Driver _driver;
    private ReadingCursor? _cursor;
    private Row? _current;

    internal Result(CompiledSql compiled, Drivers.Driver driver, ReadingCursor? cursor, int affected, long? insertedKey)
        => (_compiled, _driver, _cursor, RowsAffected, InsertedKey) = (compiled, driver, cursor, affected, insertedKey);

    /// <summary>The columns; empty for a statement that returns no rows.</summary>
    public IReadOnlyList<ResultColumn> Columns => _compiled.Columns;

    /// <summary>Rows changed, or -1 for a statement that returns rows.</summary>
    public int RowsAffected { get; }

    /// <summary>The key that the database gave to the row just inserted, where the driver can tell without RETURNING; otherwise null.</summary>
    public long? InsertedKey { get; }

    /// <summary>The next row, or null after the last.</summary>
    public Row? Read() => NextOrNullCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <summary>The next row, or null after the last.</summary>
    public Task<Row?> ReadAsync(CancellationToken cancellationToken = default) => NextOrNullCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>The first column of the first row; the default value when it is NULL.</summary>
    /// <exception cref="ResultShapeException">There is no row, or its value is of another type.</exception>
    public T? Scalar<T>() => Scalars<T>().First();

    /// <summary>The first column of the first row; the default value when it is NULL.</summary>
    /// <exception cref="ResultShapeException">There is no row, or its value is of another type.</exception>
    public async Task<T?> ScalarAsync<T>(CancellationToken cancellationToken = default) => await Scalars<T>().FirstAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>The values of one column; the default value for NULL.</summary>
    /// <param name="index">The column, from 0.</param>
    /// <exception cref="ResultShapeException">The column's values are of another type.</exception>
    public RowSource<T?> Scalars<T>(int index = 0) => Read((compiled, driver) => RowReaders.OfColumn<T>(compiled, driver, index));

    /// <summary>The rows as values of a type: a single column as the value itself, a tuple by position, and any other class, record or struct by names.</summary>
    /// <remarks>A constructor's parameters, or the properties that can be set where there is a constructor without any, take the columns of their names;
    /// letters' case and underscores do not count. Every column must have its place. NULL for a value that cannot be null is an error.</remarks>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <exception cref="ResultShapeException">The columns do not fit the type; the message says which.</exception>
    public RowSource<T> As<T>() => Read(RowReaders.Of<T>);

    /// <summary>The rows as dictionaries from the columns' names to their values; null for NULL.</summary>
    public RowSource<IReadOnlyDictionary<string, object?>> Mappings() => Read<IReadOnlyDictionary<string, object?>>((compiled, _) => cursor => RowOf(cursor, compiled).ToDictionary());

    /// <summary>What it is; no row is read.</summary>
    Inspection IInspectable.Inspect() => Inspection.Of(
        "result", null, [("open", _cursor is not null), ("rows changed", RowsAffected < 0 ? null : RowsAffected), ("inserted key", InsertedKey), ("sql", _compiled.ToString())], StatementInspection.Columns(_compiled));

    private protected override Row Current => _current!;

    private protected override ValueTask DisposeCore(IOBehavior io)
    {
        var cursor = _cursor;
        _cursor = null;
        return cursor?.DisposeCore(io) ?? default;
    }

    private protected override async ValueTask<bool> ReadRowCore(IOBehavior io, CancellationToken cancellationToken)
    {
        ThrowIfRowless();
        if (_cursor is null)
        {
            return false;
        }

        if (!await _cursor.ReadCore(io, cancellationToken).ConfigureAwait(false))
        {
            await DisposeCore(io).ConfigureAwait(false);
            return false;
        }

        _current = RowOf(_cursor.Row, _compiled);
        return true;
    }

    private static Row RowOf(Drivers.Cursor cursor, CompiledSql compiled)
    {
        var values = new object?[compiled.Columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = cursor.Value(i, compiled.Columns[i].Type);
        }

        return new Row(compiled, values);
    }

    private async ValueTask<Row?> NextOrNullCore(IOBehavior io, CancellationToken cancellationToken)
        => await NextCore(io, cancellationToken).ConfigureAwait(false) ? Current : null;

    // Who reads the rows in another form reads them from here on.
    private RowSource<T> Read<T>(Func<CompiledSql, Drivers.Driver, Func<Drivers.Cursor, T>> reader)
    {
        ThrowIfRowless();
        try
        {
            var read = reader(_compiled, _driver);
            var cursor = _cursor;
            _cursor = null;
            return new TypedResult<T>(cursor, read);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private void ThrowIfRowless()
    {
        if (Columns.Count == 0)
        {
            throw new ResultShapeException("The statement returns no rows: ask for RowsAffected, or add Returning(...).");
        }
    }
}
