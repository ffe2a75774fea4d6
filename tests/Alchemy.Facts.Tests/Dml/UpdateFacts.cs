using static Alchemy.Tests.DmlTables;
using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_update.py, UpdateTest; test/sql/test_roles.py, SubqueryCoercionsTest.</summary>
[TestFixture]
public sealed class UpdateFacts : FactFixture
{
    private static Update Mine => Sql.Update(MyTable);

    private static ColumnExpression<string> Name => MyTable.C<string>("name");

    [Test]
    public void An_update_that_sets_nothing_names_every_column()
    {
        Fact(5300, FactDialects.Enhanced, Mine, "UPDATE mytable SET myid=:myid, name=:name, description=:description", ("myid", null), ("name", null), ("description", null));
        Fact(5250, FactDialects.Enhanced, Mine.Where(MyTable.C("name") == Sql.Select(MyOtherTable.C("othername")).Where(MyOtherTable.C("otherid") == MyTable.C("myid"))),
            "UPDATE mytable SET myid=:myid, name=:name, description=:description WHERE mytable.name = (SELECT myothertable.othername FROM myothertable WHERE myothertable.otherid = mytable.myid)");
        var t = new Table("t", new MetaData(), Int("x"), Int("y"), Int("z"));
        var untyped = new Table("t", new MetaData(), new Column("x", SqlTypes.Null), new Column("y", SqlTypes.Null), new Column("z", SqlTypes.Null));
        Fact(3842, FactDialects.PostgreSql, Sql.Update(untyped).Returning(untyped), "UPDATE t SET x=%(x)s, y=%(y)s, z=%(z)s RETURNING t.x, t.y, t.z", ("x", null), ("y", null), ("z", null));
        Assert.That(t.Columns, Has.Count.EqualTo(3));
    }

    [Test]
    public void Columns_are_set_to_parameters()
    {
        Fact(5265, FactDialects.Enhanced, Mine.Where(MyTable.C("myid") == 7).Parameters(MyTable.C("name")), "UPDATE mytable SET name=:name WHERE mytable.myid = :myid_1", ("name", null), ("myid_1", 7));
        Fact(5268, FactDialects.Enhanced, Mine.Where(MyTable.C("myid") == 7).Values(("myid", 5)), "UPDATE mytable SET myid=:myid WHERE mytable.myid = :myid_1", ("myid", 5), ("myid_1", 7));
        Fact(5271, FactDialects.Enhanced, Mine.Where(MyTable.C("name") == Sql.Parameter<string>("crit")).Values(("name", "hi")), "UPDATE mytable SET name=:name WHERE mytable.name = :crit", ("name", "hi"), ("crit", null));
        Fact(5273, FactDialects.Enhanced, Mine.Where(MyTable.C("myid") == 12).Values(("myid", 9)).Parameters(MyTable.C("description")),
            "UPDATE mytable SET myid=:myid, description=:description WHERE mytable.myid = :myid_1", ("myid", 9), ("description", null), ("myid_1", 12));
        Fact(5278, Mine.Where(MyTable.C("name") == "jill").Values(("name", "jack")).ToLiteralString(), "UPDATE mytable SET name='jack' WHERE mytable.name = 'jill'");
    }

    [Test]
    public void Columns_are_set_to_expressions()
    {
        Fact(5270, FactDialects.Enhanced, Mine.Values(("name", MyTable.C("myid"))), "UPDATE mytable SET name=mytable.myid");
        Fact(5252, FactDialects.Enhanced, Mine.Values(("name", Sql.Text<string>("(select name from mytable where id=mytable.id)"))), "UPDATE mytable SET name=(select name from mytable where id=mytable.id)");
        Fact(5254, FactDialects.Enhanced, Mine.Values(("name", MyOtherTable.C("othername"))).Where(MyOtherTable.C("otherid") == MyTable.C("myid")),
            "UPDATE mytable SET name=myothertable.othername FROM myothertable WHERE myothertable.otherid = mytable.myid");
        var alias = MyTable.As();
        Fact(3847, Mine.Values(("name", Sql.Select(alias.C("name")).Where(alias.C("myid") == MyTable.C("myid")))),
            "UPDATE mytable SET name=(SELECT mytable_1.name FROM mytable AS mytable_1 WHERE mytable_1.myid = mytable.myid)");
        Fact(5288, FactDialects.Enhanced, Mine.Set(Func.Call<int>("foo", MyTable.C("myid")), "bar"), "UPDATE mytable SET foo(myid)=:param_1", ("param_1", "bar"));
        Fact(108, Mine.Values(("myid", null)).Where(MyTable.C("myid") == new BindParameter("myid", SqlTypes.Integer, null, hasValue: true, unique: true)).ToLiteralString(), "UPDATE mytable SET myid=NULL WHERE mytable.myid = NULL");
        Fact(107, Mine.Values(("myid", null)).ToLiteralString(), "UPDATE mytable SET myid=NULL");
    }

