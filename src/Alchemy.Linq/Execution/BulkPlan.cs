namespace Alchemy.Internals;

/// <summary>A bulk UPDATE or DELETE lowered for one dialect.</summary>
internal sealed class BulkPlan(Guard[] guards, CompiledSql sql, Mapper mapper, IReadOnlyDictionary<BindParameter, SlotBind> slots) : PlanBase(guards)
{
    private readonly BindSources _sources = new(sql, slots);

    public CompiledSql Sql => sql;

    public Mapper Mapper => mapper;

    /// <summary>The values to bind.</summary>
    public object?[] Binds(ReadOnlySpan<object?> values) => _sources.Binds(values);
}
