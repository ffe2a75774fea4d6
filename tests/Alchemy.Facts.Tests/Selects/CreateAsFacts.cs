using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_table_via_select.py, TableViaSelectTest.</summary>
[TestFixture]
public sealed class CreateAsFacts : FactFixture
{
    private static readonly StandardDialect D = FactDialects.Default;

    private static readonly Table Src = Sql.Table("src", Sql.Column<int>("id"), Sql.Column<string>("name"));

    private static Select Ids => Sql.Select(Src.C("id"));

    private static Select Both => Sql.Select(Src);

    private static SelectBase Abc => Sql.Text("SELECT a, b, c FROM source_table WHERE x > 10").Columns(Sql.Column<int>("a"), Sql.Column<string>("b"), Sql.Column<int>("c"));

    private static SelectBase Temp => Sql.Text("SELECT * FROM temp_data").Columns(Sql.Column<int>("x"), Sql.Column<string>("y"));

    [Test]
    public void Values_are_part_of_the_text()
    {
        var tag = Sql.Select(Sql.Value("x").As("tag")).SelectFrom(Src);
        Fact(4020, D.CreateTableAs("dst", tag), "CREATE TABLE dst AS SELECT 'x' AS tag FROM src");
        Fact(4021, D.CreateView("dst", tag), "CREATE VIEW dst AS SELECT 'x' AS tag FROM src");
        var (a, b) = (Numbers("a", "id"), Numbers("b", "id"));
        var union = Sql.Select(a.C("id")).Where(a.C("id") == 1).UnionAll(Sql.Select(b.C("id")).Where(b.C("id") == 2));
        Fact(4075, D.CreateTableAs("dst", union), "CREATE TABLE dst AS SELECT a.id FROM a WHERE a.id = 1 UNION ALL SELECT b.id FROM b WHERE b.id = 2");
        Fact(4076, D.CreateView("dst", union), "CREATE VIEW dst AS SELECT a.id FROM a WHERE a.id = 1 UNION ALL SELECT b.id FROM b WHERE b.id = 2");
        var literals = Sql.Select(Sql.Literal(1).As("x")).SelectFrom(a).UnionAll(Sql.Select(Sql.Literal("b").As("x")).SelectFrom(b));
        Fact(4077, D.CreateTableAs("dst", literals), "CREATE TABLE dst AS SELECT 1 AS x FROM a UNION ALL SELECT 'b' AS x FROM b");
        Fact(4078, D.CreateView("dst", literals), "CREATE VIEW dst AS SELECT 1 AS x FROM a UNION ALL SELECT 'b' AS x FROM b");
        Fact(4040, Ids.Where(Src.C("id") == 5), "SELECT src.id FROM src WHERE src.id = :id_1");
        Assert.Throws<MissingValueException>(() => D.CreateView("dst", Ids.Where(Src.C("name") == Sql.Parameter<string>("p").Node)));
    }

    [Test]
    public void Names()
    {
        Fact(4022, D.CreateTableAs("dst", Ids, schema: ""), "CREATE TABLE dst AS SELECT src.id FROM src");
        Fact(4023, D.CreateView("dst", Ids, schema: ""), "CREATE VIEW dst AS SELECT src.id FROM src");
        var source = Sql.Table("SourceTable", Sql.Column<int>("Some Name"), Sql.Column<string>("Other Col"));
        Fact(4054, D.CreateTableAs("My Analytic Table", Sql.Select(source), "Analysis"), "CREATE TABLE \"Analysis\".\"My Analytic Table\" AS SELECT \"SourceTable\".\"Some Name\", \"SourceTable\".\"Other Col\" FROM \"SourceTable\"");
        Fact(4055, D.CreateView("My Analytic View", Sql.Select(source), "Analysis"), "CREATE VIEW \"Analysis\".\"My Analytic View\" AS SELECT \"SourceTable\".\"Some Name\", \"SourceTable\".\"Other Col\" FROM \"SourceTable\"");
        var labels = Sql.Select(Src.C("id").As("user_id"), Src.C("name").As("user_name"));
        Fact(4046, D.CreateTableAs("dst", labels), "CREATE TABLE dst AS SELECT src.id AS user_id, src.name AS user_name FROM src");
        Fact(4047, D.CreateView("dst", labels), "CREATE VIEW dst AS SELECT src.id AS user_id, src.name AS user_name FROM src");
        var (a, b) = (Named("a", "val"), Named("b", "val"));
        var union = Sql.Select(a.C("val").As("first_name")).Union(Sql.Select(b.C("val")));
        Fact(4079, D.CreateTableAs("dst", union), "CREATE TABLE dst AS SELECT a.val AS first_name FROM a UNION SELECT b.val FROM b");
        Fact(4080, Sql.Select(union.Into("dst")), "SELECT dst.first_name FROM dst");
        Fact(4081, D.CreateView("dst", union), "CREATE VIEW dst AS SELECT a.val AS first_name FROM a UNION SELECT b.val FROM b");
    }

