namespace Alchemy.Internals;

/// <summary>Where each bind of a statement takes its value from: a slot of the query, or the statement itself.</summary>
internal sealed class BindSources(CompiledSql sql, IReadOnlyDictionary<BindParameter, SlotBind> slots)
{
    private readonly SlotBind?[] _sources = [.. sql.Binds.Select(slots.GetValueOrDefault)];
    private readonly object?[] _own = [.. sql.Binds.Select(b => b.HasValue ? b.Value : null)];

    /// <summary>The values to bind for those of an execution.</summary>
    public object?[] Binds(ReadOnlySpan<object?> values)
    {
        var binds = new object?[_sources.Length];
        for (var i = 0; i < binds.Length; i++)
        {
            binds[i] = _sources[i] is not { } source ? _own[i] : source.Convert is { } convert ? convert(values[source.Slot]) : values[source.Slot];
        }

        return binds;
    }
}
