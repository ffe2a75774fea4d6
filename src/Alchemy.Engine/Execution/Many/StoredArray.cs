using System.Globalization;

namespace Alchemy.Internals;

/// <summary>One column of many rows as an array of what its type is stored as.</summary>
internal static class StoredArray
{
    public static Array Of(SqlType type, IReadOnlyList<object?[]> rows, int column)
    {
        var clr = type.StorageType.ClrType;
        var array = Array.CreateInstance(clr.IsValueType ? typeof(Nullable<>).MakeGenericType(clr) : clr, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            array.SetValue(Stored(type, rows[i][column]), i);
        }

        return array;
    }

    private static object? Stored(SqlType type, object? value)
    {
        while (type is DecoratedType decorated)
        {
            (value, type) = (decorated.Store(value), decorated.Impl);
        }

        value = BoxedValues.Fitting(type, value);
        var clr = type.StorageType.ClrType;
        try
        {
            return value switch
            {
                null => null,
                Enum named when clr == typeof(string) => named.ToString(),
                _ when clr.IsInstanceOfType(value) => value,
                IConvertible number => Convert.ChangeType(number, clr, CultureInfo.InvariantCulture),
                _ => throw new InvalidCastException(),
            };
        }
        catch (Exception wrong) when (wrong is InvalidCastException or FormatException or OverflowException)
        {
            throw new InvalidStatementException($"A {value!.GetType().Name} is no value of the type {type}: it takes {clr.Name} ({wrong.Message.TrimEnd('.')}).");
        }
    }
}
