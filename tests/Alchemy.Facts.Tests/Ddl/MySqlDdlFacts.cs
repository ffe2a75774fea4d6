namespace Alchemy.Tests;

/// <summary>test/dialect/mysql/test_compiler.py, CompileTest: definitions.</summary>
[TestFixture]
public sealed class MySqlDdlFacts : DdlFactFixture
{
    private static Table Data => T("testtbl", Str("data", 255));

    private static Table Xy => T("testtbl", Int("x"), Int("y"));

    private static CreateIndex Index(Table table, string name, MySqlIndexOptions options, params IndexItem[] items) => Create(table, new TableIndex(name, items) { Options = [options] });

    private static CreateIndex Index(Table table, string name, params IndexItem[] items) => Create(table, new TableIndex(name, items));

    [Test]
    public void An_index_of_the_beginning_of_a_column()
    {
        Fact(311, FactDialects.MySql, Index(Data, "test_idx1", new MySqlIndexOptions { Length = 10 }, "data"), "CREATE INDEX test_idx1 ON testtbl (data(10))");
        Fact(312, FactDialects.MySql, Index(Data, "test_idx2", new MySqlIndexOptions { Length = 5 }, "data"), "CREATE INDEX test_idx2 ON testtbl (data(5))");
        Fact(309, FactDialects.MariaDb, Index(Data, "test_idx1", new MySqlIndexOptions { Length = 10 }, "data"), "CREATE INDEX test_idx1 ON testtbl (data(10))");
        Fact(310, FactDialects.MariaDb, Index(Data, "test_idx2", new MySqlIndexOptions { Length = 5 }, "data"), "CREATE INDEX test_idx2 ON testtbl (data(5))");
    }

    [Test]
    public void An_index_of_the_beginnings_of_columns()
    {
        var t = T("testtbl", Str("a", 255), Str("b", 255));
        Fact(270, FactDialects.MySql, Index(t, "test_idx1", Lengths(("a", 10), ("b", 20)), "a", "b"), "CREATE INDEX test_idx1 ON testtbl (a(10), b(20))");
        Fact(271, FactDialects.MySql, Index(t, "test_idx2", Lengths(("a", 15)), "a", "b"), "CREATE INDEX test_idx2 ON testtbl (a(15), b)");
        Fact(272, FactDialects.MySql, Index(t, "test_idx3", new MySqlIndexOptions { Length = 30 }, "a", "b"), "CREATE INDEX test_idx3 ON testtbl (a(30), b(30))");
        var quoted = T("testtbl", new Column("some Quoted a", SqlTypes.String(255)) { Key = "a" }, new Column("some Quoted b", SqlTypes.String(255)) { Key = "b" });
        Fact(273, FactDialects.MySql, Index(quoted, "test_idx1", Lengths(("some Quoted a", 10), ("some Quoted b", 20)), "a", "b"),
            "CREATE INDEX test_idx1 ON testtbl (`some Quoted a`(10), `some Quoted b`(20))");
    }

    [Test]
    public void An_index_of_expressions()
    {
        var foo = T("foo", Int("x"));
        Fact(292, FactDialects.MySql, Index(foo, "bar", foo.C("x") > 5), "CREATE INDEX bar ON foo ((x > 5))");
        var t = Xy;
        Fact(297, FactDialects.MySql, Index(t, "test_idx1", t.C("x") + t.C("y")), "CREATE INDEX test_idx1 ON testtbl ((x + y))");
        Fact(298, FactDialects.MySql, Index(t, "test_idx2", t.C("x"), t.C("x") + t.C("y"), t.C("y") - t.C("x")), "CREATE INDEX test_idx2 ON testtbl (x, (x + y), (y - x))");
        Fact(299, FactDialects.MySql, Index(t, "test_idx3", t.C("x").Desc()), "CREATE INDEX test_idx3 ON testtbl (x DESC)");
        Fact(306, FactDialects.MySql.Compile(Index(Data, "test_idx1", Sql.Text("created_at desc"))).ToString(), "CREATE INDEX test_idx1 ON testtbl (created_at desc)");
    }

