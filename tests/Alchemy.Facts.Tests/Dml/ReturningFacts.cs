using static Alchemy.Tests.DmlTables;
using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_returning.py, ReturnCombinationTests; RETURNING, OUTPUT and hints of test/dialect/postgresql, mssql and oracle/test_compiler.py.</summary>
[TestFixture]
public sealed class ReturningFacts : FactFixture
{
    private static readonly Table Four = new("foo", new MetaData(), Key("id"), new Column("q", SqlTypes.Integer, serverDefault: "5"), Int("x"), Int("y"));
    private static readonly Table Some = new("sometable", new MetaData(), Str("somecolumn"));
    private static readonly Table Other = new("othertable", new MetaData(), Str("somecolumn"));

    [Test]
    public void Returned_columns_add_up()
    {
        Fact(3839, FactDialects.PostgreSql, Sql.Delete(Four).Returning(Four.C("x")).Returning(Four.C("y")), "DELETE FROM foo RETURNING foo.x, foo.y");
        Fact(3840, FactDialects.PostgreSql, Sql.Insert(Four).Returning(Four.C("x")).Returning(Four.C("y")),
            "INSERT INTO foo (id, q, x, y) VALUES (%(id)s::INTEGER, %(q)s::INTEGER, %(x)s::INTEGER, %(y)s::INTEGER) RETURNING foo.x, foo.y", ("id", null), ("q", null), ("x", null), ("y", null));
        Fact(3841, FactDialects.PostgreSql, Sql.Update(Four).Returning(Four.C("x")).Returning(Four.C("y")),
            "UPDATE foo SET id=%(id)s::INTEGER, q=%(q)s::INTEGER, x=%(x)s::INTEGER, y=%(y)s::INTEGER RETURNING foo.x, foo.y");
        Fact(3834, FactDialects.PostgreSql, Sql.Select(Sql.Insert(Four).Returning(Func.Lower(Four.C("x"))).ReturningColumns[0]), "SELECT lower(foo.x) AS lower_1 FROM foo");
        Fact(3838, FactDialects.PostgreSql, Sql.Select(Sql.Insert(Four).Returning(Func.Lower(Four.C("x")).As("goof")).ReturningColumns[0]), "SELECT lower(foo.x) AS goof FROM foo");
    }

    [Test]
    public void An_update_returns_columns_and_expressions()
    {
        var update = Sql.Update(MyTable).Values(("name", "foo"));
        Fact(793, FactDialects.PostgreSql, update.Returning(MyTable.C("myid"), MyTable.C("name")), "UPDATE mytable SET name=%(name)s::VARCHAR RETURNING mytable.myid, mytable.name", ("name", "foo"));
        Fact(794, FactDialects.PostgreSql, update.Returning(MyTable), "UPDATE mytable SET name=%(name)s::VARCHAR RETURNING mytable.myid, mytable.name, mytable.description");
        Fact(795, FactDialects.PostgreSql, update.Returning(Func.Length(MyTable.C("name"))), "UPDATE mytable SET name=%(name)s::VARCHAR RETURNING length(mytable.name) AS length_1");
        Assert.That(update.Returning(MyTable.C("name")).ToString(Dialects.SqlServer), Is.EqualTo("UPDATE mytable SET name=@name OUTPUT inserted.name"));
        Assert.That(Assert.Throws<CompileException>(() => update.Returning(MyTable).ToString(Dialects.MariaDb))!.Message, Does.Contain("RETURNING of an UPDATE"));
        Assert.Throws<CompileException>(() => Sql.Delete(MyTable).Returning(MyTable).ToString(Dialects.MySql));
    }

    [Test]
    public void SQL_Server_outputs_deleted_and_inserted_rows()
    {
        var delete = Sql.Delete(MyTable).Returning(MyTable.C("myid"), MyTable.C("name"));
        Fact(397, FactDialects.SqlServer, delete, "DELETE FROM mytable OUTPUT deleted.myid, deleted.name");
        Fact(398, FactDialects.SqlServer, delete.Where(MyTable.C("name") == "bar"), "DELETE FROM mytable OUTPUT deleted.myid, deleted.name WHERE mytable.name = :name_1", ("name_1", "bar"));
        var insert = Sql.Insert(MyTable).Values(("name", "foo")).Returning(MyTable);
        Assert.That(insert.ToString(FactDialects.SqlServer), Is.EqualTo("INSERT INTO mytable (name) OUTPUT inserted.myid, inserted.name, inserted.description VALUES (:name)"));
        Assert.That(Dialects.SqlServer.Compile(insert).Columns.Select(c => c.Name), Is.EqualTo(new[] { "myid", "name", "description" }));
    }

