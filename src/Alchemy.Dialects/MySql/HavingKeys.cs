using System.Collections.Frozen;

namespace Alchemy;

/// <summary>A key of GROUP BY in HAVING becomes <c>min(key)</c>, which is the same value, if it is not selected or stands in a subquery.</summary>
/// <remarks>MariaDB (10.11) does not find a key in HAVING that is not selected. With derived_merge it gives wrong rows where the key is computed in a subquery of FROM: <c>HAVING EXISTS (… = o.key)</c> reads it of another row.</remarks>
internal sealed class HavingKeys : SqlRewriter
{
    private static readonly FrozenSet<string> Aggregates = new[]
    {
        "aggregate_strings", "avg", "bit_and", "bit_or", "bit_xor", "count", "group_concat", "json_arrayagg", "json_objectagg", "max", "min",
        "std", "stddev", "stddev_pop", "stddev_samp", "sum", "var_pop", "var_samp", "variance",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Those that were made here come by once more, for what is inside of them.
    private readonly HashSet<ClauseElement> _made = new(ReferenceEqualityComparer.Instance);

    /// <inheritdoc/>
    protected override ClauseElement? Replace(ClauseElement node)
    {
        if (node is not Select { HavingClauses.Count: > 0, GroupByClauses.Count: > 0 } select || _made.Contains(select))
        {
            return null;
        }

        ColumnElement[] unselected = [.. select.GroupByClauses.Where(k => !select.Columns.Any(c => ReferenceEquals(c is Label label ? label.Element : c, k)))];
        var having = new Unselected(unselected).Rewrite(new InSubqueries(select.GroupByClauses).Rewrite(select.HavingClauses));
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

    // What an aggregate is taken of is a column of the rows. A subquery has been here before.
    private sealed class Unselected(IReadOnlyList<ColumnElement> keys) : SqlRewriter
    {
        protected override ClauseElement? Replace(ClauseElement node) => node switch
        {
            SelectBase or FunctionFilter or AggregateOrderBy or FunctionCall { IsDistinct: true } => node,
            FunctionCall call when Aggregates.Contains(call.FunctionName) => node,
            ColumnElement key when keys.Contains(key, ReferenceEqualityComparer.Instance) => new FunctionCall("min", [key], key.Type, key.IsNullable),
            _ => null,
        };
    }

    private sealed class OfKeys(IReadOnlyList<ColumnElement> keys) : SqlRewriter
    {
        protected override ClauseElement? Replace(ClauseElement node)
            => node is ProxyColumn key && keys.Contains(key, ReferenceEqualityComparer.Instance) ? new FunctionCall("min", [key], key.Type, key.IsNullable) : null;
    }
}
