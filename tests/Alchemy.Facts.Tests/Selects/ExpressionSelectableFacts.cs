using static Alchemy.Tests.FactTables;
using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_selectable.py, SelectableTest; test_select.py; test_deprecations.py.</summary>
[TestFixture]
public sealed class ExpressionSelectableFacts : FactFixture
{
    [Test]
    public void Tuples_in_a_subquery()
    {
        var inner = Sql.Select(MyTable.C("name"), Sql.Tuple(MyTable.C("myid"), MyTable.C("name"))).Subquery();
        Fact(3899, Sql.Select(inner.C("name")), "SELECT anon_1.name FROM (SELECT mytable.name AS name, (mytable.myid, mytable.name) AS anon_2 FROM mytable) AS anon_1");
    }

    [Test]
    public void Values_of_another_type_keep_their_parentheses()
    {
        Fact(3948, Sql.Column("a").FloorDiv(Sql.TypeCoerce(Sql.Column("x"), SqlTypes.Integer)), "FLOOR(a / x)");
        Fact(3949, Sql.Column("b").FloorDiv(Sql.TypeCoerce(Sql.Column("y") * Sql.Column("w"), SqlTypes.Integer)), "FLOOR(b / (y * w))");
    }

    [Test]
    public void Columns_that_equal_another()
    {
        var meta = new MetaData();
        var table1 = new Table("table1", meta, new Column("col1", SqlTypes.Integer, primaryKey: true), Str("col2"), Int("col3"), Int("colx"));
        var table2 = new Table("table2", meta, new Column("col1", SqlTypes.Integer, primaryKey: true), new Column("col2", SqlTypes.Integer, new ForeignKey("table1.col1")), Str("col3"));
        var select = Sql.Select(table1.C("col1"), table1.C("col3") * 5, Sql.Text("some_expr"), table2.C("col2"), Func.Call("foo")).JoinFrom(table1, table2);
        Fact(3942, select.ReduceColumns(onlySynonyms: false), "SELECT table1.col1, table1.col3 * :col3_1 AS anon_1, some_expr, foo() AS foo_1 FROM table1 JOIN table2 ON table1.col1 = table2.col2", ("col3_1", 5));
        Assert.That(select.ReduceColumns().Columns, Has.Count.EqualTo(5), "the two have different names");
        var both = Sql.Select(table1.C("col3"), table2.C("col3")).Where(table1.C("col3") == table2.C("col3"));
        Assert.That(both.ReduceColumns().Columns, Is.EqualTo(new[] { table1.Columns["col3"] }));
        Assert.That(both.WithFrom(table1.OuterJoin(table2, table1.C("col3") == table2.C("col3"))).Columns, Has.Count.EqualTo(2));
    }

    [Test]
    public void Conditions_by_their_older_names()
    {
        Fact(2129, Sql.Column("x").IsNot("foo"), "x IS NOT :x_1", ("x_1", "foo"));
        Fact(2130, Sql.Column<string>("x").NotIn("foo", "bar"), "(x NOT IN (__[POSTCOMPILE_x_1]))");
    }
}
