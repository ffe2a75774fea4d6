using System.Linq.Expressions;
using Remotion.Linq;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.ResultOperators;

namespace Alchemy.Internals;

/// <summary>Operators after the clauses.</summary>
internal sealed partial class QueryModelTranslator
{
    private void Apply(ResultOperatorBase @operator, QueryModel model)
    {
        if (@operator is not QueryOptionResultOperator && (_outer is not null || @operator is not (FirstResultOperator or SingleResultOperator or LastResultOperator)))
        {
            Settle();
        }

        switch (@operator)
        {
            case QueryOptionResultOperator option:
                Options.Add(option);
                break;
            case TakeResultOperator take:
                PushDownIf(Builder.Limit is not null);
                Builder.Limit = Expressions.Count(take.Count);
                break;
            case SkipResultOperator skip:
                PushDownIf(Builder.IsPaged);
                Builder.Offset = Expressions.Count(skip.Count);
                break;
            case DistinctResultOperator:
                Distinct();
                break;
            case DistinctByResultOperator distinct:
                DistinctBy(distinct.Key);
                break;
            case LastItemsResultOperator last:
                LastItems(last);
                break;
            case ReverseResultOperator:
                Reverse("Reverse");
                break;
            case GroupResultOperator group:
                Group(group, GroupSource.Of(model, _outer));
                break;
            case AsQueryableResultOperator:
            case CastResultOperator { CastItemType: var cast } when cast.IsAssignableFrom(Item.Type):
            case OfTypeResultOperator { SearchedItemType: var type } when type.IsAssignableFrom(Item.Type):
                break;
            case DefaultIfEmptyResultOperator empty:
                IfEmpty = empty.OptionalDefaultValue ?? Expression.Constant(null);
                break;
            case UnionResultOperator union:
                Combine(union.Source2, SetOperator.Union, "Union");
                break;
            case ConcatResultOperator concat:
                Combine(concat.Source2, SetOperator.UnionAll, "Concat");
                break;
            case IntersectResultOperator intersect:
                Combine(intersect.Source2, SetOperator.Intersect, "Intersect");
                break;
            case ExceptResultOperator except:
                Combine(except.Source2, SetOperator.Except, "Except");
                break;
            default:
                End(@operator);
                break;
        }
    }

    /// <summary>The item of an empty sequence is given by the program at the end of a query; anywhere before, the database must see it.</summary>
    private void Settle()
    {
        if (IfEmpty is { } value)
        {
            IfEmpty = null;
            OrEmpty((value as ConstantExpression)?.Value is null && value is ConstantExpression ? null : value);
        }
    }

    private void Distinct()
    {
        if (Parts(Item).OfType<ClientShape>().FirstOrDefault() is { Node: var node })
        {
            throw Context.Refuse(node, "Queryable.Distinct", "a part of the items is computed by the program, so the database cannot compare them; select what it is computed of, or use Distinct after AsEnumerable()");
        }

        PushDownIf(Builder.IsPaged || Builder.IsGrouped);
        Builder.Unordered();
        Builder.IsDistinct = true;
    }

    // The first row of each key, in the order of the query; without one, in that of the rows' own keys.
    private void DistinctBy(Expression selector)
    {
        PushDownIf(!Builder.IsSimple);
        var key = Expressions.Translate(selector);
        List<ColumnElement> parts = [.. Parts(key).SelectMany(p => p is EntityShape entity ? entity.Mapper.Key.Select(entity.Column) : p is SlotShape or ConstantShape ? [] : p is ScalarShape ? p.Columns : [Expressions.Value(p, selector)])];
        var order = Builder.Order.Count > 0 ? Builder.Order : [.. _sources.Values.OfType<EntityShape>().Distinct().SelectMany(e => e.Mapper.Key.Select(k => Ordering(e.Column(k), descending: false)))];
        // Behind this, what ties the rows to the queries around them is tested after they are numbered.
        var keys = Decorrelation.Keys(Builder, Unreachable) ?? throw RefuseTied();
        var number = (ScalarShape)PushDown(new ScalarShape(RowNumber.Over([.. keys, .. parts], [.. order]), typeof(long)));
        Builder.Where(number.Element.Condition(SqlOperator.Equal, new LiteralValue(1L, SqlTypes.BigInteger)));
    }

