namespace Alchemy.Internals;

/// <summary>A bulk UPDATE or DELETE, for one execution.</summary>
internal sealed class BulkPlan(Guard[] guards, ClauseElement statement, Mapper mapper, IReadOnlyDictionary<BindParameter, SlotBind> slots) : PlanBase(guards)
{
    public ClauseElement Statement => statement;

    public Mapper Mapper => mapper;

    public IReadOnlyDictionary<BindParameter, SlotBind> Slots => slots;
}
