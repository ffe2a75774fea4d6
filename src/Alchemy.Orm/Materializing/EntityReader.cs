using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Makes objects of one type out of the rows of one execution.</summary>
internal abstract class EntityReader
{
    /// <summary>The states of the objects that were read, each once and in the order of the rows; empty unless asked for.</summary>
    public List<StateEntry> Read { get; } = [];

    /// <summary>The object of the present row; null when the row has none (an outer join without a match).</summary>
    public abstract object? Entity(Cursor row);
}

/// <summary>The typed reader, for compiled projections.</summary>
internal abstract class EntityReader<T> : EntityReader
    where T : class
{
    /// <inheritdoc cref="EntityReader.Entity"/>
    public abstract T? TypedEntity(Cursor row);

    public sealed override object? Entity(Cursor row) => TypedEntity(row);
}

/// <summary>The reader that knows the key's type too.</summary>
internal sealed class EntityReader<T, TKey>(RowMaterializer<T, TKey> materializer, int ordinal, MaterializationTarget target) : EntityReader<T>
    where T : class
    where TKey : notnull
{
    private readonly IdentityMap<TKey>? _map = (IdentityMap<TKey>?)target.Maps?.Of(materializer.Mapper, target.Token);
    private readonly HashSet<StateEntry>? _seen = target.KeepsStates ? new(ReferenceEqualityComparer.Instance) : null;

    public override T? TypedEntity(Cursor row)
    {
        if (row.IsNull(ordinal + materializer.KeyOffset))
        {
            return null;
        }

        if (_map is null)
        {
            return materializer.Create(row, ordinal);
        }

        var key = materializer.Key(row, ordinal);
        if (_map.FindKey(key) is { } known)
        {
            if (known.IsStale || target.Refresh)
            {
                materializer.Refresh(known, row, ordinal);
            }

            Keep(known);
            return (T)known.Entity;
        }

        var entity = materializer.Create(row, ordinal);
        var state = new StateEntry(materializer.Mapper, entity) { Status = EntityState.Persistent, IdentityToken = target.Token, Born = target.Frame, Shadow = materializer.Shadow?.Invoke(row, ordinal) };
        materializer.Mapper.Binding.Accept(state);
        _map.TryAdd(key, state);
        Keep(state);
        return entity;
    }

    private void Keep(StateEntry state)
    {
        if (_seen?.Add(state) == true)
        {
            Read.Add(state);
        }
    }
}
