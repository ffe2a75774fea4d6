using System.Linq.Expressions;
using System.Reflection;

namespace Alchemy.Internals;

/// <summary>How an attribute's values are compared, and how one is kept so that a later change in place is seen.</summary>
internal sealed class ValueComparison
{
    private static readonly MethodInfo BytesEqualMethod = ((Func<byte[]?, byte[]?, bool>)BytesEqual).Method;
    private static readonly MethodInfo CopyBytesMethod = ((Func<byte[]?, byte[]?>)CopyBytes).Method;

    private readonly bool _isBytes;

    private ValueComparison(bool isBytes) => _isBytes = isBytes;

    /// <summary>By value: numbers, text, dates, and references to immutable objects.</summary>
    public static ValueComparison ByValue { get; } = new(isBytes: false);

    /// <summary>Bytes, which a program may change in place: compared by content, kept as a copy.</summary>
    public static ValueComparison Bytes { get; } = new(isBytes: true);

    /// <summary>True when the value can change without the member being set.</summary>
    public bool IsMutable => _isBytes;

    public static ValueComparison For(Type type) => type == typeof(byte[]) ? Bytes : ByValue;

    public bool AreEqual(object? left, object? right) => _isBytes ? BytesEqual((byte[]?)left, (byte[]?)right) : Equals(left, right);

    public object? Keep(object? value) => _isBytes ? CopyBytes((byte[]?)value) : value;

    /// <summary>Equality as an expression over two values of the member's type.</summary>
    public Expression EqualExpression(Expression left, Expression right)
    {
        if (_isBytes)
        {
            return Expression.Call(BytesEqualMethod, left, right);
        }

        var comparer = typeof(EqualityComparer<>).MakeGenericType(left.Type);
        return Expression.Call(Expression.Property(null, comparer, nameof(EqualityComparer<int>.Default)), comparer.GetMethod(nameof(Equals), [left.Type, left.Type])!, left, right);
    }

    /// <summary>A kept copy as an expression.</summary>
    public Expression KeepExpression(Expression value) => Expression.Call(CopyBytesMethod, value);

    private static bool BytesEqual(byte[]? left, byte[]? right)
        => ReferenceEquals(left, right) || left is not null && right is not null && left.AsSpan().SequenceEqual(right);

    private static byte[]? CopyBytes(byte[]? value) => (byte[]?)value?.Clone();
}