    [Test]
    public void Oracle_returns_into_parameters()
    {
        var t1 = new Table("t1", new MetaData(), new Column("c1", SqlTypes.Null), new Column("c2", SqlTypes.Null), new Column("c3", SqlTypes.Null));
        Fact(708, FactDialects.Oracle, Sql.Insert(t1).Values(("c1", 1)).Returning(t1.C("c2"), t1.C("c3")), "INSERT INTO t1 (c1) VALUES (:c1) RETURNING t1.c2, t1.c3 INTO :ret_0, :ret_1", ("c1", 1), ("ret_0", null), ("ret_1", null));
        var computed = new Table("t1", new MetaData(), Key("id"), Int("foo"), Int("bar"));
        Fact(709, FactDialects.Oracle, Sql.Insert(computed).Values(("id", 1), ("foo", 5)).Returning(computed.C("bar")), "INSERT INTO t1 (id, foo) VALUES (:id, :foo) RETURNING t1.bar INTO :ret_0", ("id", 1), ("foo", 5), ("ret_0", null));
        var labelled = Dialects.Oracle.Compile(Sql.Insert(t1).Values(("c1", 1)).Returning(t1.C("c2").As("l"), Func.Lower(t1.C("c3"))));
        Assert.That(labelled.ToString(), Does.EndWith("RETURNING t1.c2, lower(t1.c3) INTO :ret_0, :ret_1"));
        Assert.That(labelled.Binds.Count(b => b.IsOutput), Is.EqualTo(2));
        Assert.That(labelled.Columns.Select(c => c.Name), Is.EqualTo(new[] { "l", "lower_1" }));
    }

    [Test]
    public void Hints_stand_beside_their_tables()
    {
        var where = Some.C("somecolumn") == "q";
        Fact(384, FactDialects.SqlServer, Sql.Delete(Some).Where(where).WithHint("XYZ", dialect: "mysql"), "DELETE FROM sometable WHERE sometable.somecolumn = :somecolumn_1", ("somecolumn_1", "q"));
        Fact(783, FactDialects.SqlServer, Sql.Update(Some).Where(Some.C("somecolumn") == Other.C("somecolumn")).Values(("somecolumn", "x")).WithHint("WITH (PAGLOCK)", Other, "mssql"),
            "UPDATE sometable SET somecolumn=:somecolumn FROM sometable, othertable WITH (PAGLOCK) WHERE sometable.somecolumn = othertable.somecolumn", ("somecolumn", "x"));
        Assert.That(Sql.Insert(Some).Values(("somecolumn", "x")).WithHint("WITH (PAGLOCK)").ToString(FactDialects.SqlServer), Is.EqualTo("INSERT INTO sometable WITH (PAGLOCK) (somecolumn) VALUES (:somecolumn)"));
        Assert.That(Sql.Delete(Some).Where(where).WithHint("WITH (PAGLOCK)").ToString(FactDialects.SqlServer), Is.EqualTo("DELETE FROM sometable WITH (PAGLOCK) WHERE sometable.somecolumn = :somecolumn_1"));
        var only = new Table("testtbl1", new MetaData(), Int("id"));
        Fact(527, FactDialects.PostgreSql, Sql.Update(only).Values(("id", 1)).WithHint("ONLY", dialect: "postgresql"), "UPDATE ONLY testtbl1 SET id=%(id)s::INTEGER", ("id", 1));
        Fact(528, FactDialects.PostgreSql, Sql.Delete(only).WithHint("ONLY", dialect: "postgresql"), "DELETE FROM ONLY testtbl1");
    }

    [Test]
    public void SQL_Server_speaks_of_schemas()
    {
        var (paj, banana) = (Test("paj"), Test("banana.paj"));
        Fact(580, FactDialects.SqlServer, Sql.Insert(Some), "INSERT INTO sometable (somecolumn) VALUES (:somecolumn)", ("somecolumn", null));
        Fact(775, FactDialects.SqlServer, Sql.Update(Some).Where(Some.C("somecolumn") == 7), "UPDATE sometable SET somecolumn=:somecolumn WHERE sometable.somecolumn = :somecolumn_1", ("somecolumn", null), ("somecolumn_1", 7));
        Fact(399, FactDialects.SqlServer, Sql.Delete(paj).Where(paj.C("id") == 1), "DELETE FROM paj.test WHERE paj.test.id = :id_1", ("id_1", 1));
        Fact(400, FactDialects.SqlServer, Sql.Delete(paj).Where(paj.Columns["id"].In(Sql.Select(paj.C("id")).Where(paj.C("id") == 1))),
            "DELETE FROM paj.test WHERE paj.test.id IN (SELECT paj.test.id FROM paj.test WHERE paj.test.id = :id_1)", ("id_1", 1));
        Fact(401, FactDialects.SqlServer, Sql.Delete(banana).Where(banana.C("id") == 1), "DELETE FROM banana.paj.test WHERE banana.paj.test.id = :id_1", ("id_1", 1));
        Fact(402, FactDialects.SqlServer, Sql.Delete(banana).Where(banana.Columns["id"].In(Sql.Select(banana.C("id")).Where(banana.C("id") == 1))),
            "DELETE FROM banana.paj.test WHERE banana.paj.test.id IN (SELECT banana.paj.test.id FROM banana.paj.test WHERE banana.paj.test.id = :id_1)", ("id_1", 1));
    }

    private static Table Test(string schema) => new("test", new MetaData(), schema, Key("id"));
}