    [Test]
    public void Tables()
    {
        Fact(4024, D.CreateTableAs("dst", Ids, "sch", ifNotExists: true), "CREATE TABLE IF NOT EXISTS sch.dst AS SELECT src.id FROM src");
        Fact(4025, D.CreateTableAs("dst", Ids, "sch", temporary: true, ifNotExists: true), "CREATE TEMPORARY TABLE IF NOT EXISTS sch.dst AS SELECT src.id FROM src");
        Fact(4026, D.CreateTableAs("dst", Ids, "sch"), "CREATE TABLE sch.dst AS SELECT src.id FROM src");
        Fact(4027, D.CreateTableAs("dst", Ids, "sch", temporary: true), "CREATE TEMPORARY TABLE sch.dst AS SELECT src.id FROM src");
        Fact(4060, D.CreateTableAs("dst", Both, temporary: true), "CREATE TEMPORARY TABLE dst AS SELECT src.id, src.name FROM src");
        Assert.Throws<CompileException>(() => Dialects.SqlServer.CreateTableAs("dst", Ids));
    }

    [Test]
    public void Views()
    {
        Fact(4061, D.CreateView("dst", Both, temporary: true), "CREATE TEMPORARY VIEW dst AS SELECT src.id, src.name FROM src");
        Fact(4062, D.CreateView("dst", Ids, "sch", temporary: true, orReplace: true), "CREATE OR REPLACE TEMPORARY VIEW sch.dst AS SELECT src.id FROM src");
        Fact(4048, D.CreateView("dst", Ids, "sch", temporary: true, orReplace: true, materialized: true), "CREATE OR REPLACE TEMPORARY MATERIALIZED VIEW sch.dst AS SELECT src.id FROM src");
        Fact(4050, D.CreateView("dst", Both, orReplace: true, materialized: true), "CREATE OR REPLACE MATERIALIZED VIEW dst AS SELECT src.id, src.name FROM src");
        Fact(4051, D.CreateView("dst", Both, temporary: true, materialized: true), "CREATE TEMPORARY MATERIALIZED VIEW dst AS SELECT src.id, src.name FROM src");
        Fact(4052, D.CreateView("dst", Ids, "analytics", materialized: true), "CREATE MATERIALIZED VIEW analytics.dst AS SELECT src.id FROM src");
        Fact(4032, D.DropView("materialized_view", materialized: true), "DROP MATERIALIZED VIEW materialized_view");
        Fact(4034, D.DropView("regular_view"), "DROP VIEW regular_view");
        Fact(4035, D.DropView("my_mat_view", materialized: true), "DROP MATERIALIZED VIEW my_mat_view");
    }

    [Test]
    public void Of_text()
    {
        Fact(4063, D.CreateTableAs("dst", Abc), "CREATE TABLE dst AS SELECT a, b, c FROM source_table WHERE x > 10");
        Fact(4064, D.CreateView("dst", Abc), "CREATE VIEW dst AS SELECT a, b, c FROM source_table WHERE x > 10");
        Fact(4065, D.CreateTableAs("dst", Abc, "analytics"), "CREATE TABLE analytics.dst AS SELECT a, b, c FROM source_table WHERE x > 10");
        Fact(4066, D.CreateView("dst", Abc, "analytics"), "CREATE VIEW analytics.dst AS SELECT a, b, c FROM source_table WHERE x > 10");
        Fact(4067, D.CreateTableAs("snapshot", Temp, ifNotExists: true), "CREATE TABLE IF NOT EXISTS snapshot AS SELECT * FROM temp_data");
        Fact(4068, D.CreateTableAs("snapshot", Temp, temporary: true, ifNotExists: true), "CREATE TEMPORARY TABLE IF NOT EXISTS snapshot AS SELECT * FROM temp_data");
        Fact(4069, D.CreateTableAs("snapshot", Temp), "CREATE TABLE snapshot AS SELECT * FROM temp_data");
        Fact(4070, D.CreateTableAs("snapshot", Temp, temporary: true), "CREATE TEMPORARY TABLE snapshot AS SELECT * FROM temp_data");
        Fact(4071, D.CreateView("snapshot_view", Temp), "CREATE VIEW snapshot_view AS SELECT * FROM temp_data");
        Fact(4072, D.CreateView("snapshot_view", Temp, temporary: true), "CREATE TEMPORARY VIEW snapshot_view AS SELECT * FROM temp_data");
        Fact(4073, D.CreateView("snapshot_view", Temp, orReplace: true), "CREATE OR REPLACE VIEW snapshot_view AS SELECT * FROM temp_data");
        Fact(4074, D.CreateView("snapshot_view", Temp, temporary: true, orReplace: true), "CREATE OR REPLACE TEMPORARY VIEW snapshot_view AS SELECT * FROM temp_data");
    }
}
