using System.Collections.Concurrent;
using Alchemy.Drivers;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>How the objects of one mapped type are created, read, compared and restored. Session, unit of work and loaders see nothing else of a class.</summary>
public abstract class EntityBinding
{
    private readonly ConcurrentDictionary<Driver, RowMaterializer> _materializers = new();

    private protected EntityBinding(Mapper mapper) => Mapper = mapper;

    /// <summary>The mapping.</summary>
    public Mapper Mapper { get; }

    /// <summary>The type of the primary key's value: the member's own, or a tuple.</summary>
    public abstract Type KeyType { get; }

    /// <summary>An empty identity map for objects of this type.</summary>
    internal abstract IdentityMap NewMap();

    /// <summary>A copy of the object's values, for <see cref="IsChanged"/> and <see cref="Restore"/>.</summary>
    internal abstract object Copy(object entity);

    /// <summary>True when a column or reference of the object differs from its snapshot.</summary>
    internal abstract bool IsChanged(StateEntry state);

    /// <summary>Writes a copy's values back to the object.</summary>
    internal abstract void Restore(object entity, object copy);

    /// <summary>True when the key's members have values that are not the defaults of their types.</summary>
    internal abstract bool HasKey(object entity);

    private protected abstract RowMaterializer NewMaterializer(Driver driver);

    internal RowMaterializer Materializer(Driver driver) => _materializers.GetOrAdd(driver, static (d, self) => self.NewMaterializer(d), this);

    /// <summary>Key values in the types of the key's members.</summary>
    /// <exception cref="SessionStateException">There are more or fewer, or one cannot be converted.</exception>
    internal object?[] KeyValues(object?[] values)
    {
        var types = Mapper.Key.Select(k => KeyShape.NotNull(k.Type)).ToArray();
        return values.Length == types.Length
            ? [.. values.Select((v, i) => KeyShape.Convert(v, types[i], Mapper))]
            : throw new SessionStateException($"The key of {Mapper.ClrType.Name} has {types.Length} members ({string.Join(", ", Mapper.Key.Select(k => k.Name))}); {values.Length} values were given.");
    }

    /// <summary>The attributes whose columns' values differ from the snapshot.</summary>
    internal IEnumerable<ScalarAttribute> ChangedScalars(StateEntry state)
        => Mapper.Scalars.Where(s => !s.Comparison.AreEqual(s.GetValue(state), Original(state, s)));

    /// <summary>The value that the snapshot has.</summary>
    internal static object? Original(StateEntry state, EntityAttribute attribute) => attribute.Storage switch
    {
        ShadowStorage shadow => shadow.In(state.ShadowSnapshot),
        MemberStorage member => member.GetFrom(state.Snapshot!),
        _ => throw new InvalidOperationException($"Attribute '{attribute}' has a storage of an unknown kind."),
    };

    /// <summary>Takes the object's present values as those of the database.</summary>
    internal void Accept(StateEntry state)
    {
        state.Snapshot = Copy(state.Entity);
        state.ShadowSnapshot = (object?[]?)state.Shadow?.Clone();
    }

    /// <summary>Sets a value that comes from the database: object and snapshot alike.</summary>
    internal static void SetLoaded(StateEntry state, NavigationAttribute attribute, object? value)
    {
        var storage = (MemberStorage)attribute.Storage;
        storage.SetOn(state.Entity, value);
        if (state.Snapshot is { } snapshot)
        {
            storage.SetOn(snapshot, value);
        }

        state.MarkLoaded(attribute.Index);
    }
}
