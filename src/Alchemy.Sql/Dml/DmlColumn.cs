namespace Alchemy;

/// <summary>The value that an INSERT or UPDATE gives to another column of the same row.</summary>
public sealed class DmlColumn : ColumnElement
{
    internal DmlColumn(ColumnElement column) => Column = column.Node as Column
        ?? throw new InvalidStatementException($"FromDmlColumn(...) takes a column of the table, not a {column.Node.GetType().Name}.");

    /// <summary>The other column.</summary>
    public Column Column { get; }

    /// <inheritdoc/>
    public override SqlType Type => Column.Type;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitDmlColumn(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Identity(Column);
}
