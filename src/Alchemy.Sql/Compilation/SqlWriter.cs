using System.Text;

namespace Alchemy.Internals;

/// <summary>Collects a statement's text and slots.</summary>
internal sealed class SqlWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<SqlSegment> _segments = [];

    public bool IsEmpty => _text.Length == 0 && _segments.Count == 0;

    public void Write(string text) => _text.Append(text);

    public void Write(SqlSegment slot)
    {
        Flush();
        _segments.Add(slot);
    }

    /// <summary>Appends what another writer has collected.</summary>
    public void Write(SqlWriter other)
    {
        other.Flush();
        foreach (var segment in other._segments)
        {
            if (segment is TextSegment text)
            {
                _text.Append(text.Text);
            }
            else
            {
                Write(segment);
            }
        }
    }

    public IReadOnlyList<SqlSegment> ToSegments()
    {
        Flush();
        return [.. _segments];
    }

    /// <summary>What has been written, for messages.</summary>
    public string SoFar()
    {
        Flush();
        return string.Concat(_segments.Select(s => s switch { TextSegment text => text.Text, SchemaSegment => "", _ => "?" }));
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            _segments.Add(new TextSegment(_text.ToString()));
            _text.Clear();
        }
    }
}
