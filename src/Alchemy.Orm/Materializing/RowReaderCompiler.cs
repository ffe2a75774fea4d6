using System.Linq.Expressions;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Compiles a shape into one function per row: columns read by the driver's expressions, entities by their readers, the projection inlined.</summary>
internal static class RowReaderCompiler
{
    public static Func<Cursor, RowContext, T> Compile<T>(ResultShape shape, Driver driver)
    {
        if (shape is { Projector: null, Items: [EntityItem] })
        {
            return static (row, context) => (T)context.Entities[0]!.Entity(row)!;
        }

        var (row, context) = (Expression.Parameter(typeof(Cursor), "row"), Expression.Parameter(typeof(RowContext), "context"));
        var cursor = Expression.Variable(driver.CursorType, "cursor");
        var variables = new List<ParameterExpression> { cursor };
        var body = new List<Expression> { Expression.Assign(cursor, Expression.Convert(row, driver.CursorType)) };
        for (var i = 0; i < shape.Items.Count; i++)
        {
            // An item is read once, however often the projection uses it.
            var variable = Expression.Variable(shape.Items[i].ClrType, $"item{i}");
            variables.Add(variable);
            body.Add(Expression.Assign(variable, Read(shape.Items[i], i, driver, cursor, context)));
        }

        body.Add(shape.Projector is null ? Expression.Convert(variables[1], typeof(T)) : Project(shape.Projector, variables.Skip(1), context));
        return Expression.Lambda<Func<Cursor, RowContext, T>>(Expression.Block(typeof(T), variables, body), row, context).Compile();
    }

    private static Expression Read(ResultItem item, int index, Driver driver, Expression cursor, Expression context) => item switch
    {
        ColumnItem column => driver.Read(cursor, Expression.Constant(column.Ordinal), column.Type, column.ClrType, column.IsNullable),
        NestedItem nested => Expression.Call(
            Expression.Convert(Expression.ArrayIndex(Expression.Property(context, nameof(RowContext.Nested)), Expression.Constant(nested.Index)), typeof(NestedRows<>).MakeGenericType(nested.ItemType)),
            nameof(NestedRows<object>.Of), null, Expression.NewArrayInit(typeof(object), nested.Keys.Select(k => Expression.Convert(Read(k, index, driver, cursor, context), typeof(object))))),
        _ => Expression.Call(
            Expression.Convert(Expression.ArrayIndex(Expression.Property(context, nameof(RowContext.Entities)), Expression.Constant(index)), typeof(EntityReader<>).MakeGenericType(item.ClrType)),
            nameof(EntityReader<object>.TypedEntity), null, cursor),
    };

    private static Expression Project(LambdaExpression projector, IEnumerable<Expression> items, Expression context)
    {
        Expression[] arguments = [.. items, Expression.Property(context, nameof(RowContext.Values))];
        return new ParameterReplacement(projector.Parameters, arguments).Visit(projector.Body);
    }

    private sealed class ParameterReplacement(IReadOnlyList<ParameterExpression> parameters, IReadOnlyList<Expression> arguments) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node)
        {
            for (var i = 0; i < parameters.Count; i++)
            {
                if (ReferenceEquals(parameters[i], node))
                {
                    return arguments[i];
                }
            }

            return node;
        }
    }
}
