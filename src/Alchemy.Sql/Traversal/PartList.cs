using Alchemy.Internals;

namespace Alchemy;

/// <summary>Receives the parts of a node from <see cref="ClauseElement.Describe"/>, in order.</summary>
public abstract class PartList
{
    private protected PartList()
    {
    }

    /// <summary>A child, or null where there is none.</summary>
    public PartList Node(ClauseElement? child)
    {
        Add(new Part(PartKind.Node, child is ColumnElement column ? column.Node : child, 0));
        return this;
    }

    /// <summary>Children, in order.</summary>
    public PartList Nodes(IReadOnlyList<ClauseElement> children)
    {
        Number(children.Count);
        for (var i = 0; i < children.Count; i++)
        {
            Node(children[i]);
        }

        return this;
    }

    /// <summary>The FROM that a column belongs to: compared by its place in the statement, not by its structure alone.</summary>
    public PartList From(FromClause from) => With(PartKind.From, from);

    /// <summary>A bind parameter; its value is not part of the structure.</summary>
    public PartList Bind(BindParameter bind) => With(PartKind.Bind, bind);

    /// <summary>A name or text.</summary>
    public PartList Text(string? text) => With(PartKind.Data, text);

    /// <summary>A type, compared by value.</summary>
    public PartList Type(SqlType type) => With(PartKind.Data, type);

    /// <summary>Any immutable value with value equality.</summary>
    public PartList Data(object value) => With(PartKind.Data, value);

    /// <summary>An object compared by reference: a table, a mapped entity.</summary>
    public PartList Identity(object value) => With(PartKind.Identity, value);

    /// <summary>A number, flag or enum value.</summary>
    public PartList Number(long number)
    {
        Add(new Part(PartKind.Number, null, number));
        return this;
    }

    /// <summary>Takes a part.</summary>
    private protected abstract void Add(in Part part);

    private PartList With(PartKind kind, object? value)
    {
        Add(new Part(kind, value, 0));
        return this;
    }
}
