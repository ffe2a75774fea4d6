using System.Linq.Expressions;
using System.Reflection;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>The binding of plain classes: a shallow clone beside the object is the snapshot, compared by compiled code.</summary>
internal sealed class SnapshotBinding<T, TKey> : EntityBinding
    where T : class
    where TKey : notnull
{
    private static readonly Func<object, object> Clone =
        typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Func<object, object>>();

    private readonly Lazy<Func<T, T, bool>> _areEqual;
    private readonly Lazy<Action<T, T>> _copyTo;
    private readonly Lazy<Func<T, TKey>> _keyOf;
    private readonly MemberStorage[] _mutable;

    public SnapshotBinding(Mapper mapper)
        : base(mapper)
    {
        _areEqual = new(CompileEquality);
        _copyTo = new(CompileCopy);
        _keyOf = new(CompileKey);
        _mutable = [.. mapper.Scalars.Where(s => s.Comparison.IsMutable).Select(s => s.Storage).OfType<MemberStorage>()];
    }

    public override Type KeyType => typeof(TKey);

    public TKey KeyOf(object entity) => _keyOf.Value((T)entity);

    internal override IdentityMap NewMap() => new IdentityMap<TKey>(KeyOf);

    internal override object Copy(object entity)
    {
        var copy = Clone(entity);
        foreach (var member in _mutable)
        {
            member.SetOn(copy, ValueComparison.Bytes.Keep(member.GetFrom(copy)));
        }

        return copy;
    }

    internal override bool IsChanged(StateEntry state)
        => !_areEqual.Value((T)state.Entity, (T)state.Snapshot!)
            || state.Shadow is { } shadow && (state.ShadowSnapshot is null || !shadow.AsSpan().SequenceEqual(state.ShadowSnapshot))
            || CollectionsChanged(state);

    internal override void Restore(object entity, object copy)
    {
        _copyTo.Value((T)entity, (T)copy);
        foreach (var member in _mutable)
        {
            member.SetOn(entity, ValueComparison.Bytes.Keep(member.GetFrom(copy)));
        }
    }

    internal override bool HasKey(object entity)
        => Mapper.Key.All(k => ((MemberStorage)k.Storage).GetFrom(entity) is { } value && !(k.Type.IsValueType && value.Equals(Activator.CreateInstance(value.GetType()))));

    private protected override RowMaterializer NewMaterializer(Driver driver) => new RowMaterializer<T, TKey>(Mapper, driver);

    private bool CollectionsChanged(StateEntry state)
    {
        foreach (var collection in Mapper.Collections)
        {
            if (!collection.Adapter.HasItems(state, state.KnownItems(collection.Index)))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<EntityAttribute> Compared => Mapper.Attributes.Where(a => a is (ScalarAttribute or ReferenceAttribute) and { IsShadow: false });

    private Func<T, T, bool> CompileEquality()
    {
        var (left, right) = (Expression.Parameter(typeof(T), "entity"), Expression.Parameter(typeof(T), "snapshot"));
        var equal = Compared.Select(a => a is ScalarAttribute scalar
            ? scalar.Comparison.EqualExpression(a.Access(left), a.Access(right))
            : Expression.ReferenceEqual(a.Access(left), a.Access(right)));
        return Expression.Lambda<Func<T, T, bool>>(equal.Aggregate(Expression.AndAlso), left, right).Compile();
    }

    private Action<T, T> CompileCopy()
    {
        var (target, source) = (Expression.Parameter(typeof(T), "entity"), Expression.Parameter(typeof(T), "copy"));
        var assignments = Compared.Where(a => ((MemberStorage)a.Storage).IsWritable).Select(a => Expression.Assign(a.Access(target), a.Access(source)));
        return Expression.Lambda<Action<T, T>>(Expression.Block(typeof(void), assignments), target, source).Compile();
    }

    private Func<T, TKey> CompileKey()
    {
        var entity = Expression.Parameter(typeof(T), "entity");
        return Expression.Lambda<Func<T, TKey>>(KeyShape.Of<TKey>(Mapper, k => KeyShape.NotNull(k.Access(entity))), entity).Compile();
    }
}
