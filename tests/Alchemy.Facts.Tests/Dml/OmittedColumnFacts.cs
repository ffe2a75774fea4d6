using static Alchemy.Tests.DmlTables;
using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_compiler.py, OmitFromStatementsTest and CrudParamOverlapTest.</summary>
[TestFixture]
public sealed class OmittedColumnFacts : FactFixture
{
    private static readonly Table T1 = new("t1", new MetaData(), Key("id"), Int("a"), Omitted("b"), Int("c"), Omitted("d"), Int("e"));

    private static readonly Table T2 = new("t2", new MetaData(), Key("id"), Int("a"), Omitted("b", 10, 20), new Column("c", SqlTypes.Integer) { Default = ColumnDefault.Value(14), OnUpdate = ColumnDefault.Value(19) },
        Omitted("d", 5, 15), Int("e"));

    private static readonly Table T3 = new("t3", new MetaData(), Key("id"), Int("a"), new Column("c", SqlTypes.Integer) { Default = ColumnDefault.Value(14) });

    [Test]
    public void A_whole_table_is_selected_without_omitted_columns()
    {
        Fact(1070, FactDialects.Enhanced, Sql.Select(T1).Where(T1.C("d") == 5), "SELECT t1.id, t1.a, t1.c, t1.e FROM t1 WHERE t1.d = :d_1", ("d_1", 5));
        Fact(1065, FactDialects.Enhanced, Sql.Select(Sql.Select(T1.C("a"), T1.C("b"), T1.C("c"), T1.C("d"), T1.C("e")).Subquery()),
            "SELECT anon_1.a, anon_1.b, anon_1.c, anon_1.d, anon_1.e FROM (SELECT t1.a AS a, t1.b AS b, t1.c AS c, t1.d AS d, t1.e AS e FROM t1) AS anon_1");
        Assert.That(Sql.Select([.. Sql.Select(T1).Columns, T1.C("b")]).ToString(), Is.EqualTo("SELECT t1.id, t1.a, t1.c, t1.e, t1.b FROM t1"));
    }

    [Test]
    public void Insert_and_update_leave_them_out()
    {
        Fact(1060, FactDialects.Enhanced.With(f => f with { EmptyInsert = EmptyInsert.EmptyLists }), Sql.Insert(T1).Values(), "INSERT INTO t1 () VALUES ()");
        Fact(1063, FactDialects.Enhanced, Sql.Insert(T1).Returning(T1), "INSERT INTO t1 (id, a, c, e) VALUES (:id, :a, :c, :e) RETURNING t1.id, t1.a, t1.c, t1.e", ("id", null), ("a", null), ("c", null), ("e", null));
        Fact(1062, FactDialects.Enhanced, Sql.Insert(T3).Values(), "INSERT INTO t3 (c) VALUES (:c)", ("c", 14));
        Fact(1072, FactDialects.Enhanced, Sql.Update(T1), "UPDATE t1 SET id=:id, a=:a, c=:c, e=:e", ("id", null), ("a", null), ("c", null), ("e", null));
        Fact(1074, FactDialects.Enhanced, Sql.Update(T2).Values(), "UPDATE t2 SET b=:b, c=:c, d=:d", ("b", 20), ("c", 19), ("d", 15));
        Assert.Throws<CompileException>(() => Sql.Update(T1).Values().ToString());
        Fact(1073, FactDialects.Enhanced, Sql.Update(T2), "UPDATE t2 SET id=:id, a=:a, c=:c, e=:e");
        Assert.That(Sql.Insert(T1).Values(("a", 1), ("b", 2)).ToString(), Is.EqualTo("INSERT INTO t1 (a, b) VALUES (:a, :b)"));
        Assert.That(Sql.Insert(T2).Values().ToString(), Is.EqualTo("INSERT INTO t2 (b, c, d) VALUES (:b, :c, :d)"));
    }

    [Test]
    public void Parameters_inside_expressions_keep_their_names()
    {
        ColumnElement Coalesced() => Func.Coalesce(Sql.Parameter<string>("description"), "default");
        var insert = Sql.Insert(MyTable).Values(("myid", Sql.Parameter<int>("myid")));
        var update = Sql.Update(MyTable).Values(("myid", Sql.Parameter<int>("myid")));
        Fact(856, insert.Values(("name", Coalesced())), "INSERT INTO mytable (myid, name) VALUES (:myid, coalesce(:description, :coalesce_1))", ("myid", null), ("description", null), ("coalesce_1", "default"));
        Fact(858, update.Values(("name", Coalesced())), "UPDATE mytable SET myid=:myid, name=coalesce(:description, :coalesce_1)");
        Fact(860, insert.Values(("description", Coalesced())), "INSERT INTO mytable (myid, description) VALUES (:myid, coalesce(:description, :coalesce_1))");
        Fact(862, insert.Values(("description", Coalesced())).Parameters(MyTable.C("name")), "INSERT INTO mytable (myid, name, description) VALUES (:myid, :name, coalesce(:description, :coalesce_1))");
        Fact(866, update.Values(("description", Coalesced())), "UPDATE mytable SET myid=:myid, description=coalesce(:description, :coalesce_1)");
        Fact(868, update.Values(("description", Coalesced())).Parameters(MyTable.C("name")), "UPDATE mytable SET myid=:myid, name=:name, description=coalesce(:description, :coalesce_1)");
        Assert.Throws<CompileException>(() => insert.Values(("name", Coalesced())).Parameters(MyTable.C("description")).ToString());
    }

    private static Column Omitted(string name, int? initial = null, int? updated = null) => new(name, SqlTypes.Integer)
    {
        OmitFromStatements = true, Default = initial is null ? null : ColumnDefault.Value(initial), OnUpdate = updated is null ? null : ColumnDefault.Value(updated),
    };
}
