namespace Alchemy;

/// <summary><c>CASE WHEN … THEN … ELSE … END</c>, or <c>CASE value WHEN … THEN … END</c>.</summary>
public sealed class Case : ColumnElement
{
    /// <summary>Creates the expression.</summary>
    /// <param name="conditions">The conditions, at least one; with a <paramref name="value"/> the values that it is compared with.</param>
    /// <param name="results">One result per condition.</param>
    /// <param name="otherwise">The result when no condition is true; null for NULL.</param>
    /// <param name="value">The value that is compared, or null.</param>
    public Case(IReadOnlyList<ColumnElement> conditions, IReadOnlyList<ColumnElement> results, ColumnElement? otherwise, ColumnElement? value = null)
    {
        if (conditions.Count == 0 || conditions.Count != results.Count)
        {
            throw new InvalidStatementException($"CASE needs at least one WHEN and one THEN for each: it has {conditions.Count} and {results.Count}.");
        }

        Conditions = [.. conditions.Select(c => c.Node)];
        Results = [.. results.Select(r => r.Node)];
        (Otherwise, Value) = (otherwise?.Node, value?.Node);
    }

    /// <summary>The value that is compared with each WHEN; null when each WHEN is a condition.</summary>
    public ColumnElement? Value { get; }

    /// <summary>The conditions, or the values that <see cref="Value"/> is compared with, in order.</summary>
    public IReadOnlyList<ColumnElement> Conditions { get; }

    /// <summary>One result per condition.</summary>
    public IReadOnlyList<ColumnElement> Results { get; }

    /// <summary>The result when no condition is true, or null.</summary>
    public ColumnElement? Otherwise { get; }

    /// <inheritdoc/>
    public override SqlType Type => Results.Append(Otherwise).FirstOrDefault(r => r is not null and not Constant { Kind: ConstantKind.Null })?.Type ?? SqlTypes.Null;

    /// <inheritdoc/>
    public override bool IsNullable => Otherwise is null or { IsNullable: true } || Results.Any(r => r.IsNullable);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitCase(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Value).Nodes(Conditions).Nodes(Results).Node(Otherwise);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var value = Value is null ? null : rewriter.Rewrite(Value);
        var (conditions, results) = (rewriter.Rewrite(Conditions), rewriter.Rewrite(Results));
        var otherwise = Otherwise is null ? null : rewriter.Rewrite(Otherwise);
        return ReferenceEquals(value, Value) && ReferenceEquals(conditions, Conditions) && ReferenceEquals(results, Results) && ReferenceEquals(otherwise, Otherwise)
            ? this
            : new Case(conditions, results, otherwise, value);
    }
}
