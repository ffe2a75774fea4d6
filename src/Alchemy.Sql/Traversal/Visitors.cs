using Alchemy.Internals;

namespace Alchemy;

/// <summary>Walks and changes of statements without a class of one's own.</summary>
/// <example><code>var names = Visitors.Iterate(statement).OfType&lt;Table&gt;().Select(t => t.Name).Distinct();
/// var shown = Visitors.ReplacementTraverse(statement, node => node is BindParameter ? Sql.Literal("?") : null);</code></example>
public static class Visitors
{
    /// <summary>The element and everything inside of it, each node before what is in it. What stands at several places comes several times, but a FROM only once.</summary>
    public static IEnumerable<ClauseElement> Iterate(ClauseElement element) => Iterate(element, new HashSet<ClauseElement>(ReferenceEqualityComparer.Instance));

    /// <summary>Calls an action for every node of a kind.</summary>
    /// <example><code>Visitors.Traverse&lt;BindParameter&gt;(statement, bind => keys.Add(bind.Key));</code></example>
    public static void Traverse<TElement>(ClauseElement element, Action<TElement> visit) where TElement : ClauseElement
    {
        foreach (var node in Iterate(element).OfType<TElement>())
        {
            visit(node);
        }
    }

    /// <summary>A copy in which every node for which <paramref name="replace"/> returns another is that other; what does not change is the same object in the copy.</summary>
    /// <exception cref="InvalidStatementException">A replacement is of a kind that cannot stand in the node's place.</exception>
    public static TElement ReplacementTraverse<TElement>(TElement element, Func<ClauseElement, ClauseElement?> replace) where TElement : ClauseElement => new Replacing(replace).Rewrite(element);

    /// <summary>A copy with parameters of its own: in one statement with the original both keep their values.</summary>
    public static TElement ClonedTraverse<TElement>(TElement element) where TElement : ClauseElement
        => ReplacementTraverse(element, node => node is BindParameter { IsUnique: true } bind ? bind.Copy() : null);

    /// <summary>The same statement with values for parameters of these names; those that it has are replaced.</summary>
    /// <exception cref="InvalidStatementException">It has no parameter of a name.</exception>
    /// <example><code>var byAge = Sql.Select(users.Name).Where(users.Age > Sql.Parameter&lt;int&gt;("age"));
    /// connection.Execute(byAge.WithValues(("age", 30)));</code></example>
    public static TStatement WithValues<TStatement>(this TStatement statement, params (string Name, object? Value)[] values) where TStatement : ClauseElement
    {
        var known = StatementShape.Of(statement).Binds;
        if (values.FirstOrDefault(v => !known.Any(b => b.Key == v.Name)) is { Name: { } unknown })
        {
            throw new InvalidStatementException($"The statement has no parameter '{unknown}'; it has {(known.Length == 0 ? "none" : string.Join(", ", known.Select(b => b.Key).Distinct()))}.");
        }

        return ReplacementTraverse(statement, node => node is BindParameter bind && Array.FindIndex(values, v => v.Name == bind.Key) is >= 0 and var i ? bind.WithValue(values[i].Value) : null);
    }

    /// <summary>The tables that a statement names anywhere.</summary>
    public static IReadOnlyList<Table> FindTables(ClauseElement element) => [.. Iterate(element).SelectMany(TablesOf).Distinct()];

    private static IEnumerable<Table> TablesOf(ClauseElement node) => node switch
    {
        Table table => [table],
        Column { Owner: Table table } => [table],
        _ => [],
    };

    private static IEnumerable<ClauseElement> Iterate(ClauseElement element, HashSet<ClauseElement> seen)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (element is FromClause && !seen.Add(element))
        {
            yield break;
        }

        yield return element;
        foreach (var part in CollectedParts.Of(element))
        {
            if (part.Value is ClauseElement child && !ReferenceEquals(child, element))
            {
                foreach (var inner in Iterate(child, seen))
                {
                    yield return inner;
                }
            }
        }
    }

    private sealed class Replacing(Func<ClauseElement, ClauseElement?> replace) : SqlRewriter
    {
        protected override ClauseElement? Replace(ClauseElement node) => replace(node);
    }
}
