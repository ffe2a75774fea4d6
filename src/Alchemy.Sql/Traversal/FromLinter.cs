using Alchemy.Internals;

namespace Alchemy;

/// <summary>Finds FROMs of a SELECT that no join and no condition connects with the others: every row of one with every row of the other, which is seldom meant.</summary>
/// <example><code>foreach (var finding in FromLinter.Find(Sql.Select(users.Name, orders.Total))) { … }</code></example>
public static class FromLinter
{
    /// <summary>What is not connected, in the statement and in every SELECT inside of it.</summary>
    public static IReadOnlyList<CartesianProduct> Find(ClauseElement statement)
    {
        var found = new List<CartesianProduct>();
        new SelectFinder((select, around) => Check(select, around, found)).Visit(statement);
        return found;
    }

    /// <summary>Refuses a statement with FROMs that are not connected, and gives any other back: for <see cref="Dialect.WithPass"/>.</summary>
    /// <exception cref="InvalidStatementException">There are such FROMs; the message names them.</exception>
    public static ClauseElement Refuse(ClauseElement statement)
        => Find(statement) is [var first, ..] ? throw new InvalidStatementException(first.ToString()) : statement;

    /// <summary>What tells of FROMs that are not connected, and gives every statement back: for <see cref="Dialect.WithPass"/>.</summary>
    /// <param name="report">Is told of each finding, once for statements that differ in values only.</param>
    public static Func<ClauseElement, ClauseElement> Report(Action<CartesianProduct> report) => statement =>
    {
        foreach (var product in Find(statement))
        {
            report(product);
        }

        return statement;
    };

    private static void Check(Select select, IReadOnlyCollection<FromClause> around, List<CartesianProduct> found)
    {
        var groups = new FromGroups();
        foreach (var from in SelectJoins.Froms(select))
        {
            groups.Add(from);
        }

        foreach (var condition in select.WhereClauses)
        {
            groups.Connect(condition);
        }

        // What comes from the SELECT around is connected there.
        if (groups.Apart([.. select.Correlated ?? [], .. around]) is { Count: > 1 } apart)
        {
            found.Add(new CartesianProduct(select, apart));
        }
    }

    private sealed class SelectFinder(Action<Select, IReadOnlyCollection<FromClause>> found) : SqlVisitor
    {
        private readonly HashSet<ClauseElement> _seen = new(ReferenceEqualityComparer.Instance);
        private readonly Stack<FromClause> _around = new();

        public override void Visit(ClauseElement node)
        {
            if (node is not (FromClause or SelectBase) || _seen.Add(node))
            {
                base.Visit(node);
            }
        }

        protected internal override void VisitSelect(Select node)
        {
            found(node, _around);
            var froms = SelectJoins.Froms(node).SelectMany(f => f.Contained.Prepend(f)).ToList();
            froms.ForEach(_around.Push);
            base.VisitSelect(node);
            froms.ForEach(_ => _around.Pop());
        }
    }
}

/// <summary>FROMs of a SELECT that nothing connects.</summary>
/// <param name="Select">The SELECT.</param>
/// <param name="Groups">One FROM of each group of connected ones, at least two.</param>
public sealed record CartesianProduct(Select Select, IReadOnlyList<FromClause> Groups)
{
    /// <summary>One sentence that names the FROMs.</summary>
    public override string ToString()
        => $"The SELECT has FROMs that nothing connects: {string.Join(", ", Groups.Select(g => $"'{g.Name ?? g.GetType().Name.ToLowerInvariant()}'"))}. "
            + "It returns every row of one with every row of the other: add a join or a condition, or use CrossJoin(...) where that is meant.";
}
