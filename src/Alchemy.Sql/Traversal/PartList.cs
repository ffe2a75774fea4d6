using Alchemy.Internals;

namespace Alchemy;

/// <summary>Receives the parts of a node from <see cref="ClauseElement.Describe"/>, in order.</summary>
public sealed class PartList
{
    private readonly List<Part> _parts = [];

    internal PartList()
    {
    }

    internal IReadOnlyList<Part> Parts => _parts;

    internal int Count => _parts.Count;

    internal Part this[int index] => _parts[index];

    /// <summary>A child, or null where there is none.</summary>
    public PartList Node(ClauseElement? child) => Add(PartKind.Node, child is ColumnElement column ? column.Node : child);

    /// <summary>Children, in order.</summary>
    public PartList Nodes(IReadOnlyList<ClauseElement> children)
    {
        Number(children.Count);
        foreach (var child in children)
        {
            Node(child);
        }

        return this;
    }

    /// <summary>The FROM that a column belongs to: compared by its place in the statement, not by its structure alone.</summary>
    public PartList From(FromClause from) => Add(PartKind.From, from);

    /// <summary>A bind parameter; its value is not part of the structure.</summary>
    public PartList Bind(BindParameter bind) => Add(PartKind.Bind, bind);

    /// <summary>A name or text.</summary>
    public PartList Text(string? text) => Add(PartKind.Data, text);

    /// <summary>A type, compared by value.</summary>
    public PartList Type(SqlType type) => Add(PartKind.Data, type);

    /// <summary>Any immutable value with value equality.</summary>
    public PartList Data(object value) => Add(PartKind.Data, value);

    /// <summary>An object compared by reference: a table, a mapped entity.</summary>
    public PartList Identity(object value) => Add(PartKind.Identity, value);

    /// <summary>A number, flag or enum value.</summary>
    public PartList Number(long number)
    {
        _parts.Add(new Part(PartKind.Number, null, number));
        return this;
    }

    /// <summary>Forgets the parts from a position on: a walk puts the parts of a node at the end and takes them away when it is done with them.</summary>
    internal void Truncate(int count) => _parts.RemoveRange(count, _parts.Count - count);

    private PartList Add(PartKind kind, object? value)
    {
        _parts.Add(new Part(kind, value, 0));
        return this;
    }
}
