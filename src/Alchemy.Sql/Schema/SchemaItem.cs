namespace Alchemy;

/// <summary>What a <see cref="Table"/> is made of: columns, constraints, indexes.</summary>
public interface ISchemaItem
{
    /// <summary>Called once, when the item becomes part of a table.</summary>
    void Attach(Table table);
}
