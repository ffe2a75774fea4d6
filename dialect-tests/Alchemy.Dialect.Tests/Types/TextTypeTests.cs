namespace Alchemy.Tests;

public sealed class TextTypeTests(Database database) : RoundTripFixture(database)
{
    private static readonly string Long = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i:x5}é\\'\U0001F600%"));

    private static readonly string[] padded = ["text", "string", "unicode", "unicode_text"];

    private static string[] Texts =>
    [
        "", " ", "a", "A", "a ", "a  ", " a", "'", "''", "\"", "`", "\\", "\\\\", "\\'", "\\0", "%", "_", "100%_sure", ":name", "@p", "?", "$1", "a;b--c/*d*/", "\r\n\t", "\u00e9", "e\u0301",
        "\U0001F600", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\u05e9\u05dc\u05d5\u05dd", "\u202eabc", "\uFFFD", "\uFEFF", "\u0001", "stra\u00dfe", "STRASSE", "\u0130", "\u0131", "NULL", "null", "x\u2028y",
    ];

    private static IEnumerable<TypeCase> Cases()
    {
        yield return TypeCase.OfClass("text", SqlTypes.Text, Texts);
        yield return TypeCase.OfClass("string", SqlTypes.String(200), Texts);
        yield return TypeCase.OfClass("unicode", SqlTypes.Unicode(200), Texts);
        yield return TypeCase.OfClass("unicode_text", SqlTypes.UnicodeText, Texts);
        yield return TypeCase.OfClass("long_text", SqlTypes.Text, "short", Long, Long[..70_000]) with { HasLiteral = false };
        // Whole characters only: a filled up text is another one, see the test below.
        yield return TypeCase.OfClass("char", SqlTypes.Char(3), "abc", "ab\U0001F600", "'\\%");
        yield return TypeCase.OfClass("word", SqlTypes.Enum("type_word", "low", "it's", "h\u00f6her \\ %"), "low", "it's", "h\u00f6her \\ %") with { IsKnownAlone = false };
        yield return TypeCase.Of("by_name", new EnumType(typeof(DayOfWeek), ByName: true), DayOfWeek.Monday, DayOfWeek.Sunday, (DayOfWeek)77);
        yield return TypeCase.OfClass("link", new Link(), new Uri("https://example.org/a?b=c'd"), new Uri("/relative", UriKind.Relative));
    }

    [TestCaseSource(nameof(Cases))]
    public void Values_come_back_by_every_way(TypeCase type)
    {
        if (Lane is Database.MySql56 && padded.Contains(type.Name))
        {
            Assert.Ignore($"Excluded: {Lanes.Padding}");
        }

        Check(type);
    }

    [Test]
    public void The_character_nul_is_kept_or_refused_by_name()
    {
        foreach (var text in new[] { "a\0b", "\0", "a\0" })
        {
            if (Database is Database.PostgreSql)
            {
                Assert.That(Refused(SqlTypes.Text, text).Message, Does.Contain("NUL"));
            }
            else
            {
                (TypeCase.OfClass("nul", SqlTypes.Text, text, "a") with { HasLiteral = false }).Check(Engine);
            }
        }
    }

    [Test]
    public void Half_a_character_is_refused_by_name()
    {
        foreach (var text in new[] { "\ud83d", "a\ude00b" })
        {
            Assert.That(Refused(SqlTypes.Text, text).Message, Does.Contain("surrogate"));
        }
    }
}

/// <summary>An address, kept as text.</summary>
public sealed record Link() : TypeDecorator<Uri, string>(SqlTypes.String(200))
{
    /// <inheritdoc/>
    public override string ToStore(Uri value) => value.OriginalString;

    /// <inheritdoc/>
    public override Uri FromStore(string value) => new(value, UriKind.RelativeOrAbsolute);
}
