using System.Linq.Expressions;
using Alchemy.Linq;

namespace Alchemy.Internals;

/// <summary>Include and ThenInclude as loader options.</summary>
internal static class IncludePaths
{
    public static IReadOnlyList<LoaderOption> Of(IReadOnlyList<QueryOptionResultOperator> options, LoweringContext context)
    {
        var paths = new List<List<LoaderOption>>();
        foreach (var option in options)
        {
            if (option.Kind is QueryOptionKind.Include)
            {
                paths.Add(Steps(option, context));
            }
            else if (option.Kind is QueryOptionKind.ThenInclude)
            {
                // What stood before was said by the option before.
                paths.Add([.. paths[^1].Select(s => s with { Filter = null }), .. Steps(option, context)]);
            }
        }

        CheckFilters(paths);
        return LoaderOption.Merge(paths.Select(p => Nested(p, 0)));
    }

    /// <summary>True when an option or one behind it is for a part of a collection.</summary>
    public static bool HasFilter(LoaderOption option) => option.Filter is not null || option.Nested.Any(HasFilter);

    private static LoaderOption Nested(List<LoaderOption> path, int at) => at + 1 < path.Count ? path[at] with { Nested = [Nested(path, at + 1)] } : path[at];

    // One collection cannot be two parts of itself.
    private static void CheckFilters(List<List<LoaderOption>> paths)
    {
        var twice = paths.SelectMany(p => p.Select((s, i) => (Step: s, Path: string.Join('.', p.Take(i + 1).Select(x => x.Relationship.Attribute.Name)))))
            .Where(s => s.Step.Filter is not null).GroupBy(s => s.Path).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw new LinqTranslationException(LinqTranslationException.UnknownOperator, "QueryableOptions.Include", "a collection can be filtered once in a query; name it without a filter to include more behind it", twice.Key);
        }
    }

    private static List<LoaderOption> Steps(QueryOptionResultOperator option, LoweringContext context)
    {
        var path = option.Path!;
        var chain = path.Body;
        var node = chain;
        while (node is MethodCallExpression { Method.DeclaringType: var type, Arguments: [var source, ..] } && type == typeof(Enumerable))
        {
            node = source;
        }

        var end = node;
        var steps = new List<LoaderOption>();
        while (node != path.Parameters[0])
        {
            if (node is System.Linq.Expressions.UnaryExpression { NodeType: ExpressionType.Convert } convert)
            {
                node = convert.Operand;
                continue;
            }

            if (node is not MemberExpression { Expression: { } owner } member || context.Model.FindMapper(owner.Type)?.Attribute(member.Member.Name) is not NavigationAttribute navigation)
            {
                throw new LinqTranslationException(LinqTranslationException.UnknownOperator, $"QueryableOptions.{option.Kind}", "a path is made of mapped navigations, such as o => o.Customer, and may filter the collection at its end", ExpressionText.Of(path));
            }

            var relationship = context.Model.Mapper(owner.Type).Relationship(navigation.Name);
            steps.Insert(0, new LoaderOption(relationship, LoaderStrategy.SelectIn, []) { Filter = node == end && chain != end ? IncludeFilter.Of(chain, end, relationship, context) : null });
            node = owner;
        }

        return steps.Count > 0 ? steps : throw new LinqTranslationException(LinqTranslationException.UnknownOperator, $"QueryableOptions.{option.Kind}", "the path names no navigation", ExpressionText.Of(path));
    }
}
