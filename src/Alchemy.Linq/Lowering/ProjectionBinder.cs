using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>Turns the shape of a query's items into columns to select and a function that makes the result of them.</summary>
internal sealed class ProjectionBinder
{
    private readonly LoweringContext _context;
    private readonly ParameterExpression _values = Expression.Parameter(typeof(object?[]), "values");
    private readonly List<ColumnElement> _columns = [];
    private readonly List<ResultItem> _items = [];
    private readonly List<ParameterExpression> _parameters = [];
    private readonly Dictionary<(ColumnElement, Type), ParameterExpression> _known = [];
    private readonly IReadOnlyList<ColumnElement> _rowKey;
    private readonly List<Expression?> _nested = [];
    private bool _isOptional;

    private ProjectionBinder(LoweringContext context, IReadOnlyList<ColumnElement>? rowKey = null) => (_context, _rowKey) = (context, rowKey ?? []);

    /// <param name="item">The shape.</param>
    /// <param name="context">The lowering's context.</param>
    /// <param name="failIfNull">True for an aggregate without rows whose result cannot be null.</param>
    public static (IReadOnlyList<ColumnElement> Columns, ResultShape Shape) Bind(Shape item, LoweringContext context, bool failIfNull = false)
    {
        var binder = new ProjectionBinder(context);
        var body = failIfNull && item.Type.IsValueType && Nullable.GetUnderlyingType(item.Type) is null
            ? NotEmpty(binder.Read(new ScalarShape(((ScalarShape)item).Element, typeof(Nullable<>).MakeGenericType(item.Type))))
            : binder.Read(item);
        if (binder._items.Count == 0)
        {
            binder._columns.Add(new LiteralValue(1, SqlTypes.Integer));
        }

        return body == binder._parameters.FirstOrDefault() && binder._items.Count == 1
            ? (binder._columns, new ResultShape(binder._items))
            : (binder._columns, new ResultShape(binder._items, Expression.Lambda(body, [.. binder._parameters, binder._values])));
    }

    /// <summary>As <see cref="Bind"/>, with collections: each becomes a query of its own, found by the key of the row.</summary>
    public static (IReadOnlyList<ColumnElement> Columns, ResultShape Shape, IReadOnlyList<Expression?> Nested) BindWithNested(Shape item, LoweringContext context, IReadOnlyList<ColumnElement> rowKey)
    {
        var binder = new ProjectionBinder(context, rowKey);
        var body = binder.Read(item);
        return (binder._columns, new ResultShape(binder._items, Expression.Lambda(body, [.. binder._parameters, binder._values])), binder._nested);
    }

    /// <summary>The items of a nested collection, each with the key of the row around it.</summary>
    /// <param name="item">The shape.</param>
    /// <param name="context">The lowering's context.</param>
    /// <param name="around">The key of the row around it.</param>
    /// <param name="rowKey">The item's own key, by which collections in it are found.</param>
    public static (IReadOnlyList<ColumnElement> Columns, ResultShape Shape, IReadOnlyList<Expression?> Nested) BindRows(Shape item, LoweringContext context, IReadOnlyList<ColumnElement> around, IReadOnlyList<ColumnElement> rowKey)
    {
        var binder = new ProjectionBinder(context, rowKey);
        var key = Expression.NewArrayInit(typeof(object), around.Select(k => Expression.Convert(binder.Read(KeyPart(k)), typeof(object))));
        var body = Expression.New(typeof(NestedRow<>).MakeGenericType(item.Type).GetConstructors()[0], key, binder.Read(item));
        return (binder._columns, new ResultShape(binder._items, Expression.Lambda(body, [.. binder._parameters, binder._values])), binder._nested);
    }

    private static ScalarShape KeyPart(ColumnElement column)
    {
        var clr = column.Type.ClrType;
        return new ScalarShape(column, clr.IsValueType ? typeof(Nullable<>).MakeGenericType(clr) : clr);
    }

    private static ConditionalExpression NotEmpty(Expression value) => Expression.Condition(
        Expression.Property(value, "HasValue"), Expression.Property(value, "Value"),
        Expression.Throw(Expression.New(typeof(InvalidOperationException).GetConstructor([typeof(string)])!, Expression.Constant("Sequence contains no elements.")), Nullable.GetUnderlyingType(value.Type)!));

    private Expression Read(Shape shape) => shape switch
    {
        ScalarShape scalar when DateMethods.IsSpan(scalar.Type) && !DateMethods.IsColumn(scalar.Element) => Span(scalar),
        ScalarShape scalar when _isOptional && IsBareValue(scalar.Type) => Expression.Call(Read(new ScalarShape(scalar.Element, typeof(Nullable<>).MakeGenericType(scalar.Type))), "GetValueOrDefault", null),
        ScalarShape scalar => Item((scalar.Element, scalar.Type), [scalar.Element], ordinal => new ColumnItem(ordinal, scalar.Type, scalar.Element.Type, _context.IsNullable(scalar.Element))),
        EntityShape entity => Item((entity.Columns[0], entity.Type), entity.Columns, ordinal => new EntityItem(ordinal, entity.Mapper)),
        CompositeShape { IsOptional: true } composite => CreateOrNull(composite),
        CompositeShape composite => Create(composite),
        SlotShape { Slot: var slot } => Expression.Convert(Expression.ArrayIndex(_values, Expression.Constant(slot.Index)), slot.Type),
        ConstantShape constant => Expression.Constant(constant.Value, constant.Type),
        ClientShape client => ShapeExpression.Replace(client.Node, Read),
        FirstItemShape { Item: ScalarShape item } first => Read(new ScalarShape(new ScalarSelect(first.Query.Build([item.Element])), first.OrDefault || first.Type.IsValueType ? MayBeNull(first) : first.Type)) is var value && value.Type == first.Type
            ? value : OrDefault(value, first),
        FirstItemShape { Item: EntityShape or CompositeShape } first => Read(first.Over(c => c, first.Query.Builder)),
        GroupShape group => Group(group),
        NestedShape nested => Nested(nested),
        _ => throw _context.Refuse(Expression.Parameter(shape.Type, "item"), "A query in a projection", "it is not supported yet; select an aggregate of it, or Include the collection"),
    };

