using System.Linq.Expressions;
using Remotion.Linq;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.Expressions;
using Remotion.Linq.Clauses.ResultOperators;

namespace Alchemy.Internals;

/// <summary>Lowers one query model, in the order of its clauses, into a <see cref="SelectBuilder"/>, the shape of its items, and the operator that ends it. The model is only read.</summary>
internal sealed partial class QueryModelTranslator
{
    private readonly Dictionary<IQuerySource, Shape> _sources = [];
    private readonly QueryModelTranslator? _outer;
    private readonly bool _keepsSources;
    private readonly bool _keysAreColumns;
    private string? _seed;
    private bool _needsKeyColumns;
    private IReadOnlyList<EntityShape> _rows = [];

    private QueryModelTranslator(LoweringContext context, QueryModelTranslator? outer, bool keepsSources = false, bool keysAreColumns = false)
    {
        (_keepsSources, _keysAreColumns) = (keepsSources, keysAreColumns);
        (Context, _outer, Builder) = (context, outer, new SelectBuilder(context));
        Expressions = new ExpressionTranslator(context, this);
    }

    public LoweringContext Context { get; }

    public SelectBuilder Builder { get; private set; }

    public ExpressionTranslator Expressions { get; }

    /// <summary>What an item of the result is.</summary>
    public Shape Item { get; private set; } = null!;

    /// <summary>The operator that makes one value of the rows (First, Any, Count); null for a sequence.</summary>
    public ResultOperatorBase? Terminal { get; private set; }

    /// <summary>The one item of a sequence without rows; null when it has none.</summary>
    public Expression? IfEmpty { get; private set; }

    /// <summary>The options of the whole query.</summary>
    public List<QueryOptionResultOperator> Options { get; } = [];

    /// <summary>The FROMs of the SELECTs around this one.</summary>
    public IEnumerable<FromClause> OuterFroms
    {
        get
        {
            for (var at = _outer; at is not null; at = at._outer)
            {
                foreach (var leaf in at.Builder.Leaves)
                {
                    yield return leaf;
                }
            }
        }
    }

    /// <param name="model">The query.</param>
    /// <param name="context">What the lowering shares.</param>
    /// <param name="outer">The query around it, or null.</param>
    /// <param name="keepsSources">True when a nested collection will have to refer to the sources afterwards.</param>
    /// <param name="keysAreColumns">True when the keys of a GROUP BY that ends the query must be columns of its FROM, where sub-queries reach them.</param>
    public static QueryModelTranslator Lower(QueryModel model, LoweringContext context, QueryModelTranslator? outer, bool keepsSources = false, bool keysAreColumns = false)
    {
        var translator = new QueryModelTranslator(context, outer, keepsSources, keysAreColumns);
        translator.Translate(model);
        return translator;
    }

    /// <summary>A SELECT of one source that is not a query of its own: a collection, a group join's rows.</summary>
    public static QueryModelTranslator Open(Expression source, string name, LoweringContext context, QueryModelTranslator? outer, bool keepsSources = false)
    {
        var translator = new QueryModelTranslator(context, outer, keepsSources);
        translator.Item = translator.OpenSource(source, name);
        return translator;
    }

    /// <summary>The SELECT with the columns of a shape.</summary>
    public Select Build(IEnumerable<ColumnElement> columns) => Builder.Build(columns, OuterFroms);

    public Shape Resolve(IQuerySource source)
    {
        for (var at = this; at is not null; at = at._outer)
        {
            if (at._sources.TryGetValue(source, out var shape))
            {
                return shape;
            }
        }

        throw Context.Refuse(new Remotion.Linq.Clauses.Expressions.QuerySourceReferenceExpression(source), "A sequence made before a subquery",
            "Take, Skip, Distinct, GroupBy or a set operation stands between it and its use; use it before them, or select a value of it");
    }

    /// <summary>A translator that sees one more source: the item of a group.</summary>
    public ExpressionTranslator WithSource(IQuerySource source, Shape shape)
    {
        var inner = new QueryModelTranslator(Context, this) { Builder = Builder };
        inner._sources[source] = shape;
        return inner.Expressions;
    }

    /// <summary>Makes a subquery of what is there; every shape that is in use follows.</summary>
    public void PushDown() => PushDown(Item);

    /// <summary>Makes a subquery of what is there; gives what became of a shape beside those in use.</summary>
    private Shape PushDown(Shape also)
    {
        var shapes = _sources.Values.Append(Item).Append(also).OfType<Shape>().Distinct().ToList();
        List<ColumnElement> columns = [.. shapes.SelectMany(s => s.Columns)];
        var freed = Free(columns);
        var replace = Builder.PushDown(columns.Concat(freed?.Columns ?? []), OuterFroms, _seed);
        foreach (var condition in freed?.Conditions((Subquery)Builder.From!, replace) ?? [])
        {
            Builder.Where(condition);
        }

        // Sources that were one shape stay one.
        var outside = shapes.ToDictionary(s => s, s => s.Over(replace, Builder));
        foreach (var source in _sources.Keys.ToList())
        {
            _sources[source] = outside[_sources[source]];
        }

        _rows = [];
        Expressions.ForgetSubQueries();
        Item = Item is null ? null! : outside[Item];
        return also is null ? null! : outside[also];
    }

    // The FROMs around this SELECT that a subquery in its own FROM cannot use.
    private IReadOnlyList<FromClause> Unreachable => Context.Dialect.Features.OuterInFrom is Support.No ? [.. OuterFroms] : [];

