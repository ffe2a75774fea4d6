namespace Alchemy;

/// <summary>A key of GROUP BY in a subquery of HAVING becomes <c>min(key)</c>, which is the same value.</summary>
/// <remarks>MariaDB (10.11, with derived_merge) gives wrong rows otherwise: where the key is computed in a subquery of FROM, <c>HAVING EXISTS (… = o.key)</c> reads it of another row.</remarks>
internal sealed class HavingKeys : SqlRewriter
{
    // Those that were made here come by once more, for what is inside of them.
    private readonly HashSet<ClauseElement> _made = new(ReferenceEqualityComparer.Instance);

    /// <inheritdoc/>
    protected override ClauseElement? Replace(ClauseElement node)
    {
        if (node is not Select { HavingClauses.Count: > 0, GroupByClauses.Count: > 0 } select || _made.Contains(select))
        {
            return null;
        }

        var having = new InSubqueries(select.GroupByClauses).Rewrite(select.HavingClauses);
        if (ReferenceEquals(having, select.HavingClauses))
        {
            return null;
        }

        var made = select.WithHaving(having);
        _made.Add(made);
        return Rewrite(made);
    }

    private sealed class InSubqueries(IReadOnlyList<ColumnElement> keys) : SqlRewriter
    {
        private readonly OfKeys _ofKeys = new(keys);

        protected override ClauseElement? Replace(ClauseElement node) => node is SelectBase subquery ? _ofKeys.Rewrite(subquery) : null;
    }

    private sealed class OfKeys(IReadOnlyList<ColumnElement> keys) : SqlRewriter
    {
        protected override ClauseElement? Replace(ClauseElement node)
            => node is ProxyColumn key && keys.Contains(key, ReferenceEqualityComparer.Instance) ? new FunctionCall("min", [key], key.Type, key.IsNullable) : null;
    }
}
