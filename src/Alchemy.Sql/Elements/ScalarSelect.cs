namespace Alchemy;

/// <summary>A SELECT of one column used as one value: <c>(SELECT …)</c>. NULL when it has no row.</summary>
public sealed class ScalarSelect : ColumnElement
{
    /// <summary>Creates the value.</summary>
    /// <exception cref="InvalidStatementException">The SELECT does not have exactly one column.</exception>
    public ScalarSelect(SelectBase select, bool? nullable = null)
    {
        if (select.Columns.Count != 1)
        {
            throw new InvalidStatementException($"A scalar subquery has one column; this SELECT has {select.Columns.Count}.");
        }

        (Select, IsNullable) = (select, nullable ?? true);
    }

    private ScalarSelect(SelectBase select) => (Select, IsNullable) = (select, true);

    /// <summary>The SELECT.</summary>
    public SelectBase Select { get; }

    /// <inheritdoc/>
    public override SqlType Type => Select.Columns[0].Type;

    /// <inheritdoc/>
    public override bool IsNullable { get; }

    /// <summary>A SELECT of several columns as a row of values, which only the SET of several columns takes.</summary>
    internal static ScalarSelect OfRow(SelectBase select) => new(select);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitScalarSelect(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Select).Number(IsNullable ? 1 : 0);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var select = rewriter.Rewrite(Select);
        return ReferenceEquals(select, Select) ? this : select.Columns.Count == 1 ? new ScalarSelect(select, IsNullable) : OfRow(select);
    }
}
