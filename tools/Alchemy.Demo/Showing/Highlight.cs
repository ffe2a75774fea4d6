using System.Text.RegularExpressions;
using Spectre.Console;

namespace Alchemy.Demo;

/// <summary>Colours for C# and SQL.</summary>
internal static partial class Highlight
{
    public static Markup CSharp(string code) => new(Colour(CSharpWord(), code));

    public static Markup Sql(string text) => new(Colour(SqlWord(), Broken(text)));

    // Clauses begin lines, but for those inside parentheses.
    private static string Broken(string sql)
    {
        var depth = 0;
        return SqlBreak().Replace(sql, part =>
        {
            depth += part.Value switch { "(" => 1, ")" => -1, _ => 0 };
            return depth == 0 && part.Value[0] == ' ' ? "\n" + (sql[part.Index + 1] == '(' ? "  " : "") : part.Value;
        });
    }

    private static string Colour(Regex words, string text)
    {
        var (markup, at) = (new System.Text.StringBuilder(), 0);
        foreach (Match word in words.Matches(text))
        {
            var style = word.Groups["text"].Success ? "green" : word.Groups["note"].Success ? "grey" : "deepskyblue1";
            markup.Append(Markup.Escape(text[at..word.Index])).Append($"[{style}]{Markup.Escape(word.Value)}[/]");
            at = word.Index + word.Length;
        }

        return markup.Append(Markup.Escape(text[at..])).ToString();
    }

    [GeneratedRegex("""(?<text>\$?"[^"]*")|(?<note>//.*)|\b(var|new|using|from|join|on|equals|into|let|where|orderby|descending|select|group|by|return|foreach|in|null|true|false)\b""")]
    private static partial Regex CSharpWord();

    [GeneratedRegex("""(?<text>'[^']*')|\b(SELECT|DISTINCT|FROM|LEFT|OUTER|JOIN|ON|WHERE|GROUP|ORDER|BY|HAVING|LIMIT|OFFSET|WITH|AS|AND|OR|NOT|IN|IS|NULL|EXISTS|LIKE|ESCAPE|CASE|WHEN|THEN|ELSE|END|CAST|COLLATE|INSERT|INTO|VALUES|UPDATE|SET|DELETE|RETURNING|BEGIN|COMMIT|ROLLBACK|TO|RELEASE|SAVEPOINT|DESC|ASC|NULLS|FIRST|LAST|UNION|ALL)\b""")]
    private static partial Regex SqlWord();

    [GeneratedRegex("""'[^']*'|[()]|(?<!DISTINCT|OUTER) (?=(FROM|LEFT OUTER JOIN|JOIN|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT|VALUES|SET|RETURNING)\b)|(?<=\)) (?=SELECT\b)| (?=\(SELECT\b.+ FROM )""")]
    private static partial Regex SqlBreak();
}
