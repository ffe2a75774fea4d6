namespace Alchemy.Tests;

/// <summary>Text that begins with, ends with or holds another, with and without escapes, and regular expressions (LikeFunctionsTest).</summary>
public sealed class LikeFunctionsTests : SuiteFixture
{
    private static readonly string[] Data = ["abcdefg", "ab/cdefg", "ab%cdefg", "ab_cdefg", "abcde/fg", "abcde%fg", "ab#cdefg", "ab9cdefg", "abcde#fg", "abcd9fg", "ab\\cdefg", "abcde\\fg"];
    private readonly Table _table;

    public LikeFunctionsTests(Database database)
        : base(database)
        => _table = new Table("suite_like", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("data", SqlTypes.String(50)));

    private ColumnExpression<string> Text => _table.C<string>("data");

    private protected override void Fill(Connection connection)
        => connection.ExecuteMany(Sql.Insert(_table).Parameters([.. _table.Columns]), Data.Select((d, i) => (i + 1, (string?)d)).Append((13, null)));

    // The rows that a condition finds, and by its opposite the others; the row with NULL is in neither.
    private void Finds(ColumnExpression<bool> condition, params int[] expected)
    {
        Assert.That(Read<int>(Sql.Select(_table.C("id")).Where(condition).OrderBy(_table.C("id"))), Is.EqualTo(expected));
        Assert.That(Read<int>(Sql.Select(_table.C("id")).Where(!condition).OrderBy(_table.C("id"))), Is.EqualTo(Enumerable.Range(1, 12).Except(expected)));
    }

    [Test]
    public void Wildcards_mean_something_when_they_are_asked_to()
    {
        Finds(Text.StartsWith("ab%c", autoEscape: false), [.. Enumerable.Range(1, 12)]);
        Finds(Text.EndsWith("e%fg", autoEscape: false), [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12]);
        Finds(Text.Contains("b%cde", autoEscape: false), [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12]);
    }

    [Test]
    public void By_themselves_they_are_text_in_a_value()
    {
        Finds(Text.StartsWith("ab%c"), 3);
        Finds(Text.StartsWith("ab_c"), 4);
        Finds(Text.EndsWith("e%fg"), 6);
        Finds(Text.Contains("b%cd"), 3);
        Finds(Text.Contains("b/cd"), 2);
        Finds(Text.Contains("b\\cd"), 11);
        Finds(Text.StartsWith("ab\\"), 11);
        Finds(Text.EndsWith("\\fg"), 12);
    }

    [Test]
    public void An_expression_is_a_pattern()
    {
        Finds(Text.StartsWith(Sql.Literal("ab%c")), [.. Enumerable.Range(1, 12)]);
        Finds(Text.EndsWith(Sql.Literal("e%fg")), [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12]);
        Finds(Text.Contains(Sql.Literal("b_cde")), 2, 3, 4, 7, 8, 11);
    }

    [Test]
    public void An_escape_of_ones_own()
    {
        Finds(Text.StartsWith("ab##c", escape: "#"), 7);
        Finds(Text.EndsWith("e##fg", escape: "#"), 9);
        Finds(Text.Contains("b##cde", escape: "#"), 7);
        Finds(Text.Contains("b#%cde", escape: "#"), 3);
        Finds(Text.Like("ab\\_cdefg", escape: "\\"), 4);
        Finds(Text.Like("ab'_cdefg", escape: "'"), 4);
        Finds(Text.NotLike("ab#_cdefg", escape: "#"), [.. Enumerable.Range(1, 12).Where(i => i != 4)]);
    }

    [Test]
    public void Autoescape()
    {
        Finds(Text.StartsWith("ab%c", autoEscape: true), 3);
        Finds(Text.EndsWith("e%fg", autoEscape: true), 6);
        Finds(Text.Contains("b%cde", autoEscape: true), 3);
        Finds(Text.StartsWith("ab#c", autoEscape: true, escape: "#"), 7);
        Finds(Text.EndsWith("e#fg", autoEscape: true, escape: "#"), 9);
        Finds(Text.Contains("b#cde", autoEscape: true, escape: "#"), 7);
        Finds(Text.Contains("b\\cde", autoEscape: true, escape: "\\"), 11);
    }

    [Test]
    public void Without_regard_to_case()
    {
        Finds(Text.IStartsWith("AB%C", autoEscape: true), 3);
        Finds(Text.IEndsWith("E\\FG"), 12);
        Finds(Text.IContains("B_CDE"), 4);
        Finds(Text.ILike("AB#%%", escape: "#"), 3);
        Finds(Text.Contains("AB"));
    }

    [TestCase("a.cde", new[] { 1, 5, 6, 9, 12 })]
    [TestCase("abc", new[] { 1, 5, 6, 9, 10, 12 })]
    [TestCase("^abc", new[] { 1, 5, 6, 9, 10, 12 })]
    [TestCase("9cde", new[] { 8 })]
    [TestCase("^a", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })]
    [TestCase("(b|c)", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })]
    [TestCase("^(b|c)", new int[0])]
    public void A_regular_expression(string pattern, int[] expected) => Finds(Text.RegexpMatch(pattern), expected);

    [Test]
    public void What_a_regular_expression_matches_is_replaced()
    {
        if (Features.Regexp is Regexp.Keyword)
        {
            Assert.That(() => Read<string>(Sql.Select(Text.RegexpReplace("b.cde", "!"))), Throws.TypeOf<CompileException>());
            return;
        }

        var read = Read<string>(Sql.Select(Text.RegexpReplace("b.cde", "FOO")).Where(_table.C<int>("id").In(2, 3, 10)).OrderBy(_table.C("id")));
        Assert.That(read, Is.EqualTo(new[] { "aFOOfg", "aFOOfg", "abcd9fg" }));
    }
}
