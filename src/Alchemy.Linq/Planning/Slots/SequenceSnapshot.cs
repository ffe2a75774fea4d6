using System.Collections;
using System.Reflection;

namespace Alchemy.Internals;

/// <summary>Turns a lazy sequence into an array; real collections pass through.</summary>
internal static class SequenceSnapshot
{
    private static readonly MethodInfo open = typeof(SequenceSnapshot).GetMethod(nameof(Take), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>The snapshot for slots of type IEnumerable&lt;T&gt; or IQueryable&lt;T&gt;; null for all other types.</summary>
    public static Func<object, object>? For(Type type)
    {
        if (!type.IsInterface || !type.IsGenericType)
        {
            return null;
        }

        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(IEnumerable<>) || definition == typeof(IOrderedEnumerable<>) || definition == typeof(IQueryable<>) || definition == typeof(IOrderedQueryable<>)
            ? open.MakeGenericMethod(type.GetGenericArguments()).CreateDelegate<Func<object, object>>()
            : null;
    }

    private static object Take<T>(object value) => value is ICollection or IReadOnlyCollection<T> or ICollection<T> ? value : ((IEnumerable<T>)value).ToArray();
}
