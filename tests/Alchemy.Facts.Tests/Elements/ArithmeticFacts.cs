using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_operators.py, MathOperatorTest and BitOpTest.</summary>
[TestFixture]
public sealed class ArithmeticFacts : FactFixture
{
    [Test]
    public void Sums()
    {
        Fact(3584, 5 + MyTable.C("myid"),
            ":myid_1 + mytable.myid", ("myid_1", 5));
        Fact(3585, 5 + Sql.Value(5, null),
            ":param_1 + :param_2", ("param_1", 5), ("param_2", 5));
        Fact(3586, MyTable.C("myid") + "b",
            "mytable.myid + :myid_1", ("myid_1", "b"));
        Fact(3587, MyTable.C("myid") + Sql.Value(2.7, null),
            "mytable.myid + :param_1", ("param_1", 2.7));
        Fact(3588, MyTable.C("myid") + MyTable.C("myid"),
            "mytable.myid + mytable.myid");
        Fact(3590, Sql.Value(6, null) + MyTable.C("myid"),
            ":param_1 + mytable.myid", ("param_1", 6));
    }

    [Test]
    public void Remainders()
    {
        Fact(3592, 5 % MyTable.C("myid"),
            ":myid_1 % mytable.myid", ("myid_1", 5));
        Fact(3593, 5 % Sql.Value(5, null),
            ":param_1 % :param_2", ("param_1", 5), ("param_2", 5));
        Fact(3595, MyTable.C("myid") % Sql.Value(2.7, null),
            "mytable.myid % :param_1", ("param_1", 2.7));
        Fact(3596, MyTable.C("myid") % MyTable.C("myid"),
            "mytable.myid % mytable.myid");
        Fact(3598, Sql.Value(6, null) % MyTable.C("myid"),
            ":param_1 % mytable.myid", ("param_1", 6));
    }

    [Test]
    public void Products()
    {
        Fact(3600, 5 * MyTable.C("myid"),
            ":myid_1 * mytable.myid", ("myid_1", 5));
        Fact(3601, 5 * Sql.Value(5, null),
            ":param_1 * :param_2", ("param_1", 5), ("param_2", 5));
        Fact(3602, MyTable.C("myid") * "b",
            "mytable.myid * :myid_1", ("myid_1", "b"));
        Fact(3603, MyTable.C("myid") * Sql.Value(2.7, null),
            "mytable.myid * :param_1", ("param_1", 2.7));
        Fact(3604, MyTable.C("myid") * MyTable.C("myid"),
            "mytable.myid * mytable.myid");
        Fact(3606, Sql.Value(6, null) * MyTable.C("myid"),
            ":param_1 * mytable.myid", ("param_1", 6));
    }

    [Test]
    public void Differences()
    {
        Fact(3608, 5 - MyTable.C("myid"),
            ":myid_1 - mytable.myid", ("myid_1", 5));
        Fact(3609, 5 - Sql.Value(5, null),
            ":param_1 - :param_2", ("param_1", 5), ("param_2", 5));
        Fact(3610, MyTable.C("myid") - "b",
            "mytable.myid - :myid_1", ("myid_1", "b"));
        Fact(3611, MyTable.C("myid") - Sql.Value(2.7, null),
            "mytable.myid - :param_1", ("param_1", 2.7));
        Fact(3612, MyTable.C("myid") - MyTable.C("myid"),
            "mytable.myid - mytable.myid");
        Fact(3614, Sql.Value(6, null) - MyTable.C("myid"),
            ":param_1 - mytable.myid", ("param_1", 6));
    }

    [Test]
    public void Divisions()
    {
        Fact(3619, 5 / Sql.Value(5, null),
            ":param_1 / CAST(:param_2 AS NUMERIC)", ("param_1", 5), ("param_2", 5));
        Fact(3582, Sql.Value(5, null).FloorDiv(5),
            ":param_1 / :param_2", ("param_1", 5), ("param_2", 5));
        Fact(3583, Sql.Value(5.1, null).FloorDiv(Sql.Value(5.5, null)),
            "FLOOR(:param_1 / :param_2)", ("param_1", 5.1), ("param_2", 5.5));
        Fact(3580, FactDialects.PostgreSql, Sql.Column("a", SqlTypes.Integer).FloorDiv(Sql.Column("b", SqlTypes.Integer)),
            "a / b");
    }

    [Test]
    public void Powers()
    {
        Fact(3616, Sql.Column("bar").Pow(Sql.Column("foo")),
            "pow(bar, foo)");
        Fact(3617, Sql.Column("bar").Pow(42),
            "pow(bar, :pow_1)", ("pow_1", 42));
        Fact(3618, Func.Call("pow", 99, Sql.Column("bar")),
            "pow(:pow_1, bar)", ("pow_1", 99));
    }

    [Test]
    public void Percent_signs_are_doubled_where_they_mark_parameters()
    {
        Fact(3575, FactDialects.DefaultFormat, MyTable.C("myid").Op("%", 5),
            "mytable.myid %% %s", ("myid_1", 5));
        Fact(3576, MyTable.C("myid").Op("%", 5),
            "mytable.myid % :myid_1", ("myid_1", 5));
        Fact(3577, FactDialects.DefaultPyFormat, MyTable.C("myid").Op("%", 5),
            "mytable.myid %% %(myid_1)s", ("myid_1", 5));
        Fact(3578, FactDialects.DefaultQmark, MyTable.C("myid").Op("%", 5),
            "mytable.myid % ?", ("myid_1", 5));
    }

    [Test]
    public void Bits()
    {
        Fact(3203, Sql.Select(Sql.Column("c1").BitwiseAnd(Sql.Column("c2"))),
            "SELECT c1 & c2 AS anon_1");
        Fact(3205, Sql.Select(Sql.Column("c1").BitwiseLShift(Sql.Column("c2"))),
            "SELECT c1 << c2 AS anon_1");
        Fact(3207, Sql.Select(Sql.Column("c1").BitwiseOr(Sql.Column("c2"))),
            "SELECT c1 | c2 AS anon_1");
        Fact(3209, Sql.Select(Sql.Column("c1").BitwiseRShift(Sql.Column("c2"))),
            "SELECT c1 >> c2 AS anon_1");
        Fact(3211, Sql.Select(Sql.Column("c1").BitwiseXor(Sql.Column("c2"))),
            "SELECT c1 ^ c2 AS anon_1");
    }
}
