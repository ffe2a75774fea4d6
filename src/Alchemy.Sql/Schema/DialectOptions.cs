namespace Alchemy;

/// <summary>What one database alone can say about a table, column, index, constraint or sequence: <c>new MySqlTableOptions { ["engine"] = "InnoDB" }</c>. Every other dialect leaves it out.</summary>
/// <remarks>Among the items of a table it belongs to the table; elsewhere it stands in <c>Options</c>.</remarks>
public abstract class DialectOptions : ISchemaItem, IColumnItem
{
    /// <inheritdoc/>
    public void Attach(Table table) => table.Add(this);

    /// <summary>Nothing is to be done: a column keeps its items.</summary>
    public void Attach(Column column)
    {
    }
}

/// <summary>Finds options by their type.</summary>
public static class DialectOptionLists
{
    /// <summary>The options of type <typeparamref name="TOptions"/>, or null.</summary>
    public static TOptions? Of<TOptions>(this IReadOnlyList<DialectOptions> options) where TOptions : DialectOptions => options.OfType<TOptions>().LastOrDefault();
}
