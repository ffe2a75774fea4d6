using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_compiler.py, SelectTest: AND, OR and NOT.</summary>
[TestFixture]
public sealed class ConjunctionFacts : FactFixture
{
    [Test]
    public void Conditions_are_joined()
        => Fact(1538,
            Sql.Select([.. MyTable.Columns, .. MyOtherTable.Columns])
                .SelectFrom(MyTable.OuterJoin(MyOtherTable, MyTable.C("myid") == MyOtherTable.C("otherid")))
                .Where(Sql.Or(MyTable.C("name") == "fred", MyTable.C("myid") == 10, MyOtherTable.C("othername") != "jack", Sql.Text<bool>("EXISTS (select yay from foo where boo = lar)"))),
            "SELECT mytable.myid, mytable.name, mytable.description, myothertable.otherid, myothertable.othername FROM mytable LEFT OUTER JOIN myothertable ON mytable.myid = myothertable.otherid WHERE mytable.name = :name_1 OR mytable.myid = :myid_1 OR myothertable.othername != :othername_1 OR EXISTS (select yay from foo where boo = lar)",
            ("name_1", "fred"), ("myid_1", 10), ("othername_1", "jack"));
}
