namespace Alchemy.Tests;

/// <summary>test/dialect/sqlite/test_compiler.py, OnConflictDDLTest; test/dialect/sqlite/test_dialect.py.</summary>
[TestFixture]
public sealed class SqliteDdlFacts : DdlFactFixture
{
    private static readonly StandardDialect D = FactDialects.Sqlite;

    [Test]
    public void What_becomes_of_a_row_that_a_constraint_refuses()
    {
        var column = new Column("test", SqlTypes.Integer, nullable: false) { Items = [new SqliteColumnOptions { OnConflictNotNull = "FAIL" }] };
        Fact(1092, D, new CreateColumn(column), "test INTEGER NOT NULL ON CONFLICT FAIL");
        var check = T("n", Int("id"), Int("x"), new CheckConstraint("id > x") { Options = [new SqliteConstraintOptions("FAIL")] });
        Fact(1090, D, new CreateTable(check), "CREATE TABLE n ( id INTEGER, x INTEGER, CHECK (id > x) ON CONFLICT FAIL )");
        var counted = T("n", new Column("id", SqlTypes.Integer, primaryKey: true) { Items = [new SqliteColumnOptions { OnConflictPrimaryKey = "FAIL" }] }, new SqliteTableOptions { AutoIncrement = true });
        Fact(1093, D, new CreateTable(counted), "CREATE TABLE n ( id INTEGER NOT NULL PRIMARY KEY ON CONFLICT FAIL AUTOINCREMENT )");
        var key = T("n", new Column("x", SqlTypes.String(30), primaryKey: true) { Items = [new SqliteColumnOptions { OnConflictPrimaryKey = "FAIL" }] });
        Fact(1095, D, new CreateTable(key), "CREATE TABLE n ( x VARCHAR(30) NOT NULL, PRIMARY KEY (x) ON CONFLICT FAIL )");
    }

    [Test]
    public void Counted_keys()
    {
        Fact(2143, D, new CreateTable(T("autoinctable", new Column("id", SqlTypes.Integer, primaryKey: true), Int("x"), new SqliteTableOptions { AutoIncrement = true })),
            "CREATE TABLE autoinctable ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, x INTEGER )");
        Fact(2146, D, new CreateTable(T("noautoinctable", new Column("id", SqlTypes.Integer, primaryKey: true), Int("x"))), "CREATE TABLE noautoinctable ( id INTEGER NOT NULL, x INTEGER, PRIMARY KEY (id) )");
    }

    [Test]
    public void Defaults()
        => Fact(2159, D, new CreateTable(T("r_defaults", new Column("data", SqlTypes.String(40), serverDefault: "'my_default'"), new Column("val", SqlTypes.Integer, nullable: false, serverDefault: "0"))),
            "CREATE TABLE r_defaults ( data VARCHAR(40) DEFAULT 'my_default', val INTEGER DEFAULT 0 NOT NULL )");

    [Test]
    public void Words_are_searched_for()
        => Fact(2164, D, T("matchtable", Str("title", 200)).C("title").Match("somstr"), "matchtable.title MATCH ?", ("title_1", "somstr"));
}
