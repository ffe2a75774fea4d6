using System.Text.RegularExpressions;

namespace Alchemy;

/// <summary>SQL text as written by the user, used as an expression, a condition or a statement. Never put values into it: they go into parameters, <c>:name</c>.</summary>
public sealed partial class TextClause : ColumnElement
{
    /// <summary>Creates text that is rendered unchanged; a colon in it has no meaning.</summary>
    public TextClause(string text, SqlType type)
        : this([text], [], type)
    {
    }

    internal TextClause(IReadOnlyList<string> pieces, IReadOnlyList<ClauseElement> inserts, SqlType type) => (Pieces, Inserts, Type) = (pieces, inserts, type);

    /// <summary>The text without its parameters' names, for messages and labels.</summary>
    public string Text => string.Concat(Pieces.Select((piece, i) => i == Inserts.Count ? piece : piece + (Inserts[i] is BindParameter bind ? $":{bind.Key}" : "{…}")));

    /// <summary>The text between the inserts: one piece more than there are <see cref="Inserts"/>.</summary>
    public IReadOnlyList<string> Pieces { get; }

    /// <summary>What stands between the pieces: parameters, and columns, tables and other elements that an interpolated text names.</summary>
    public IReadOnlyList<ClauseElement> Inserts { get; }

    /// <summary>The parameters, one for each place.</summary>
    public IReadOnlyList<BindParameter> Binds => [.. Inserts.OfType<BindParameter>()];

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <summary>Text in which <c>:name</c> is a parameter; <c>\:name</c> is not, and neither is <c>::type</c>.</summary>
    public static TextClause Parse(string text, SqlType? type = null)
    {
        var (pieces, binds, known, at) = (new List<string>(), new List<BindParameter>(), new Dictionary<string, BindParameter>(StringComparer.Ordinal), 0);
        foreach (Match match in Parameter().Matches(text))
        {
            var name = match.Groups[1].Value;
            known.TryAdd(name, new BindParameter(name, SqlTypes.Null));
            pieces.Add(Unescaped(text[at..match.Index]));
            binds.Add(known[name]);
            at = match.Index + match.Length;
        }

        pieces.Add(Unescaped(text[at..]));
        return new TextClause(pieces, binds, type ?? SqlTypes.Null);
    }

    /// <summary>Gives a parameter its value, and with it its type.</summary>
    /// <param name="name">The name after the colon.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">The type; null for the one that belongs to the value.</param>
    /// <exception cref="InvalidStatementException">The text has no such parameter.</exception>
    public TextClause Bind(string name, object? value, SqlType? type = null)
        => Bind(new BindParameter(name, type ?? (value is null ? SqlTypes.Null : Coercion.Literal(value).Type), value, hasValue: true));

    /// <summary>Puts a parameter of the user's own in the place of the one of that name.</summary>
    /// <exception cref="InvalidStatementException">The text has no such parameter.</exception>
    public TextClause Bind(BindParameter parameter) => Binds.Any(b => b.Key == parameter.Key)
        ? new(Pieces, [.. Inserts.Select(b => b is BindParameter bind && bind.Key == parameter.Key ? parameter : b)], Type)
        : throw new InvalidStatementException($"The text has no parameter ':{parameter.Key}'; it has {(Binds.Count == 0 ? "none" : string.Join(", ", Binds.Select(b => ":" + b.Key).Distinct()))}.");

    /// <summary>The text as a SELECT that returns columns: it may stand wherever a SELECT may.</summary>
    /// <param name="columns">The columns, in order, by which the result is read.</param>
    public TextSelect Columns(params ColumnElement[] columns) => new(this, [.. columns.Select(c => c.Node)]);

    /// <summary>The text as an item of FROM.</summary>
    public TextFrom AsFrom() => new(this);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitText(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Number(Inserts.Count);
        for (var i = 0; i < Pieces.Count; i++)
        {
            parts.Text(Pieces[i]);
            if (i < Inserts.Count)
            {
                parts.Node(Inserts[i]);
            }
        }

        parts.Type(Type);
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var inserts = rewriter.Rewrite(Inserts);
        return ReferenceEquals(inserts, Inserts) ? this : new TextClause(Pieces, inserts, Type);
    }

    private static string Unescaped(string text) => Escaped().Replace(text, "$1");

    [GeneratedRegex(@"(?<![:\w\\]):(\w+)(?!:)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\\(:[\w$]*)(?![:\w$])")]
    private static partial Regex Escaped();
}
