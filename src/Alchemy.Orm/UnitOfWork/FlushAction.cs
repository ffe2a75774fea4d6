using Alchemy.Internals;

namespace Alchemy;

/// <summary>One row that a flush writes.</summary>
public sealed class FlushAction
{
    private List<KeySync>? _syncs;

    internal FlushAction(FlushActionKind kind, StateEntry state, int order) => (Kind, State, Order) = (kind, state, order);

    /// <summary>What is done.</summary>
    public FlushActionKind Kind { get; }

    /// <summary>The object's state.</summary>
    public StateEntry State { get; }

    /// <summary>The columns that an UPDATE sets; empty for the other kinds.</summary>
    public IReadOnlyList<Column> Columns => Kind is FlushActionKind.Update
        ? [.. State.Mapper.Scalars.Where(s => Changed.Contains(s) || Syncs.Any(k => k.ForeignKey.Contains(s.Column))).Select(s => s.Column)]
        : [];

    /// <summary>Its place among the actions that nothing else orders.</summary>
    internal int Order { get; }

    internal IReadOnlySet<ScalarAttribute> Changed { get; init; } = System.Collections.Frozen.FrozenSet<ScalarAttribute>.Empty;

    /// <summary>Foreign keys that are copied from another object before the row is written.</summary>
    internal IReadOnlyList<KeySync> Syncs => _syncs ?? (IReadOnlyList<KeySync>)[];

    internal void Add(KeySync sync) => (_syncs ??= []).Add(sync);

    internal void Remove(KeySync sync) => _syncs?.Remove(sync);

    /// <inheritdoc/>
    public override string ToString() => Kind is FlushActionKind.Update
        ? $"UPDATE {EntityText.Of(State)} SET {string.Join(", ", Columns.Select(c => c.Name))}"
        : $"{Kind.ToString().ToUpperInvariant()} {EntityText.Of(State)}";
}

/// <summary>What a flush does with a row.</summary>
public enum FlushActionKind
{
    /// <summary>INSERT</summary>
    Insert,

    /// <summary>UPDATE</summary>
    Update,

    /// <summary>DELETE</summary>
    Delete,
}
