namespace Alchemy.Tests;

/// <summary>test/dialect/sqlite/test_compiler.py, SQLTest.</summary>
[TestFixture]
public sealed class SqliteTableFacts : DdlFactFixture
{
    [Test]
    public void A_key_stays_in_its_file()
    {
        var metadata = new MetaData();
        _ = new Table("t1", metadata, "master", new Column("id", SqlTypes.Integer, primaryKey: true));
        Table Referring(string name, string? schema) => new(name, metadata, schema, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("t1_id", SqlTypes.Integer, new ForeignKey("master.t1.id")));
        Fact(1255, FactDialects.Sqlite, new CreateTable(Referring("t2", "master")), "CREATE TABLE master.t2 ( id INTEGER NOT NULL, t1_id INTEGER, PRIMARY KEY (id), FOREIGN KEY(t1_id) REFERENCES t1 (id) )");
        Fact(1256, FactDialects.Sqlite, new CreateTable(Referring("t3", "alternate")), "CREATE TABLE alternate.t3 ( id INTEGER NOT NULL, t1_id INTEGER, PRIMARY KEY (id) )");
        Fact(1257, FactDialects.Sqlite, new CreateTable(Referring("t4", null)), "CREATE TABLE t4 ( id INTEGER NOT NULL, t1_id INTEGER, PRIMARY KEY (id) )");
    }

    [Test]
    public void Without_a_row_id()
        => Fact(1268, FactDialects.Sqlite, new CreateTable(T("atable", Int("id"), new SqliteTableOptions { WithoutRowId = true })), "CREATE TABLE atable ( id INTEGER ) WITHOUT ROWID");

    [Test]
    public void Parts_of_a_date()
    {
        var column = Sql.Table("t", Sql.Column("col1")).C("col1");
        Select Part(string field) => Sql.Select(Sql.Extract(field, column));
        Fact(1274, FactDialects.Sqlite, Part("month"), "SELECT CAST(STRFTIME('%m', t.col1) AS INTEGER) AS anon_1 FROM t");
        Fact(1275, FactDialects.Sqlite, Part("day"), "SELECT CAST(STRFTIME('%d', t.col1) AS INTEGER) AS anon_1 FROM t");
        Fact(1276, FactDialects.Sqlite, Part("year"), "SELECT CAST(STRFTIME('%Y', t.col1) AS INTEGER) AS anon_1 FROM t");
        Fact(1277, FactDialects.Sqlite, Part("second"), "SELECT CAST(STRFTIME('%S', t.col1) AS INTEGER) AS anon_1 FROM t");
        Fact(1278, FactDialects.Sqlite, Part("hour"), "SELECT CAST(STRFTIME('%H', t.col1) AS INTEGER) AS anon_1 FROM t");
        Fact(1279, FactDialects.Sqlite, Part("doy"), "SELECT CAST(STRFTIME('%j', t.col1) AS INTEGER) AS anon_1 FROM t");
        Fact(1280, FactDialects.Sqlite, Part("minute"), "SELECT CAST(STRFTIME('%M', t.col1) AS INTEGER) AS anon_1 FROM t");
        Fact(1281, FactDialects.Sqlite, Part("epoch"), "SELECT CAST(STRFTIME('%s', t.col1) AS INTEGER) AS anon_1 FROM t");
        Fact(1282, FactDialects.Sqlite, Part("dow"), "SELECT CAST(STRFTIME('%w', t.col1) AS INTEGER) AS anon_1 FROM t");
        Fact(1283, FactDialects.Sqlite, Part("week"), "SELECT CAST(STRFTIME('%W', t.col1) AS INTEGER) AS anon_1 FROM t");
    }
}
