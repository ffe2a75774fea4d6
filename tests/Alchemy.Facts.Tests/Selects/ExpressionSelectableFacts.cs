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
    public void Conditions_by_their_older_names()
    {
        Fact(2129, Sql.Column("x").IsNot("foo"), "x IS NOT :x_1", ("x_1", "foo"));
        Fact(2130, Sql.Column<string>("x").NotIn("foo", "bar"), "(x NOT IN (__[POSTCOMPILE_x_1]))");
    }
}
