using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>Exact structural comparison of two statements: equal ones render the same SQL, with binds at the same places.</summary>
/// <remarks>FROMs and binds are matched one to one by their place: <c>a1.id = a2.id</c> and <c>a1.id = a1.id</c> over two aliases of a table differ.</remarks>
internal sealed class StructuralComparer
{
    private readonly Dictionary<object, object> _forward = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, object> _backward = new(ReferenceEqualityComparer.Instance);

    public static bool AreEqual(ClauseElement left, ClauseElement right)
        => left.StructuralHash == right.StructuralHash && new StructuralComparer().Nodes(left, right);

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

        return Paired(left, right) ?? (Pair(left, right) && Structure(left, right));
    }

    private bool Binds(BindParameter left, BindParameter right)
        => Paired(left, right) ?? (Pair(left, right)
            && left.Key == right.Key && left.IsUnique == right.IsUnique && left.IsExpanding == right.IsExpanding && left.IsLiteral == right.IsLiteral
            && left.IsColumnValue == right.IsColumnValue && left.IsOutput == right.IsOutput && left.Type.Equals(right.Type));

    private bool Structure(ClauseElement left, ClauseElement right)
    {
        if (left.GetType() != right.GetType() || left.StructuralHash != right.StructuralHash)
        {
            return false;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        var (leftParts, rightParts) = (new PartList(), new PartList());
        left.Describe(leftParts);
        right.Describe(rightParts);
        if (leftParts.Parts.Count != rightParts.Parts.Count)
        {
            return false;
        }

        for (var i = 0; i < leftParts.Parts.Count; i++)
        {
            if (!Same(leftParts.Parts[i], rightParts.Parts[i]))
            {
                return false;
            }
        }

        return true;
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

    // True or false when either side has been met before; null when both are new.
    private bool? Paired(object left, object right)
    {
        var known = _forward.TryGetValue(left, out var partner);
        return known || _backward.ContainsKey(right) ? known && ReferenceEquals(partner, right) : null;
    }

    private bool Pair(object left, object right)
    {
        _forward.Add(left, right);
        _backward.Add(right, left);
        return true;
    }
}
