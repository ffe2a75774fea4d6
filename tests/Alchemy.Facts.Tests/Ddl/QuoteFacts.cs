namespace Alchemy.Tests;

/// <summary>test/sql/test_quote.py, QuoteTest.</summary>
[TestFixture]
public sealed class QuoteFacts : DdlFactFixture
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

    [Test]
    public void Names_are_quoted_when_they_need_it_or_are_said_to()
    {
        Fact(3804, new CreateTable(Made("foo", "t1", "col1")), "CREATE TABLE foo.t1 ( col1 INTEGER )");
        Fact(3805, new CreateTable(Made("foo", "t1", "col1", true)), "CREATE TABLE \"foo\".\"t1\" ( \"col1\" INTEGER )");
        Fact(3806, new CreateTable(Made("Foo", "Table1", "Col1")), "CREATE TABLE \"Foo\".\"Table1\" ( \"Col1\" INTEGER )");
        Fact(3807, new CreateTable(Made("Foo", "Table1", "Col1", false)), "CREATE TABLE Foo.Table1 ( Col1 INTEGER )");
        Fact(3808, new CreateTable(Made("45schema", "35table", "25column")), "CREATE TABLE \"45schema\".\"35table\" ( \"25column\" INTEGER )");
        Fact(3809, new CreateTable(Made("45schema", "35table", "25column", false)), "CREATE TABLE 45schema.35table ( 25column INTEGER )");
        Fact(3784, new CreateTable(Made("$schema", "$table", "$column")), "CREATE TABLE \"$schema\".\"$table\" ( \"$column\" INTEGER )");
        Fact(3785, new CreateTable(Made("$schema", "$table", "$column", false)), "CREATE TABLE $schema.$table ( $column INTEGER )");
    }

    [Test]
    public void A_name_said_to_be_bare_is_bare_in_statements_too()
    {
        var bare = new Table("foreign", new MetaData(), "create", Int("col1"), new Column("from", SqlTypes.Integer) { Quote = false }, new Column("order", SqlTypes.Integer) { Quote = false }) { Quote = false, QuoteSchema = false };
        Fact(3815, Default.Compile(Sql.Select(bare)).ToString(), "SELECT create.foreign.col1, create.foreign.from, create.foreign.order FROM create.foreign");
        var anon = Sql.Select(Made("Foo", "T1", "Col1", false)).Subquery("Anon");
        Fact(3817, Sql.Select(Sql.Text<int>("1")).SelectFrom(anon).Where(anon.C("Col1") == 2), "SELECT 1 FROM (SELECT Foo.T1.Col1 AS Col1 FROM Foo.T1) AS \"Anon\" WHERE \"Anon\".Col1 = :Col1_1", ("Col1_1", 2));
        var quoted = T("t", new Column("x", SqlTypes.Integer) { Quote = true });
        Fact(3813, Create(quoted, new TableIndex("foo", ["x"])), "CREATE INDEX foo ON t (\"x\")");
    }

    [Test]
    public void Labels_are_quoted_like_what_they_are_made_of()
    {
        Fact(3776, Labelled(Made("Foo", "T1", "Col1")), "SELECT \"Foo\".\"T1\".\"Col1\" AS \"Foo_T1_Col1\" FROM \"Foo\".\"T1\"");
        Fact(3777, Labelled(Made("Foo", "T1", "Col1", false)), "SELECT Foo.T1.Col1 AS Foo_T1_Col1 FROM Foo.T1");
        Fact(3810, Labelled(T("t", new Column("x", SqlTypes.Integer) { Quote = true }).As()), "SELECT t_1.\"x\" AS \"t_1_x\" FROM t AS t_1");
        Fact(3811, Labelled(new Table("t2", new MetaData(), Int("x")) { Quote = true }), "SELECT \"t2\".x AS \"t2_x\" FROM \"t2\"");
    }

    [Test]
    public void Text_that_has_quotes_of_its_own()
    {
        Fact(3793, Sql.Select(Sql.Select(Sql.LiteralColumn("'col1'").As("label1")).SelectFrom(Lower).Subquery("alias1")), "SELECT alias1.label1 FROM (SELECT 'col1' AS label1 FROM t1) AS alias1");
        Fact(3794, Sql.Select(Sql.Select(Sql.LiteralColumn("'Col1'").As("Label1")).SelectFrom(Upper).Subquery("Alias1")), "SELECT \"Alias1\".\"Label1\" FROM (SELECT 'Col1' AS \"Label1\" FROM \"T1\") AS \"Alias1\"");
        Fact(3803, Sql.Select(Sql.Select(Sql.LiteralColumn("\"NEEDS QUOTES\"")).Subquery()), "SELECT anon_1.\"NEEDS QUOTES\" FROM (SELECT \"NEEDS QUOTES\") AS anon_1");
    }

    [Test]
    public void Collations_have_schemas()
    {
        var foo = Sql.Column("foo", SqlTypes.Text);
        Fact(3782, FactDialects.PostgreSql, foo.Collate("fr_FR", "MySchema"), "foo COLLATE \"MySchema\".\"fr_FR\"");
        Fact(3783, FactDialects.PostgreSql, foo.Collate("fr_fr", "myschema"), "foo COLLATE myschema.fr_fr");
    }

    private static Select Labelled(FromClause from) => Sql.Select(from).WithLabelStyle(LabelStyle.TableNamePlusColumn);

    private static Table Made(string schema, string table, string column, bool? quote = null)
        => new(table, new MetaData(), schema, new Column(column, SqlTypes.Integer) { Quote = quote }) { Quote = quote, QuoteSchema = quote };
}
