using System.Collections;

namespace Alchemy.Internals;

/// <summary>The value of an expanding bind: a list whose elements become one marker each.</summary>
internal static class ExpandingValue
{
    /// <summary>How many elements the value has.</summary>
    public static int Count(object? value, BindParameter bind) => Elements(value, bind).Count;

    /// <summary>The value as a list.</summary>
    public static ICollection Elements(object? value, BindParameter bind) => value switch
    {
        ICollection list => list,
        null => throw new MissingValueException(bind.Key),
        _ => throw new InvalidStatementException($"The value of IN parameter '{bind.Key}' is a {value.GetType().Name}: give an array or list."),
    };
}