    [Test]
    public void Several_columns_are_set_at_once()
    {
        var a = new Table("a", new MetaData(), DmlTables.Key("id"), Int("x"), Int("y"));
        Fact(2587, Sql.Update(a).Set([a.C("x"), a.C("y")], [5, 6]).Where(Sql.And(a.C("x") == 10, a.C("y") == 12)), "UPDATE a SET (x, y)=(:param_1, :param_2) WHERE a.x = :x_1 AND a.y = :y_1", ("param_1", 5), ("param_2", 6), ("x_1", 10), ("y_1", 12));
        var accounts = new Table("accounts", new MetaData(), Int("sales_id"), Str("contact_first_name"), Str("contact_last_name"));
        var salesmen = new Table("salesmen", new MetaData(), Int("id"), Str("first_name"), Str("last_name"));
        var names = Sql.Update(accounts).Set([accounts.C("contact_first_name"), accounts.C("contact_last_name")], Sql.Select(salesmen.C("first_name"), salesmen.C("last_name")).Where(salesmen.C("id") == accounts.C("sales_id")));
        Fact(408, FactDialects.PostgreSql, names, "UPDATE accounts SET (contact_first_name, contact_last_name)=(SELECT salesmen.first_name, salesmen.last_name FROM salesmen WHERE salesmen.id = accounts.sales_id)");
        Assert.That(Assert.Throws<CompileException>(() => names.ToString(Dialects.MySql))!.Message, Does.Contain("SET of several columns"));
    }

    [Test]
    public void Arrays_and_parts_of_documents_are_set()
    {
        var t = new Table("t", new MetaData(), new Column("data", new ArrayType(SqlTypes.Integer)));
        Fact(776, FactDialects.PostgreSql, Sql.Update(t).Values(("data", new[] { 1, 3, 4 })), "UPDATE t SET data=%(data)s::INTEGER[]");
        var (json, jsonb) = (new Table("data", new MetaData(), Int("id"), new Column("x", SqlTypes.Json)), new Table("data", new MetaData(), Int("id"), new Column("x", SqlTypes.Jsonb)));
        Fact(595, FactDialects.PostgreSql, Sql.Update(json).Set(json.C("x")["new_key"], json.C("x")["old_key"]), "UPDATE data SET x -> %(x_1)s::TEXT=(data.x -> %(x_2)s::TEXT)", ("x_1", "new_key"), ("x_2", "old_key"));
        Fact(603, FactDialects.PostgreSql, Sql.Update(jsonb).Set(jsonb.C("x")["new_key"], jsonb.C("x")["old_key"]), "UPDATE data SET x[%(x_1)s::TEXT]=(data.x[%(x_2)s::TEXT])", ("x_1", "new_key"), ("x_2", "old_key"));
    }

    [Test]
    public void Parameters_may_be_named_as_columns()
    {
        var where = Sql.Update(Foo).Where(Foo.C("x") == Sql.Parameter<int>("x"));
        Fact(5246, FactDialects.Enhanced, where.Values(("y", 7)), "UPDATE foo SET y=:y WHERE foo.x = :x", ("y", 7), ("x", null));
        Assert.Throws<CompileException>(() => where.Values(("x", 7)).ToString());
        var x = Sql.Parameter<int>("x");
        var sum = Sql.Update(Foo).Where(Foo.C("x") == x).Values(("x", Sql.Value(3) + x));
        Fact(5247, FactDialects.Enhanced, sum, "UPDATE foo SET x=(:param_1 + :x) WHERE foo.x = :x", ("param_1", 3), ("x", null));
        Fact(5249, FactDialects.Enhanced, sum.Parameters(Foo.C("y")), "UPDATE foo SET x=(:param_1 + :x), y=:y WHERE foo.x = :x", ("param_1", 3), ("x", null), ("y", null));
    }

    [Test]
    public void Functions_and_joined_text_are_set()
    {
        var lala = Name + "lala";
        var stuff = Func.Call<int>("do_stuff", MyTable.C("myid"), Sql.Value("hoho"));
        var where = Mine.Where(Sql.And(MyTable.C("myid") == Func.Call<int>("hoho", 4), Name == Sql.Value("foo") + Name + Sql.Value("lala")));
        Fact(5266, FactDialects.Enhanced, Mine.Where(MyTable.C("myid") == 12).Values(("name", MyTable.C("myid"))).Values(("name", Name + "foo")).Parameters(MyTable.C("description")),
            "UPDATE mytable SET name=(mytable.name || :name_1), description=:description WHERE mytable.myid = :myid_1", ("name_1", "foo"), ("description", null), ("myid_1", 12));
        Fact(5267, FactDialects.Enhanced, where.Values(("name", lala), ("myid", stuff)),
            "UPDATE mytable SET myid=do_stuff(mytable.myid, :param_1), name=(mytable.name || :name_1) WHERE mytable.myid = hoho(:hoho_1) AND mytable.name = (:param_2 || mytable.name || :param_3)",
            ("param_1", "hoho"), ("name_1", "lala"), ("hoho_1", 4), ("param_2", "foo"), ("param_3", "lala"));
        Fact(5285, FactDialects.Enhanced, where.OrderedValues((Name, lala), (MyTable.C("myid"), stuff)),
            "UPDATE mytable SET name=(mytable.name || :name_1), myid=do_stuff(mytable.myid, :param_1) WHERE mytable.myid = hoho(:hoho_1) AND mytable.name = (:param_2 || mytable.name || :param_3)");
        Fact(5286, FactDialects.Enhanced, where.Set(Name, lala).Set(MyTable.C("description"), "some desc").Set(MyTable.C("myid"), stuff),
            "UPDATE mytable SET name=(mytable.name || :name_1), description=:description, myid=do_stuff(mytable.myid, :param_1) WHERE mytable.myid = hoho(:hoho_1) AND mytable.name = (:param_2 || mytable.name || :param_3)");
    }
}
