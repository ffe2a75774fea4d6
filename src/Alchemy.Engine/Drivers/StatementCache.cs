using Alchemy.Internals;

namespace Alchemy.Drivers;

/// <summary>The statements that a connection keeps prepared. When there are too many, the one whose last use is the longest ago is closed, but never one that is being read. For one thread at a time.</summary>
/// <param name="capacity">How many are kept; 256 by default. Only statements that are being read can make it more.</param>
public sealed class StatementCache(int capacity = 256) : IDisposable
{
    private readonly Dictionary<FilledSql, Entry> _entries = new(ReferenceEqualityComparer.Instance);
    private long _uses;

    /// <summary>How many statements are kept.</summary>
    public int Count => _entries.Count;

    /// <summary>The kept statement of a text, which is a use of it; null when there is none.</summary>
    public Statement? Find(FilledSql sql)
    {
        var isKept = _entries.TryGetValue(sql, out var entry);
        var counter = isKept ? Instruments.PreparedHits : Instruments.PreparedMisses;
        if (counter.Enabled)
        {
            counter.Add(1, new KeyValuePair<string, object?>("db.system.name", sql.Compiled.Dialect.SystemName));
        }

        if (entry is null)
        {
            return null;
        }

        entry.LastUse = ++_uses;
        return entry.Statement;
    }

    /// <summary>Keeps a new statement, which is a use of it, and closes what is too much.</summary>
    /// <returns>The new statement.</returns>
    /// <exception cref="ArgumentException">The text has a kept statement.</exception>
    public Statement Add(FilledSql sql, Statement statement)
    {
        _entries.Add(sql, new Entry(statement, ++_uses));
        while (_entries.Count > capacity && LongestUnused() is { } old)
        {
            // Closing may fail while the connection is busy: then the statement is still kept, and not forgotten open.
            _entries[old].Statement.Dispose();
            _entries.Remove(old);
        }

        return statement;
    }

    /// <summary>Closes all.</summary>
    public void Dispose()
    {
        foreach (var entry in _entries.Values)
        {
            entry.Statement.Dispose();
        }

        _entries.Clear();
    }

    private FilledSql? LongestUnused()
    {
        FilledSql? longest = null;
        var lastUse = _uses;
        foreach (var (sql, entry) in _entries)
        {
            if (entry.LastUse < lastUse && !entry.Statement.IsActive)
            {
                (longest, lastUse) = (sql, entry.LastUse);
            }
        }

        return longest;
    }

    private sealed class Entry(Statement statement, long lastUse)
    {
        public Statement Statement { get; } = statement;

        public long LastUse { get; set; } = lastUse;
    }
}
