using Alchemy.Internals;

namespace Alchemy;

/// <summary>A navigation that a query loads, how, and what it loads behind it.</summary>
/// <param name="Relationship">The navigation.</param>
/// <param name="Strategy">How it is loaded.</param>
/// <param name="Nested">Navigations of the loaded objects.</param>
public sealed record LoaderOption(Relationship Relationship, LoaderStrategy Strategy, IReadOnlyList<LoaderOption> Nested)
{
    /// <summary>Which objects of a collection are loaded; null for all.</summary>
    internal LoaderFilter? Filter { get; init; }

    /// <summary>Loads a navigation of the loaded objects too, by the same strategy.</summary>
    /// <param name="navigation">The member's name.</param>
    /// <exception cref="MappingException">The type has no such navigation.</exception>
    public LoaderOption Then(string navigation) => this with { Nested = [.. Nested, new LoaderOption(Relationship.Target.Relationship(navigation), Strategy, [])] };

    /// <summary>Two sets of options as one: what both load is loaded once, with what stands behind either.</summary>
    internal static IReadOnlyList<LoaderOption> Merge(IEnumerable<LoaderOption> options)
        => [.. options.GroupBy(o => o.Relationship).Select(g => g.First() with { Filter = g.Select(o => o.Filter).FirstOrDefault(f => f is not null), Nested = Merge(g.SelectMany(o => o.Nested)) })];
}
