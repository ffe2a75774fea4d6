using System.Collections.Concurrent;

namespace Alchemy.Internals;

/// <summary>Which columns of new rows the program gives and which the database makes, with the statements for it. Shared by every row for which the same holds.</summary>
internal sealed class InsertShape
{
    private readonly ConcurrentDictionary<int, RowStatement> _values = new();
    private readonly Lazy<ColumnArray[]> _columns;
    private readonly Mapper _mapper;

    public InsertShape(Mapper mapper, IReadOnlyList<ScalarAttribute> made, GeneratedKey generatedKey, BatchInsert batch, bool returnsMany)
    {
        (_mapper, Made) = (mapper, made);
        Given = [.. mapper.Scalars.Except(made)];
        if (made is [{ Column.IsPrimaryKey: true } key] && generatedKey is GeneratedKey.LastInsertedId)
        {
            (InsertedKey, Returned) = (key, []);
        }
        else
        {
            Returned = made;
        }

        _columns = new(() => [.. Given.Select(ColumnArray.Of)]);
        One = new(() => RowStatement.Insert(mapper, Given, Returned));
        Arrays = new(() => RowStatement.InsertMany(mapper, Given, Made, BatchInsert.Arrays));
        Batch = !CanBatch(returnsMany) ? BatchInsert.OneByOne
            : batch is BatchInsert.Arrays && !Given.All(g => ArrayType.CanHold(g.Column.Type)) ? BatchInsert.Values
            : batch;
    }

    public IReadOnlyList<ScalarAttribute> Given { get; }

    /// <summary>What the database makes.</summary>
    public IReadOnlyList<ScalarAttribute> Made { get; }

    /// <summary>What of it the statement of one row returns.</summary>
    public IReadOnlyList<ScalarAttribute> Returned { get; }

    /// <summary>The key that the driver tells after a statement without RETURNING; null when there is none.</summary>
    public ScalarAttribute? InsertedKey { get; }

    /// <summary>How rows of this shape are written together.</summary>
    public BatchInsert Batch { get; }

    /// <summary>The statement of one row.</summary>
    public Lazy<RowStatement> One { get; }

    /// <summary>The statement of any number of rows, given as <see cref="Columns"/>.</summary>
    public Lazy<RowStatement> Arrays { get; }

    // Rows can be told by the keys that the database makes, or need not be told.
    private bool CanBatch(bool returnsMany) => Given.Count > 0 && (Made.Count == 0 || returnsMany && Made.Any(r => r.Column == r.Column.Table.AutoIncrementColumn && RowOrder.Rises(r.Column) is not null));

    /// <summary>The statement of so many rows, each with parameters of its own.</summary>
    public RowStatement Values(int rows) => _values.GetOrAdd(rows, n => RowStatement.InsertMany(_mapper, Given, Made, Batch, n));

    /// <summary>An array of values per given column.</summary>
    public object?[] Columns(ReadOnlySpan<StateEntry> rows)
    {
        var columns = new object?[_columns.Value.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = _columns.Value[i].Take(rows);
        }

        return columns;
    }
}
