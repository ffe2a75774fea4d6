using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_external_traversal.py: statements carried over to another FROM.</summary>
[TestFixture]
public sealed class TraversalFacts : FactFixture
{
    private readonly Table _t1 = Numbers("table1", "col1", "col2", "col3");
    private readonly Table _t2 = Numbers("table2", "col1", "col2", "col3");

    private static UntypedColumn Star => Sql.LiteralColumn("*");

    private ClauseAdapter ToAlias => new(_t1.As("t1alias"));

    [Test]
    public void A_table_becomes_its_alias()
    {
        Fact(2247, ToAlias.Rewrite(Sql.Select(Star).SelectFrom(_t1)), "SELECT * FROM table1 AS t1alias");
        Fact(2249, ToAlias.Rewrite(Sql.Select(Star).SelectFrom(_t1, _t2).Where(_t1.C("col1") == _t2.C("col2"))), "SELECT * FROM table1 AS t1alias, table2 WHERE t1alias.col1 = table2.col2");
        var sub = Sql.Select(Star).SelectFrom(_t2).Where(_t1.C("col1") == _t2.C("col2")).Correlate(_t1);
        Fact(2253, ToAlias.Rewrite(All(_t1, _t2).SelectFrom(_t1, _t2).Where(_t1.C("col1") == new ScalarSelect(sub))), "SELECT t1alias.col1, t1alias.col2, t1alias.col3, table2.col1 AS col1_1, table2.col2 AS col2_1, table2.col3 AS col3_1 FROM table1 AS t1alias, table2 WHERE t1alias.col1 = (SELECT * FROM table2 WHERE t1alias.col1 = table2.col2)");
        Fact(2241, Sql.Select(Sql.LiteralColumn("foo.*")).SelectFrom(Sql.Select(Star).SelectFrom(_t1).Subquery("foo")), "SELECT foo.* FROM (SELECT * FROM table1) AS foo");
        Fact(2240, ToAlias.Rewrite(Sql.Select(Sql.LiteralColumn("foo.*")).SelectFrom(Sql.Select(Star).SelectFrom(_t1).Subquery("foo"))), "SELECT foo.* FROM (SELECT * FROM table1 AS t1alias) AS foo");
    }

    [Test]
    public void Functions_and_columns_of_a_wrapped_table()
    {
        var alias = new ClauseAdapter(_t1.As());
        Fact(2231, alias.Rewrite<ColumnElement>(Func.Count(_t1.C("col1"))), "count(table1_1.col1)");
        Fact(2232, alias.Rewrite(Sql.Select(Func.Count(_t1.C("col1")))), "SELECT count(table1_1.col1) AS count_1 FROM table1 AS table1_1");
        var counted = Sql.Select([.. _t1.Columns, Func.Count(_t1.C("col1"))]);
        Fact(2202, counted, "SELECT table1.col1, table1.col2, table1.col3, count(table1.col1) AS count_1 FROM table1");
        Fact(2203, Sql.Select(counted.Subquery()), "SELECT anon_1.col1, anon_1.col2, anon_1.col3, anon_1.count_1 FROM (SELECT table1.col1 AS col1, table1.col2 AS col2, table1.col3 AS col3, count(table1.col1) AS count_1 FROM table1) AS anon_1");
        Fact(2324, Sql.Select(_t1), "SELECT table1.col1, table1.col2, table1.col3 FROM table1");
        Fact(2325, Sql.Select(_t1).AddColumns(Sql.Column("yyy")), "SELECT table1.col1, table1.col2, table1.col3, yyy FROM table1");
        Fact(2328, All(_t1).SelectFrom(_t2), "SELECT table1.col1, table1.col2, table1.col3 FROM table2, table1");
        var (a, b) = (_t1.As("t1a"), _t2.As("t2a"));
        Fact(2322, new ClauseAdapter(b).Rewrite(new ClauseAdapter(a).Rewrite(Sql.Select(_t1.C("col1"), _t2.C("col2")))), "SELECT t1a.col1, t2a.col2 FROM table1 AS t1a, table2 AS t2a");
    }

