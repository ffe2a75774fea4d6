using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>The expression that makes a value, tuple or object of a row.</summary>
internal static class RowShape
{
    /// <summary>The whole row.</summary>
    public static Expression Read(Type type, CompiledSql compiled, Driver driver, Expression cursor)
    {
        var columns = compiled.Columns;
        if (IsValue(type) || columns is [{ Type: var only }] && only.ClrType == (Nullable.GetUnderlyingType(type) ?? type))
        {
            return columns.Count == 1 ? Read(type, columns[0], 0, driver, cursor) : throw Unfit(type, $"the result has {columns.Count} columns: select one, or ask for a tuple or a record");
        }

        return IsTuple(type) ? Tuple(type, columns, driver, cursor) : Object(type, columns, driver, cursor);
    }

    /// <summary>One column as a value of exactly its own type; the default value for NULL.</summary>
    public static Expression ReadOrDefault(Type type, ResultColumn column, int index, Driver driver, Expression cursor)
    {
        var own = column.Type.ClrType;
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (column.Type is NullType || wanted == typeof(object))
        {
            return Converted(type, column, index, cursor);
        }

        return wanted == own
            ? Expression.Condition(Expression.Call(cursor, nameof(Cursor.IsNull), null, Expression.Constant(index)), Expression.Default(type), Read(type, column, index, driver, cursor))
            : throw new ResultShapeException($"Column '{column.Name}' holds a {own.Name}, not a {wanted.Name}: ask for that type, or add Cast<{wanted.Name}>().");
    }

    private static Expression Read(Type type, ResultColumn column, int index, Driver driver, Expression cursor)
    {
        if (column.Type is NullType || type == typeof(object))
        {
            return Converted(type, column, index, cursor);
        }

        try
        {
            return driver.Read(cursor, Expression.Constant(index), column.Type, type, nullable: true);
        }
        catch (InvalidOperationException)
        {
            throw Unfit(type, $"column '{column.Name}' holds a {column.Type.ClrType.Name}: ask for that type, or add Cast<…>()");
        }
    }

    // A column of text that the program wrote: only the database knows its type.
    private static Expression Converted(Type type, ResultColumn column, int index, Expression cursor)
        => Expression.Call(typeof(RowShape), nameof(Convert), [type], Expression.Call(cursor, nameof(Cursor.Value), null, Expression.Constant(index), Expression.Constant(column.Type, typeof(SqlType))), Expression.Constant(column.Name));

    private static T? Convert<T>(object? value, string column)
    {
        var wanted = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        try
        {
            return value switch
            {
                null => default(T) is null ? default : throw new ResultShapeException($"Column '{column}' holds NULL where a {wanted.Name} was expected."),
                T own => own,
                _ when wanted.IsEnum => (T)Enum.ToObject(wanted, value),
                IConvertible number => (T)number.ToType(wanted, System.Globalization.CultureInfo.InvariantCulture),
                _ => (T)value,
            };
        }
        catch (Exception wrong) when (wrong is InvalidCastException or FormatException or OverflowException)
        {
            throw new ResultShapeException($"Column '{column}' holds a {value!.GetType().Name} that is no {wanted.Name}.", wrong);
        }
    }

    private static bool IsValue(Type type) => Nullable.GetUnderlyingType(type) is { } underlying ? IsValue(underlying) : type.IsEnum || type == typeof(object) || type.IsArray || SqlTypes.TryOf(type) is not null;

    private static bool IsTuple(Type type) => type.IsAssignableTo(typeof(ITuple)) && type.IsGenericType;

    // The eighth item of a tuple is another tuple, with the rest.
    private static NewExpression Tuple(Type type, IReadOnlyList<ResultColumn> columns, Driver driver, Expression cursor)
    {
        var count = Count(type);
        return count == columns.Count ? Part(type, 0) : throw Unfit(type, $"it has {count} items, and the result {columns.Count} columns");

        NewExpression Part(Type tuple, int from)
        {
            var items = tuple.GetGenericArguments();
            return Expression.New(tuple.GetConstructor(items)!, items.Select((item, i) => i == 7 ? Part(item, from + 7) : Read(item, columns[from + i], from + i, driver, cursor)));
        }
    }

    private static int Count(Type tuple) => tuple.GetGenericArguments() is var items && items.Length == 8 ? 7 + Count(items[7]) : items.Length;

    private static Expression Object(Type type, IReadOnlyList<ResultColumn> columns, Driver driver, Expression cursor)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < columns.Count; i++)
        {
            if (!places.TryAdd(Plain(columns[i].Name), i))
            {
                throw Unfit(type, $"two columns are called '{columns[i].Name}': give one a label");
            }
        }

        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault(c => c.GetParameters().All(p => places.ContainsKey(Plain(p.Name!))))
            ?? throw Unfit(type, $"no public constructor takes columns of the names {string.Join(", ", columns.Select(c => c.Name))}");
        Expression Column(string name, Type wanted) => places.Remove(Plain(name), out var i) ? Read(wanted, columns[i], i, driver, cursor) : throw Unfit(type, $"it takes '{name}' twice");
        var made = Expression.New(constructor, constructor.GetParameters().Select(p => Column(p.Name!, p.ParameterType)).ToList());
        List<MemberBinding> members = [.. Settable(type).Where(m => places.ContainsKey(Plain(m.Name))).ToList().Select(m => Expression.Bind(m, Column(m.Name, m is PropertyInfo p ? p.PropertyType : ((FieldInfo)m).FieldType)))];
        return places.Count == 0
            ? Expression.MemberInit(made, members)
            : throw Unfit(type, $"it has no place for {string.Join(", ", places.Values.Order().Select(i => $"'{columns[i].Name}'"))}: leave the column out, or give it the label of a member");
    }

    private static IEnumerable<MemberInfo> Settable(Type type)
        => type.GetMembers(BindingFlags.Public | BindingFlags.Instance).Where(m => m is PropertyInfo { SetMethod.IsPublic: true } p && p.GetIndexParameters().Length == 0 || m is FieldInfo { IsInitOnly: false });

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal);

    private static ResultShapeException Unfit(Type type, string why) => new($"The rows cannot become {type.Name}: {why}.");
}
