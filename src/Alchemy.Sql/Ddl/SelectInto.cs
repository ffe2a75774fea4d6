namespace Alchemy;

/// <summary>SQL Server: <c>SELECT … INTO table FROM …</c>, which makes a table of the rows. It takes parameters, where <see cref="CreateTableAs"/> writes their values into the text.</summary>
/// <param name="select">What fills the table.</param>
/// <param name="table">The table that is made.</param>
public sealed class SelectInto(SelectBase select, Table table) : ClauseElement
{
    /// <summary>What fills the table.</summary>
    public SelectBase Select { get; } = select;

    /// <summary>The table that is made.</summary>
    public Table Table { get; } = table;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitSelectInto(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Select).Identity(Table);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var select = rewriter.Rewrite(Select);
        return ReferenceEquals(select, Select) ? this : new SelectInto(select, Table);
    }
}
