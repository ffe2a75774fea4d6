namespace Alchemy;

/// <summary>A column of an alias, subquery or CTE; it stands for an element of what is inside.</summary>
public sealed class ProxyColumn : NamedColumn
{
    internal ProxyColumn(FromClause from, string name, ColumnElement source, int index)
    {
        (From, Name, Source, Index) = (from, name, source.Node, index);
        Key = Source is NamedColumn column && column.Name == name ? column.Key : name;
    }

    /// <inheritdoc/>
    public override FromClause From { get; }

    /// <summary>Its name; a statement may give an unnamed expression another.</summary>
    public override string Name { get; }

    /// <summary>The element it stands for: a column of the table behind an alias, an element of the subquery's SELECT list.</summary>
    public ColumnElement Source { get; }

    /// <summary>Its place among the columns of <see cref="From"/>, from 0.</summary>
    public int Index { get; }

    /// <inheritdoc/>
    public override SqlType Type => Source.Type;

    /// <inheritdoc/>
    public override bool IsNullable => Source.IsNullable;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitProxyColumn(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.From(From).Number(Index);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var from = rewriter.Rewrite(From);
        return ReferenceEquals(from, From) ? this : from.Columns[Index];
    }
}
