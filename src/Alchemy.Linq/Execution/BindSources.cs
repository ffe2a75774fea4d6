namespace Alchemy.Internals;

/// <summary>Where each bind of a statement takes its value from: a slot of the query, or the statement itself.</summary>
internal sealed class BindSources(QueryPlan query, IReadOnlyDictionary<BindParameter, SlotBind> slots)
{
    private readonly SlotBind?[] _sources = [.. query.Sql.Binds.Select(slots.GetValueOrDefault)];

    /// <summary>The values to bind for those of an execution.</summary>
    public object?[] Binds(ReadOnlySpan<object?> values)
    {
        var binds = new object?[_sources.Length];
        for (var i = 0; i < binds.Length; i++)
        {
            binds[i] = _sources[i] is not { } source ? query.Defaults[i] : source.Convert is { } convert ? convert(values[source.Slot]) : values[source.Slot];
        }

        return binds;
    }
}