    [Test]
    public void Kinds_of_index()
    {
        Fact(333, FactDialects.MariaDb, Index(Data, "test_idx1", new MySqlIndexOptions { Using = "btree" }, "data"), "CREATE INDEX test_idx1 ON testtbl (data) USING btree");
        Fact(334, FactDialects.MariaDb, Index(Data, "test_idx2", new MySqlIndexOptions { Using = "hash" }, "data"), "CREATE INDEX test_idx2 ON testtbl (data) USING hash");
        Fact(335, FactDialects.MySql, Index(Data, "test_idx1", new MySqlIndexOptions { Using = "btree" }, "data"), "CREATE INDEX test_idx1 ON testtbl (data) USING btree");
        Fact(336, FactDialects.MySql, Index(Data, "test_idx2", new MySqlIndexOptions { Using = "hash" }, "data"), "CREATE INDEX test_idx2 ON testtbl (data) USING hash");
        Fact(301, FactDialects.MariaDb.Compile(Index(Data, "test_idx1", new MySqlIndexOptions { Prefix = "FULLTEXT", Length = 10, Using = "btree" }, "data")).ToString(), "CREATE FULLTEXT INDEX test_idx1 ON testtbl (data(10)) USING btree");
        Fact(302, FactDialects.MariaDb.Compile(Index(Data, "test_idx1", new MySqlIndexOptions { Prefix = "FULLTEXT", Length = 10, WithParser = "ngram" }, "data")).ToString(), "CREATE FULLTEXT INDEX test_idx1 ON testtbl (data(10)) WITH PARSER ngram");
    }

    [Test]
    public void Keys()
    {
        Table Keyed(params DialectOptions[] options) => T("testtbl", Str("data", 255), new PrimaryKeyConstraint(["data"]) { Options = options });
        Fact(347, FactDialects.MySql, new CreateTable(Keyed()), "CREATE TABLE testtbl ( data VARCHAR(255) NOT NULL, PRIMARY KEY (data) )");
        Fact(348, FactDialects.MariaDb, new CreateTable(Keyed(new MySqlKeyOptions { Using = "btree" })), "CREATE TABLE testtbl ( data VARCHAR(255) NOT NULL, PRIMARY KEY (data) USING btree )");
        Fact(349, FactDialects.MySql, new CreateTable(Keyed(new MySqlKeyOptions { Using = "btree" })), "CREATE TABLE testtbl ( data VARCHAR(255) NOT NULL, PRIMARY KEY (data) USING btree )");
    }

    [Test]
    public void Foreign_keys_and_checks()
    {
        var metadata = new MetaData();
        _ = new Table("t1", metadata, new Column("id", SqlTypes.Integer, primaryKey: true));
        var t2 = new Table("t2", metadata, new Column("id", SqlTypes.Integer, new ForeignKey("t1.id") { Deferrable = true, Initially = "DEFERRED" }), new PrimaryKeyConstraint(["id"]));
        Fact(383, FactDialects.MySql.Compile(new CreateTable(t2)).ToString(), "CREATE TABLE t2 ( id INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY(id) REFERENCES t1 (id) DEFERRABLE INITIALLY DEFERRED )");
        var check = new CheckConstraint("data IS NOT NULL", "constraint");
        Data.Append(check);
        Fact(416, FactDialects.MariaDb, new DropConstraint(check), "ALTER TABLE testtbl DROP CONSTRAINT `constraint`");
        Fact(417, FactDialects.MySql, new DropConstraint(check), "ALTER TABLE testtbl DROP CHECK `constraint`");
    }

    [Test]
    public void Texts_are_joined_by_a_function()
        => Fact(264, FactDialects.MySql.Compile(Sql.Value("x", SqlTypes.Text) + Sql.Value("y", SqlTypes.Text)).ToLiteralString(), "concat('x', 'y')");

    /// <summary>test/dialect/mysql/test_deprecations.py: a word of MySQL's own in the place of DISTINCT.</summary>
    [Test]
    public void A_word_after_SELECT()
        => Fact(2127, FactDialects.MySql, Sql.Select(Sql.LiteralColumn("*")).SelectFrom(Sql.Table("foo")).PrefixWith("FOO"), "SELECT FOO * FROM foo");

    private static MySqlIndexOptions Lengths(params (string Column, int Length)[] lengths) => new() { Lengths = lengths.ToDictionary(l => l.Column, l => l.Length) };
}
