using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_operators.py, BooleanEvalTest, InSelectableTest and InTest.</summary>
[TestFixture]
public sealed class LastOperatorFacts : FactFixture
{
    private static Table T1 { get; } = Sql.Table("t1", Sql.Column("a"));

    private static Table T2 { get; } = Sql.Table("t2", Sql.Column("b"));

    private static UntypedColumn X { get; } = Sql.Table("t", Sql.Column("x")).C("x");

    [Test]
    public void Constants_as_conditions()
    {
        Differs(3233, "a constant alone is a value; it is compared where a condition is expected", Sql.And(Constant.False, Constant.True).ToString(FactDialects.Default), "0 = 1", "0");
        Differs(3239, "a constant alone is a value; it is compared where a condition is expected", Sql.Or(Constant.False, Constant.True).ToString(FactDialects.Default), "1 = 1", "1");
        Assert.That(Sql.Select(X).Where(Sql.And(Constant.False, Constant.True)).ToString(FactDialects.Default), Does.EndWith("WHERE 0 = 1"));
        Fact(3235, T1.Join(T2, Constant.True), "t1 JOIN t2 ON 1 = 1");
        Fact(3238, FactDialects.DefaultWithBooleans, T1.Join(T2, Constant.False), "t1 JOIN t2 ON false");
    }

    [Test]
    public void Lists_of_rows_from_elsewhere()
    {
        var cte = Sql.Select(X).Cte();
        Fact(3458, Sql.Select(Sql.Column("q").In(Sql.Select(cte))), "WITH anon_2 AS (SELECT t.x AS x FROM t) SELECT q IN (SELECT anon_2.x FROM anon_2) AS anon_1");
        Fact(3462, Sql.Column("q").In(Sql.Select(Sql.Select(X).Subquery())), "q IN (SELECT anon_1.x FROM (SELECT t.x AS x FROM t) AS anon_1)");
    }

    [Test]
    public void A_list_keeps_its_order()
    {
        var inner = Sql.Select(MyOtherTable.C("otherid")).OrderBy(MyOtherTable.C("othername")).Limit(10).Correlate();
        var (left, right) = (Sql.Table("mytable", Sql.Column("myid")), MyOtherTable);
        Assert.That(() => FactDialects.MariaDb.Compile(Sql.Column("q").In(inner)), Throws.TypeOf<CompileException>().With.Message.Contains("LIMIT in the subquery"));
        Assert.That(FactDialects.Oracle.Compile(Sql.Column("q").BitwiseNot()).Text, Is.EqualTo("(-1 - q)"));
        Fact(3487, Sql.Select([.. left.Columns, .. right.Columns]).Where(right.C("otherid").In(inner)).SelectFrom(left.Join(right, left.C("myid") == right.C("otherid"))).OrderBy(left.C("myid")),
            "SELECT mytable.myid, myothertable.otherid, myothertable.othername FROM mytable JOIN myothertable ON mytable.myid = myothertable.otherid WHERE myothertable.otherid IN (SELECT myothertable.otherid FROM myothertable ORDER BY myothertable.othername LIMIT :param_1) ORDER BY mytable.myid", ("param_1", 10));
    }
}
