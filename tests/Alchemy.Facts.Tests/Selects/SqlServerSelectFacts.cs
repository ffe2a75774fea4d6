namespace Alchemy.Tests;

/// <summary>test/dialect/mssql/test_compiler.py, CompileTest; test/dialect/mssql/test_deprecations.py, LegacySchemaAliasingTest; test/dialect/mssql/test_reflection.py, InfoCoerceUnicodeTest.</summary>
[TestFixture]
public sealed class SqlServerSelectFacts : FactFixture
{
    private static readonly StandardDialect D = FactDialects.SqlServer;

    private static readonly StandardDialect Aliasing = D.With(f => f with { SchemaTables = SchemaTables.Aliased });

    private static readonly Table T = Sql.Table("t", Sql.Column<int>("a"), Sql.Column<int>("b"), Sql.Column<string>("c"), Sql.Column<string>("d"));

    private static readonly Table T1 = Sql.Table("t1", Sql.Column<int>("a"), Sql.Column<string>("b"), Sql.Column<string>("c"));

    private static readonly Table T2 = new("t2", new MetaData(), "schema", new Column("a", SqlTypes.Integer), new Column("b", SqlTypes.Integer), new Column("c", SqlTypes.Integer));

    [Test]
    public void Functions()
    {
        Fact(534, D, Func.Call("current_date"), "GETDATE()");
        Fact(535, D, Func.Call("length", 3), "LEN(:length_1)", ("length_1", 3));
        Fact(738, D, Func.Call("pow", T.C("a"), T.C("b")), "POWER(t.a, t.b)");
        Fact(734, D, Func.Call("pow", T.C("a"), 3), "POWER(t.a, :pow_1)", ("pow_1", 3));
        Fact(744, D, Func.Call("power", T.C("a"), T.C("b")), "power(t.a, t.b)");
        Fact(732, D, T.C("c").Match(T.C("d")), "CONTAINS (t.c, t.d)");
        Fact(730, D, T.C("c").Match("w"), "CONTAINS (t.c, :c_1)", ("c_1", "w"));
        var t = Sql.Table("t", Sql.Column("col1"));
        Fact(439, D, Sql.Select(Sql.Extract("day", t.C("col1"))), "SELECT DATEPART(day, t.col1) AS anon_1 FROM t");
        Fact(440, D, Sql.Select(Sql.Extract("month", t.C("col1"))), "SELECT DATEPART(month, t.col1) AS anon_1 FROM t");
        Fact(441, D, Sql.Select(Sql.Extract("year", t.C("col1"))), "SELECT DATEPART(year, t.col1) AS anon_1 FROM t");
    }

    [Test]
    public void Order_and_rows()
    {
        var t = Sql.Table("t", Sql.Column("a"));
        Fact(449, D.Compile(Sql.Select(t).OrderBy(t.C("a")).Fetch(Sql.LiteralColumn("Q") + Sql.LiteralColumn("Z")).Offset(Sql.LiteralColumn("Y") + Sql.LiteralColumn("W"))).ToString(),
            "SELECT t.a FROM t ORDER BY t.a OFFSET Y + W ROWS FETCH FIRST Q + Z ROWS ONLY");
        var some = new Table("sometable", new MetaData(), new Column("somecolumn", SqlTypes.String()));
        Fact(727, D, Sql.Select(some).OrderBy(some.C("somecolumn").Collate("Latin1_General_CS_AS_KS_WS_CI").Asc()),
            "SELECT sometable.somecolumn FROM sometable ORDER BY sometable.somecolumn COLLATE Latin1_General_CS_AS_KS_WS_CI ASC");
        var mine = Sql.Table("mytable", Sql.Column<int>("myid"), Sql.Column<string>("name"), Sql.Column<string>("description"));
        var q = Sql.Select(mine.C("myid"), Sql.Value("bar").As("c1")).OrderBy(mine.C("name") + "-").Subquery("foo");
        Fact(661, D.With(f => f with { ParameterStyle = ParameterStyle.QuestionMark }), Sql.Select(Sql.LiteralColumn("*")).Where(q.C("myid") == mine.C("myid")),
            "SELECT * FROM (SELECT mytable.myid AS myid, ? AS c1 FROM mytable) AS foo, mytable WHERE foo.myid = mytable.myid", ("param_1", "bar"));
    }

    [Test]
    public void A_value_of_a_subquery()
    {
        var some = Sql.Table("sometable", Sql.Column("somecolumn"));
        Fact(561, D, Sql.Select(some).Where(some.C("somecolumn") == Sql.Select(some).ScalarSubquery()), "SELECT sometable.somecolumn FROM sometable WHERE sometable.somecolumn = (SELECT sometable.somecolumn FROM sometable)");
        Fact(562, D, Sql.Select(some).Where(some.C("somecolumn") != Sql.Select(some).ScalarSubquery()), "SELECT sometable.somecolumn FROM sometable WHERE sometable.somecolumn != (SELECT sometable.somecolumn FROM sometable)");
    }

