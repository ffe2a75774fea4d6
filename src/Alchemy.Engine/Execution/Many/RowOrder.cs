namespace Alchemy.Internals;

/// <summary>How returned rows are told apart: by columns (the sentinel) whose values show which of the given rows a returned one is. In which order rows come back, no database promises.</summary>
/// <param name="Columns">The columns that must be returned.</param>
/// <param name="Given">The place of each in the given row; empty for a key that the database counts up.</param>
/// <param name="Falls">True when the counted key falls from row to row.</param>
internal sealed record RowOrder(IReadOnlyList<Column> Columns, IReadOnlyList<int> Given, bool Falls)
{
    /// <summary>The order of an INSERT's rows; null where nothing tells it.</summary>
    /// <param name="insert">The INSERT of one row.</param>
    /// <param name="given">Its parameters that have a value of their own in each row.</param>
    public static RowOrder? Of(Insert insert, IReadOnlyList<BindParameter> given)
    {
        // A row that is there already may be returned in the place of a new one, or none.
        if (insert.Conflicts.Count > 0)
        {
            return null;
        }

        var content = insert.Content;
        return Counted(insert.Table, content) ?? OfValues(insert.Table.PrimaryKey, content, given)
            ?? insert.Table.UniqueConstraints.Select(u => OfValues([.. u.ColumnNames.Select(insert.Table.Column)], content, given)).FirstOrDefault(o => o is not null)
            ?? (Sentinel(insert.Table) is { } sentinel ? OfValues([sentinel], content, given) : null);
    }

    /// <summary>The column that numbers rows for want of a key, or null.</summary>
    public static Column? Sentinel(Table table) => table.Columns.OfType<Column>().FirstOrDefault(c => c.IsInsertSentinel);

    /// <summary>The returned rows in the order of the given ones.</summary>
    /// <param name="returned">The rows, each with the sentinel's values behind <paramref name="width"/> others.</param>
    /// <param name="rows">The given rows.</param>
    /// <param name="width">How many values stand before the sentinel's.</param>
    /// <exception cref="InvalidStatementException">A row came back with other values than it was given, or not at all, as a trigger may do.</exception>
    public IEnumerable<object?[]> Sorted(List<object?[]> returned, IReadOnlyList<object?[]> rows, int width)
    {
        if (returned.Count != rows.Count)
        {
            throw new InvalidStatementException($"{rows.Count} rows were inserted, and {returned.Count} came back, so that nobody knows to which rows they belong: insert them one by one, or without RETURNING.");
        }

        if (Given.Count == 0)
        {
            var sorted = returned.OrderBy(r => Convert.ToDecimal(r[width], System.Globalization.CultureInfo.InvariantCulture));
            return Falls ? sorted.Reverse() : sorted;
        }

        var byKey = new Dictionary<RowIdentity, object?[]>(returned.Count);
        foreach (var row in returned)
        {
            if (!byKey.TryAdd(new RowIdentity([.. Columns.Select((c, i) => row[width + i])]), row))
            {
                throw Unlike();
            }
        }

        return rows.Select(row => byKey.Remove(new RowIdentity([.. Columns.Select((c, i) => Plain(row[Given[i]], c.Type))]), out var found) ? found : throw Unlike());
    }

    private InvalidStatementException Unlike() => new(
        $"Rows came back with other values of {string.Join(", ", Columns.Select(c => $"'{c.Name}'"))} than they were given, so that they cannot be put in order: insert them one by one, or read them with a SELECT.");

    /// <summary>Whether the values that the database counts for a key rise (true) or fall (false) from row to row; null when they begin anew somewhere.</summary>
    public static bool? Rises(Column key) => ((CountingOptions?)key.Sequence ?? key.Identity) switch
    {
        { Cycle: true } => null,
        { Increment: < 0 } => false,
        _ => true,
    };

    private static RowOrder? Counted(Table table, InsertContent content) => table.AutoIncrementColumn is { } key
        && (!content.Columns.Contains(key) || content.Rows[0][Place(content, key)] is NextValue next && ReferenceEquals(next.Sequence, key.Sequence))
        && Rises(key) is { } rises
        ? new RowOrder([key], [], !rises)
        : null;

    // Only of types whose values come back exactly as they were given.
    private static RowOrder? OfValues(IReadOnlyList<Column> key, InsertContent content, IReadOnlyList<BindParameter> given)
    {
        var places = key.Select(c => content.Columns.Contains(c) && content.Rows[0][Place(content, c)] is BindParameter bind && (!c.IsNullable || c.IsInsertSentinel) && IsExact(c.Type) ? IndexOf(given, bind) : -1).ToList();
        return places.Count > 0 && !places.Contains(-1) ? new RowOrder(key, places, false) : null;
    }

    private static int IndexOf(IReadOnlyList<BindParameter> given, BindParameter bind)
    {
        var i = 0;
        while (i < given.Count && !ReferenceEquals(given[i], bind))
        {
            i++;
        }

        return i < given.Count ? i : -1;
    }

    private static int Place(InsertContent content, Column column) => content.Columns.ToList().IndexOf(column);

    private static bool IsExact(SqlType type) => type is SmallIntegerType or IntegerType or BigIntegerType or GuidType or TextType or StringType;

    // A number of another size, or an enum, is bound as the column's.
    private static object? Plain(object? value, SqlType type) => value is null || value.GetType() == type.ClrType || value is not IConvertible
        ? value
        : Convert.ChangeType(value is Enum named && type.ClrType == typeof(string) ? named.ToString() : value, type.ClrType, System.Globalization.CultureInfo.InvariantCulture);

    private readonly struct RowIdentity(object?[] values) : IEquatable<RowIdentity>
    {
        private readonly object?[] _values = values;

        public bool Equals(RowIdentity other) => _values.AsSpan().SequenceEqual(other._values);

        public override bool Equals(object? obj) => obj is RowIdentity other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var value in _values)
            {
                hash.Add(value);
            }

            return hash.ToHashCode();
        }
    }
}
