using static Alchemy.Tests.FactTables;
using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/dialect/mysql/test_for_update.py; test_selectable.py, ForUpdateTest; test/dialect/oracle/test_compiler.py.</summary>
[TestFixture]
public sealed class LockFacts : FactFixture
{
    private static readonly StandardDialect MySql800 = new MySqlDialect(new Version(8, 0, 0)).With(f => f with { ParameterStyle = ParameterStyle.Format });

    // SQLAlchemy writes NOWAIT whatever the version; ours refuses it before 8.0.
    private static readonly StandardDialect MySql57 = new MySqlDialect(new Version(5, 7)).With(f => f with { ParameterStyle = ParameterStyle.Format, LockWait = Support.Yes });

    private readonly Table _second = Numbers("table2", "mytable_id");

    private static Select Seven => Sql.Select(MyTable).Where(MyTable.C("myid") == 7);

    [Test]
    public void MySql()
    {
        Fact(2372, FactDialects.MySql, Seven.WithForUpdate(), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE mytable.myid = %s FOR UPDATE");
        Fact(2387, FactDialects.MySql, Seven.WithForUpdate(skipLocked: true, of: MyTable), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE mytable.myid = %s FOR UPDATE OF mytable SKIP LOCKED");
        Fact(2381, MySql800, Seven.WithForUpdate(read: true, nowait: true, of: MyTable), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE mytable.myid = %s LOCK IN SHARE MODE OF mytable NOWAIT");
        Fact(2382, FactDialects.MySql, Seven.WithForUpdate(read: true, nowait: true, of: MyTable), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE mytable.myid = %s FOR SHARE OF mytable NOWAIT");
        Fact(2390, MySql57, Seven.WithForUpdate(read: true, nowait: true), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE mytable.myid = %s LOCK IN SHARE MODE NOWAIT");
        Fact(2391, FactDialects.MySql, Seven.WithForUpdate(read: true, nowait: true), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE mytable.myid = %s FOR SHARE NOWAIT");
        Fact(2392, MySql57, Seven.WithForUpdate(read: true, skipLocked: true), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE mytable.myid = %s LOCK IN SHARE MODE SKIP LOCKED");
        Fact(2393, FactDialects.MySql, Seven.WithForUpdate(read: true, skipLocked: true), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE mytable.myid = %s FOR SHARE SKIP LOCKED");
    }

    [Test]
    public void The_sides_of_a_join()
    {
        var join = _second.Join(MyTable, _second.C("mytable_id") == MyTable.C("myid"));
        Fact(2377, FactDialects.MySql, Sql.Select(join).Where(_second.C("mytable_id") == 7).WithForUpdate(of: [MyTable, _second]), "SELECT table2.mytable_id, mytable.myid, mytable.name, mytable.description FROM table2 INNER JOIN mytable ON table2.mytable_id = mytable.myid WHERE table2.mytable_id = %s FOR UPDATE OF mytable, table2");
        var alias = MyTable.As();
        var aliased = _second.Join(alias, _second.C("mytable_id") == alias.C("myid"));
        Fact(2376, FactDialects.MySql, Sql.Select(aliased).Where(_second.C("mytable_id") == 7).WithForUpdate(of: [alias, _second]), "SELECT table2.mytable_id, mytable_1.myid, mytable_1.name, mytable_1.description FROM table2 INNER JOIN mytable AS mytable_1 ON table2.mytable_id = mytable_1.myid WHERE table2.mytable_id = %s FOR UPDATE OF mytable_1, table2");
    }

    [Test]
    public void A_lock_follows_a_rewritten_table()
    {
        var t = Numbers("t", "c");
        var select = Sql.Select(t.C("c")).WithForUpdate(read: true, of: t);
        Fact(3900, FactDialects.PostgreSql, new ClauseAdapter(t.As()).Rewrite(select), "SELECT t_1.c FROM t AS t_1 FOR SHARE OF t_1");
    }

    [Test]
    public void Oracle_locks_of_columns()
    {
        var (old, t) = (new OracleDialect(new Version(11, 2)), Sql.Table("mytable", Sql.Column<int>("myid"), Sql.Column<string>("name")));
        var seven = Sql.Select(t).Where(t.C("myid") == 7);
        var locked = seven.WithForUpdate(nowait: true, of: t.C("name"));
        Fact(506, old, locked.Limit(10), "SELECT anon_1.myid, anon_1.name FROM (SELECT mytable.myid AS myid, mytable.name AS name FROM mytable WHERE mytable.myid = :myid_1) anon_1 WHERE ROWNUM <= __[POSTCOMPILE_param_1] FOR UPDATE OF anon_1.name NOWAIT");
        Fact(508, FactDialects.Oracle, locked.Limit(10).Offset(50), "SELECT mytable.myid, mytable.name FROM mytable WHERE mytable.myid = :myid_1 OFFSET __[POSTCOMPILE_param_1] ROWS FETCH FIRST __[POSTCOMPILE_param_2] ROWS ONLY FOR UPDATE OF mytable.name NOWAIT");
        Fact(509, old, locked.Limit(10).Offset(50), "SELECT anon_1.myid, anon_1.name FROM (SELECT anon_2.myid AS myid, anon_2.name AS name, ROWNUM AS ora_rn FROM (SELECT mytable.myid AS myid, mytable.name AS name FROM mytable WHERE mytable.myid = :myid_1) anon_2 WHERE ROWNUM <= __[POSTCOMPILE_param_1] + __[POSTCOMPILE_param_2]) anon_1 WHERE ora_rn > __[POSTCOMPILE_param_2] FOR UPDATE OF anon_1.name NOWAIT");
        var wide = Sql.Table("mytable", Sql.Column<int>("myid"), Sql.Column<string>("foo"), Sql.Column<string>("bar"));
        Fact(511, old, Sql.Select(wide.C("myid"), wide.C("bar")).Where(wide.C("myid") == 7).WithForUpdate(nowait: true, of: [wide.C("foo"), wide.C("bar")]).Limit(10).Offset(50), "SELECT anon_1.myid, anon_1.bar FROM (SELECT anon_2.myid AS myid, anon_2.bar AS bar, ROWNUM AS ora_rn, anon_2.foo AS foo FROM (SELECT mytable.myid AS myid, mytable.bar AS bar, mytable.foo AS foo FROM mytable WHERE mytable.myid = :myid_1) anon_2 WHERE ROWNUM <= __[POSTCOMPILE_param_1] + __[POSTCOMPILE_param_2]) anon_1 WHERE ora_rn > __[POSTCOMPILE_param_2] FOR UPDATE OF anon_1.foo, anon_1.bar NOWAIT");
    }
}