    // Takes what ties the SELECT to the queries around it out, where a subquery in FROM has to do without them.
    private Decorrelation? Free(List<ColumnElement> columns)
    {
        var around = Unreachable;
        if (around.Count == 0 || !FromReferences.Meets(Build(columns), around))
        {
            return null;
        }

        var freed = Decorrelation.TryApply(Builder, around);
        return freed is not null && !FromReferences.Meets(Build(columns), around) ? freed : throw RefuseTied();
    }

    private Alchemy.Linq.LinqTranslationException RefuseTied() => Context.Refuse(
        Expression.Parameter(Item?.Type ?? typeof(object), _seed ?? "x"),
        "A page, a group, a DISTINCT or a union in a sub-query",
        "in this database a query in FROM cannot use the rows around it, and this one is tied to them by more than equality of keys: read the rows first, or go on after AsEnumerable()");

    private void Translate(QueryModel model)
    {
        _seed = AliasSeed.Of(model.MainFromClause.ItemName);
        _needsKeyColumns = GroupUses.HasSubQueries(model);
        Item = OpenSource(model.MainFromClause.FromExpression, model.MainFromClause.ItemName);
        _sources[model.MainFromClause] = Item;
        foreach (var clause in model.BodyClauses)
        {
            Translate(clause);
        }

        if (model.SelectClause.Selector is QuerySourceReferenceExpression selected && ReferenceEquals(selected.ReferencedQuerySource, model.MainFromClause))
        {
            Item = _sources[model.MainFromClause];
        }
        else
        {
            // DISTINCT has compared what was selected before.
            PushDownIf(Builder.IsDistinct);
            Item = Expressions.Projection(model.SelectClause.Selector);
        }

        if (!_keepsSources && !model.ResultOperators.Any(o => o is AllResultOperator or GroupResultOperator or DistinctByResultOperator))
        {
            _rows = [.. _sources.Values.OfType<EntityShape>()];
            // Nothing refers to the sources any more: a subquery needs the item's columns only.
            _sources.Clear();
        }

        foreach (var @operator in model.ResultOperators)
        {
            Apply(@operator, model);
        }
    }

    private void Translate(IBodyClause clause)
    {
        switch (clause)
        {
            case WhereClause where:
                PushDownIf(Builder.IsPaged);
                Builder.Where(Expressions.Condition(where.Predicate));
                break;
            case OrderByClause order:
                PushDownIf(Builder.IsPaged);
                var orderings = Orderings(order);
                if (Builder.IsDistinct && !orderings.TrueForAll(o => Item.Columns.Contains(o.Element, ReferenceEqualityComparer.Instance)))
                {
                    // A DISTINCT is sorted by what it selects.
                    PushDown();
                    orderings = Orderings(order);
                }

                Builder.OrderFirst(orderings);
                break;
            case AdditionalFromClause from:
                PushDownIf(!Builder.IsSimple);
                _sources[from] = AddFrom(from.FromExpression, from.ItemName);
                break;
            case JoinClause join:
                PushDownIf(!Builder.IsSimple);
                _sources[join] = AddJoin(join.InnerSequence, join.ItemName, join.OuterKeySelector, join.InnerKeySelector, join, JoinKind.Inner);
                break;
            case GroupJoinClause group:
                PushDownIf(!Builder.IsSimple);
                _sources[group] = new JoinedGroupShape(group.JoinClause, this, group.ItemType);
                break;
            case OuterJoinClause outer:
                // What was filtered before a RIGHT JOIN must be gone before the join.
                PushDownIf(!Builder.IsSimple || outer.Kind is OuterJoinKind.Right && Builder.Conditions is not Constant);
                _sources[outer] = AddJoin(outer.InnerSequence, outer.ItemName, outer.OuterKey, outer.InnerKey, outer, outer.Kind is OuterJoinKind.Left ? JoinKind.LeftOuter : JoinKind.RightOuter);
                break;
            default:
                throw new InvalidOperationException($"A clause of type {clause.GetType().Name} is not known.");
        }
    }

    private void PushDownIf(bool needed)
    {
        if (needed)
        {
            PushDown();
        }
    }

    private List<Ordering> Orderings(OrderByClause order)
        => [.. order.Orderings.SelectMany(o => Orderings(Expressions.Translate(o.Expression), o.OrderingDirection is OrderingDirection.Desc, o.Expression))];

    /// <summary>The ORDER BY items of a shape. NULL is the smallest value, as in C#.</summary>
    private IEnumerable<Ordering> Orderings(Shape shape, bool descending, Expression node) => shape switch
    {
        ScalarShape scalar => [Ordering(scalar.Element, descending)],
        EntityShape entity => entity.Mapper.Key.Select(k => Ordering(entity.Column(k), descending)),
        CompositeShape composite => composite.Parts.SelectMany(p => Orderings(p, descending, node)),
        // The same value for every row orders nothing.
        SlotShape or ConstantShape => [],
        _ => [Ordering(Expressions.Value(node), descending)],
    };

    private Ordering Ordering(ColumnElement element, bool descending)
    {
        var nulls = !Context.IsNullable(element) || Context.Dialect.Features.NullsSort is NullsSort.Smallest ? NullsOrder.Database : descending ? NullsOrder.Last : NullsOrder.First;
        return new Ordering(element, descending ? true : null, nulls);
    }
}