    [Test]
    public void Schemas_of_several_parts()
    {
        Fact(715, D, In("Foo.dbo"), "SELECT [Foo].dbo.test.id FROM [Foo].dbo.test");
        Fact(717, D, In("abc.def.efg.hij"), "SELECT [abc.def.efg].hij.test.id FROM [abc.def.efg].hij.test");
        Fact(718, D.Compile(In("[abc].[def].[efg].[hij]")).ToString(), "SELECT [abc].[def].[efg].hij.test.id FROM [abc].[def].[efg].hij.test");
        Fact(719, D, In("[abc]"), "SELECT abc.test.id FROM abc.test");
        Fact(721, D, In("[has spaces]"), "SELECT [has spaces].test.id FROM [has spaces].test");
        Fact(513, D, In("foo.dbo", quote: true), "SELECT [foo.dbo].test.id FROM [foo.dbo].test");
        Fact(514, D, In("Foo.dbo", quote: true), "SELECT [Foo.dbo].test.id FROM [Foo.dbo].test");
    }

    [Test]
    public void Tables_of_schemas_by_name_and_by_alias()
    {
        Fact(2136, D, Sql.Select(T2), "SELECT [schema].t2.a, [schema].t2.b, [schema].t2.c FROM [schema].t2");
        Fact(2135, Aliasing, Sql.Select(T2), "SELECT t2_1.a, t2_1.b, t2_1.c FROM [schema].t2 AS t2_1");
        var labelled = Sql.Select(T2).WithLabelStyle(LabelStyle.TableNamePlusColumn);
        Fact(2138, D, labelled, "SELECT [schema].t2.a AS schema_t2_a, [schema].t2.b AS schema_t2_b, [schema].t2.c AS schema_t2_c FROM [schema].t2");
        Fact(2137, Aliasing, labelled, "SELECT t2_1.a AS schema_t2_a, t2_1.b AS schema_t2_b, t2_1.c AS schema_t2_c FROM [schema].t2 AS t2_1");
        var a1 = T2.As("a1");
        var scalar = Sql.Select([.. T2.Columns, Sql.Select(a1.C("a")).ScalarSubquery()]);
        Fact(2132, D, scalar, "SELECT [schema].t2.a, [schema].t2.b, [schema].t2.c, (SELECT a1.a FROM [schema].t2 AS a1) AS anon_1 FROM [schema].t2");
        Fact(2131, Aliasing, scalar, "SELECT t2_1.a, t2_1.b, t2_1.c, (SELECT a1.a FROM [schema].t2 AS a1) AS anon_1 FROM [schema].t2 AS t2_1");
        var union = Sql.Select(Sql.Select(T2.C("a"), T2.C("b")).WithLabelStyle(LabelStyle.TableNamePlusColumn).Union(Sql.Select(T1.C("a"), T1.C("b")).WithLabelStyle(LabelStyle.TableNamePlusColumn)).Subquery());
        Fact(2140, D, union, "SELECT anon_1.schema_t2_a, anon_1.schema_t2_b FROM (SELECT [schema].t2.a AS schema_t2_a, [schema].t2.b AS schema_t2_b FROM [schema].t2 UNION SELECT t1.a AS t1_a, t1.b AS t1_b FROM t1) AS anon_1");
        Fact(2139, Aliasing, union, "SELECT anon_1.schema_t2_a, anon_1.schema_t2_b FROM (SELECT t2_1.a AS schema_t2_a, t2_1.b AS schema_t2_b FROM [schema].t2 AS t2_1 UNION SELECT t1.a AS t1_a, t1.b AS t1_b FROM t1) AS anon_1");
        Assert.That(Aliasing.Compile(Sql.Delete(T2).Where(T2.C("a") == 1)).ToString(), Is.EqualTo("DELETE FROM [schema].t2 WHERE [schema].t2.a = :a_1"));
    }

    [Test]
    public void The_catalog_is_asked_for_a_name()
    {
        var tables = new Table("TABLES", new MetaData(), "INFORMATION_SCHEMA", new Column("TABLE_NAME", SqlTypes.String()) { Quote = true }) { Quote = true };
        var name = Sql.Parameter("table_name", SqlTypes.String(), "somename", unique: true);
        Fact(3833, D, tables.C("TABLE_NAME") == name, "[INFORMATION_SCHEMA].[TABLES].[TABLE_NAME] = :table_name_1", ("table_name_1", "somename"));
        Fact(3832, D, tables.C("TABLE_NAME") == Sql.Cast(name, SqlTypes.Text), "[INFORMATION_SCHEMA].[TABLES].[TABLE_NAME] = CAST(:table_name_1 AS NVARCHAR(max))", ("table_name_1", "somename"));
    }

    private static Select In(string schema, bool? quote = null) => Sql.Select(new Table("test", new MetaData(), schema, new Column("id", SqlTypes.Integer, primaryKey: true)) { QuoteSchema = quote });
}