    private Expression Span(ScalarShape span)
    {
        var (isNullable, create) = (!IsBareValue(span.Type), (Func<long, TimeSpan>)TimeSpan.FromTicks);
        var ticks = Read(new ScalarShape(span.Element, isNullable ? typeof(long?) : typeof(long)));
        return !isNullable ? Expression.Call(create.Method, ticks) : Expression.Condition(
            Expression.Property(ticks, "HasValue"), Expression.Convert(Expression.Call(create.Method, Expression.Property(ticks, "Value")), span.Type), Expression.Default(span.Type));
    }

    private NewExpression Group(GroupShape group)
    {
        var types = group.Type.GetGenericArguments();
        return Expression.New(typeof(Grouping<,>).MakeGenericType(types).GetConstructors()[0], Read(group.Key), Items(group.Reference, types[1]));
    }

    private Expression Nested(NestedShape nested)
    {
        var item = nested.Type.GetInterfaces().Append(nested.Type).First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];
        var items = Items(nested.Source, item);
        return nested.Type.IsAssignableFrom(items.Type) ? Expression.Convert(items, nested.Type)
            : nested.Type == typeof(IOrderedEnumerable<>).MakeGenericType(item) ? AsOrdered(items, item)
            : nested.Type == typeof(IQueryable<>).MakeGenericType(item) || nested.Type == typeof(IOrderedQueryable<>).MakeGenericType(item) ? Expression.Convert(Expression.Call(typeof(Queryable), nameof(Queryable.AsQueryable), [item], items), nested.Type)
            : throw _context.Refuse(nested.Source, nested.Type.Name, "the collection's type cannot be made of a list: add ToList()");
    }

    // A list that a query of its own has read; null for the items of the groups that are the query's items.
    private ParameterExpression Items(Expression? source, Type item)
    {
        if (_rowKey.Count == 0)
        {
            throw _context.Refuse(source ?? Expression.Parameter(item, "item"), "A collection in a projection", "it needs a query of entities or groups around it, and a row that Distinct or a set operation has made has no key: select the entities first");
        }

        var keys = _rowKey.Select((k, i) => (ColumnItem)new ColumnItem(_columns.Count + i, KeyPart(k).Type, k.Type, _context.IsNullable(k))).ToList();
        _items.Add(new NestedItem(_columns.Count, item, keys, _nested.Count));
        _columns.AddRange(_rowKey);
        _nested.Add(source);
        var parameter = Expression.Parameter(_items[^1].ClrType, $"item{_items.Count}");
        _parameters.Add(parameter);
        return parameter;
    }

    // The rows are in order already, and sorting is stable: this changes the static type and nothing else.
    private static MethodCallExpression AsOrdered(Expression list, Type item)
    {
        var same = Expression.Lambda(Expression.Constant(0), Expression.Parameter(item, "x"));
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.OrderBy), [item, typeof(int)], list, same);
    }

    private static bool IsBareValue(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null;

    // The columns of a missing object are read as NULL before anyone asks whether it is there.
    private Expression CreateOrNull(CompositeShape composite)
    {
        var presence = composite.Presence ?? throw _context.Refuse(Expression.Parameter(composite.Type, "item"), "An object that may be missing", "no column tells a missing object from one of nulls: select the key too");
        var clr = presence.Type.ClrType;
        var there = Read(new ScalarShape(presence, IsBareValue(clr) ? typeof(Nullable<>).MakeGenericType(clr) : clr));
        var before = _isOptional;
        _isOptional = true;
        var created = Create(composite);
        _isOptional = before;
        return Expression.Condition(Expression.Equal(there, Expression.Constant(null, there.Type)), Expression.Default(created.Type), created);
    }

    private static Type MayBeNull(FirstItemShape first) => first.Type.IsValueType && Nullable.GetUnderlyingType(first.Type) is null ? typeof(Nullable<>).MakeGenericType(first.Type) : first.Type;

    // First of nothing fails and FirstOrDefault gives the default, as in LINQ.
    private static Expression OrDefault(Expression value, FirstItemShape first) => first.OrDefault ? Expression.Call(value, "GetValueOrDefault", null) : NotEmpty(value);

    private Expression Create(CompositeShape composite)
    {
        var arguments = composite.Arguments.Select(Read);
        var created = composite.Creation.Arguments.Count == 0 ? composite.Creation
            : composite.Creation.Members is { } members ? Expression.New(composite.Creation.Constructor!, arguments, members) : Expression.New(composite.Creation.Constructor!, arguments);
        return composite.Bindings.Count == 0 ? created : Expression.MemberInit(created, composite.Bindings.Select(b => Expression.Bind(b.Member, Read(b.Value))));
    }

    private ParameterExpression Item((ColumnElement, Type) key, IReadOnlyList<ColumnElement> columns, Func<int, ResultItem> item)
    {
        if (!_known.TryGetValue(key, out var parameter))
        {
            _items.Add(item(_columns.Count));
            _columns.AddRange(columns);
            parameter = Expression.Parameter(_items[^1].ClrType, $"item{_items.Count}");
            _parameters.Add(parameter);
            _known.Add(key, parameter);
        }

        return parameter;
    }
}
