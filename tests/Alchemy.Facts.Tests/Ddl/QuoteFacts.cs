namespace Alchemy.Tests;

/// <summary>test/sql/test_quote.py, QuoteTest.</summary>
[TestFixture]
public sealed class QuoteFacts : FactFixture
{
    private static readonly Table Lower = new("t1", new MetaData(), new Column("col1", SqlTypes.Integer));
    private static readonly Table Upper = new("T1", new MetaData(), new Column("Col1", SqlTypes.Integer));
    private static readonly Table InSchema = new("T1", new MetaData(), "Foo", new Column("Col1", SqlTypes.Integer));
    private static readonly Table Reserved = new("foreign", new MetaData(), "create", new Column("col1", SqlTypes.Integer), new Column("from", SqlTypes.Integer), new Column("order", SqlTypes.Integer));

    [Test]
    public void Names_with_capitals_are_quoted()
    {
        Fact(3790, Sql.Select(Sql.Select(Lower.C("col1").As("label1")).Subquery("alias1").C("label1")),
            "SELECT alias1.label1 FROM (SELECT t1.col1 AS label1 FROM t1) AS alias1");
        Fact(3791, Sql.Select(Sql.Select(Upper.C("Col1").As("Label1")).Subquery("Alias1").C("Label1")),
            "SELECT \"Alias1\".\"Label1\" FROM (SELECT \"T1\".\"Col1\" AS \"Label1\" FROM \"T1\") AS \"Alias1\"");
        Fact(3816, Sql.Select(Lower.C("col1").As("ShouldQuote")) is var sorted ? sorted.OrderBy(sorted.Columns[0]) : sorted,
            "SELECT t1.col1 AS \"ShouldQuote\" FROM t1 ORDER BY \"ShouldQuote\"");
    }

    [Test]
    public void Schemas_are_quoted_too()
    {
        var anon = Sql.Select(InSchema.C("Col1")).Subquery("Anon");
        Fact(3819, Sql.Select(Sql.Text<int>("1")).SelectFrom(anon).Where(anon.C("Col1") == 2),
            "SELECT 1 FROM (SELECT \"Foo\".\"T1\".\"Col1\" AS \"Col1\" FROM \"Foo\".\"T1\") AS \"Anon\" WHERE \"Anon\".\"Col1\" = :Col1_1", ("Col1_1", 2));
    }

    [Test]
    public void Reserved_words_are_quoted()
        => Fact(3814, Sql.Select(Reserved),
            "SELECT \"create\".\"foreign\".col1, \"create\".\"foreign\".\"from\", \"create\".\"foreign\".\"order\" FROM \"create\".\"foreign\"");
}
