using System.Globalization;

namespace Alchemy.Internals;

/// <summary>The order of an enum that is kept by name: that of its numbers, as in C#, and not that of the names.</summary>
internal static class EnumRank
{
    /// <summary><c>CASE value WHEN 'Low' THEN 0 WHEN 'High' THEN 1 END</c>; null for a value of another type. A value without a name of its own has no place in the order: NULL.</summary>
    public static ColumnElement? Of(ColumnElement value, Dialect dialect)
    {
        if (!IsNamed(value, dialect, out var type))
        {
            return null;
        }

        var element = value is Label label ? label.Element : value;
        var names = System.Enum.GetNames(type).OrderBy(n => Convert.ToDecimal(System.Enum.Parse(type, n), CultureInfo.InvariantCulture)).ToList();
        return new Case([.. names.Select(n => new LiteralValue(n, SqlTypes.Text))], [.. names.Select(n => new LiteralValue(Place(names, type, n), SqlTypes.Integer))], null, element);
    }

    /// <summary>Whether a value is an enum that is kept by name.</summary>
    public static bool IsNamed(ColumnElement value, Dialect dialect, out Type type)
    {
        var named = dialect.Types.Stored(value.Type) as EnumType;
        type = named?.Enum ?? typeof(object);
        return named is { ByName: true };
    }

    // Two names of one number have one place.
    private static int Place(List<string> names, Type type, string name) => names.FindIndex(n => System.Enum.Parse(type, n).Equals(System.Enum.Parse(type, name)));
}
