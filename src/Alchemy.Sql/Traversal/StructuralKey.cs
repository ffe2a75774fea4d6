using System.Diagnostics.CodeAnalysis;

namespace Alchemy.Internals;

/// <summary>A statement as a cache key: equal when two statements differ in nothing but the values of their binds.</summary>
internal sealed class StructuralKey : IEquatable<StructuralKey>
{
    private readonly Part[] _parts;
    private readonly int _hash;

    public StructuralKey(StructuralWalk walk) => (_parts, _hash) = ([.. walk.Parts], walk.Hash);

    /// <summary>Compares keys, and a walk with a key: a look-up makes no key.</summary>
    public static IEqualityComparer<StructuralKey> Comparer { get; } = new WalkComparer();

    public bool Equals(StructuralKey? other) => other is not null && (ReferenceEquals(this, other) || _hash == other._hash && AreEqual(_parts, other._parts));

    public override bool Equals(object? obj) => Equals(obj as StructuralKey);

    public override int GetHashCode() => _hash;

    /// <summary>Whether two statements differ in values at most.</summary>
    public static bool AreEqual(ClauseElement left, ClauseElement right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        using var first = StructuralWalk.Over(left);
        using var second = StructuralWalk.Over(right);
        return first.Hash == second.Hash && AreEqual(first.Parts, second.Parts);
    }

    private static bool AreEqual(ReadOnlySpan<Part> left, ReadOnlySpan<Part> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            ref readonly var l = ref left[i];
            ref readonly var r = ref right[i];
            if (l.Kind != r.Kind || l.Number != r.Number || !ReferenceEquals(l.Value, r.Value) && !AreEqual(l, r))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqual(in Part left, in Part right) => left.Kind switch
    {
        PartKind.Data => Equals(left.Value, right.Value),
        PartKind.Bind => left.Value is BindParameter l && right.Value is BindParameter r && l.Key == r.Key && l.IsUnique == r.IsUnique && l.IsExpanding == r.IsExpanding
            && l.IsLiteral == r.IsLiteral && l.IsColumnValue == r.IsColumnValue && l.IsOutput == r.IsOutput && l.Type.Equals(r.Type),
        PartKind.Node or PartKind.From or PartKind.Identity or PartKind.Number => false,
    };

    private sealed class WalkComparer : IEqualityComparer<StructuralKey>, IAlternateEqualityComparer<StructuralWalk, StructuralKey>
    {
        public bool Equals(StructuralKey? x, StructuralKey? y) => x is null ? y is null : x.Equals(y);

        public int GetHashCode([DisallowNull] StructuralKey obj) => obj._hash;

        public bool Equals(StructuralWalk alternate, StructuralKey other) => alternate.Hash == other._hash && AreEqual(alternate.Parts, other._parts);

        public int GetHashCode(StructuralWalk alternate) => alternate.Hash;

        public StructuralKey Create(StructuralWalk alternate) => new(alternate);
    }
}
