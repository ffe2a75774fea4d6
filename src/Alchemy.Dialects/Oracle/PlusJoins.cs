namespace Alchemy;

/// <summary>Joins as Oracle 8 says them: the FROMs in a list, the conditions in WHERE, and <c>(+)</c> at the columns of the side that may have no row.</summary>
/// <remarks>What the form cannot say with the same rows is refused: Oracle's rules about <c>(+)</c>, and conditions that would come to filter instead of to join.</remarks>
internal sealed class PlusJoins(Dialect dialect) : SqlRewriter
{
    private const string Instead = "join with a Subquery() that has the inner join or the condition in it.";

    /// <inheritdoc/>
    protected override ClauseElement? Replace(ClauseElement node)
    {
        if (node is not Select select || !select.From.Any(f => f is Join))
        {
            return null;
        }

        var (froms, conditions) = (new List<FromClause>(), new List<ColumnElement>());
        foreach (var from in select.From)
        {
            Take(from, froms, conditions);
        }

        return Rewrite(select.WithFrom([.. froms]).Where([.. conditions]));
    }

    private void Take(FromClause from, List<FromClause> froms, List<ColumnElement> conditions)
    {
        if (from is not Join join)
        {
            froms.Add(from);
            return;
        }

        if (join.On is { } on)
        {
            conditions.Add(join.Kind switch
            {
                JoinKind.LeftOuter => Marked(on, join.Right),
                JoinKind.RightOuter => Marked(on, join.Left),
                JoinKind.FullOuter => throw Refused("FULL OUTER JOIN", "join both sides with an outer join each, and take the UNION."),
                _ => on,
            });
        }

        Take(join.Left, froms, conditions);
        Take(join.Right, froms, conditions);
    }

    // The condition of an outer join, with the mark at each column of the side that may have no row.
    private ColumnElement Marked(ColumnElement on, FromClause optional)
    {
        if (optional is Join)
        {
            throw Refused("An outer join with a join at the side that may have no row", Instead);
        }

        IReadOnlyList<ColumnElement> parts = on is BooleanClauseList { Operator: SqlOperator.And } and ? and.Clauses : [on];
        var used = new UsedFroms();
        foreach (var part in parts)
        {
            used.Visit(part);
        }

        if (used.HasAlternatives)
        {
            throw Refused("OR, IN or a subquery in the condition of an outer join", Instead);
        }

        if (parts.Any(p => !UsedFroms.Of(p).Contains(optional)))
        {
            throw Refused("A condition of an outer join that is not about the side that may have no row", "(+) cannot mark it, and without the mark it would take rows away: " + Instead);
        }

        return used.Froms.Count == 2
            ? new Marks(optional).Rewrite(on)
            : throw Refused($"An outer join whose condition reads {used.Froms.Count} FROMs", $"it reads the two that are joined: {Instead}");
    }

    private CompileException Refused(string feature, string instead) => new(feature + " before Oracle 9", dialect.Name, instead);

    private sealed class Marks(FromClause optional) : SqlRewriter
    {
        protected override ClauseElement? Replace(ClauseElement node) => node is NamedColumn column && ReferenceEquals(column.From, optional) ? new MarkedColumn(column) : null;
    }

    /// <summary><c>table.column(+)</c></summary>
    private sealed class MarkedColumn(NamedColumn column) : ExtensionElement
    {
        public override SqlType Type => column.Type;

        protected override void Render(SqlCompiler compiler) => compiler.Render(column).Write("(+)");

        protected override void Describe(PartList parts) => parts.Node(column);

        protected override ClauseElement RewriteChildren(SqlRewriter rewriter)
        {
            var rewritten = rewriter.Rewrite(column);
            return ReferenceEquals(rewritten, column) ? this : new MarkedColumn(rewritten);
        }
    }

    private sealed class UsedFroms : SqlVisitor
    {
        public HashSet<FromClause> Froms { get; } = new(ReferenceEqualityComparer.Instance);

        public bool HasAlternatives { get; private set; }

        public static HashSet<FromClause> Of(ColumnElement element)
        {
            var used = new UsedFroms();
            used.Visit(element);
            return used.Froms;
        }

        protected override void VisitColumn(Column node) => Froms.Add(node.From);

        protected override void VisitProxyColumn(ProxyColumn node) => Froms.Add(node.From);

        protected override void VisitBooleanClauseList(BooleanClauseList node)
        {
            HasAlternatives |= node.Operator is SqlOperator.Or;
            base.VisitBooleanClauseList(node);
        }

        protected override void VisitIn(InExpression node)
        {
            HasAlternatives = true;
            base.VisitIn(node);
        }

        protected override void VisitSelect(Select node) => HasAlternatives = true;

        protected override void VisitCompound(CompoundSelect node) => HasAlternatives = true;

        protected override void VisitTextSelect(TextSelect node) => HasAlternatives = true;
    }
}
