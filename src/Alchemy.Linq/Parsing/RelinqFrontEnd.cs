using System.Linq.Expressions;
using Alchemy.Linq;
using Remotion.Linq;
using Remotion.Linq.Parsing.Structure;

namespace Alchemy.Internals;

/// <summary>From a normalised tree with slots to re-linq's model.</summary>
internal static class RelinqFrontEnd
{
    /// <summary>Parses a query. The outermost model begins its result operators with the options of the query.</summary>
    /// <exception cref="LinqTranslationException">An operator has no SQL form, or the tree is not a query.</exception>
    public static QueryModel Parse(Expression slotTree)
    {
        var (tree, options) = OptionHoister.Hoist(slotTree);
        OperatorGate.Check(tree);
        var model = ParseModel(tree);
        for (var i = 0; i < options.Count; i++)
        {
            model.ResultOperators.Insert(i, options[i]);
        }

        return model;
    }

    /// <summary>Parses a query that was checked and has no options.</summary>
    public static QueryModel ParseModel(Expression tree)
    {
        try
        {
            // A parser's identifier generator is not thread-safe, so each miss has a parser of its own over the shared registry.
            return new QueryParser(new ExpressionTreeParser(NodeTypes.Provider, NodeTypes.Processor)).GetParsedQuery(tree);
        }
        catch (Exception failure) when (failure is NotSupportedException or ArgumentException or InvalidOperationException)
        {
            throw new LinqTranslationException(LinqTranslationException.MalformedTree, "The query", failure.Message.TrimEnd('.'), ExpressionText.Of(tree), failure);
        }
    }
}
