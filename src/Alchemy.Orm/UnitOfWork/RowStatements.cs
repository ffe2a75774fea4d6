using System.Collections.Concurrent;

namespace Alchemy.Internals;

/// <summary>The statements of one mapped type, by the columns they write.</summary>
internal sealed class RowStatements(Mapper mapper)
{
    private readonly ConcurrentDictionary<string, RowStatement> _updates = new();
    private readonly Lazy<RowStatement> _delete = new(() => RowStatement.Delete(mapper));

    public RowStatement Delete => _delete.Value;

    public RowStatement Update(IReadOnlyList<ScalarAttribute> set) => _updates.GetOrAdd(Indexes(set), _ => RowStatement.Update(mapper, set));

    private static string Indexes(IReadOnlyList<ScalarAttribute> attributes) => string.Join(',', attributes.Select(a => a.Index));
}
