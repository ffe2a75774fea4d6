using System.Linq.Expressions;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.Expressions;
using Remotion.Linq.Clauses.ResultOperators;

namespace Alchemy.Internals;

/// <summary>What stands behind FROM and JOIN.</summary>
internal sealed partial class QueryModelTranslator
{
    /// <summary>Starts this SELECT with a source; gives the shape of its items.</summary>
    private Shape OpenSource(Expression source, string name)
    {
        switch (source)
        {
            case QueryRootExpression root:
                return OpenRoot(root, name);
            case SubQueryExpression query:
                // The sub-query's SELECT goes on here: it becomes a subquery only if what follows needs it.
                var inner = Lower(query.QueryModel, Context, _outer, _keepsSources, _needsKeyColumns);
                return Adopt(inner, query);
            default:
                return OpenShape((_outer ?? this).Expressions.Translate(source), source, name);
        }
    }

    private Shape OpenShape(Shape shape, Expression source, string name)
    {
        switch (shape)
        {
            case NestedShape nested:
                return OpenShape(nested.Collection, source, name);
            case CollectionShape collection:
                var from = new Alias(collection.Relationship.Target.Table, seed: AliasSeed.Of(name) ?? AliasSeed.Of(collection.Relationship.Attribute.Name));
                Builder.Start(from);
                foreach (var (key, remote) in collection.Columns.Zip(collection.Relationship.RemoteColumns))
                {
                    Builder.Where(from.CorrespondingColumn(remote)!.Condition(SqlOperator.Equal, key));
                }

                return EntityOver(collection.Relationship.Target, from);
            case JoinedGroupShape group:
                var item = OpenSource(group.Join.InnerSequence, name);
                _sources[group.Join] = item;
                Builder.Where(Expressions.JoinCondition(group.Outer.Expressions.Translate(group.Join.OuterKeySelector), Expressions.Translate(group.Join.InnerKeySelector), source));
                return item;
            case QueryShape query:
                return Adopt(Lower(query.Model, Context, query.Outer), source);
            case GroupShape { Source: { } rows } group:
                return OpenGroup(rows, group);
            case SlotShape:
                throw Context.Refuse(source, "A local collection", "only Contains reaches into it; send the values as a condition, or read the query into memory first");
            default:
                throw Context.Refuse(source, "from", "it is not a sequence that the database knows");
        }
    }

    // The rows of a group are those of the grouped query whose key is the group's.
    private Shape OpenGroup(GroupSource rows, GroupShape group)
    {
        var inner = Lower(rows.Model, Context, rows.Outer, keepsSources: true);
        inner.PushDownIf(!inner.Builder.IsSimple);
        var key = inner.Expressions.Translate(rows.Operator.KeySelector);
        inner.Builder.Where(inner.Expressions.Equality(key, group.Key, rows.Operator.KeySelector, rows.Operator.KeySelector, equal: true));
        Builder = inner.Builder;
        return inner.Expressions.Projection(rows.Operator.ElementSelector);
    }

    private Shape Adopt(QueryModelTranslator inner, Expression source)
    {
        if (inner.Terminal is not null)
        {
            throw Context.Refuse(source, inner.Terminal.GetType().Name, "it gives one value, not a sequence");
        }

        inner.Settle();
        Builder = inner.Builder;
        Options.AddRange(inner.Options);
        foreach (var (clause, shape) in _keepsSources ? inner._sources : [])
        {
            _sources[clause] = shape;
        }

        return inner.Item;
    }

    private Shape OpenRoot(QueryRootExpression root, string name)
    {
        switch (root.RootIdentity)
        {
            case Mapper mapper:
                var alias = new Alias(mapper.Table, seed: AliasSeed.Of(name));
                Builder.Start(alias);
                return EntityOver(mapper, alias);
            case CoreRoot core:
                var subquery = new Subquery(core.Select, seed: AliasSeed.Of(name));
                Builder.Start(subquery);
                return new SourceShape(core.Mapper, Builder, [.. core.Mapper.Scalars.Select(s => (ColumnElement)subquery.Columns[s.Column.Name])], false);
            default:
                throw new InvalidOperationException($"A query root of type {root.RootIdentity.GetType().Name} is not known.");
        }
    }

    private SourceShape EntityOver(Mapper mapper, FromClause from) => new(mapper, Builder, [.. mapper.Scalars.Select(s => (ColumnElement)from.CorrespondingColumn(s.Column)!)], false);

