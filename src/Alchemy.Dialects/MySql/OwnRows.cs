namespace Alchemy;

/// <summary>An UPDATE or DELETE whose condition looks into a list of rows of its own table: MySQL refuses that (error 1093), unless they stand in a table made before. DISTINCT keeps it from taking that table apart.</summary>
/// <remarks>Only a list that is complete by itself is such a table: one that depends on the rows outside is left to the server's error.</remarks>
internal sealed class OwnRows : SqlRewriter
{
    /// <inheritdoc/>
    protected override ClauseElement? Replace(ClauseElement node) => node switch
    {
        Delete { Target: Table target } => new Lists(target).Rewrite(node),
        Update { Target: Table target } => new Lists(target).Rewrite(node),
        _ => null,
    };

    private sealed class Lists(Table target) : SqlRewriter
    {
        protected override ClauseElement? Replace(ClauseElement node)
            => node is InExpression { Right: Select list } expression && Visitors.Iterate(list).ToList() is var parts && parts.Any(IsOwn) && IsComplete(parts)
                ? new InExpression(expression.Left, Made(list), expression.IsNegated) : null;

        private bool IsOwn(ClauseElement part) => part is Alias alias && ReferenceEquals(alias.Inner, target);

        // Every column is of a FROM that is named inside.
        private static bool IsComplete(IReadOnlyList<ClauseElement> parts)
        {
            var froms = parts.OfType<Select>().SelectMany(s => s.From).SelectMany(Visitors.Iterate).OfType<FromClause>().ToHashSet<FromClause>(ReferenceEqualityComparer.Instance);
            froms.ExceptWith(froms.OfType<Alias>().Select(a => a.Inner).ToList());
            return parts.Select(OwnerOf).All(owner => owner is null || froms.Contains(owner));
        }

        private static FromClause? OwnerOf(ClauseElement part) => part switch
        {
            Column column => column.Table,
            ProxyColumn column => column.From,
            _ => null,
        };

        private static Select Made(Select list)
        {
            var rows = (list is { OrderByClauses.Count: 0, LimitClause: null, OffsetClause: null, FetchClause: null } ? list.Distinct() : list).Subquery();
            return Sql.Select([.. rows.Columns]);
        }
    }
}
