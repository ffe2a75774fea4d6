using Alchemy.Internals;
using System.Linq.Expressions;

namespace Alchemy;

/// <summary>One mapped member of an entity: where its value is kept, how two values are compared, and its place in the entity's sets.</summary>
public abstract class EntityAttribute
{
    private readonly AttributeStorage _storage;

    private protected EntityAttribute(string name, int index, AttributeStorage storage) => (Name, Index, _storage) = (name, index, storage);

    /// <summary>The member's name.</summary>
    public string Name { get; }

    /// <summary>Its place in <see cref="Mapper.Attributes"/> and in every <see cref="AttributeSet"/> of the entity.</summary>
    public int Index { get; }

    /// <summary>The CLR type of its values, nullable where the member is.</summary>
    public Type Type => _storage.Type;

    /// <summary>Where its value is kept.</summary>
    internal AttributeStorage Storage => _storage;

    /// <summary>Whether a program can see the value on the object, as opposed to a value kept beside it.</summary>
    public bool IsShadow => _storage is ShadowStorage;

    /// <summary>The value, read past any change tracking.</summary>
    public object? GetValue(StateEntry state) => _storage.Get(state);

    /// <summary>Sets the value past any change tracking: for loaders and the unit of work.</summary>
    public void SetValue(StateEntry state, object? value) => _storage.Set(state, value);

    /// <summary>The value as an expression over the typed entity, for compiled accessors.</summary>
    internal Expression Access(Expression entity) => _storage.Access(entity);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
