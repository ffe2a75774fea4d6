using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>Exact structural comparison of two statements: equal ones render the same SQL, with binds at the same places.</summary>
/// <remarks>FROMs and binds are matched one to one by their place: <c>a1.id = a2.id</c> and <c>a1.id = a1.id</c> over two aliases of a table differ.</remarks>
internal sealed class StructuralComparer
{
    // One a thread: a look-up in the cache of compiled statements compares, and should leave no garbage.
    [ThreadStatic]
    private static StructuralComparer? _shared;

    private readonly PairList _pairs = new();
    private readonly PartList _left = new();
    private readonly PartList _right = new();

    public static bool AreEqual(ClauseElement left, ClauseElement right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (left.StructuralHash != right.StructuralHash)
        {
            return false;
        }

        // Taken away while it is in use: an Equals of the user's own data may compare statements too.
        var comparer = _shared ?? new StructuralComparer();
        _shared = null;
        var equal = comparer.Nodes(left, right);
        comparer._pairs.Clear();
        comparer._left.Truncate(0);
        comparer._right.Truncate(0);
        _shared = comparer;
        return equal;
    }

    private bool Nodes(ClauseElement? left, ClauseElement? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        if (left is FromClause leftFrom)
        {
            return right is FromClause rightFrom && Froms(leftFrom, rightFrom);
        }

        return Structure(left, right);
    }

    private bool Froms(FromClause left, FromClause right)
    {
        if (left is Table or Join || right is Table or Join)
        {
            return left is Table ? ReferenceEquals(left, right) : Structure(left, right);
        }

        return _pairs.AreMatched(left, right) ?? (Pair(left, right) && Structure(left, right));
    }

    private bool Binds(BindParameter left, BindParameter right)
        => _pairs.AreMatched(left, right) ?? (Pair(left, right)
            && left.Key == right.Key && left.IsUnique == right.IsUnique && left.IsExpanding == right.IsExpanding && left.IsLiteral == right.IsLiteral
            && left.IsColumnValue == right.IsColumnValue && left.IsOutput == right.IsOutput && left.Type.Equals(right.Type));

    private bool Structure(ClauseElement left, ClauseElement right)
    {
        if (left.GetType() != right.GetType() || left.StructuralHash != right.StructuralHash)
        {
            return false;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        var (leftStart, rightStart) = (_left.Count, _right.Count);
        left.Describe(_left);
        right.Describe(_right);
        var count = _left.Count - leftStart;
        var same = count == _right.Count - rightStart;
        for (var i = 0; same && i < count; i++)
        {
            same = Same(_left[leftStart + i], _right[rightStart + i]);
        }

        _left.Truncate(leftStart);
        _right.Truncate(rightStart);
        return same;
    }

    private bool Same(Part left, Part right) => left.Kind == right.Kind && left.Kind switch
    {
        PartKind.Node => Nodes((ClauseElement?)left.Value, (ClauseElement?)right.Value),
        PartKind.From => Froms((FromClause)left.Value!, (FromClause)right.Value!),
        PartKind.Bind => Binds((BindParameter)left.Value!, (BindParameter)right.Value!),
        PartKind.Data => Equals(left.Value, right.Value),
        PartKind.Identity => ReferenceEquals(left.Value, right.Value),
        PartKind.Number => left.Number == right.Number,
    };

    private bool Pair(object left, object right)
    {
        _pairs.Add(left, right);
        return true;
    }
}