    [Test]
    public void Joins_of_a_rewritten_table()
    {
        var t3 = Numbers("table3", "col1", "col2");
        var joined = Sql.Select(_t1).Join(_t2, _t1.C("col1") == _t2.C("col2"));
        Fact(2302, joined, "SELECT table1.col1, table1.col2, table1.col3 FROM table1 JOIN table2 ON table1.col1 = table2.col2");
        Fact(2303, new ClauseAdapter(_t1.As()).Rewrite(joined), "SELECT table1_1.col1, table1_1.col2, table1_1.col3 FROM table1 AS table1_1 JOIN table2 ON table1_1.col1 = table2.col2");
        Fact(2312, All(_t1, _t2).JoinFrom(_t1, _t2, _t1.C("col1") == _t2.C("col2")).Join(t3, t3.C("col1") == _t1.C("col1")), "SELECT table1.col1, table1.col2, table1.col3, table2.col1 AS col1_1, table2.col2 AS col2_1, table2.col3 AS col3_1 FROM table1 JOIN table2 ON table1.col1 = table2.col2 JOIN table3 ON table3.col1 = table1.col1");
        var (users, addresses) = (Numbers("users", "id"), Numbers("addresses", "id", "user_id"));
        Fact(2238, new ClauseAdapter(users.As()).Rewrite(Sql.Select(addresses.C("id")).JoinFrom(users, addresses, users.C("id") == addresses.C("user_id"))), "SELECT addresses.id FROM users AS users_1 JOIN addresses ON users_1.id = addresses.user_id");
    }

    [Test]
    public void Subqueries_with_values()
    {
        var (four, other) = (Sql.Select(_t1).Where(_t1.C("col1") == 4).Subquery(), Sql.Select(_t1).Where(_t1.C("col1") == 4).Subquery());
        Fact(2286, Sql.Select(four).Where(four.C("col2") == other.C("col2")), "SELECT anon_1.col1, anon_1.col2, anon_1.col3 FROM (SELECT table1.col1 AS col1, table1.col2 AS col2, table1.col3 AS col3 FROM table1 WHERE table1.col1 = :col1_1) AS anon_1, (SELECT table1.col1 AS col1, table1.col2 AS col2, table1.col3 AS col3 FROM table1 WHERE table1.col1 = :col1_2) AS anon_2 WHERE anon_1.col2 = anon_2.col2", ("col1_1", 4), ("col1_2", 4));
        var named = Sql.Select(_t1).Where(_t1.C("col1") == "foo").Subquery();
        Fact(2310, Sql.Select(named.C("col1")), "SELECT anon_1.col1 FROM (SELECT table1.col1 AS col1, table1.col2 AS col2, table1.col3 AS col3 FROM table1 WHERE table1.col1 = :col1_1) AS anon_1");
        var alias = _t1.As();
        var over = Sql.Select(alias).Where(alias.C("col1") == "foo").Subquery();
        Fact(2311, Sql.Select(over.C("col1")), "SELECT anon_1.col1 FROM (SELECT table1_1.col1 AS col1, table1_1.col2 AS col2, table1_1.col3 AS col3 FROM table1 AS table1_1 WHERE table1_1.col1 = :col1_1) AS anon_1");
    }

    [Test]
    public void Correlation_survives_the_rewriting()
    {
        var count = Sql.Select(Func.Count(_t2.C("col1"))).Where(_t2.C("col1") == _t1.C("col1")).CorrelateExcept(_t2).ScalarSubquery();
        Fact(2216, Sql.Select(_t1.C("col1"), count), "SELECT table1.col1, (SELECT count(table2.col1) AS count_1 FROM table2 WHERE table2.col1 = table1.col1) AS anon_1 FROM table1");
    }
}
