using System.Linq.Expressions;
using System.Reflection;

namespace Alchemy.Internals;

/// <summary>Where an attribute's value is kept: in a member of the object, or beside it.</summary>
internal abstract class AttributeStorage
{
    public abstract Type Type { get; }

    public abstract object? Get(StateEntry state);

    public abstract void Set(StateEntry state, object? value);

    /// <summary>The member over the typed entity.</summary>
    public abstract Expression Access(Expression entity);
}

/// <summary>A property or field of the object.</summary>
internal sealed class MemberStorage(MemberInfo member) : AttributeStorage
{
    private readonly Lazy<Func<object, object?>> _get = new(() => Getter(member));
    private readonly Lazy<Action<object, object?>> _set = new(() => Setter(member));

    public MemberInfo Member { get; } = member;

    public override Type Type => MemberType(Member);

    public bool IsWritable => Member is FieldInfo { IsInitOnly: false } or PropertyInfo { CanWrite: true };

    public static Type MemberType(MemberInfo member) => member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;

    public override object? Get(StateEntry state) => _get.Value(state.Entity);

    public override void Set(StateEntry state, object? value) => _set.Value(state.Entity, value);

    public object? GetFrom(object entity) => _get.Value(entity);

    public void SetOn(object entity, object? value) => _set.Value(entity, value);

    public override Expression Access(Expression entity) => Expression.MakeMemberAccess(entity, Member);

    private static Func<object, object?> Getter(MemberInfo member)
    {
        var entity = Expression.Parameter(typeof(object), "entity");
        var access = Expression.MakeMemberAccess(Expression.Convert(entity, member.DeclaringType!), member);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(access, typeof(object)), entity).Compile();
    }

    private static Action<object, object?> Setter(MemberInfo member)
    {
        var (entity, value) = (Expression.Parameter(typeof(object), "entity"), Expression.Parameter(typeof(object), "value"));
        var access = Expression.MakeMemberAccess(Expression.Convert(entity, member.DeclaringType!), member);
        return Expression.Lambda<Action<object, object?>>(Expression.Assign(access, Expression.Convert(value, MemberType(member))), entity, value).Compile();
    }
}

/// <summary>A value kept beside the object, such as a foreign key that the class has no member for.</summary>
internal sealed class ShadowStorage(int slot, Type type) : AttributeStorage
{
    public override Type Type { get; } = type;

    public override object? Get(StateEntry state) => state.Shadow?[slot];

    public override void Set(StateEntry state, object? value)
    {
        state.Shadow ??= new object?[state.Mapper.ShadowCount];
        state.Shadow[slot] = value;
    }

    /// <summary>The value among those kept beside an object.</summary>
    public object? In(object?[]? values) => values?[slot];

    public override Expression Access(Expression entity)
        => throw new InvalidOperationException("A shadow value has no member on the object.");
}
