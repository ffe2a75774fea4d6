using System.Linq.Expressions;
using Alchemy.Linq;

namespace Alchemy.Internals;

/// <summary>What the lowering of one query shares: the dialect, the values to look at through guards, the binds made of slots, and which sources may have no row.</summary>
internal sealed class LoweringContext(Model model, Dialect dialect, PlanRequest request, List<Guard>? guards = null)
{
    private readonly Dictionary<(int Slot, SqlType Type, string Form, bool Expanding), BindParameter> _binds = [];
    private readonly Dictionary<BindParameter, SlotBind> _slots = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BindParameter, SlotExpression> _asTheyAre = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<FromClause> _optional = new(ReferenceEqualityComparer.Instance);
    private readonly List<Guard> _guards = guards ?? [];

    public Model Model => model;

    public Dialect Dialect => dialect;

    public IReadOnlyDictionary<BindParameter, SlotBind> Slots => _slots;

    public Guard[] Guards => [.. _guards];

    /// <summary>A context for another statement of the same query: binds of its own, the guards in common.</summary>
    public LoweringContext Fork() => new(model, dialect, request, _guards);

    /// <summary>A bind whose value is that of a slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="type">The SQL type.</param>
    /// <param name="form">Names the conversion: the same slot in the same form is one parameter.</param>
    /// <param name="convert">Makes the value to bind of the slot's value; null to bind it as it is.</param>
    /// <param name="expanding">True for the list of an IN.</param>
    /// <param name="like">What the value meets: a literal is named after it.</param>
    public BindParameter Bind(SlotExpression slot, SqlType type, string form = "", Func<object?, object?>? convert = null, bool expanding = false, ColumnElement? like = null)
    {
        var isAsItIs = convert is null && !expanding;
        if (type is EnumType named && !expanding && convert is null)
        {
            (form, convert) = ("enum", value => value is null or Enum ? value : Enum.ToObject(named.Enum, value));
        }

        if (!_binds.TryGetValue((slot.Index, type, form, expanding), out var bind))
        {
            bind = new BindParameter(NameOf(slot) ?? (like as NamedColumn)?.Name ?? "param", type, hasValue: false, unique: true, expanding: expanding);
            _binds.Add((slot.Index, type, form, expanding), bind);
            _slots.Add(bind, new SlotBind(slot.Index, convert));
            if (isAsItIs)
            {
                _asTheyAre.Add(bind, slot);
            }
        }

        return bind;
    }

    /// <summary>True when the slot's value is null; the plan will hold only for values of which the same is true.</summary>
    public bool IsNull(SlotExpression slot)
    {
        if (slot.Type.IsValueType && Nullable.GetUnderlyingType(slot.Type) is null)
        {
            return false;
        }

        Guard(GuardKind.IsNull, slot);
        return request.Values[slot.Index] is null;
    }

    /// <summary>The slot's value, which the plan then holds for alone; null when the query has its share of such plans.</summary>
    public object? Known(SlotExpression slot)
    {
        return request.MaxVariants ? null : Fixed(slot);
    }

    /// <summary>The slot's value, which the plan then holds for alone, however many such plans there are: for a value of few that decides what the SQL is.</summary>
    public object? Fixed(SlotExpression slot)
    {
        Guard(GuardKind.Value, slot);
        return request.Values[slot.Index];
    }

    /// <summary>True when the slot's collection holds a null, under a guard.</summary>
    public bool HasNull(SlotExpression slot)
    {
        Guard(GuardKind.HasNull, slot);
        return _guards.Find(g => g.Kind is GuardKind.HasNull && g.Slot == slot.Index).Expected is true;
    }

    /// <summary>The sources of a FROM may have no row: their columns may be NULL.</summary>
    public void MarkOptional(FromClause from)
    {
        _optional.Add(from);
        if (from is Join join)
        {
            MarkOptional(join.Left);
            MarkOptional(join.Right);
        }
    }

    /// <summary>Whether a value may be NULL, sources without a row counted in.</summary>
    public bool IsNullable(ColumnElement element) => element.Node switch
    {
        ProxyColumn column => _optional.Contains(column.From) || IsNullable(column.Source),
        NamedColumn column => _optional.Contains(column.From) || column.IsNullable,
        Label label => IsNullable(label.Element),
        Grouping group => IsNullable(group.Element),
        Cast cast => IsNullable(cast.Operand),
        Extract extract => IsNullable(extract.Operand),
        UnaryExpression unary => IsNullable(unary.Operand),
        BinaryExpression { Operator: SqlOperator.Is or SqlOperator.IsNot or SqlOperator.IsDistinctFrom or SqlOperator.IsNotDistinctFrom } => false,
        BinaryExpression binary => IsNullable(binary.Left) || IsNullable(binary.Right),
        BooleanClauseList list => list.Clauses.Any(IsNullable),
        FunctionCall { FunctionName: "coalesce" } call => call.Arguments.All(IsNullable),
        FunctionCall { FunctionName: "count" } => false,
        FunctionCall call => call.IsNullable || call.Arguments.Any(IsNullable),
        InExpression list => IsNullable(list.Left),
        Case choice => choice.Otherwise is null || IsNullable(choice.Otherwise) || choice.Results.Any(IsNullable),
        // A plan is for a null or for a value: which of them is looked at under a guard.
        BindParameter bind => _asTheyAre.TryGetValue(bind, out var slot) && IsNull(slot),
        var other => other.IsNullable,
    };

    public LinqTranslationException Refuse(Expression node, string @operator, string hint)
        => new(LinqTranslationException.UnknownOperator, @operator, hint, LoweredText.Of(node, request.Slots));

    private void Guard(GuardKind kind, SlotExpression slot)
    {
        if (!_guards.Exists(g => g.Kind == kind && g.Slot == slot.Index))
        {
            _guards.Add(Internals.Guard.Observe(kind, slot.Index, request.Values[slot.Index]));
        }
    }

    // The last name of the captured term, as in order.CustomerId; a literal prints as its type and has none.
    private string? NameOf(SlotExpression slot)
    {
        var text = request.Slots.TextOf(slot.Index);
        var name = new string([.. text[(text.LastIndexOf('.') + 1)..].TakeWhile(char.IsAsciiLetterOrDigit)]);
        return name.Length > 0 && char.IsAsciiLetter(name[0]) && text != slot.Type.Name ? name : null;
    }
}

/// <summary>Where the value of a bind comes from.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Convert">Makes the value to bind; null for the slot's own.</param>
internal sealed record SlotBind(int Slot, Func<object?, object?>? Convert);
