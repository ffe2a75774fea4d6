using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_compiler.py, SchemaTest: names of schemas, and what a <see cref="SchemaMap"/> puts in their place.</summary>
[TestFixture]
public sealed class SchemaFacts : FactFixture
{
    private static readonly Table Remote = new("remotetable", new MetaData(), "remote_owner", DmlTables.Key("rem_id"), Int("datatype_id"), new Column("value", SqlTypes.String(20)));
    private static readonly Table Dotted = new("remotetable", new MetaData(), "dbo.remote_owner", DmlTables.Key("rem_id"), Int("datatype_id"), new Column("value", SqlTypes.String(20)));

    private static Select Aliased
    {
        get
        {
            var alias = MyTable.As();
            return Sql.Select([.. MyOtherTable.Columns, .. alias.Columns]).SelectFrom(MyOtherTable.Join(alias, MyOtherTable.C("otherid") == alias.C("myid"))).Where(alias.C("name") == "foo");
        }
    }

    [Test]
    public void Tables_stand_with_their_schemas()
    {
        var alias = Remote.As("remtable");
        Fact(1379, Sql.Select(Remote), "SELECT remote_owner.remotetable.rem_id, remote_owner.remotetable.datatype_id, remote_owner.remotetable.value FROM remote_owner.remotetable");
        Fact(1380, Sql.Select(Remote).Where(Sql.And(Remote.C("datatype_id") == 7, Remote.C("value") == "hi")),
            "SELECT remote_owner.remotetable.rem_id, remote_owner.remotetable.datatype_id, remote_owner.remotetable.value FROM remote_owner.remotetable WHERE remote_owner.remotetable.datatype_id = :datatype_id_1 AND remote_owner.remotetable.value = :value_1",
            ("datatype_id_1", 7), ("value_1", "hi"));
        Fact(1352, Sql.Select(alias).Where(alias.C("datatype_id") == 7), "SELECT remtable.rem_id, remtable.datatype_id, remtable.value FROM remote_owner.remotetable AS remtable WHERE remtable.datatype_id = :datatype_id_1", ("datatype_id_1", 7));
        Fact(1382, Sql.Select(Dotted), "SELECT \"dbo.remote_owner\".remotetable.rem_id, \"dbo.remote_owner\".remotetable.datatype_id, \"dbo.remote_owner\".remotetable.value FROM \"dbo.remote_owner\".remotetable");
        Fact(1355, Sql.Select(Sql.Text<int>("*")).SelectFrom(new Table("foo", new MetaData(), "bar").As("t")), "SELECT * FROM bar.foo AS t");
    }

    [Test]
    public void Their_places_show()
        => Fact(1368, FactDialects.Default.Compile(Aliased).ToString(fill: false, schemas: true),
            "SELECT __[SCHEMA__none].myothertable.otherid, __[SCHEMA__none].myothertable.othername, mytable_1.myid, mytable_1.name, mytable_1.description FROM __[SCHEMA__none].myothertable JOIN __[SCHEMA__none].mytable AS mytable_1 ON __[SCHEMA__none].myothertable.otherid = mytable_1.myid WHERE mytable_1.name = :name_1");

    [Test]
    public void A_map_puts_other_schemas_there()
    {
        var (both, one) = (new SchemaMap(("remote_owner", "foob"), ("", "bar")), new SchemaMap(("remote_owner", "foob")));
        Fact(1369, Filled(Aliased, both), "SELECT bar.myothertable.otherid, bar.myothertable.othername, mytable_1.myid, mytable_1.name, mytable_1.description FROM bar.myothertable JOIN bar.mytable AS mytable_1 ON bar.myothertable.otherid = mytable_1.myid WHERE mytable_1.name = :name_1");
        Fact(1376, Filled(Sql.Select(MyTable).Where(MyTable.C("name") == "hi"), both), "SELECT bar.mytable.myid, bar.mytable.name, bar.mytable.description FROM bar.mytable WHERE bar.mytable.name = :name_1");
        Fact(1377, Filled(Sql.Select(Remote).Where(Remote.C("value") == "hi"), both), "SELECT foob.remotetable.rem_id, foob.remotetable.datatype_id, foob.remotetable.value FROM foob.remotetable WHERE foob.remotetable.value = :value_1");
        Fact(1378, Filled(Sql.Select([.. MyTable.Columns, .. Remote.Columns]).SelectFrom(MyTable.Join(Remote, MyTable.C("myid") == Remote.C("rem_id"))), one),
            "SELECT mytable.myid, mytable.name, mytable.description, foob.remotetable.rem_id, foob.remotetable.datatype_id, foob.remotetable.value FROM mytable JOIN foob.remotetable ON mytable.myid = foob.remotetable.rem_id");
    }

    [Test]
    public void Changes_go_to_the_mapped_schema()
    {
        var map = new SchemaMap(("remote_owner", "t7"));
        Assert.That(Filled(Sql.Insert(Remote).Values(("value", "x")).OnConflict("rem_id").DoUpdate(set => set.Set("value", "y").Where(Remote.C("value") == "z")).Returning(Remote.C("rem_id")), map), Is.EqualTo(
            "INSERT INTO t7.remotetable (value) VALUES (:value) ON CONFLICT (rem_id) DO UPDATE SET value = :param_1 WHERE remotetable.value = :value_1 RETURNING t7.remotetable.rem_id"));
        Assert.That(Filled(Sql.Update(Remote).Values(("value", "x")).Where(Remote.C("rem_id") == 1), map), Is.EqualTo("UPDATE t7.remotetable SET value=:value WHERE t7.remotetable.rem_id = :rem_id_1"));
        Assert.That(Filled(Sql.Delete(Remote), map), Is.EqualTo("DELETE FROM t7.remotetable"));
    }

    private static string Filled(ClauseElement statement, SchemaMap map)
    {
        var compiled = FactDialects.Default.Compile(statement);
        return compiled.Fill([.. compiled.Binds.Select(b => b.Value)], map).Text;
    }
}
