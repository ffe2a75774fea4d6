namespace Alchemy;

/// <summary>What INSERT, UPDATE, DELETE and MERGE share. Immutable: each method returns a changed copy.</summary>
public abstract class DmlStatement : ClauseElement
{
    private protected DmlStatement(FromClause target)
    {
        Target = target;
        Table = target switch
        {
            Table table => table,
            Alias { Inner: Table table } => table,
            Join join => FirstTable(join),
            _ => throw new InvalidStatementException($"A {GetType().Name} changes a table, an alias of one or (in MySQL) a join, not a {target.GetType().Name}."),
        };
    }

    private protected DmlStatement(DmlStatement other)
    {
        (Target, Table, ReturningColumns) = (other.Target, other.Table, other.ReturningColumns);
        (Ctes, Prefixes, Hints, Extensions) = (other.Ctes, other.Prefixes, other.Hints, other.Extensions);
    }

    /// <summary>What is changed: a table, an alias of it, or (UPDATE in MySQL) a join.</summary>
    public FromClause Target { get; private protected set; }

    /// <summary>The table that is changed; of a join, its first.</summary>
    public Table Table { get; }

    /// <summary>What is returned of the changed rows.</summary>
    public IReadOnlyList<ColumnElement> ReturningColumns { get; internal set; } = [];

    /// <summary>Common table expressions that stand in front though nothing in the statement names them.</summary>
    public IReadOnlyList<CommonTableExpression> Ctes { get; internal set; } = [];

    /// <summary>Words after the first word of the statement.</summary>
    public IReadOnlyList<DmlPrefix> Prefixes { get; internal set; } = [];

    /// <summary>Hints at tables.</summary>
    public IReadOnlyList<DmlHint> Hints { get; internal set; } = [];

    /// <summary>Clauses of the user's own.</summary>
    public IReadOnlyList<SyntaxExtension> Extensions { get; internal set; } = [];

    /// <summary><c>WITH name AS (INSERT … RETURNING …)</c>, to select from what the statement returns.</summary>
    /// <param name="name">The name; null to have the statement give one.</param>
    /// <param name="nesting">True to put it in front of the statement that uses it, also when that is nested in another.</param>
    public CommonTableExpression Cte(string? name = null, bool nesting = false) => new(this, name, nesting: nesting);

    internal abstract DmlStatement Copy();

    private protected void DescribeShared(PartList parts)
    {
        parts.Nodes(ReturningColumns).Nodes(Ctes).Nodes(Extensions).Number(Prefixes.Count).Number(Hints.Count);
        foreach (var prefix in Prefixes)
        {
            parts.Data(prefix);
        }

        foreach (var hint in Hints)
        {
            parts.From(hint.From).Text(hint.Text).Text(hint.Dialect);
        }
    }

    // A rewriter remembers what it has done: asking first and taking then gives the same nodes.
    private protected bool ChangesShared(SqlRewriter rewriter)
        => !ReferenceEquals(rewriter.Rewrite(Target), Target) || !ReferenceEquals(rewriter.Rewrite(ReturningColumns), ReturningColumns)
            || !ReferenceEquals(rewriter.Rewrite(Ctes), Ctes) || !ReferenceEquals(rewriter.Rewrite(Extensions), Extensions);

    private protected void TakeShared(SqlRewriter rewriter)
    {
        Target = rewriter.Rewrite(Target);
        ReturningColumns = rewriter.Rewrite(ReturningColumns);
        Ctes = rewriter.Rewrite(Ctes);
        Extensions = rewriter.Rewrite(Extensions);
        Hints = [.. Hints.Select(h => h with { From = rewriter.Rewrite(h.From) })];
    }

    private static Table FirstTable(Join join) => join.Left switch
    {
        Table table => table,
        Alias { Inner: Table table } => table,
        Join inner => FirstTable(inner),
        _ => throw new InvalidStatementException("The first FROM of an updated join is not a table."),
    };
}

/// <summary>Words after the first word of a statement, such as <c>OR REPLACE</c>.</summary>
/// <param name="Text">The words, written as they are.</param>
/// <param name="Dialect">The only dialect that writes them; null for all.</param>
public sealed record DmlPrefix(string Text, string? Dialect);

/// <summary>A hint at a table, such as <c>WITH (PAGLOCK)</c>.</summary>
/// <param name="From">The table.</param>
/// <param name="Text">The hint, written as it is.</param>
/// <param name="Dialect">The only dialect that writes it; null for all.</param>
public sealed record DmlHint(FromClause From, string Text, string? Dialect);
