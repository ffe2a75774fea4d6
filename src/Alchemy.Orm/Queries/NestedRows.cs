namespace Alchemy.Internals;

/// <summary>The collections of one execution, by the key of the row around them.</summary>
internal abstract class NestedRows;

/// <summary>The typed collections.</summary>
internal sealed class NestedRows<T> : NestedRows
{
    private readonly Dictionary<RowKey, List<T>> _byKey = [];

    public NestedRows(IEnumerable<NestedRow<T>> rows)
    {
        foreach (var row in rows)
        {
            var key = new RowKey(row.Key);
            if (!_byKey.TryGetValue(key, out var items))
            {
                _byKey.Add(key, items = []);
            }

            items.Add(row.Item);
        }
    }

    /// <summary>The items of a row; a new list when there are none.</summary>
    public List<T> Of(object?[] key) => _byKey.TryGetValue(new RowKey(key), out var items) ? items : [];
}
