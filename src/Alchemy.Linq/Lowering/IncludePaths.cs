using System.Linq.Expressions;
using Alchemy.Linq;

namespace Alchemy.Internals;

/// <summary>Include and ThenInclude as loader options.</summary>
internal static class IncludePaths
{
    public static IReadOnlyList<LoaderOption> Of(IReadOnlyList<QueryOptionResultOperator> options, Model model)
    {
        var paths = new List<List<Relationship>>();
        foreach (var option in options)
        {
            if (option.Kind is QueryOptionKind.Include)
            {
                paths.Add(Steps(option, model));
            }
            else if (option.Kind is QueryOptionKind.ThenInclude)
            {
                paths.Add([.. paths[^1], .. Steps(option, model)]);
            }
        }

        return LoaderOption.Merge(paths.Select(p => Nested(p, 0)));
    }

    private static LoaderOption Nested(List<Relationship> path, int at)
        => new(path[at], LoaderStrategy.SelectIn, at + 1 < path.Count ? [Nested(path, at + 1)] : []);

    private static List<Relationship> Steps(QueryOptionResultOperator option, Model model)
    {
        var path = option.Path!;
        var steps = new List<Relationship>();
        for (var node = path.Body; node != path.Parameters[0];)
        {
            if (node is System.Linq.Expressions.UnaryExpression { NodeType: ExpressionType.Convert } convert)
            {
                node = convert.Operand;
                continue;
            }

            if (node is not MemberExpression { Expression: { } owner } member || model.FindMapper(owner.Type)?.Attribute(member.Member.Name) is not NavigationAttribute navigation)
            {
                throw new LinqTranslationException(LinqTranslationException.UnknownOperator, $"QueryableOptions.{option.Kind}", "a path is made of mapped navigations, such as o => o.Customer; filters and orders inside it are not supported yet", ExpressionText.Of(path));
            }

            steps.Insert(0, model.Mapper(owner.Type).Relationship(navigation.Name));
            node = owner;
        }

        return steps.Count > 0 ? steps : throw new LinqTranslationException(LinqTranslationException.UnknownOperator, $"QueryableOptions.{option.Kind}", "the path names no navigation", ExpressionText.Of(path));
    }
}
