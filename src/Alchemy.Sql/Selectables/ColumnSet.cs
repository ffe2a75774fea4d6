using System.Collections;

namespace Alchemy;

/// <summary>The columns of a FROM, in order and by name: by the <see cref="NamedColumn.Key"/> of each.</summary>
public sealed class ColumnSet : IReadOnlyList<NamedColumn>
{
    private readonly List<NamedColumn> _columns = [];
    private readonly Dictionary<string, NamedColumn> _byName = new(StringComparer.Ordinal);
    private readonly string _owner;

    internal ColumnSet(string owner, IEnumerable<NamedColumn> columns)
    {
        _owner = owner;
        foreach (var column in columns)
        {
            _columns.Add(column);
            // Two columns of one name (a join of two tables with an id): the first is found by name, both by position.
            _byName.TryAdd(column.Key, column);
        }
    }

    /// <inheritdoc/>
    public int Count => _columns.Count;

    /// <summary>The column at a position, from 0.</summary>
    public NamedColumn this[int index] => _columns[index];

    /// <summary>The column of that name.</summary>
    /// <exception cref="UnknownColumnException">There is none.</exception>
    public NamedColumn this[string name] => Find(name) ?? throw new UnknownColumnException(name, _owner, _columns.Select(c => c.Key));

    /// <summary>The column of that name, or null.</summary>
    public NamedColumn? Find(string name) => _byName.GetValueOrDefault(name);

    /// <inheritdoc/>
    public IEnumerator<NamedColumn> GetEnumerator() => _columns.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