    private static IEnumerable<Shape> Parts(Shape item) => item is CompositeShape composite ? composite.Parts.SelectMany(Parts) : [item];

    private static IEnumerable<EntityShape> Entities(Shape item) => Parts(item).OfType<EntityShape>();

    private void End(ResultOperatorBase @operator)
    {
        Terminal = @operator;
        switch (@operator)
        {
            case FirstResultOperator or SingleResultOperator:
                // A sub-query's value is of one row, however many Take would give.
                PushDownIf(_outer is not null && Builder.Limit is not null);
                break;
            case LastResultOperator:
                Reverse("Last");
                break;
            case AnyResultOperator or ContainsResultOperator:
                // A DISTINCT must compare the items, not the 1 of an EXISTS, where its number of rows matters.
                PushDownIf(Builder.IsPaged && (Builder.IsDistinct || @operator is ContainsResultOperator));
                break;
            case AllResultOperator all:
                PushDownIf(Builder.IsPaged);
                Builder.Where(Expressions.Condition(all.Predicate, negated: true));
                break;
            case CountResultOperator or LongCountResultOperator:
                PushDownIf(!Builder.IsSimple);
                Builder.Unordered();
                Item = new ScalarShape(Func.Count(), @operator is CountResultOperator ? typeof(int) : typeof(long));
                break;
            case SumResultOperator or MinResultOperator or MaxResultOperator or AverageResultOperator:
                PushDownIf(!Builder.IsSimple);
                Builder.Unordered();
                Item = Aggregates.Of(@operator, Item, Expressions, null);
                break;
            default:
                throw Context.Refuse(Expression.Constant(@operator.ToString()), $"Queryable.{@operator.ToString()!.Split('(')[0]}", "switch to memory with AsEnumerable() first");
        }
    }

    /// <summary>Orders what is equal so far by the rows' keys: where each value of the first item is a subquery of its own, all of them must mean one row.</summary>
    public void BreakTies()
    {
        if (!Builder.IsDistinct && !Builder.IsGrouped)
        {
            var known = Builder.Order.Select(o => o.Element).ToList();
            var keys = _rows.Concat(Entities(Item)).Distinct().SelectMany(e => e.Mapper.Key.Select(e.Column)).Where(k => !known.Contains(k, ReferenceEqualityComparer.Instance)).Distinct().ToList();
            Builder.OrderBy([.. Builder.Order, .. keys.Select(k => Ordering(k, descending: false))]);
        }
    }

    // The last items are the first ones of the opposite order, turned round again.
    private void LastItems(LastItemsResultOperator last)
    {
        var name = last.Skip ? "SkipLast" : "TakeLast";
        Reverse(name);
        var count = Expressions.Count(last.Count);
        (Builder.Limit, Builder.Offset) = (last.Skip ? null : count, last.Skip ? count : null);
        Reverse(name);
    }

    private void Reverse(string @operator)
    {
        PushDownIf(Builder.IsPaged);
        if (Builder.Order.Count == 0)
        {
            throw Context.Refuse(Expression.Constant(@operator), $"Queryable.{@operator}", "without an order no row is the last: add OrderBy before it");
        }

        Builder.OrderBy([.. Builder.Order.Select(o => Ordering(o.Element, o.IsDescending != true))]);
    }

    private void Group(GroupResultOperator group, GroupSource source)
    {
        PushDownIf(!Builder.IsSimple);
        var key = Expressions.Translate(group.KeySelector);
        if (_keysAreColumns && !key.Columns.All(IsColumn))
        {
            key = PushDown(key);
        }

        foreach (var entity in Entities(key))
        {
            entity.IsGroupKey = true;
        }

        var element = Expressions.Projection(group.ElementSelector);
        Builder.Group(key.Columns);
        // Single rows are out of reach from here on.
        _sources.Clear();
        _rows = [];
        Item = new GroupShape(typeof(IGrouping<,>).MakeGenericType(group.KeySelector.Type, group.ElementSelector.Type), key, element, source);
    }

