namespace Alchemy.Internals;

/// <summary>Which FROMs a SELECT lists: those named and those of its columns and conditions, less what joins contain and what it correlates to.</summary>
internal static class FromList
{
    public static IReadOnlyList<FromClause> Of(Select select, SelectScope? outer, bool inFrom, bool lateral)
    {
        var all = new List<FromClause>();
        var seen = new HashSet<FromClause>(ReferenceEqualityComparer.Instance);
        foreach (var from in select.From.Concat(FromCollector.Collect(select.Columns.Concat(select.WhereClauses))))
        {
            if (seen.Add(from) && !all.Exists(f => IsTwin(f, from)))
            {
                all.Add(from);
            }
        }

        var contained = new HashSet<FromClause>(all.SelectMany(f => f.Contained), ReferenceEqualityComparer.Instance);
        var shown = all.Where(f => !contained.Contains(f)).ToList();
        return outer is null ? shown : WithoutCorrelated(select, shown, outer, inFrom, lateral);
    }

    // Two common table expressions that are the same, made twice: the statement knows them by one name.
    private static bool IsTwin(FromClause known, FromClause from)
        => from is CommonTableExpression { Name: { } name } && known is CommonTableExpression { Name: { } other } && name == other && StructuralKey.AreSame(known, from);

    private static IReadOnlyList<FromClause> WithoutCorrelated(Select select, List<FromClause> shown, SelectScope outer, bool inFrom, bool lateral)
    {
        if (select.Correlated is { } named)
        {
            var except = select.Extras.CorrelateExcept;
            bool IsOutside(FromClause from) => outer.All.Contains(from) && (!inFrom || lateral || !outer.Immediate.Contains(from));
            bool IsMeant(FromClause from) => named.Contains(from, ReferenceEqualityComparer.Instance) || except is not null && !except.Contains(from, ReferenceEqualityComparer.Instance);
            return [.. shown.Where(f => !(IsOutside(f) && IsMeant(f)))];
        }

        // A SELECT of one FROM that is also outside stands for itself: there would be nothing left to select from.
        if (inFrom && !lateral || shown.Count <= 1)
        {
            return shown;
        }

        var rest = shown.Where(f => !outer.Immediate.Contains(f)).ToList();
        return rest.Count > 0 ? rest : throw new InvalidStatementException(
            "A nested SELECT would have no FROM left: every table in it belongs to the SELECT around it. Use an alias inside, or Correlate(...) to say which tables come from outside.");
    }
}
