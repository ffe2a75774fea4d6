using Alchemy.Internals;

namespace Alchemy;

/// <summary>Joins of a SELECT: <c>Sql.Select(users.Name).Join(orders)</c>.</summary>
public sealed partial class Select
{
    /// <summary>Joins a FROM to what the SELECT has, by the foreign key between them.</summary>
    /// <exception cref="InvalidStatementException">It is not clear what to join to, or by which foreign key.</exception>
    public Select Join(FromClause target) => SelectJoins.Join(this, null, target, null, JoinKind.Inner);

    /// <summary>Joins a FROM to what the SELECT has: <c>JOIN target ON condition</c></summary>
    /// <exception cref="InvalidStatementException">It is not clear what to join to.</exception>
    public Select Join(FromClause target, ColumnElement on) => SelectJoins.Join(this, null, target, on, JoinKind.Inner);

    /// <summary>Joins a FROM to another: <c>left JOIN target ON condition</c>; without a condition, by the foreign key between them.</summary>
    public Select JoinFrom(FromClause left, FromClause target, ColumnElement? on = null) => SelectJoins.Join(this, left, target, on, JoinKind.Inner);

    /// <summary><c>LEFT OUTER JOIN target</c>, by the foreign key between it and what the SELECT has.</summary>
    public Select OuterJoin(FromClause target) => SelectJoins.Join(this, null, target, null, JoinKind.LeftOuter);

    /// <summary><c>LEFT OUTER JOIN target ON condition</c></summary>
    public Select OuterJoin(FromClause target, ColumnElement on) => SelectJoins.Join(this, null, target, on, JoinKind.LeftOuter);

    /// <summary><c>left LEFT OUTER JOIN target ON condition</c>; without a condition, by the foreign key between them.</summary>
    public Select OuterJoinFrom(FromClause left, FromClause target, ColumnElement? on = null) => SelectJoins.Join(this, left, target, on, JoinKind.LeftOuter);

    /// <summary><c>FULL OUTER JOIN target ON condition</c>; without a condition, by the foreign key between it and what the SELECT has.</summary>
    public Select FullJoin(FromClause target, ColumnElement? on = null) => SelectJoins.Join(this, null, target, on, JoinKind.FullOuter);

    /// <summary>Adds a condition <c>column = value</c> for each name, which one of the SELECT's FROMs must have.</summary>
    /// <exception cref="UnknownColumnException">No FROM has a column of that name.</exception>
    /// <exception cref="InvalidStatementException">Several FROMs have one.</exception>
    public Select FilterBy(params (string Column, object? Value)[] values)
        => values.Aggregate(this, (select, value) => select.Where(SelectJoins.Column(select, value.Column).Condition(SqlOperator.Equal, value.Value)));
}

/// <summary>Finds what a SELECT joins to.</summary>
internal static class SelectJoins
{
    /// <summary>The FROMs of a SELECT, before those of an enclosing one are taken out.</summary>
    public static IReadOnlyList<FromClause> Froms(Select select) => FromList.Of(select, null, false, false);

    public static Select Join(Select select, FromClause? left, FromClause target, ColumnElement? on, JoinKind kind)
    {
        left ??= Left(select, target, on);
        var join = new Join(left, target, on ?? JoinCondition.Between(left, target), kind);
        var named = select.From.ToList();
        // A FROM inside of a join that stands there already: the join goes on.
        var place = named.FindIndex(f => ReferenceEquals(f, left) || f.Contained.Contains(left, ReferenceEqualityComparer.Instance));
        if (place < 0)
        {
            return select.WithFrom([.. named, join]);
        }

        named[place] = ReferenceEquals(named[place], left) ? join : new Join(named[place], target, join.On, kind);
        return select.WithFrom([.. named]);
    }

    public static NamedColumn Column(Select select, string name)
    {
        var found = Froms(select).Select(f => f.Columns.Find(name)).OfType<NamedColumn>().ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new UnknownColumnException(name, "the SELECT", Froms(select).SelectMany(f => f.Columns).Select(c => c.Name)),
            _ => throw new InvalidStatementException($"Several FROMs of the SELECT have a column '{name}': use Where(table.C(\"{name}\") == value)."),
        };
    }

    private static FromClause Left(Select select, FromClause target, ColumnElement? on)
    {
        IReadOnlyList<FromClause> candidates = select.From.Count > 0 ? select.From : [.. FromCollector.Collect(select.Columns)];
        candidates = candidates.Count > 1 ? [.. candidates.Where(c => !ReferenceEquals(c, target))] : candidates;
        if (candidates.Count > 1)
        {
            var used = on is null ? [] : FromCollector.Collect([on]);
            var meant = candidates.Where(c => on is null ? JoinCondition.Exists(c, target) : used.Any(u => ReferenceEquals(u, c) || c.Contained.Contains(u, ReferenceEqualityComparer.Instance))).ToList();
            candidates = meant.Count > 0 ? meant : candidates;
        }

        return candidates.Count switch
        {
            1 => candidates[0],
            0 => throw new InvalidStatementException("The SELECT has no FROM to join to: use JoinFrom(left, target)."),
            _ => throw new InvalidStatementException("The SELECT has several FROMs that could be joined: use JoinFrom(left, target, on)."),
        };
    }
}
