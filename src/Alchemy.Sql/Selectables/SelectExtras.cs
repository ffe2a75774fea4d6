namespace Alchemy;

/// <summary>Text that one dialect, or all, write at a place of a statement.</summary>
/// <param name="Text">The text, written as it is.</param>
/// <param name="Dialect">The only dialect that writes it; null for all.</param>
public sealed record DialectText(string Text, string? Dialect);

/// <summary>A hint at a FROM, such as <c>WITH (NOLOCK)</c>.</summary>
/// <param name="From">The FROM.</param>
/// <param name="Text">The hint; <c>{name}</c> stands for the FROM's name.</param>
/// <param name="Dialect">The only dialect that writes it; null for all.</param>
public sealed record TableHint(FromClause From, string Text, string? Dialect);

/// <summary>A common table expression that stands in front of a statement though nothing in it names it.</summary>
/// <param name="Cte">The expression.</param>
/// <param name="IsNested">True to put it in front of this very statement, also when that is nested in another.</param>
public readonly record struct AddedCte(CommonTableExpression Cte, bool IsNested);

/// <summary>The clauses that few SELECTs have, together: most share the empty one.</summary>
internal sealed record SelectExtras
{
    public static SelectExtras Empty { get; } = new();

    public LabelStyle LabelStyle { get; init; }

    public IReadOnlyList<ColumnElement> DistinctOn { get; init; } = [];

    public IReadOnlyList<ColumnElement> Qualify { get; init; } = [];

    public IReadOnlyList<FromClause>? CorrelateExcept { get; init; }

    public ColumnElement? Fetch { get; init; }

    public bool IsPercent { get; init; }

    public bool WithTies { get; init; }

    public ForUpdate? ForUpdate { get; init; }

    public IReadOnlyList<TableHint> Hints { get; init; } = [];

    public IReadOnlyList<DialectText> StatementHints { get; init; } = [];

    public IReadOnlyList<DialectText> Prefixes { get; init; } = [];

    public IReadOnlyList<DialectText> Suffixes { get; init; } = [];

    public IReadOnlyList<AddedCte> Ctes { get; init; } = [];

    public IReadOnlyList<SyntaxExtension> Extensions { get; init; } = [];

    public void Describe(PartList parts)
    {
        if (ReferenceEquals(this, Empty))
        {
            parts.Number(-1);
            return;
        }

        parts.Number((int)LabelStyle + (IsPercent ? 16 : 0) + (WithTies ? 32 : 0)).Nodes(DistinctOn).Nodes(Qualify).Node(Fetch).Number(CorrelateExcept?.Count ?? -1);
        foreach (var from in CorrelateExcept ?? [])
        {
            parts.From(from);
        }

        ForUpdate.Describe(parts, ForUpdate);
        parts.Number(Hints.Count);
        foreach (var hint in Hints)
        {
            parts.From(hint.From).Text(hint.Text).Text(hint.Dialect);
        }

        Texts(parts, StatementHints);
        Texts(parts, Prefixes);
        Texts(parts, Suffixes);
        parts.Number(Ctes.Count);
        foreach (var added in Ctes)
        {
            parts.Node(added.Cte).Number(added.IsNested ? 1 : 0);
        }

        parts.Nodes(Extensions);
    }

    public SelectExtras Rewrite(SqlRewriter rewriter)
    {
        if (ReferenceEquals(this, Empty))
        {
            return this;
        }

        var (distinct, qualify) = (rewriter.Rewrite(DistinctOn), rewriter.Rewrite(Qualify));
        var except = CorrelateExcept is null ? null : rewriter.Rewrite(CorrelateExcept);
        var (fetch, lockOf) = (Fetch is null ? null : rewriter.Rewrite(Fetch), ForUpdate?.Rewrite(rewriter));
        List<TableHint> hints = [.. Hints.Select(h => h with { From = rewriter.Rewrite(h.From) })];
        List<AddedCte> ctes = [.. Ctes.Select(c => c with { Cte = rewriter.Rewrite(c.Cte) })];
        var extensions = rewriter.Rewrite(Extensions);
        var same = ReferenceEquals(extensions, Extensions) && ReferenceEquals(distinct, DistinctOn) && ReferenceEquals(qualify, Qualify) && ReferenceEquals(except, CorrelateExcept)
            && ReferenceEquals(fetch, Fetch) && ReferenceEquals(lockOf, ForUpdate) && hints.SequenceEqual(Hints) && ctes.SequenceEqual(Ctes);
        return same ? this : this with { DistinctOn = distinct, Qualify = qualify, CorrelateExcept = except, Fetch = fetch, ForUpdate = lockOf, Hints = hints, Ctes = ctes, Extensions = extensions };
    }

    private static void Texts(PartList parts, IReadOnlyList<DialectText> texts)
    {
        parts.Number(texts.Count);
        foreach (var text in texts)
        {
            parts.Text(text.Text).Text(text.Dialect);
        }
    }
}
