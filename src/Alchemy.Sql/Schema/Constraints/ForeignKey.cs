namespace Alchemy;

/// <summary>A foreign key of one column, among the items of the column: <c>new Column("user_id", SqlTypes.Integer, new ForeignKey("users.id"))</c>.</summary>
/// <param name="column">The other column: <c>table.column</c>, or <c>schema.table.column</c>.</param>
public sealed class ForeignKey(string column) : IColumnItem
{
    /// <summary>Refers to a column of a table that is there.</summary>
    public ForeignKey(Column column)
        : this($"{column.Table.FullName}.{column.Key}") => Referred = column;

    /// <summary>The constraint's name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The ON DELETE action, or null.</summary>
    public string? OnDelete { get; init; }

    /// <summary>The ON UPDATE action, or null.</summary>
    public string? OnUpdate { get; init; }

    /// <summary><c>DEFERRABLE</c> when true, <c>NOT DEFERRABLE</c> when false; null says nothing.</summary>
    public bool? Deferrable { get; init; }

    /// <summary>The word after INITIALLY, or null.</summary>
    public string? Initially { get; init; }

    /// <summary>The word after MATCH, or null.</summary>
    public string? Match { get; init; }

    /// <summary>True to add the constraint by ALTER TABLE.</summary>
    public bool UseAlter { get; init; }

    /// <summary>What one database alone can say.</summary>
    public IReadOnlyList<DialectOptions> Options { get; init; } = [];

    private Column? Referred { get; }

    void IColumnItem.Attach(Column owner) => owner.Add(this);

    internal ForeignKeyConstraint For(string name)
    {
        var point = column.LastIndexOf('.');
        if (point <= 0 || point == column.Length - 1)
        {
            throw new InvalidStatementException($"A foreign key names a table and a column, as in 'users.id'; '{column}' does not.");
        }

        // Set in one place: the two constructors differ in how the other table is found only.
        var (deferrable, initially, match, alter, options) = (Deferrable, Initially, Match, UseAlter, Options);
        return Referred is { } referred
            ? new ForeignKeyConstraint([name], [referred], Name) { OnDelete = OnDelete, OnUpdate = OnUpdate, Deferrable = deferrable, Initially = initially, Match = match, UseAlter = alter, Options = options }
            : new ForeignKeyConstraint([name], column[..point], [column[(point + 1)..]], Name) { OnDelete = OnDelete, OnUpdate = OnUpdate, Deferrable = deferrable, Initially = initially, Match = match, UseAlter = alter, Options = options };
    }
}
