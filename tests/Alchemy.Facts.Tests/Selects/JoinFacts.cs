using static Alchemy.Tests.FactTables;
using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_compiler.py, SelectTest; test_select.py; test_selectable.py: joins.</summary>
[TestFixture]
public sealed class JoinFacts : FactFixture
{
    private static readonly MetaData Family = new();

    private static readonly Table Parent = new("parent", Family, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("data", SqlTypes.String(50)));

    private static readonly Table Child = new("child", Family,
        new Column("id", SqlTypes.Integer, primaryKey: true), new Column("parent_id", SqlTypes.Integer), new Column("data", SqlTypes.String(50)),
        new ForeignKeyConstraint(["parent_id"], "parent", ["id"]));

    private static readonly Table Grandchild = new("grandchild", Family,
        new Column("id", SqlTypes.Integer, primaryKey: true), new Column("child_id", SqlTypes.Integer), new ForeignKeyConstraint(["child_id"], "child", ["id"]));

    private static UntypedColumn MyId => MyTable.C("myid");

    private static UntypedColumn OtherId => MyOtherTable.C("otherid");

    [Test]
    public void Conditions_that_are_given()
    {
        Fact(1532, Sql.Select(MyOtherTable.Join(MyTable, MyId == OtherId)), "SELECT myothertable.otherid, myothertable.othername, mytable.myid, mytable.name, mytable.description FROM myothertable JOIN mytable ON mytable.myid = myothertable.otherid");
        Fact(1533, Sql.Select(MyTable).SelectFrom(MyTable.Join(MyOtherTable, MyId == OtherId)), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable JOIN myothertable ON mytable.myid = myothertable.otherid");
        Fact(1534, Sql.Select(MyTable.Join(MyOtherTable, MyId == OtherId).Join(ThirdTable, MyId == ThirdTable.C("userid"))), "SELECT mytable.myid, mytable.name, mytable.description, myothertable.otherid, myothertable.othername, thirdtable.userid, thirdtable.otherstuff FROM mytable JOIN myothertable ON mytable.myid = myothertable.otherid JOIN thirdtable ON mytable.myid = thirdtable.userid");
        Fact(1535, Sql.Select(Users.Join(Addresses, Users.C("user_id") == Addresses.C("user_id"))), "SELECT users.user_id, users.user_name, users.password, addresses.address_id, addresses.user_id AS user_id_1, addresses.street, addresses.city, addresses.state, addresses.zip FROM users JOIN addresses ON users.user_id = addresses.user_id");
        Fact(1536, All(MyTable, MyOtherTable, ThirdTable).SelectFrom(MyTable.Join(MyOtherTable, MyId == OtherId).OuterJoin(ThirdTable, MyId == ThirdTable.C("userid"))), "SELECT mytable.myid, mytable.name, mytable.description, myothertable.otherid, myothertable.othername, thirdtable.userid, thirdtable.otherstuff FROM mytable JOIN myothertable ON mytable.myid = myothertable.otherid LEFT OUTER JOIN thirdtable ON mytable.myid = thirdtable.userid");
        Fact(1537, All(MyTable, MyOtherTable, ThirdTable).SelectFrom(MyTable.OuterJoin(MyOtherTable.Join(ThirdTable, OtherId == ThirdTable.C("userid")), MyId == OtherId)), "SELECT mytable.myid, mytable.name, mytable.description, myothertable.otherid, myothertable.othername, thirdtable.userid, thirdtable.otherstuff FROM mytable LEFT OUTER JOIN (myothertable JOIN thirdtable ON myothertable.otherid = thirdtable.userid) ON mytable.myid = myothertable.otherid");
    }

    [Test]
    public void Foreign_keys_give_the_condition()
    {
        Fact(3874, Sql.Select(Child.C("id")).SelectFrom(Parent).Join(Child), "SELECT child.id FROM parent JOIN child ON parent.id = child.parent_id");
        Fact(3875, Sql.Select(Child.C("id")).SelectFrom(Parent).Join(Child).Union(Sql.Select(Child.C("id"))), "SELECT child.id FROM parent JOIN child ON parent.id = child.parent_id UNION SELECT child.id FROM child");
        Fact(3876, Sql.Select(Grandchild.C("id")).SelectFrom(Parent).Join(Child).Join(Grandchild), "SELECT grandchild.id FROM parent JOIN child ON parent.id = child.parent_id JOIN grandchild ON child.id = grandchild.child_id");
        Fact(3877, Sql.Select(Grandchild.C("id")).SelectFrom(Parent).Join(Child).Join(Grandchild).Union(Sql.Select(Grandchild.C("id"))), "SELECT grandchild.id FROM parent JOIN child ON parent.id = child.parent_id JOIN grandchild ON child.id = grandchild.child_id UNION SELECT grandchild.id FROM grandchild");
        Fact(3883, Sql.Select(Parent).Join(Child).Join(Grandchild), "SELECT parent.id, parent.data FROM parent JOIN child ON parent.id = child.parent_id JOIN grandchild ON child.id = grandchild.child_id");
        Assert.Throws<InvalidStatementException>(() => Parent.Join(Grandchild));
    }

    [Test]
    public void Joins_of_a_SELECT()
    {
        Fact(3885, Sql.Select(MyId).Where(MyId == OtherId), "SELECT mytable.myid FROM mytable, myothertable WHERE mytable.myid = myothertable.otherid");
        Fact(3888, Sql.Select(MyTable).OuterJoinFrom(MyTable, MyOtherTable, MyId == OtherId), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable LEFT OUTER JOIN myothertable ON mytable.myid = myothertable.otherid");
    }

    [Test]
    public void Conditions_by_name()
    {
        Fact(3861, Sql.Select(MyId).FilterBy(("name", "foo")), "SELECT mytable.myid FROM mytable WHERE mytable.name = :name_1", ("name_1", "foo"));
        Fact(3862, Sql.Select(Func.Count(MyId)).FilterBy(("name", "foo")), "SELECT count(mytable.myid) AS count_1 FROM mytable WHERE mytable.name = :name_1");
        Fact(3860, Sql.Select(MyId.Cast(SqlTypes.Integer)).FilterBy(("name", "foo")), "SELECT CAST(mytable.myid AS INTEGER) AS myid FROM mytable WHERE mytable.name = :name_1");
    }

    [Test]
    public void A_condition_brings_no_FROM_of_its_own()
    {
        var (t1, t2, t3, t4) = (Named("t1", "a"), Named("t2", "b"), Named("t3", "c"), Named("t4", "d"));
        var join = t4.Join(t1.Join(t2, t1.C("a") == t3.C("c")), t4.C("d") == t2.C("b"));
        Fact(3934, Sql.Select(t1.C("a"), t2.C("b"), t3.C("c"), t4.C("d")).SelectFrom(join), "SELECT t1.a, t2.b, t3.c, t4.d FROM t4 JOIN (t1 JOIN t2 ON t1.a = t3.c) ON t4.d = t2.b, t3");
        Fact(3935, Sql.Select(t1.C("a")).SelectFrom(t3).SelectFrom(join), "SELECT t1.a FROM t3, t4 JOIN (t1 JOIN t2 ON t1.a = t3.c) ON t4.d = t2.b");
        Fact(3930, All(t1, Named("t2", "b")), "SELECT t1.a, t2.b FROM t1, t2");
    }

    [Test]
    public void Joins_by_keys_of_a_chain()
    {
        var metadata = new MetaData();
        var t1 = new Table("t1", metadata, new Column("id", SqlTypes.Integer));
        var t2 = new Table("t2", metadata, new Column("id", SqlTypes.Integer), new Column("t1id", SqlTypes.Integer), new ForeignKeyConstraint(["t1id"], "t1", ["id"]));
        var t3 = new Table("t3", metadata, new Column("id", SqlTypes.Integer), new Column("t1id", SqlTypes.Integer), new Column("t2id", SqlTypes.Integer),
            new ForeignKeyConstraint(["t1id"], "t1", ["id"]), new ForeignKeyConstraint(["t2id"], "t2", ["id"]));
        var left = t1.Join(t2);
        Fact(3912, left.Join(t2.Join(t3)), "t1 JOIN t2 ON t1.id = t2.t1id JOIN (t2 JOIN t3 ON t2.id = t3.t2id) ON t2.id = t3.t2id");
        Fact(3911, left.Join(Sql.Select(t2.Join(t3)).WithLabelStyle(LabelStyle.TableNamePlusColumn).Subquery()), "t1 JOIN t2 ON t1.id = t2.t1id JOIN (SELECT t2.id AS t2_id, t2.t1id AS t2_t1id, t3.id AS t3_id, t3.t1id AS t3_t1id, t3.t2id AS t3_t2id FROM t2 JOIN t3 ON t2.id = t3.t2id) AS anon_1 ON t2.id = anon_1.t3_t2id");
    }
}
