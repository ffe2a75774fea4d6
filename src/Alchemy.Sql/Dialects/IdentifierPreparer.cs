using System.Collections.Frozen;

namespace Alchemy;

/// <summary>Writes names as a database reads them: bare when they are plain lower case words, quoted otherwise.</summary>
public class IdentifierPreparer
{
    private readonly FrozenSet<string> _reserved;
    private readonly char _open;
    private readonly char _close;

    /// <summary>Creates a preparer.</summary>
    /// <param name="reserved">Words that need quotes, in lower case.</param>
    /// <param name="open">The opening quote.</param>
    /// <param name="close">The closing quote; doubled inside a name.</param>
    public IdentifierPreparer(IEnumerable<string> reserved, char open = '"', char close = '"')
        => (_reserved, _open, _close) = (reserved.ToFrozenSet(StringComparer.OrdinalIgnoreCase), open, close);

    /// <summary>The name, with quotes when it needs them.</summary>
    /// <exception cref="InvalidStatementException">The name is empty or holds a NUL character.</exception>
    public virtual string Quote(string name) => NeedsQuotes(name) ? QuoteAlways(name) : name;

    /// <summary>A schema's name, with quotes when it needs them. A dialect whose schemas have several parts quotes each.</summary>
    public virtual string QuoteSchema(string schema) => Quote(schema);

    /// <summary>The name, with or without quotes as it says itself.</summary>
    public string Quote(QuotedName name) => name.Quote switch { null => Quote(name.Text), true => QuoteAlways(name.Text), false => Checked(name.Text) };

    /// <summary>A collation's name, with quotes when it needs them.</summary>
    public virtual string QuoteCollation(string collation, string? schema = null) => (string.IsNullOrEmpty(schema) ? "" : QuoteSchema(schema) + ".") + Quote(collation);

    /// <summary>The name in quotes.</summary>
    /// <exception cref="InvalidStatementException">The name is empty or holds a NUL character.</exception>
    public string QuoteAlways(string name)
    {
        Check(name);
        var close = _close.ToString();
        return _open + name.Replace(close, close + close, StringComparison.Ordinal) + close;
    }

    /// <summary>Whether the database takes the word for one of its own.</summary>
    internal bool IsReserved(string name) => _reserved.Contains(name);

    private bool NeedsQuotes(string name)
    {
        Check(name);
        var plain = name[0] is (>= 'a' and <= 'z') or '_' && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '$');
        return !plain || _reserved.Contains(name);
    }

    private static string Checked(string name)
    {
        Check(name);
        return name;
    }

    private static void Check(string name)
    {
        if (string.IsNullOrEmpty(name) || name.Contains('\0'))
        {
            throw new InvalidStatementException("An SQL name is empty or holds a NUL character: no database takes it.");
        }
    }
}
