using System.Runtime.CompilerServices;
using System.Text;

namespace Alchemy;

/// <summary>An interpolated text as SQL: every value in it becomes a parameter, and every column, table or other element stands in it as itself. Made by the compiler for <c>Sql.Text($"…")</c>.</summary>
[InterpolatedStringHandler]
public readonly struct SqlText
{
    private readonly List<string> _pieces = [];
    private readonly List<ClauseElement> _inserts = [];
    private readonly StringBuilder _piece = new();

    /// <summary>Begins a text.</summary>
    /// <param name="literalLength">How many characters are fixed.</param>
    /// <param name="formattedCount">How many values and elements there are.</param>
    public SqlText(int literalLength, int formattedCount)
    {
        _piece.EnsureCapacity(literalLength);
        _inserts.EnsureCapacity(formattedCount);
    }

    /// <summary>Adds fixed text.</summary>
    public void AppendLiteral(string text) => _piece.Append(text);

    /// <summary>Adds an element as itself, a SELECT in parentheses, or a value as a parameter; null is NULL.</summary>
    public void AppendFormatted<T>(T value)
    {
        _pieces.Add(_piece.ToString());
        _piece.Clear();
        _inserts.Add(value switch
        {
            ColumnElement column => column.Node,
            SelectBase select => ScalarSelect.OfRow(select),
            TypedTable table => table.From,
            ClauseElement element => element,
            var other => Coercion.Literal(other),
        });
    }

    internal TextClause ToText(SqlType type) => new([.. _pieces, _piece.ToString()], [.. _inserts], type);
}
