using System.Linq.Expressions;
using System.Reflection;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Compiled over one driver's cursor: reading a row neither reflects nor boxes.</summary>
internal sealed class RowMaterializer<T, TKey> : RowMaterializer
    where T : class
    where TKey : notnull
{
    private readonly Driver _driver;
    private readonly Lazy<Func<Cursor, int, TKey>> _key;
    private readonly Lazy<Func<Cursor, int, T>> _create;
    private readonly Lazy<Action<Cursor, int, T>> _fill;

    public RowMaterializer(Mapper mapper, Driver driver)
    {
        (Mapper, _driver) = (mapper, driver);
        KeyOffset = mapper.OrdinalOf(mapper.Key[0]);
        _key = new(() => Compile<Func<Cursor, int, TKey>>((cursor, ordinal) => KeyShape.Of<TKey>(Mapper, k => Read(cursor, ordinal, k, KeyShape.NotNull(k.Type), nullable: false))));
        _create = new(() => Compile<Func<Cursor, int, T>>(Creation));
        _fill = new(CompileFill);
        Shadow = mapper.ShadowCount == 0 ? null : Compile<Func<Cursor, int, object?[]>>(ShadowValues);
    }

    public Mapper Mapper { get; }

    /// <summary>The first key column's place among the entity's columns.</summary>
    public int KeyOffset { get; }

    public Func<Cursor, int, TKey> Key => _key.Value;

    public Func<Cursor, int, T> Create => _create.Value;

    /// <summary>Reads the values that are kept beside the object; null when there are none.</summary>
    public Func<Cursor, int, object?[]>? Shadow { get; }

    public override EntityReader NewReader(int ordinal, MaterializationTarget target) => new EntityReader<T, TKey>(this, ordinal, target);

    /// <summary>Takes the row's values for everything that the program has not changed.</summary>
    public void Refresh(StateEntry state, Cursor row, int ordinal)
    {
        var edits = Mapper.Binding.ChangedScalars(state).Select(s => (Attribute: s, Value: s.GetValue(state))).ToList();
        var references = Mapper.Attributes.OfType<ReferenceAttribute>()
            .Where(r => !ReferenceEquals(r.GetValue(state), EntityBinding.Original(state, r))).Select(r => (Attribute: r, Value: r.GetValue(state))).ToList();
        _fill.Value(row, ordinal, (T)state.Entity);
        state.Shadow = Shadow?.Invoke(row, ordinal);
        Staleness.ForgetMovedReferences(state);
        Mapper.Binding.Accept(state);
        foreach (var (attribute, value) in edits)
        {
            attribute.SetValue(state, value);
        }

        foreach (var (attribute, value) in references)
        {
            attribute.SetValue(state, value);
        }

        state.IsStale = false;
    }

    private static TDelegate Compile<TDelegate>(Func<Expression, Expression, Expression> body)
        where TDelegate : Delegate
    {
        var (cursor, ordinal) = (Expression.Parameter(typeof(Cursor), "row"), Expression.Parameter(typeof(int), "ordinal"));
        return Expression.Lambda<TDelegate>(body(cursor, ordinal), cursor, ordinal).Compile();
    }

    private Expression Read(Expression cursor, Expression ordinal, ScalarAttribute attribute, Type clr, bool? nullable = null)
        => _driver.Read(
            Expression.Convert(cursor, _driver.CursorType), Expression.Add(ordinal, Expression.Constant(Mapper.OrdinalOf(attribute))),
            attribute.Column.Type, clr, nullable ?? attribute.Column.IsNullable);

    private Expression Creation(Expression cursor, Expression ordinal)
    {
        var members = Mapper.Scalars.Where(s => !s.IsShadow).ToList();
        var (constructor, parameters) = ConstructorBinding.Find(Mapper, members);
        var created = Expression.New(constructor, parameters.Select((p, i) => Read(cursor, ordinal, p, constructor.GetParameters()[i].ParameterType)));
        var rest = members.Except(parameters).Select(s => Expression.Bind(((MemberStorage)s.Storage).Member, Read(cursor, ordinal, s, s.Type)));
        return Expression.MemberInit(created, rest);
    }

    private Action<Cursor, int, T> CompileFill()
    {
        var (cursor, ordinal, entity) = (Expression.Parameter(typeof(Cursor), "row"), Expression.Parameter(typeof(int), "ordinal"), Expression.Parameter(typeof(T), "entity"));
        var assignments = Mapper.Scalars.Where(s => s.Storage is MemberStorage { IsWritable: true }).Select(s => Expression.Assign(s.Access(entity), Read(cursor, ordinal, s, s.Type)));
        return Expression.Lambda<Action<Cursor, int, T>>(Expression.Block(typeof(void), assignments), cursor, ordinal, entity).Compile();
    }

    private Expression ShadowValues(Expression cursor, Expression ordinal)
        => Expression.NewArrayInit(typeof(object), Mapper.Scalars.Where(s => s.IsShadow).Select(s => Expression.Convert(Read(cursor, ordinal, s, s.Type), typeof(object))));
}
