namespace Alchemy;

/// <summary>In the SET of an upsert: the column of the row that could not be inserted.</summary>
/// <remarks><c>excluded.name</c> in PostgreSQL and SQLite, <c>new.name</c> or <c>VALUES(name)</c> in MySQL, the source's column in a MERGE.</remarks>
public sealed class ExcludedColumn : ColumnElement
{
    internal ExcludedColumn(ColumnElement column) => Column = column.Node as Column
        ?? throw new InvalidStatementException($"Excluded(...) takes a column of the table, not a {column.Node.GetType().Name}.");

    /// <summary>The table's column.</summary>
    public Column Column { get; }

    /// <inheritdoc/>
    public override SqlType Type => Column.Type;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitExcludedColumn(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Identity(Column);
}
