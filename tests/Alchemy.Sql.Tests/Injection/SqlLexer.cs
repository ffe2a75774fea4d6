using System.Text;

namespace Alchemy.Tests;

/// <summary>Reads SQL as a database does, by rules of its own: what stands in quotes, and where they end.</summary>
/// <param name="open">The quote that opens a name.</param>
/// <param name="close">The quote that closes it.</param>
/// <param name="backslash">Whether a backslash escapes inside of a literal.</param>
internal sealed class SqlLexer(char open, char close, bool backslash)
{
    /// <summary>The tokens: words, marks and signs as they are, names and literals decoded.</summary>
    /// <exception cref="FormatException">A quote is not closed, or a comment begins outside of quotes.</exception>
    public IReadOnlyList<SqlToken> Read(string sql)
    {
        var tokens = new List<SqlToken>();
        for (var at = 0; at < sql.Length;)
        {
            if (sql[at] == ' ' || sql[at] == '\n')
            {
                at++;
            }
            else if (sql[at] == '\'' || sql[at] == 'N' && at + 1 < sql.Length && sql[at + 1] == '\'')
            {
                at += sql[at] == 'N' ? 1 : 0;
                tokens.Add(new SqlToken(TokenKind.Literal, Quoted(sql, ref at, '\'', backslash)));
            }
            else if (sql[at] == open)
            {
                tokens.Add(new SqlToken(TokenKind.Name, Quoted(sql, ref at, close, false)));
            }
            else if (sql[at] == ':' && at + 1 < sql.Length && sql[at + 1] == open)
            {
                // Oracle's mark whose name is a word of the language.
                var start = at++;
                _ = Quoted(sql, ref at, close, false);
                tokens.Add(new SqlToken(TokenKind.Mark, sql[start..at]));
            }
            else if (sql[at] is '#' || sql.AsSpan(at).StartsWith("--") || sql.AsSpan(at).StartsWith("/*"))
            {
                throw new FormatException($"A comment begins at {at}: {sql}");
            }
            else
            {
                tokens.Add(Word(sql, ref at));
            }
        }

        return tokens;
    }

    private static string Quoted(string sql, ref int at, char close, bool backslash)
    {
        var text = new StringBuilder();
        for (at++; at < sql.Length; at++)
        {
            if (backslash && sql[at] == '\\')
            {
                text.Append(sql[++at]);
            }
            else if (sql[at] != close)
            {
                text.Append(sql[at]);
            }
            else if (at + 1 < sql.Length && sql[at + 1] == close)
            {
                text.Append(sql[at++]);
            }
            else
            {
                at++;
                return text.ToString();
            }
        }

        throw new FormatException($"A quote is not closed: {sql}");
    }

    private static SqlToken Word(string sql, ref int at)
    {
        var start = at;
        var isMark = sql[at] is ':' or '@' or '$' or '?';
        var isWord = char.IsAsciiLetterOrDigit(sql[at]) || sql[at] == '_';
        at++;
        while (at < sql.Length && (isMark || isWord) && (char.IsAsciiLetterOrDigit(sql[at]) || sql[at] == '_' || isWord && sql[at] == '$'))
        {
            at++;
        }

        return new SqlToken(isMark ? TokenKind.Mark : TokenKind.Word, sql[start..at]);
    }
}

/// <summary>One token.</summary>
internal sealed record SqlToken(TokenKind Kind, string Text);

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>A bare word or a sign.</summary>
    Word,

    /// <summary>A name in quotes.</summary>
    Name,

    /// <summary>A text literal.</summary>
    Literal,

    /// <summary>The mark of a parameter.</summary>
    Mark,
}
