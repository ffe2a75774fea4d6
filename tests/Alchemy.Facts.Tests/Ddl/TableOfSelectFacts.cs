using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_table_via_select.py, TableViaSelectTest.</summary>
[TestFixture]
public sealed class TableOfSelectFacts : FactFixture
{
    private static readonly Table Src = Sql.Table("src", Sql.Column<int>("id"), Sql.Column<string>("name"));

    private static Select Ids => Sql.Select(Src.C("id"));

    private static Select Both => Sql.Select(Src);

    private static SelectBase Abc => Sql.Text("SELECT a, b, c FROM source_table WHERE x > 10").Columns(Sql.Column<int>("a"), Sql.Column<string>("b"), Sql.Column<int>("c"));

    private static SelectBase Temp => Sql.Text("SELECT * FROM temp_data").Columns(Sql.Column<int>("x"), Sql.Column<string>("y"));

    [Test]
    public void Values_are_part_of_the_text()
    {
        var tag = Sql.Select(Sql.Value("x").As("tag")).SelectFrom(Src);
        Fact(4020, new CreateTableAs(tag, "dst"), "CREATE TABLE dst AS SELECT 'x' AS tag FROM src");
        Fact(4021, new CreateView(tag, "dst"), "CREATE VIEW dst AS SELECT 'x' AS tag FROM src");
        var (a, b) = (Numbers("a", "id"), Numbers("b", "id"));
        var union = Sql.Select(a.C("id")).Where(a.C("id") == 1).UnionAll(Sql.Select(b.C("id")).Where(b.C("id") == 2));
        Fact(4075, new CreateTableAs(union, "dst"), "CREATE TABLE dst AS SELECT a.id FROM a WHERE a.id = 1 UNION ALL SELECT b.id FROM b WHERE b.id = 2");
        Fact(4076, new CreateView(union, "dst"), "CREATE VIEW dst AS SELECT a.id FROM a WHERE a.id = 1 UNION ALL SELECT b.id FROM b WHERE b.id = 2");
        var literals = Sql.Select(Sql.Literal(1).As("x")).SelectFrom(a).UnionAll(Sql.Select(Sql.Literal("b").As("x")).SelectFrom(b));
        Fact(4077, new CreateTableAs(literals, "dst"), "CREATE TABLE dst AS SELECT 1 AS x FROM a UNION ALL SELECT 'b' AS x FROM b");
        Fact(4078, new CreateView(literals, "dst"), "CREATE VIEW dst AS SELECT 1 AS x FROM a UNION ALL SELECT 'b' AS x FROM b");
        Fact(4040, Ids.Where(Src.C("id") == 5), "SELECT src.id FROM src WHERE src.id = :id_1");
    }

    [Test]
    public void A_value_that_comes_with_the_execution_comes_too_late()
    {
        var names = Sql.Select(Src.C("name"));
        var none = new BindParameter("x", SqlTypes.Text, null, hasValue: true);
        Fact(4018, names.Where(new BinaryExpression(SqlOperator.Equal, Src.C("name"), none, SqlTypes.Boolean)).Into("dst"), "CREATE TABLE dst AS SELECT src.name FROM src WHERE src.name = NULL");
        Fact(4019, new CreateView(names.Where(new BinaryExpression(SqlOperator.Equal, Src.C("name"), none, SqlTypes.Boolean)), "dst"), "CREATE VIEW dst AS SELECT src.name FROM src WHERE src.name = NULL");
        Assert.Throws<MissingValueException>(() => FactDialects.Default.Compile(new CreateView(names.Where(Src.C("name") == Sql.Parameter<string>("x").Node), "dst")));
    }

    [Test]
    public void Names()
    {
        Fact(4022, new CreateTableAs(Ids, "dst", schema: ""), "CREATE TABLE dst AS SELECT src.id FROM src");
        Fact(4023, new CreateView(Ids, "dst", schema: ""), "CREATE VIEW dst AS SELECT src.id FROM src");
        var source = Sql.Table("SourceTable", Sql.Column<int>("Some Name"), Sql.Column<string>("Other Col"));
        Fact(4054, new CreateTableAs(Sql.Select(source), "My Analytic Table", schema: "Analysis"), "CREATE TABLE \"Analysis\".\"My Analytic Table\" AS SELECT \"SourceTable\".\"Some Name\", \"SourceTable\".\"Other Col\" FROM \"SourceTable\"");
        Fact(4055, new CreateView(Sql.Select(source), "My Analytic View", schema: "Analysis"), "CREATE VIEW \"Analysis\".\"My Analytic View\" AS SELECT \"SourceTable\".\"Some Name\", \"SourceTable\".\"Other Col\" FROM \"SourceTable\"");
        var labels = Sql.Select(Src.C("id").As("user_id"), Src.C("name").As("user_name"));
        Fact(4046, new CreateTableAs(labels, "dst"), "CREATE TABLE dst AS SELECT src.id AS user_id, src.name AS user_name FROM src");
        Fact(4047, new CreateView(labels, "dst"), "CREATE VIEW dst AS SELECT src.id AS user_id, src.name AS user_name FROM src");
        var (a, b) = (Named("a", "val"), Named("b", "val"));
        var union = Sql.Select(a.C("val").As("first_name")).Union(Sql.Select(b.C("val")));
        Fact(4079, new CreateTableAs(union, "dst"), "CREATE TABLE dst AS SELECT a.val AS first_name FROM a UNION SELECT b.val FROM b");
        Fact(4080, Sql.Select(union.Into("dst").Table), "SELECT dst.first_name FROM dst");
        Fact(4081, new CreateView(union, "dst"), "CREATE VIEW dst AS SELECT a.val AS first_name FROM a UNION SELECT b.val FROM b");
    }

