using System.Collections.Concurrent;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>Every mapped type. Immutable and shared by all sessions; each type is configured when it is first used.</summary>
public sealed class Model : IInspectable
{
    private readonly ConcurrentDictionary<Type, EntityDescriptor> _descriptors = new();
    private readonly ConcurrentDictionary<Type, Lazy<Mapper>> _mappers = new();
    private readonly IReadOnlyDictionary<Type, EntityConfiguration> _configurations;
    private readonly IReadOnlySet<Type> _mapped;
    private readonly MetaData _metadata;

    internal Model(MetaData metadata, IReadOnlyDictionary<Type, EntityConfiguration> configurations, Func<string, string> naming)
    {
        (_metadata, _configurations, Naming) = (metadata, configurations, naming);
        _mapped = DescriptorReader.Reachable(configurations);
    }

    /// <summary>The tables of all mapped types.</summary>
    public MetaData MetaData
    {
        get
        {
            foreach (var type in _mapped)
            {
                _ = Mapper(type);
            }

            return _metadata;
        }
    }

    /// <summary>The mapped types.</summary>
    public IEnumerable<Type> Types => _mapped;

    /// <summary>The mapper of a type.</summary>
    /// <exception cref="UnmappedTypeException">The type is not mapped.</exception>
    /// <exception cref="MappingException">The type's mapping is wrong.</exception>
    public Mapper Mapper(Type type) => FindMapper(type) ?? throw new UnmappedTypeException(type, _mapped.Select(t => t.Name));

    /// <summary>The mapper of a type.</summary>
    /// <exception cref="UnmappedTypeException">The type is not mapped.</exception>
    public Mapper Mapper<T>() => Mapper(typeof(T));

    /// <summary>A mapped type as a source of an <see cref="EntityQuery"/>, under an alias.</summary>
    /// <param name="alias">The alias; null to have the statement give one.</param>
    /// <exception cref="UnmappedTypeException">The type is not mapped.</exception>
    public EntityAlias<T> Entity<T>(string? alias = null)
        where T : class
        => new(Mapper<T>(), Mapper<T>().Table.As(alias));

    /// <summary>The mapper of a type, or null when it is not mapped.</summary>
    public Mapper? FindMapper(Type type)
        => _mapped.Contains(type) ? _mappers.GetOrAdd(type, static (t, model) => new Lazy<Mapper>(() => MapperBuilder.Build(model, model.Descriptor(t))), this).Value : null;

    /// <summary>What it is; every mapping is read.</summary>
    Inspection IInspectable.Inspect() => Inspection.Of("model", null, [("mapped types", _mapped.Count)], _mapped.Select(t => ((IInspectable)Mapper(t)).Inspect()));

    internal Func<string, string> Naming { get; }

    internal MetaData OwnMetaData => _metadata;

    internal EntityDescriptor Descriptor(Type type)
        => _descriptors.GetOrAdd(type, t => DescriptorReader.Read(t, _configurations.GetValueOrDefault(t) ?? new EntityConfiguration { Naming = Naming }, _mapped));
}