    /// <summary>A further FROM: a cross join, or a join along what ties it to the sources before.</summary>
    private Shape AddFrom(Expression source, string name)
    {
        var kind = JoinKind.Inner;
        if (source is SubQueryExpression { QueryModel: { ResultOperators: [.., DefaultIfEmptyResultOperator { OptionalDefaultValue: null }] } model })
        {
            kind = JoinKind.LeftOuter;
            var bare = model.Clone();
            bare.ResultOperators.RemoveAt(bare.ResultOperators.Count - 1);
            source = bare.IsIdentityQuery() && bare.ResultOperators.Count == 0 ? bare.MainFromClause.FromExpression : new SubQueryExpression(bare);
        }

        var inner = Open(source, name, Context, this);
        return kind is JoinKind.LeftOuter ? AttachOptional(inner, null, name, source) : Attach(inner, kind, null, name, source);
    }

    private Shape AddJoin(Expression sequence, string name, Expression outerKey, Expression innerKey, IQuerySource clause, JoinKind kind)
    {
        var inner = Open(sequence, name, Context, this);
        inner._sources[clause] = inner.Item;
        var outerShape = Expressions.Translate(outerKey);
        var on = Expressions.JoinCondition(outerShape, inner.Expressions.Translate(innerKey), outerKey);
        return kind is JoinKind.LeftOuter ? AttachOptional(inner, on, name, sequence) : Attach(inner, kind, on, name, sequence);
    }

    /// <summary>Joins another SELECT to this one.</summary>
    /// <param name="inner">The SELECT.</param>
    /// <param name="kind">How it is joined.</param>
    /// <param name="on">The condition; null for none.</param>
    /// <param name="name">The stem of its name.</param>
    /// <param name="source">The query that it was made of.</param>
    /// <param name="carried">Other values of it that are needed here; each is put in its place outside.</param>
    private Shape Attach(QueryModelTranslator inner, JoinKind kind, ColumnElement? on, string name, Expression source, Shape[]? carried = null)
    {
        var item = inner.Item;
        FromClause right;
        // A condition of the preserved side of a RIGHT JOIN does not remove its rows in ON; what is computed of a missing row must be NULL too.
        var isOpen = kind switch { JoinKind.RightOuter => inner.Builder.Conditions is Constant, JoinKind.LeftOuter => item.Columns.All(IsColumn), _ => true };
        if (isOpen && inner.Builder.IsSimple && inner.Builder.From is { } from && !FromReferences.Meets(from, Builder.Leaves))
        {
            inner.Builder.Unordered();
            right = from;
            on = BooleanClauseList.And(new[] { on, inner.Builder.Conditions }.OfType<ColumnElement>());
        }
        else
        {
            (right, on, var outside) = Derive(inner, on, name, source, carried ?? []);
            item = item.Over(outside, Builder);
            for (var i = 0; i < carried?.Length; i++)
            {
                carried[i] = carried[i].Over(outside, Builder);
            }
        }

        var presences = (kind is JoinKind.LeftOuter ? [item] : kind is JoinKind.RightOuter ? _sources.Values : (IEnumerable<Shape>)[])
            .OfType<CompositeShape>().Select(c => (c, c.Columns.ToList().FindIndex(e => IsColumn(e) && !Context.IsNullable(e)))).ToList();
        var isFree = on is null or Constant { Kind: ConstantKind.True };
        Builder.Join(right, !isFree ? on : kind is JoinKind.Inner ? null : Constant.True, isFree && kind is JoinKind.Inner ? JoinKind.Cross : kind);
        if (kind is JoinKind.RightOuter)
        {
            MarkSourcesOptional(right);
        }

        presences.ForEach(p => p.c.MakeOptional(p.Item2));
        Adopt(item, kind is JoinKind.LeftOuter);
        return item;
    }

