using Alchemy.Internals;

namespace Alchemy;

/// <summary>Tells what a thing is, in the same words for all things. Nothing is asked of a database.</summary>
/// <example><code>Console.WriteLine(Inspect.Of(users));
/// Inspect.Of(users).ChildrenOf("column").Where(c => c["nullable"] is true)</code></example>
public static class Inspect
{
    /// <summary>What a thing is: an engine, connection or result; a table, column, key or index; a statement or any part of one; a compiled statement; an error of this library;
    /// a model, mapped type, relationship or tracked object of the ORM; and what implements <see cref="IInspectable"/>.</summary>
    /// <exception cref="NotInspectableException">Nothing is known of things of its type.</exception>
    public static Inspection Of(object subject) => subject switch
    {
        IInspectable own => own.Inspect(),
        TypedTable typed => SchemaInspection.Of(typed.Table),
        Table table => SchemaInspection.Of(table),
        Column column => SchemaInspection.Of(column),
        TableConstraint constraint => SchemaInspection.Of(constraint),
        TableIndex index => SchemaInspection.Of(index),
        MetaData metadata => Inspection.Of("metadata", null, [("schema", metadata.Schema)], metadata.Tables.Select(SchemaInspection.Of)),
        ColumnElement { Node: var node } handle when !ReferenceEquals(node, handle) => Of(node),
        ClauseElement element => StatementInspection.Of(element),
        CompiledSql compiled => StatementInspection.Of(compiled),
        AlchemyException error => ErrorInspection.Of(error),
        _ => throw new NotInspectableException(subject.GetType()),
    };
}
