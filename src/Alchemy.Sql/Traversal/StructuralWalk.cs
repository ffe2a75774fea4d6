using System.Numerics;
using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>Walks a statement once, and writes down everything that its SQL depends on, in order: what a look-up among compiled statements compares. On the way it meets the bind parameters.</summary>
/// <remarks>FROMs and binds are written down when they are met first, and by their place after that: <c>a1.id = a2.id</c> and <c>a1.id = a1.id</c> over two aliases of a table differ.</remarks>
internal sealed class StructuralWalk : PartList, IDisposable
{
    private const int MostKeptParts = 8192;

    // One a thread: a look-up walks, and should leave no garbage. Taken away while it is in use: a Describe of the user's own may compare statements too.
    [ThreadStatic]
    private static StructuralWalk? _idle;

    private readonly List<BindParameter> _binds = [];
    private readonly PlaceList _met = new();
    private Part[] _parts = new Part[64];
    private int _count;
    private int _described;
    private ulong _hash;

    private StructuralWalk()
    {
    }

    /// <summary>What was written down.</summary>
    public ReadOnlySpan<Part> Parts => _parts.AsSpan(0, _count);

    /// <summary>A hash over it.</summary>
    public int Hash => (int)(_hash ^ (_hash >> 32));

    /// <summary>The distinct binds, in the order in which they were met.</summary>
    public IReadOnlyList<BindParameter> Binds => _binds;

    /// <summary>Whether there is a CTE that stands in front of a statement inside of it.</summary>
    public bool HasNestedCtes { get; private set; }

    /// <summary>Walks a statement; dispose it when done.</summary>
    public static StructuralWalk Over(ClauseElement statement)
    {
        var walk = _idle ?? new StructuralWalk();
        _idle = null;
        try
        {
            walk.Visit(statement);
            return walk;
        }
        catch
        {
            walk.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Array.Clear(_parts, 0, _count);
        if (_parts.Length > MostKeptParts)
        {
            _parts = new Part[64];
        }

        (_count, _described, _hash, HasNestedCtes) = (0, 0, 0, false);
        _binds.Clear();
        _met.Clear();
        _idle = this;
    }

    private protected override void Add(in Part part)
    {
        _described++;
        switch (part.Kind)
        {
            case PartKind.Node or PartKind.From:
                Visit((ClauseElement?)part.Value);
                break;
            case PartKind.Bind:
                Visit((BindParameter)part.Value!);
                break;
            case PartKind.Number:
                Write(part, part.Number.GetHashCode());
                break;
            case PartKind.Data:
                Write(part, part.Value is SqlType type ? HashOf(type) : part.Value?.GetHashCode() ?? 0);
                break;
            case PartKind.Identity:
                Write(part, RuntimeHelpers.GetHashCode(part.Value));
                break;
        }
    }

    private void Visit(ClauseElement? node)
    {
        switch (node)
        {
            case null:
                Write(new Part(PartKind.Node, null, 0), 0);
                return;
            case Column or Table:
                Write(new Part(PartKind.Identity, node, 0), RuntimeHelpers.GetHashCode(node));
                return;
            case BindParameter bind:
                Visit(bind);
                return;
            case FromClause and not Join when _met.Place(node, out var place):
                Write(new Part(PartKind.From, null, place), place);
                return;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        HasNestedCtes |= node is CommonTableExpression { IsNesting: true } or SelectBase { HasCtes: true };
        var (at, described, type) = (_count, _described, node.GetType());
        Write(new Part(PartKind.Node, type, 0), RuntimeHelpers.GetHashCode(type));
        _described = 0;
        node.Describe(this);
        // How many parts the node has tells where those of its neighbour begin.
        _parts[at] = new Part(PartKind.Node, type, _described);
        _described = described;
    }

    private void Visit(BindParameter bind)
    {
        var isMet = _met.Place(bind, out var place);
        Write(new Part(PartKind.Bind, isMet ? null : bind, place), isMet ? place : HashOf(bind.Type));
        if (!isMet)
        {
            _binds.Add(bind);
        }
    }

    // Coarse: the length of a VARCHAR seldom tells two statements apart, and the comparison that follows is exact.
    private static int HashOf(SqlType type) => RuntimeHelpers.GetHashCode(type.GetType());

    private void Write(in Part part, int hash)
    {
        if (_count == _parts.Length)
        {
            Array.Resize(ref _parts, _count * 2);
        }

        _parts[_count++] = part;
        _hash = (BitOperations.RotateLeft(_hash, 5) ^ (uint)hash) * 0x9E3779B97F4A7C15;
    }
}
