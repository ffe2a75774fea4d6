namespace Alchemy.Internals;

/// <summary>A LINQ query lowered for one dialect: the ORM's plan, where each bind's value comes from, and how the rows end.</summary>
internal sealed class LinqPlan(Guard[] guards, QueryPlan query, IReadOnlyDictionary<BindParameter, SlotBind> slots, ResultEnd end, int ifEmpty, bool hasDefault) : PlanBase(guards)
{
    private readonly BindSources _sources = new(query.Sql, slots);

    public QueryPlan Query => query;

    public ResultEnd End => end;

    /// <summary>True when a result without rows has one item all the same.</summary>
    public bool HasItemIfEmpty => hasDefault;

    /// <summary>The slot of that item; negative for the default value.</summary>
    public int ItemIfEmpty => ifEmpty;

    /// <summary>True when the program's part of the query reads values of the execution.</summary>
    public bool NeedsValues { get; } = hasDefault || query.Query.Shape.Projector is not null || query.Nested.Count > 0 || query.Query.Loads.Any(IncludePaths.HasFilter);

    /// <summary>The values to bind.</summary>
    public object?[] Binds(ReadOnlySpan<object?> values) => _sources.Binds(values);
}

/// <summary>What is made of the rows.</summary>
internal enum ResultEnd
{
    /// <summary>All of them.</summary>
    Sequence,

    /// <summary>The first, which must be there.</summary>
    First,

    /// <summary>The first, or the default.</summary>
    FirstOrDefault,

    /// <summary>The only one.</summary>
    Single,

    /// <summary>The only one, or the default.</summary>
    SingleOrDefault,
}
