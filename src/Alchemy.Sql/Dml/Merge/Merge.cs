namespace Alchemy;

/// <summary>A MERGE statement. Immutable: each method returns a changed copy.</summary>
/// <example><code>Sql.Merge(stock).Using(delivery, stock.Id == delivery.Id)
///     .WhenMatched(delivery.Gone).ThenDelete()
///     .WhenMatched().ThenUpdate((stock.Count, stock.Count + delivery.Count))
///     .WhenNotMatched().ThenInsert((stock.Id, delivery.Id), (stock.Count, delivery.Count))</code></example>
/// <remarks>PostgreSQL from 15, Oracle and SQL Server; refused by name elsewhere: there <see cref="Insert.OnConflict(ColumnElement[])"/> is what a MERGE is mostly for.</remarks>
public sealed class Merge : DmlStatement
{
    internal Merge(FromClause target)
        : base(target is Join ? throw new InvalidStatementException("A MERGE changes a table or an alias of one, not a join.") : target)
    {
    }

    private Merge(Merge other)
        : base(other)
        => (Source, On, Clauses) = (other.Source, other.On, other.Clauses);

    /// <summary>The rows that are compared with the table's; null before <see cref="Using(FromClause, ColumnElement)"/>.</summary>
    public FromClause? Source { get; private init; }

    /// <summary>The condition under which two rows match.</summary>
    public ColumnElement? On { get; private init; }

    /// <summary>What is done with a row; the first clause that fits counts.</summary>
    public IReadOnlyList<MergeClause> Clauses { get; private init; } = [];

    /// <summary>The rows that are compared with the table's, and when two match: <c>USING source ON condition</c></summary>
    public Merge Using(FromClause source, ColumnElement on) => new(this) { Source = source, On = on.Node };

    /// <summary>Rows of the source that match one of the table.</summary>
    /// <param name="condition">A further condition, or null.</param>
    public MergeMatched WhenMatched(ColumnElement? condition = null) => new(this, MergeMatch.Matched, condition?.Node);

    /// <summary>Rows of the source that match none of the table.</summary>
    /// <param name="condition">A further condition, over the source's columns only, or null.</param>
    public MergeNotMatched WhenNotMatched(ColumnElement? condition = null) => new(this, condition?.Node);

    /// <summary>Rows of the table that no row of the source matches: SQL Server, and PostgreSQL from 17.</summary>
    /// <param name="condition">A further condition, over the table's columns only, or null.</param>
    public MergeMatched WhenNotMatchedBySource(ColumnElement? condition = null) => new(this, MergeMatch.NotMatchedBySource, condition?.Node);

    internal Merge WithShared(DmlStatement other)
        => new(this) { ReturningColumns = other.ReturningColumns, Ctes = other.Ctes, Hints = [.. Hints, .. other.Hints] };

    internal Merge With(MergeClause clause) => new(this) { Clauses = [.. Clauses, clause] };

    internal override DmlStatement Copy() => new Merge(this);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitMerge(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Node(Target).Node(Source).Node(On).Number(Clauses.Count);
        foreach (var clause in Clauses)
        {
            clause.Describe(parts);
        }

        DescribeShared(parts);
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var source = Source is null ? null : rewriter.Rewrite(Source);
        var on = On is null ? null : rewriter.Rewrite(On);
        List<MergeClause> clauses = [.. Clauses.Select(c => c.Rewrite(rewriter))];
        if (ReferenceEquals(source, Source) && ReferenceEquals(on, On) && clauses.Zip(Clauses).All(c => ReferenceEquals(c.First, c.Second)) && !ChangesShared(rewriter))
        {
            return this;
        }

        var copy = new Merge(this) { Source = source, On = on, Clauses = clauses };
        copy.TakeShared(rewriter);
        return copy;
    }
}
