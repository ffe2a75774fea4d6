using Alchemy.Internals;

namespace Alchemy;

/// <summary>Says how one navigation is joined.</summary>
/// <typeparam name="T">The entity's type.</typeparam>
public sealed class NavigationBuilder<T> where T : class
{
    private readonly EntityBuilder<T> _entity;
    private readonly NavigationConfiguration _configuration;

    internal NavigationBuilder(EntityBuilder<T> entity, NavigationConfiguration configuration) => (_entity, _configuration) = (entity, configuration);

    /// <summary>The foreign key's members, on the type that holds them: of this type for a reference, of the target for a collection.</summary>
    public NavigationBuilder<T> ForeignKey(params string[] members)
    {
        _configuration.ForeignKeys.Clear();
        _configuration.ForeignKeys.AddRange(members);
        return this;
    }

    /// <summary>The navigation at the other end.</summary>
    public NavigationBuilder<T> Inverse(string member)
    {
        _configuration.InverseName = member;
        return this;
    }

    /// <summary>Deletes children that lose their parent, and a deleted parent's loaded children with it.</summary>
    public NavigationBuilder<T> DeleteOrphans(bool delete = true)
    {
        _configuration.DeleteOrphans = delete;
        return this;
    }

    /// <summary>Back to the entity.</summary>
    public EntityBuilder<T> And => _entity;
}
