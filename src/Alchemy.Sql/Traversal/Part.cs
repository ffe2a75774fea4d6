namespace Alchemy.Internals;

/// <summary>One part of a node: a child, or a piece of data.</summary>
internal readonly record struct Part(PartKind Kind, object? Value, long Number);

/// <summary>What a part is.</summary>
internal enum PartKind : byte
{
    Node,
    From,
    Bind,
    Data,
    Identity,
    Number,
}