    // Both sides give the same columns in the same order; the first side's shape reads them.
    private void Combine(Expression second, SetOperator op, string @operator)
    {
        var other = Open(second, "x", Context, _outer);
        (Item, other.Item) = (InColumns(Item, second), InColumns(other.Item, second));
        var (mine, theirs) = (SetColumns(Item, second, @operator), SetColumns(other.Item, second, @operator));
        if (mine.Count != theirs.Count)
        {
            throw Context.Refuse(second, $"Queryable.{@operator}", "both sides must select the same members in the same order");
        }

        PushDownForSet(this, ref mine);
        PushDownForSet(other, ref theirs);
        var partners = FreeBoth(other, mine, theirs);
        var compound = new CompoundSelect(op, [Build(mine), other.Build(theirs)]);
        var subquery = new Subquery(compound, seed: _seed);
        var isOptional = theirs.Exists(Context.IsNullable) || mine.Exists(Context.IsNullable);
        if (isOptional)
        {
            // A column is nullable as soon as it is on one of the sides.
            Context.MarkOptional(subquery);
        }

        Builder.Replace(subquery);
        var next = 0;
        Item = Item.Over(_ => subquery.Columns[next++], Builder);
        foreach (var (comparison, partner) in partners)
        {
            Builder.Where(new Alchemy.BinaryExpression(comparison, subquery.Columns[next++], partner, SqlTypes.Boolean));
        }

        Adopt(Item, Entities(Item).Any() && isOptional);
    }

    // Keys that tie both sides to the same values around them are columns of both, which are compared with those values outside.
    private IReadOnlyList<(SqlOperator Operator, ColumnElement Outer)> FreeBoth(QueryModelTranslator other, List<ColumnElement> mine, List<ColumnElement> theirs)
    {
        var around = Unreachable;
        if (around.Count == 0 || !FromReferences.Meets(Build(mine), around) && !FromReferences.Meets(other.Build(theirs), around))
        {
            return [];
        }

        if (Decorrelation.TryPair(Builder, around) is not { } left || Decorrelation.TryPair(other.Builder, around) is not { } right || !left.Partners.SequenceEqual(right.Partners))
        {
            throw RefuseTied();
        }

        mine.AddRange(left.Columns);
        theirs.AddRange(right.Columns);
        return FromReferences.Meets(Build(mine), around) || FromReferences.Meets(other.Build(theirs), around) ? throw RefuseTied() : [.. left.Partners];
    }

    // A captured value or literal is a column like any other here: it may differ from side to side.
    private Shape InColumns(Shape item, Expression node) => item switch
    {
        SlotShape or ConstantShape => new ScalarShape(Column(Expressions.Value(item, node), item.Type, node), item.Type),
        CompositeShape composite => composite.With(part => InColumns(part, node)),
        _ => item,
    };

    private ColumnElement Column(ColumnElement value, Type type, Expression node) => value is not Alchemy.Constant { Kind: ConstantKind.Null } ? value
        : SqlTypes.TryOf(Nullable.GetUnderlyingType(type) ?? type) is { } known ? value.Cast(known)
        : throw Context.Refuse(node, "null", "the type of the null has no SQL type");

    private static void PushDownForSet(QueryModelTranslator side, ref List<ColumnElement> columns)
    {
        if (side.Builder.IsPaged)
        {
            side.PushDown();
            columns = [.. side.Item.Columns];
        }

        side.Builder.Unordered();
    }

    private List<ColumnElement> SetColumns(Shape item, Expression node, string @operator) => Parts(item).All(p => p is ScalarShape or EntityShape)
        ? [.. item.Columns]
        : throw Context.Refuse(node, $"Queryable.{@operator}", "its items are not made of columns alone: compute in a Select after it");
}
