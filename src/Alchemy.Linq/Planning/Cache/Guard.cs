using System.Collections;

namespace Alchemy.Internals;

/// <summary>A condition on a slot under which a plan's SQL holds. <paramref name="Expected"/> is kept by the plan: a plain value or a type, never an entity.</summary>
internal readonly record struct Guard(GuardKind Kind, int Slot, object? Expected)
{
    private static readonly object yes = true;
    private static readonly object no = false;

    public static Guard IsNull(int slot, bool expected) => new(GuardKind.IsNull, slot, expected ? yes : no);

    public static Guard Value(int slot, object? expected) => new(GuardKind.Value, slot, expected);

    public static Guard HasNull(int slot, bool expected) => new(GuardKind.HasNull, slot, expected ? yes : no);

    public static Guard IsEmpty(int slot, bool expected) => new(GuardKind.IsEmpty, slot, expected ? yes : no);

    public static Guard RuntimeType(int slot, Type? expected) => new(GuardKind.RuntimeType, slot, expected);

    /// <summary>The guard that holds for a value: what a translator records when it looks at one.</summary>
    public static Guard Observe(GuardKind kind, int slot, object? value) => kind switch
    {
        GuardKind.IsNull => IsNull(slot, value is null),
        GuardKind.Value => Value(slot, value),
        GuardKind.HasNull => HasNull(slot, ContainsNull(value)),
        GuardKind.IsEmpty => IsEmpty(slot, IsEmptyCollection(value)),
        GuardKind.RuntimeType => RuntimeType(slot, value?.GetType()),
    };

    public bool Accepts(ReadOnlySpan<object?> values)
    {
        var value = values[Slot];
        return Kind switch
        {
            GuardKind.IsNull => value is null == (bool)Expected!,
            GuardKind.Value => Equals(value, Expected),
            GuardKind.HasNull => ContainsNull(value) == (bool)Expected!,
            GuardKind.IsEmpty => IsEmptyCollection(value) == (bool)Expected!,
            GuardKind.RuntimeType => value?.GetType() == (Type?)Expected,
        };
    }

    private static bool ContainsNull(object? value) => value switch
    {
        null or string => false,
        Array array when ElementCannotBeNull(array.GetType().GetElementType()!) => false,
        object?[] array => Array.IndexOf(array, null) >= 0,
        IEnumerable sequence => AnyNull(sequence),
        _ => false,
    };

    private static bool ElementCannotBeNull(Type element) => element.IsValueType && Nullable.GetUnderlyingType(element) is null;

    private static bool AnyNull(IEnumerable sequence)
    {
        foreach (var item in sequence)
        {
            if (item is null)
            {
                return true;
            }

            if (item is ValueType && ElementsAreValues(sequence))
            {
                return false;
            }
        }

        return false;
    }

    // Asked after the first item only: List<int> stops here, List<int?> and List<object> are read to the end.
    private static bool ElementsAreValues(IEnumerable sequence) =>
        sequence.GetType() is { IsGenericType: true } type && type.GetGenericArguments() is [var element] && ElementCannotBeNull(element);

    private static bool IsEmptyCollection(object? value) => value switch
    {
        null => true,
        ICollection collection => collection.Count == 0,
        IEnumerable sequence => !AnyItem(sequence),
        _ => false,
    };

    private static bool AnyItem(IEnumerable sequence)
    {
        var items = sequence.GetEnumerator();
        try
        {
            return items.MoveNext();
        }
        finally
        {
            (items as IDisposable)?.Dispose();
        }
    }
}
