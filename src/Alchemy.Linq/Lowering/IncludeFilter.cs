using System.Linq.Expressions;
using Alchemy.Linq;

namespace Alchemy.Internals;

/// <summary>What stands behind a collection in an Include: a query of its objects, to which the loader adds the owners.</summary>
internal sealed class IncludeFilter : LoaderFilter
{
    private static readonly string[] before = ["Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending"];
    private readonly IReadOnlyDictionary<BindParameter, SlotBind> _slots;
    private readonly Select _select;
    private readonly int _width;
    private readonly (ColumnElement? Limit, ColumnElement? Offset) _page;

    // The lowering is not kept: it holds the values that the plan was made for.
    private IncludeFilter(QueryModelTranslator query, EntityShape entity, Relationship relationship)
    {
        RemoteColumns = [.. relationship.RemoteColumns.Select(entity.Column)];
        // What is equal comes in the order of the keys, so that a program sees the same order each time.
        query.BreakTies();
        (_page, _width) = ((query.Builder.Limit, query.Builder.Offset), entity.Columns.Count);
        (query.Builder.Limit, query.Builder.Offset) = (null, null);
        _select = query.Build(IsPaged ? [.. entity.Columns, RowNumber.Over(RemoteColumns, [.. query.Builder.Order])] : entity.Columns);
        _slots = query.Context.Slots;
    }

    private bool IsPaged => _page.Limit is not null || _page.Offset is not null;

    /// <inheritdoc/>
    public override IReadOnlyList<ColumnElement> RemoteColumns { get; }

    /// <param name="chain">The operators, as they were written.</param>
    /// <param name="collection">The collection in them.</param>
    /// <param name="relationship">The collection's relationship.</param>
    /// <param name="around">The context of the query.</param>
    /// <exception cref="LinqTranslationException">An operator is another than Where, OrderBy and its kin, and Skip and Take at the end.</exception>
    public static IncludeFilter Of(Expression chain, Expression collection, Relationship relationship, LoweringContext around)
    {
        Check(chain, collection);
        var root = new QueryRootExpression(relationship.Target, collection.Type);
        OperatorGate.Check(chain);
        var model = RelinqFrontEnd.ParseModel(new Substitution(collection, root).Visit(chain)!);
        var query = QueryModelTranslator.Lower(model, around.Fork(), null);
        return query.Item is EntityShape entity && entity.Mapper == relationship.Target ? new IncludeFilter(query, entity, relationship) : throw Refusal(chain);
    }

    /// <inheritdoc/>
    public override Select Statement(ColumnElement ofOwners, object?[] values)
    {
        var select = _select.Where(ofOwners);
        return new SlotFill(_slots, values).Rewrite(IsPaged ? Page(select) : select);
    }

    private Select Page(Select numbered)
    {
        var all = new Subquery(numbered);
        var number = all.Columns[_width];
        var page = Sql.Select([.. all.Columns.Take(_width)]).OrderBy(number);
        page = _page.Offset is { } skipped ? page.Where(number.Condition(SqlOperator.Greater, skipped)) : page;
        return _page.Limit is not { } most ? page
            : page.Where(number.Condition(SqlOperator.LessOrEqual, _page.Offset is { } offset ? new BinaryExpression(SqlOperator.Add, offset, most, SqlTypes.BigInteger) : most));
    }

    private static void Check(Expression chain, Expression collection)
    {
        var names = new List<string>();
        for (var node = chain; node != collection;)
        {
            var call = (MethodCallExpression)node;
            names.Insert(0, call.Method.Name);
            node = call.Arguments[0];
        }

        var rest = names.SkipWhile(before.Contains).ToList();
        if (rest is not ([] or ["Skip"] or ["Take"] or ["Skip", "Take"]))
        {
            throw Refusal(chain);
        }
    }

    private static LinqTranslationException Refusal(Expression chain)
        => new(LinqTranslationException.UnknownOperator, "QueryableOptions.Include", "a collection may be filtered with Where, ordered, and cut with Skip and then Take at the end; anything else belongs into a projection", ExpressionText.Of(chain));

    private sealed class Substitution(Expression from, Expression to) : TreeVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
