using System.Linq.Expressions;
using Remotion.Linq;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.Expressions;
using Remotion.Linq.Clauses.ResultOperators;

namespace Alchemy.Internals;

/// <summary>Queries inside of queries: aggregates of groups, scalar subqueries, EXISTS and IN.</summary>
internal sealed partial class ExpressionTranslator
{
    private readonly Dictionary<Expression, ScalarShape> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Forgets the sub-queries that were translated: the columns that they use are others now.</summary>
    public void ForgetSubQueries() => _known.Clear();

    // re-linq puts a selector's sub-query wherever its value is used: that is one value.
    private Shape Once<T>(T node, Func<T, Shape> translate)
        where T : Expression
    {
        if (_known.TryGetValue(node, out var known))
        {
            return known;
        }

        var shape = translate(node);
        if (shape is ScalarShape { Element: ScalarSelect } scalar)
        {
            _known.Add(node, scalar);
        }

        return shape;
    }

    private Shape SubQuery(SubQueryExpression node)
    {
        var model = node.QueryModel;
        if (model.MainFromClause.FromExpression is QuerySourceReferenceExpression source && scope.Resolve(source.ReferencedQuerySource) is GroupShape { Element: not null } group && GroupUses.IsAggregate(model))
        {
            return GroupAggregate(model, group, node);
        }

        if (model.ResultOperators is [ContainsResultOperator contains] && model.MainFromClause.FromExpression is SlotExpression list && model.BodyClauses.Count == 0)
        {
            return Truth(InList(list, contains.Item), typeof(bool));
        }

        var query = QueryModelTranslator.Lower(model, context, scope);
        var one = new TextClause("1", SqlTypes.Integer);
        switch (query.Terminal)
        {
            case null:
                return new QueryShape(model, scope, node.Type);
            case AnyResultOperator:
                return new ScalarShape(new Exists(query.Build([one])), typeof(bool));
            case AllResultOperator:
                return new ScalarShape(Negation.Of(new Exists(query.Build([one]))), typeof(bool));
            case ContainsResultOperator wanted:
                query.Builder.Where(query.Expressions.Equality(query.Item, Translate(wanted.Item), wanted.Item, wanted.Item, equal: true));
                return new ScalarShape(new Exists(query.Build([one])), typeof(bool));
            // Min and Max are choices too, for re-linq.
            case FirstResultOperator or SingleResultOperator or LastResultOperator:
                if (query.Item is not ScalarShape)
                {
                    query.BreakTies();
                }

                query.Builder.Limit ??= new LiteralValue(1, SqlTypes.Integer);
                return First(query, ((ChoiceResultOperatorBase)query.Terminal).ReturnDefaultWhenEmpty, node);
            default:
                var value = (ScalarShape)query.Item;
                return new ScalarShape(new ScalarSelect(query.Build([value.Element]), context.IsNullable(value.Element)), node.Type);
        }
    }

    // FirstOrDefault of numbers is 0 where there is none, also in a condition.
    private Shape First(QueryModelTranslator query, bool orDefault, SubQueryExpression node)
    {
        var first = new FirstItemShape(query, query.Item, orDefault, node.Type);
        return orDefault && query.Item is ScalarShape { Element.Type: var type } && node.Type.IsValueType && Nullable.GetUnderlyingType(node.Type) is null
            ? new ScalarShape(new FunctionCall("coalesce", [FirstValue(first, query.Item, node), new LiteralValue(Activator.CreateInstance(node.Type)!, type)], type, nullable: false), node.Type)
            : first;
    }

    /// <summary>An aggregate over the rows of the group that the SELECT makes: <c>sum(x) FILTER (WHERE …)</c>.</summary>
    private ScalarShape GroupAggregate(QueryModel model, GroupShape group, SubQueryExpression node)
    {
        var inner = scope.WithSource(model.MainFromClause, group.Element!);
        var conditions = model.BodyClauses.Cast<WhereClause>().Select(w => inner.Condition(w.Predicate)).ToList();
        var distinct = model.ResultOperators is [DistinctResultOperator, ..];
        var terminal = model.ResultOperators[^1];
        if (terminal is AllResultOperator all)
        {
            conditions.Add(inner.Condition(all.Predicate, negated: true));
        }

        var filter = conditions.Count == 0 ? null : BooleanClauseList.And(conditions);
        return Aggregates.OfGroup(terminal, inner.Translate(model.SelectClause.Selector), inner, filter, distinct, node);
    }

    private ColumnElement InList(SlotExpression list, Expression item)
    {
        var shape = Translate(item);
        var value = Value(shape, item);
        var type = value.Type;
        var key = shape is EntityShape { Mapper.Key: [{ Storage: MemberStorage storage }] } ? storage : null;
        var bind = context.Bind(list, type, "list", v => ListValues.NotNull(key is null ? v : ListValues.Of(v, key), type), expanding: true);
        ColumnElement found = new InExpression(value, bind, negated: false);
        return context.IsNullable(value) && context.HasNull(list) ? BooleanClauseList.Or([found, value.IsNull()]) : found;
    }
}
