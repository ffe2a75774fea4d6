using System.Collections;

namespace Alchemy.Internals;

/// <summary>The value of an expanding bind: a list whose elements become one marker each.</summary>
internal static class ExpandingValue
{
    /// <summary>How many elements the value has.</summary>
    public static int Count(object? value, BindParameter bind) => Elements(value, bind).Count;

    /// <summary>The values written out.</summary>
    public static IReadOnlyList<string> Literals(object? value, BindParameter bind, Dialect dialect)
        => [.. Elements(value, bind).Cast<object?>().Select(v => Literal(v, bind.Type, dialect))];

    private static string Literal(object? value, SqlType type, Dialect dialect) => type is TupleType tuple
        ? $"({string.Join(", ", tuple.Items.Select((t, i) => dialect.Literals.Render(Item(value, i), t)))})"
        : dialect.Literals.Render(value, type);

    /// <summary>An item of a tuple: of a value tuple, or of an array.</summary>
    public static object? Item(object? tuple, int index) => tuple switch
    {
        System.Runtime.CompilerServices.ITuple items => items[index],
        IList items => items[index],
        _ => throw new InvalidStatementException($"An element of a list of tuples is a {tuple?.GetType().Name ?? "null"}: give value tuples, or arrays."),
    };

    /// <summary>The value as a list.</summary>
    public static ICollection Elements(object? value, BindParameter bind) => value switch
    {
        ICollection list => list,
        null => throw new MissingValueException(bind.Key),
        _ => throw new InvalidStatementException($"The value of IN parameter '{bind.Key}' is a {value.GetType().Name}: give an array or list."),
    };
}
