using static Alchemy.Tests.FactTables;
using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_text.py, SelectCompositionTest and OrderByLabelResolutionTest.</summary>
[TestFixture]
public sealed class TextCompositionFacts : FactFixture
{
    private static UntypedColumn MyId => MyTable.C("myid");

    private static Select Whatever => Sql.Select(MyId, Sql.Text("whatever")).WithLabelStyle(LabelStyle.TableNamePlusColumn);

    [Test]
    public void Text_among_columns()
    {
        Fact(4149, Whatever, "SELECT mytable.myid AS mytable_myid, whatever FROM mytable");
        Fact(4155, Whatever.Union(Whatever), "SELECT mytable.myid AS mytable_myid, whatever FROM mytable UNION SELECT mytable.myid AS mytable_myid, whatever FROM mytable");
        Fact(4151, Sql.Select(Sql.Text("column1"), Sql.Column("column2"), Sql.Column("column3").As("bar"), MyId).SelectFrom(MyTable).WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT column1, column2, column3 AS bar, mytable.myid AS mytable_myid FROM mytable");
        Fact(4163, Sql.Select(Sql.Select(Sql.Column("column1"), Sql.Column("column2")).SelectFrom(MyTable).Subquery("somealias")), "SELECT somealias.column1, somealias.column2 FROM (SELECT column1, column2 FROM mytable) AS somealias");
        var t = MyTable.As("t");
        Fact(4145, Sql.Select([.. t.Columns, Sql.Text("foo.f")]).Where(Sql.Text("foo.f = t.id")).SelectFrom(Sql.Text("(select f from bar where lala=heyhey) foo").AsFrom()), "SELECT t.myid, t.name, t.description, foo.f FROM (select f from bar where lala=heyhey) foo, mytable AS t WHERE foo.f = t.id");
    }

    [Test]
    public void Names_in_ORDER_BY()
    {
        Fact(4119, Sql.Select(MyTable.As().C("myid")).WithLabelStyle(LabelStyle.TableNamePlusColumn).OrderBy("name"), "SELECT mytable_1.myid AS mytable_1_myid FROM mytable AS mytable_1 ORDER BY mytable_1.name");
        var inner = Sql.Select(MyId.As("foo"), MyTable.C("name")).Subquery();
        Fact(4132, Sql.Select(inner.C("name"), Func.Call("bar").As("foo")).OrderBy("foo"), "SELECT anon_1.name, bar() AS foo FROM (SELECT mytable.myid AS foo, mytable.name AS name FROM mytable) AS anon_1 ORDER BY foo");
        var sum = Sql.LiteralColumn("SUM(ABC)").As("SUM(ABC)_");
        Fact(4129, Sql.Select(sum).SelectFrom(Named("my_table")).OrderBy(sum), "SELECT SUM(ABC) AS \"SUM(ABC)_\" FROM my_table ORDER BY \"SUM(ABC)_\"");
        Fact(4136, Sql.Column("somelabel").Desc(), "somelabel DESC");
    }

    [Test]
    public void Names_in_DISTINCT_ON()
    {
        Fact(4114, FactDialects.PostgreSql, Sql.Select(MyId.As("foo")).DistinctOn("foo"), "SELECT DISTINCT ON (foo) mytable.myid AS foo FROM mytable");
        Fact(4134, FactDialects.PostgreSql, Sql.Select(MyTable).DistinctOn("name"), "SELECT DISTINCT ON (mytable.name) mytable.myid, mytable.name, mytable.description FROM mytable");
    }

    [Test]
    public void A_name_in_GROUP_BY_means_what_it_says()
    {
        var upper = Sql.Select(Func.Upper(MyTable.C("name")).As("name"), Func.Count()).GroupBy("name");
        Assert.That(upper.ToString(Dialects.PostgreSql), Does.EndWith("GROUP BY upper(mytable.name)"), "a column of that name comes before the label");
        var label = Sql.Select(Func.Upper(MyTable.C("name")).As("big"), Func.Count()).GroupBy("big");
        Assert.That(label.ToString(Dialects.PostgreSql), Does.EndWith("GROUP BY big"));
        Assert.That(label.ToString(Dialects.MySql), Does.EndWith("GROUP BY big"));
        Assert.That(label.ToString(Dialects.SqlServer), Does.EndWith("GROUP BY upper(mytable.name)"));
        Assert.That(label.ToString(Dialects.Oracle), Does.EndWith("GROUP BY upper(mytable.name)"));
        var numbers = Numbers("t", "a");
        var rounded = Sql.Select(numbers.C("a").Cast(SqlTypes.Numeric()).As("d"), Func.Count()).GroupBy("d");
        Assert.That(rounded.ToString(Dialects.Sqlite), Does.EndWith("COLLATE alchemy_decimal"), "decimals are compared by their value");
    }

    [Test]
    public void Names_in_GROUP_BY()
    {
        Fact(4117, Sql.Select(MyId.As("foo")).GroupBy("foo"), "SELECT mytable.myid AS foo FROM mytable GROUP BY foo");
        Fact(4118, Sql.Select(Sql.Select(MyTable).Subquery()).WithLabelStyle(LabelStyle.TableNamePlusColumn).GroupBy("myid"), "SELECT anon_1.myid AS anon_1_myid, anon_1.name AS anon_1_name, anon_1.description AS anon_1_description FROM (SELECT mytable.myid AS myid, mytable.name AS name, mytable.description AS description FROM mytable) AS anon_1 GROUP BY anon_1.myid");
    }
}
