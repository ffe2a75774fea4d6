using System.Collections;

namespace Alchemy.Internals;

/// <summary>The elements of a captured list as IN takes them.</summary>
internal static class ListValues
{
    /// <summary>The keys of a list of entities.</summary>
    public static IEnumerable? Of(object? list, MemberStorage key) => (list as IEnumerable)?.Cast<object?>().Where(e => e is not null).Select(e => key.GetFrom(e!)).ToList();

    /// <summary>The elements that are not null; numbers as the members of an enum column.</summary>
    public static object NotNull(object? list, SqlType type) => list switch
    {
        null => throw new ArgumentNullException(nameof(list), "The list that the query looks into is null."),
        Array array when array.GetType().GetElementType() is { IsValueType: true } element && Nullable.GetUnderlyingType(element) is null && type is not EnumType => array,
        IEnumerable items => items.Cast<object?>().Where(v => v is not null).Select(v => type is EnumType named && v is not Enum ? Enum.ToObject(named.Enum, v!) : v).ToList(),
        _ => throw new ArgumentException($"A {list.GetType().Name} is not a list."),
    };
}
