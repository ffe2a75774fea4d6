using System.Collections.Concurrent;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>A query over mapped types: a Core SELECT, what its rows become, and what is loaded with them. Immutable: each method returns a changed copy.</summary>
/// <example><code>var o = model.Entity&lt;Order&gt;("o");
/// var query = EntityQuery.Select(o).Join(o.To(x => x.Customer), out var c).Where(c.Col(x => x.Country) == "NO").Load(o.To(x => x.Lines).SelectIn());
/// foreach (var order in session.Execute&lt;Order&gt;(query)) { … }</code></example>
public sealed class EntityQuery
{
    private readonly ConcurrentDictionary<Engine, QueryPlan> _plans = new();

    /// <summary>Creates a query.</summary>
    /// <param name="select">The SELECT; its columns are those that the shape reads.</param>
    /// <param name="shape">What its rows become.</param>
    public EntityQuery(SelectBase select, ResultShape shape) => (Statement, Shape) = (select, shape);

    private EntityQuery(EntityQuery other)
        : this(other.Statement, other.Shape)
        => (Loads, IsTracking) = (other.Loads, other.IsTracking);

    /// <summary>The SELECT.</summary>
    public SelectBase Statement { get; private init; }

    /// <summary>What its rows become.</summary>
    public ResultShape Shape { get; }

    /// <summary>The navigations that are loaded with the entities.</summary>
    public IReadOnlyList<LoaderOption> Loads { get; private init; } = [];

    /// <summary>False when entities do not go into the session.</summary>
    public bool IsTracking { get; private init; } = true;

    /// <summary>The mapped types whose objects it returns.</summary>
    public IReadOnlyList<Mapper> Roots => [.. Shape.Items.OfType<EntityItem>().Select(i => i.Mapper).Distinct()];

    /// <summary>A query for the entities of a source.</summary>
    public static EntityQuery Select<T>(EntityAlias<T> source)
        where T : class
        => new(Sql.Select(source.Columns).SelectFrom(source.From), new ResultShape([new EntityItem(0, source.Mapper)]));

    /// <summary>Adds a condition.</summary>
    public EntityQuery Where(ColumnElement condition) => With(s => s.Where(condition));

    /// <summary>Adds to ORDER BY.</summary>
    public EntityQuery OrderBy(params ColumnElement[] columns) => With(s => s.OrderBy(columns));

    /// <summary>The most rows.</summary>
    public EntityQuery Limit(int rows) => With(s => s.Limit(rows));

    /// <summary>The rows to leave out first.</summary>
    public EntityQuery Offset(int rows) => With(s => s.Offset(rows));

    /// <summary>Joins the target of a navigation: <c>JOIN</c>.</summary>
    /// <param name="path">The navigation of a source of this query.</param>
    /// <param name="target">The joined source, for conditions.</param>
    public EntityQuery Join<TTarget>(EntityPath<TTarget> path, out EntityAlias<TTarget> target)
        where TTarget : class
        => Join(path, JoinKind.Inner, out target);

    /// <summary>Joins the target of a navigation where there is one: <c>LEFT OUTER JOIN</c>.</summary>
    /// <param name="path">The navigation of a source of this query.</param>
    /// <param name="target">The joined source, for conditions.</param>
    public EntityQuery OuterJoin<TTarget>(EntityPath<TTarget> path, out EntityAlias<TTarget> target)
        where TTarget : class
        => Join(path, JoinKind.LeftOuter, out target);

    /// <summary>Loads navigations with the entities.</summary>
    public EntityQuery Load(params LoaderOption[] options) => new(this) { Loads = LoaderOption.Merge([.. Loads, .. options]) };

    /// <summary>The entities do not go into the session: no identity map, no change tracking.</summary>
    public EntityQuery AsNoTracking() => new(this) { IsTracking = false };

    internal QueryPlan PlanFor(Engine engine) => _plans.GetOrAdd(engine, e => new QueryPlan(this, e.Compile(Statement)));

    private EntityQuery Join<TTarget>(EntityPath<TTarget> path, JoinKind kind, out EntityAlias<TTarget> target)
        where TTarget : class
    {
        var mapper = path.Relationship.Target;
        var joined = new EntityAlias<TTarget>(mapper, mapper.Table.As());
        target = joined;
        return With(s => s.WithFrom([.. s.From.Select(f => Contains(f, path.Source.From) ? new Join(f, joined.From, path.Source.JoinCondition(path.Relationship, joined.From), kind) : f)]));
    }

    private static bool Contains(FromClause from, FromClause part) => ReferenceEquals(from, part) || from is Join join && (Contains(join.Left, part) || Contains(join.Right, part));

    private EntityQuery With(Func<Select, Select> change) => Statement is Select select
        ? new(this) { Statement = change(select) }
        : throw new InvalidStatementException("A UNION takes no further clause: select from it as a subquery.");
}