    /// <summary>Makes a subquery of a SELECT, to be joined: LATERAL if it uses this one's FROMs, or without what ties it to them.</summary>
    private (Subquery Right, ColumnElement? On, Func<ColumnElement, ColumnElement> Outside) Derive(QueryModelTranslator inner, ColumnElement? on, string name, Expression source, Shape[] carried)
    {
        Select Select(IEnumerable<ColumnElement> columns) => inner.Builder.Build(columns, OuterFroms.Concat(Builder.Leaves));
        List<ColumnElement> columns = [.. inner.Item.Columns.Concat(carried.SelectMany(c => c.Columns)).DefaultIfEmpty(new LiteralValue(1, SqlTypes.Integer)).Distinct(ReferenceEqualityComparer.Instance).OfType<ColumnElement>()];
        var around = Context.Dialect.Features.OuterInFrom is Support.No ? [.. OuterFroms, .. Builder.Leaves] : Builder.Leaves;
        var isTied = FromReferences.Meets(Select(columns), around);
        var freed = isTied && Context.Dialect.Features.Lateral is Lateral.None ? Decorrelation.TryApply(inner.Builder, around) : null;
        columns = [.. columns.Concat(freed?.Columns ?? []).Distinct(ReferenceEqualityComparer.Instance).OfType<ColumnElement>()];
        if (freed is not null)
        {
            inner.Builder.Unordered();
        }

        var select = Select(columns);
        isTied = FromReferences.Meets(select, around);
        if (isTied && Context.Dialect.Features.Lateral is Lateral.None)
        {
            throw Context.Refuse(source, "A sub-query joined to each row", "this database has no LATERAL, and the sub-query is tied to the row by more than equality of keys: select aggregates of it, or read the rows first");
        }

        var subquery = new Subquery(select, seed: AliasSeed.Of(name), lateral: isTied);
        ColumnElement Outside(ColumnElement element) => columns.FindIndex(c => ReferenceEquals(c.Node, element.Node)) is >= 0 and var i ? subquery.Columns[i] : element;
        var conditions = (on is null ? [] : new[] { new ColumnAdapter(subquery).Rewrite(on) }).Concat(freed?.Conditions(subquery, Outside) ?? []).ToList();
        return (subquery, conditions.Count == 0 ? null : BooleanClauseList.And(conditions), Outside);
    }

    private static bool IsColumn(ColumnElement element) => element.Node is NamedColumn or ProxyColumn;

    /// <summary>Joins a SELECT whose items may be missing: an item that is a number is 0 then.</summary>
    private Shape AttachOptional(QueryModelTranslator inner, ColumnElement? on, string name, Expression source, ColumnElement? whenMissing = null)
    {
        var wasNullable = inner.Item is ScalarShape before && Context.IsNullable(before.Element);
        var item = Attach(inner, JoinKind.LeftOuter, on, name, source);
        if (item is not ScalarShape scalar || wasNullable)
        {
            return whenMissing is null ? item : throw Context.Refuse(source, "DefaultIfEmpty", "the default can stand for a missing item only if the items are values that are never null");
        }

        whenMissing ??= scalar.Type.IsValueType && Nullable.GetUnderlyingType(scalar.Type) is null ? new LiteralValue(Activator.CreateInstance(scalar.Type)!, scalar.Element.Type) : null;
        return whenMissing is null ? item : new ScalarShape(new FunctionCall("coalesce", [scalar.Element, whenMissing], scalar.Element.Type, nullable: false), scalar.Type);
    }

    /// <summary>DEFAULT IF EMPTY: one row, and what there is joined to it.</summary>
    private void OrEmpty(Expression? value)
    {
        PushDownIf(!Builder.IsSimple);
        var (order, inner) = (Builder.Order.ToArray(), new QueryModelTranslator(Context, _outer) { Builder = Builder, Item = Item });
        var whenMissing = value is null ? null : Expressions.Value(value, (Item as ScalarShape)?.Element);
        Expressions.ForgetSubQueries();
        Builder = new SelectBuilder(Context);
        Builder.Start(new Subquery(Sql.Select(new LiteralValue(1, SqlTypes.Integer)), seed: "one"));
        Item = AttachOptional(inner, null, _seed ?? "x", value ?? Expression.Parameter(Item.Type, _seed ?? "x"), whenMissing);
        Builder.OrderBy(order);
    }

    // Everything that was there before a RIGHT JOIN may be missing.
    private void MarkSourcesOptional(FromClause right)
    {
        foreach (var leaf in Builder.Leaves.Except(SelectBuilder.LeavesOf(right)))
        {
            Context.MarkOptional(leaf);
        }

        foreach (var source in _sources.Values)
        {
            Adopt(source, isOptional: true);
        }
    }

    // The entities of a joined SELECT stand in this one's FROM now.
    private void Adopt(Shape item, bool isOptional)
    {
        switch (item)
        {
            case EntityShape entity:
                entity.Owner = Builder;
                entity.IsOptional |= isOptional;
                break;
            case CompositeShape composite:
                foreach (var part in composite.Parts)
                {
                    Adopt(part, isOptional);
                }

                break;
        }
    }
}
