using System.Reflection;

namespace Alchemy.Tests;

/// <summary>The whole statements that the facts are about, for other tests to try on parsers and servers.</summary>
public static class FactStatements
{
    [ThreadStatic]
    private static List<(ClauseElement Statement, StandardDialect Dialect)>? _collected;

    /// <summary>Runs every fact once and keeps its statement and dialect; what is only an expression, or has raw text in it, is left out.</summary>
    public static IReadOnlyList<(ClauseElement Statement, StandardDialect Dialect)> Collect()
    {
        var all = _collected = [];
        foreach (var fixture in typeof(FactFixture).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(FactFixture))))
        {
            var instance = Activator.CreateInstance(fixture, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [], null);
            foreach (var test in fixture.GetMethods().Where(m => m.GetCustomAttribute<TestAttribute>() is not null && m.GetParameters().Length == 0))
            {
                test.Invoke(instance, null);
            }
        }

        _collected = null;
        return [.. all.Where(s => !Particular.IsIn(s.Statement))];
    }

    /// <summary>Whether a statement holds what no dialect can know to be good for its database: text and operators of the program's own, functions that not every database has.</summary>
    public static bool IsParticular(ClauseElement statement) => Particular.IsIn(statement);

    internal static void Met(ClauseElement statement, StandardDialect dialect)
    {
        if (statement is SelectBase or DmlStatement or DdlStatement and not (CreateColumn or DdlText))
        {
            _collected?.Add((statement, dialect));
        }
    }

    /// <summary>Finds what no dialect can know to be good for its database: text and operators of the program's own, functions that not every database has, nonsense that only shows precedence.</summary>
    private sealed class Particular : SqlVisitor
    {
        private static readonly HashSet<string> Everywhere = ["count", "min", "max", "sum", "avg", "coalesce", "lower", "upper", "abs", "row_number", "rank", "nullif"];
        private readonly HashSet<FromClause> _seen = new(ReferenceEqualityComparer.Instance);
        private bool _found;

        public static bool IsIn(ClauseElement statement)
        {
            var finder = new Particular();
            finder.Visit(statement);
            return finder._found || statement is DmlStatement { Prefixes.Count: > 0 } || statement is Update update && update.Assignments.Any(a => a.Target is not NamedColumn);
        }

        protected override void VisitDdl(DdlStatement node)
        {
            if (node is TableOfSelect { Select: var select })
            {
                Visit(select);
            }
        }

        protected override void VisitText(TextClause node) => _found |= node.Text != "*";

        protected override void VisitExtension(ExtensionElement node) => _found = true;

        // FILTER stands behind WITHIN GROUP, whatever a fact shows.
        protected override void VisitAggregateOrderBy(AggregateOrderBy node)
        {
            _found |= node.Element is FunctionFilter;
            base.VisitAggregateOrderBy(node);
        }

        protected override void VisitSyntaxExtension(SyntaxExtension node) => _found = true;

        protected override void VisitOver(Over node)
        {
            _found |= node.Window.Frame is { From.Kind: FrameBoundKind.Following, To.Kind: FrameBoundKind.Preceding };
            base.VisitOver(node);
        }

        protected override void VisitExtensionFrom(ExtensionFromClause node) => _found = true;

        protected override void VisitFunction(FunctionCall node)
        {
            _found |= !Everywhere.Contains(node.FunctionName) || node.FunctionName is not "coalesce" && node.Arguments.Count > 1 || node.FunctionName is "coalesce" && node.Arguments.Count < 2;
            base.VisitFunction(node);
        }

        protected override void VisitBinary(BinaryExpression node)
        {
            _found |= node.Custom is not null;
            base.VisitBinary(node);
        }

        protected override void VisitUnary(UnaryExpression node)
        {
            _found |= node.Custom is not null || node.Operator is SqlOperator.Not && node.Operand.Type is not BooleanType;
            base.VisitUnary(node);
        }

        protected override void VisitBooleanClauseList(BooleanClauseList node)
        {
            _found |= node.Clauses.Any(c => c.Type is not BooleanType || c is Constant);
            base.VisitBooleanClauseList(node);
        }

        protected override void VisitSelect(Select node)
        {
            _found |= node.HasOwnWords || node.From.Count == 0 && node.Columns.Any(c => c is TextClause or ColumnClause);
            _found |= node.WhereClauses.Any(c => c.Type is not BooleanType) || node.OrderByClauses.Count == 0 && node.FetchClause is not null;
            base.VisitSelect(node);
        }

        protected override void VisitCte(CommonTableExpression node)
        {
            _found |= node.Prefixes.Count + node.Suffixes.Count > 0;
            base.VisitCte(node);
        }

        // A FROM that stands in no FROM list, known by its columns only.
        protected override void VisitProxyColumn(ProxyColumn node)
        {
            if (_seen.Add(node.From))
            {
                Visit(node.From);
            }
        }

        protected override void VisitTextSelect(TextSelect node) => _found = true;

        protected override void VisitTextFrom(TextFrom node) => _found = true;

        protected override void VisitTableValuedColumn(TableValuedColumn node) => _found = true;

        protected override void VisitTableFunction(TableFunction node) => _found = true;

        protected override void VisitFunctionColumn(FunctionColumn node) => _found = true;

        protected override void VisitIndex(ElementAccess node) => _found = true;

        protected override void VisitSlice(Slice node) => _found = true;

        protected override void VisitCollation(Collation node) => _found = true;

        protected override void VisitMatch(MatchExpression node) => _found = true;
    }
}
