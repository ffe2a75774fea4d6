using System.Collections.Concurrent;

namespace Alchemy.Internals;

/// <summary>Which columns of new rows the program gives and which the database makes, with the statements for it. Shared by every row for which the same holds.</summary>
internal sealed class InsertShape
{
    private readonly ConcurrentDictionary<int, RowStatement> _statements = new();
    private readonly Mapper _mapper;
    private readonly bool _together;

    public InsertShape(Mapper mapper, IReadOnlyList<ScalarAttribute> made, GeneratedKey generatedKey)
    {
        // Where a key is told after the statement, only one row can be told apart; SQLite moreover has no names for VALUES in FROM.
        (_mapper, _together) = (mapper, generatedKey is GeneratedKey.Returning);
        Given = [.. mapper.Scalars.Except(made)];
        if (made is [{ Column.IsPrimaryKey: true } key] && generatedKey is GeneratedKey.LastInsertedId)
        {
            (InsertedKey, Returned) = (key, []);
        }
        else
        {
            Returned = made;
        }
    }

    public IReadOnlyList<ScalarAttribute> Given { get; }

    public IReadOnlyList<ScalarAttribute> Returned { get; }

    /// <summary>The key that the driver tells after a statement without RETURNING; null when there is none.</summary>
    public ScalarAttribute? InsertedKey { get; }

    /// <summary>True when rows can be told by the keys that the database makes, or need not be told.</summary>
    public bool CanBatch => _together && Given.Count > 0 && (Returned.Count == 0 || Returned.Any(r => r.Column == r.Column.Table.AutoIncrementColumn));

    public RowStatement Statement(int rows) => _statements.GetOrAdd(rows, n => n == 1 ? RowStatement.Insert(_mapper, Given, Returned) : RowStatement.InsertMany(_mapper, Given, Returned, n));
}
