using static Alchemy.Tests.FactTables;
using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_compiler.py, SelectTest and SchemaTest: aliases and schemas.</summary>
[TestFixture]
public sealed class AliasFacts : FactFixture
{
    [Test]
    public void Tables_under_another_name()
    {
        Fact(1385, Sql.Select(MyTable.As("foo")), "SELECT foo.myid, foo.name, foo.description FROM mytable AS foo");
        Fact(1386, FactDialects.Oracle, Sql.Select(MyTable.As("foo")), "SELECT foo.myid, foo.name, foo.description FROM mytable foo");
        Fact(1387, Sql.Select(MyTable.As()), "SELECT mytable_1.myid, mytable_1.name, mytable_1.description FROM mytable AS mytable_1");
        Fact(1391, Sql.Select(MyTable.As("foo").As("bar").As("bat")), "SELECT bat.myid, bat.name, bat.description FROM mytable AS bat");
        Fact(1394, Sql.Select(MyTable.As("foo").As("bar").As()), "SELECT bar_1.myid, bar_1.name, bar_1.description FROM mytable AS bar_1");
        Fact(1395, Sql.Select(MyTable.As("foo").As().As()), "SELECT anon_1.myid, anon_1.name, anon_1.description FROM mytable AS anon_1");
    }

    [Test]
    public void Two_levels_of_labels()
    {
        var view = Sql.Select([.. MyTable.Columns, MyOtherTable.C("otherid")]).Where(MyTable.C("myid") == MyOtherTable.C("otherid"))
            .WithLabelStyle(LabelStyle.TableNamePlusColumn).Subquery("t2view");
        Fact(1388, Sql.Select(view).Where(view.C("mytable_myid") == 9).WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT t2view.mytable_myid AS t2view_mytable_myid, t2view.mytable_name AS t2view_mytable_name, t2view.mytable_description AS t2view_mytable_description, t2view.myothertable_otherid AS t2view_myothertable_otherid FROM (SELECT mytable.myid AS mytable_myid, mytable.name AS mytable_name, mytable.description AS mytable_description, myothertable.otherid AS myothertable_otherid FROM mytable, myothertable WHERE mytable.myid = myothertable.otherid) AS t2view WHERE t2view.mytable_myid = :mytable_myid_1", ("mytable_myid_1", 9));
    }

    [Test]
    public void Tables_in_a_schema()
    {
        var filtered = Sql.Select(Remote).Where(Remote.C("datatype_id") == 7).Where(Remote.C("value") == "hi");
        Fact(1381, filtered.WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT remote_owner.remotetable.rem_id AS remote_owner_remotetable_rem_id, remote_owner.remotetable.datatype_id AS remote_owner_remotetable_datatype_id, remote_owner.remotetable.value AS remote_owner_remotetable_value FROM remote_owner.remotetable WHERE remote_owner.remotetable.datatype_id = :datatype_id_1 AND remote_owner.remotetable.value = :value_1");
        Fact(1383, Sql.Select(Dotted).WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT \"dbo.remote_owner\".remotetable.rem_id AS dbo_remote_owner_remotetable_rem_id, \"dbo.remote_owner\".remotetable.datatype_id AS dbo_remote_owner_remotetable_datatype_id, \"dbo.remote_owner\".remotetable.value AS dbo_remote_owner_remotetable_value FROM \"dbo.remote_owner\".remotetable");
    }

    [Test]
    public void Whole_tables()
    {
        Fact(1736, Sql.Select(MyTable), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable");
        Fact(1737, All(MyTable, MyOtherTable), "SELECT mytable.myid, mytable.name, mytable.description, myothertable.otherid, myothertable.othername FROM mytable, myothertable");
    }
}