    [Test]
    public void Tables()
    {
        Fact(4024, new CreateTableAs(Ids, "dst", schema: "sch", ifNotExists: true), "CREATE TABLE IF NOT EXISTS sch.dst AS SELECT src.id FROM src");
        Fact(4025, new CreateTableAs(Ids, "dst", schema: "sch", temporary: true, ifNotExists: true), "CREATE TEMPORARY TABLE IF NOT EXISTS sch.dst AS SELECT src.id FROM src");
        Fact(4026, new CreateTableAs(Ids, "dst", schema: "sch"), "CREATE TABLE sch.dst AS SELECT src.id FROM src");
        Fact(4027, new CreateTableAs(Ids, "dst", schema: "sch", temporary: true), "CREATE TEMPORARY TABLE sch.dst AS SELECT src.id FROM src");
        Fact(4060, new CreateTableAs(Both, "dst", temporary: true), "CREATE TEMPORARY TABLE dst AS SELECT src.id, src.name FROM src");
    }

    [Test]
    public void Views()
    {
        Fact(4061, new CreateView(Both, "dst", temporary: true), "CREATE TEMPORARY VIEW dst AS SELECT src.id, src.name FROM src");
        Fact(4062, new CreateView(Ids, "dst", schema: "sch", temporary: true, orReplace: true), "CREATE OR REPLACE TEMPORARY VIEW sch.dst AS SELECT src.id FROM src");
        Fact(4048, new CreateView(Ids, "dst", schema: "sch", temporary: true, orReplace: true, materialized: true), "CREATE OR REPLACE TEMPORARY MATERIALIZED VIEW sch.dst AS SELECT src.id FROM src");
        Fact(4050, new CreateView(Both, "dst", orReplace: true, materialized: true), "CREATE OR REPLACE MATERIALIZED VIEW dst AS SELECT src.id, src.name FROM src");
        Fact(4051, new CreateView(Both, "dst", temporary: true, materialized: true), "CREATE TEMPORARY MATERIALIZED VIEW dst AS SELECT src.id, src.name FROM src");
        Fact(4052, new CreateView(Ids, "dst", schema: "analytics", materialized: true), "CREATE MATERIALIZED VIEW analytics.dst AS SELECT src.id FROM src");
        Fact(4032, new DropView(Sql.Table("materialized_view"), materialized: true), "DROP MATERIALIZED VIEW materialized_view");
        Fact(4034, new DropView(Sql.Table("regular_view")), "DROP VIEW regular_view");
        Fact(4035, new DropView(Sql.Table("my_mat_view"), materialized: true), "DROP MATERIALIZED VIEW my_mat_view");
    }

    /// <summary>test/dialect/sqlite/test_compiler.py, OnConflictCompileTest; test/dialect/mssql/test_compiler.py, CompileTest.</summary>
    [Test]
    public void Of_one_database()
    {
        Fact(1080, FactDialects.Sqlite, new CreateView(Both, "temp_view", temporary: true, ifNotExists: true), "CREATE TEMPORARY VIEW IF NOT EXISTS temp_view AS SELECT src.id, src.name FROM src");
        var t = Numbers("t", "a", "b");
        Fact(378, FactDialects.SqlServer, new CreateView(Sql.Select(t).Where(t.C("a") > 5), "my_view"), "CREATE VIEW my_view AS SELECT t.a, t.b FROM t WHERE t.a > 5");
    }

    [Test]
    public void Of_text()
    {
        Fact(4063, new CreateTableAs(Abc, "dst"), "CREATE TABLE dst AS SELECT a, b, c FROM source_table WHERE x > 10");
        Fact(4064, new CreateView(Abc, "dst"), "CREATE VIEW dst AS SELECT a, b, c FROM source_table WHERE x > 10");
        Fact(4065, new CreateTableAs(Abc, "dst", schema: "analytics"), "CREATE TABLE analytics.dst AS SELECT a, b, c FROM source_table WHERE x > 10");
        Fact(4066, new CreateView(Abc, "dst", schema: "analytics"), "CREATE VIEW analytics.dst AS SELECT a, b, c FROM source_table WHERE x > 10");
        Fact(4067, new CreateTableAs(Temp, "snapshot", ifNotExists: true), "CREATE TABLE IF NOT EXISTS snapshot AS SELECT * FROM temp_data");
        Fact(4068, new CreateTableAs(Temp, "snapshot", temporary: true, ifNotExists: true), "CREATE TEMPORARY TABLE IF NOT EXISTS snapshot AS SELECT * FROM temp_data");
        Fact(4069, new CreateTableAs(Temp, "snapshot"), "CREATE TABLE snapshot AS SELECT * FROM temp_data");
        Fact(4070, new CreateTableAs(Temp, "snapshot", temporary: true), "CREATE TEMPORARY TABLE snapshot AS SELECT * FROM temp_data");
        Fact(4071, new CreateView(Temp, "snapshot_view"), "CREATE VIEW snapshot_view AS SELECT * FROM temp_data");
        Fact(4072, new CreateView(Temp, "snapshot_view", temporary: true), "CREATE TEMPORARY VIEW snapshot_view AS SELECT * FROM temp_data");
        Fact(4073, new CreateView(Temp, "snapshot_view", orReplace: true), "CREATE OR REPLACE VIEW snapshot_view AS SELECT * FROM temp_data");
        Fact(4074, new CreateView(Temp, "snapshot_view", temporary: true, orReplace: true), "CREATE OR REPLACE TEMPORARY VIEW snapshot_view AS SELECT * FROM temp_data");
    }
}
