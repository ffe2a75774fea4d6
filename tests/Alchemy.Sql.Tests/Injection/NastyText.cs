using FsCheck;
using FsCheck.Fluent;

namespace Alchemy.Tests;

/// <summary>Texts made of what breaks out of names, literals and marks.</summary>
internal static class NastyText
{
    private static readonly string[] Pieces =
    [
        "'", "''", "\"", "\"\"", "`", "``", "[", "]", "]]", "\\", "\\'", "\\\\", "%", "%%", "%s", "%(x)s", ":", ":x", "?", "$1", "@x", ";", "--", "/*", "*/", "#", "\n", "\r", "\t", " ", "_",
        "(", ")", ",", ".", "{0}", "__[POSTCOMPILE_x]", "__[SCHEMA_x]", "\u2019", "\uFF07", "\u02BC", "é", "漢字", "\U0001F600", "\u0301", "\u200B", "\uFEFF", "İ", "select", "SELECT", "from", "user", "order",
        "'; DROP TABLE users; --", "\" OR 1=1 --", "] --", "E'", "N'", "$$", "$x$", "a", "A", "0", "name", "\u001a", "\b",
    ];

    /// <summary>Values: any of them, also none.</summary>
    public static Arbitrary<string> Values { get; } = Gen.Elements(Pieces).ListOf().Select(p => string.Concat(p)).ToArbitrary();

    /// <summary>Names: not empty, and no longer than PostgreSQL takes (63 bytes).</summary>
    public static Arbitrary<string> Names { get; } = Gen.Elements(Pieces).NonEmptyListOf()
        .Select(p => Cut(string.Concat(p))).ToArbitrary();

    private static string Cut(string text)
    {
        while (System.Text.Encoding.UTF8.GetByteCount(text) > 40)
        {
            text = text[..^(char.IsLowSurrogate(text[^1]) ? 2 : 1)];
        }

        return text;
    }
}
