using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_external_traversal.py, ClauseAdapterTest, ClauseTest and SpliceJoinsTest.</summary>
[TestFixture]
public sealed class AdapterFacts : FactFixture
{
    private readonly Table _t1 = Named("table1", "col1", "col2", "col3");
    private readonly Table _t2 = Named("table2", "col1", "col2", "col3");
    private readonly Table _t3 = Named("table3", "col1", "col2", "col3");

    private static UntypedColumn Star => Sql.LiteralColumn("*");

    private Select Pairs => Sql.Select(Star).Where(_t1.C("col1") == _t2.C("col2")).SelectFrom(_t1, _t2);

    [Test]
    public void Expressions_over_an_alias()
    {
        var adapter = new ClauseAdapter(_t1.As("t1alias"));
        var (c1, c2) = (_t1.C("col1"), _t1.C("col2"));
        Fact(2257, adapter.Rewrite<ColumnElement>(Sql.Case<object>(c1 == 5, c2).Else(c1)), "CASE WHEN (t1alias.col1 = :col1_1) THEN t1alias.col2 ELSE t1alias.col1 END", ("col1_1", 5));
        Fact(2258, adapter.Rewrite<ColumnElement>(Sql.CaseOf<object>(c1).When(5, c2).Else(c1)), "CASE t1alias.col1 WHEN :param_1 THEN t1alias.col2 ELSE t1alias.col1 END", ("param_1", 5));
    }

    [Test]
    public void A_subquery_over_aliases_of_the_query_around()
    {
        var (a1, a2) = (_t1.As("t1alias"), _t2.As("t2alias"));
        Select Both(Select select) => new ClauseAdapter(a2).Rewrite(new ClauseAdapter(a1).Rewrite(select));
        Fact(2255, All(a1, _t2).Where(a1.C("col1") == new ScalarSelect(new ClauseAdapter(a1).Rewrite(Pairs.Correlate(_t2)))), "SELECT t1alias.col1, t1alias.col2, t1alias.col3, table2.col1 AS col1_1, table2.col2 AS col2_1, table2.col3 AS col3_1 FROM table1 AS t1alias, table2 WHERE t1alias.col1 = (SELECT * FROM table1 AS t1alias WHERE t1alias.col1 = table2.col2)");
        Fact(2245, All(a1, a2).Where(a1.C("col1") == new ScalarSelect(Both(Pairs.Correlate(_t1)))), "SELECT t1alias.col1, t1alias.col2, t1alias.col3, t2alias.col1 AS col1_1, t2alias.col2 AS col2_1, t2alias.col3 AS col3_1 FROM table1 AS t1alias, table2 AS t2alias WHERE t1alias.col1 = (SELECT * FROM table2 AS t2alias WHERE t1alias.col1 = t2alias.col2)");
        Fact(2246, Sql.Select(a2).Where(a2.C("col2") == new ScalarSelect(Both(Pairs.Correlate(_t2)))), "SELECT t2alias.col1, t2alias.col2, t2alias.col3 FROM table2 AS t2alias WHERE t2alias.col2 = (SELECT * FROM table1 AS t1alias WHERE t1alias.col1 = t2alias.col2)");
    }

    [Test]
    public void A_subquery_takes_the_place_of_a_table()
    {
        var foo = Sql.Select(_t1).Subquery("foo");
        var page = Sql.Select(foo).Limit(5).Offset(10).Subquery();
        Fact(2204, Sql.Select(new ClauseAdapter(page).Rewrite(foo.OuterJoin(_t2, foo.C("col1") == _t2.C("col1")))), "SELECT anon_1.col1, anon_1.col2, anon_1.col3, table2.col1 AS col1_1, table2.col2 AS col2_1, table2.col3 AS col3_1 FROM (SELECT foo.col1 AS col1, foo.col2 AS col2, foo.col3 AS col3 FROM (SELECT table1.col1 AS col1, table1.col2 AS col2, table1.col3 AS col3 FROM table1) AS foo LIMIT :param_1 OFFSET :param_2) AS anon_1 LEFT OUTER JOIN table2 ON anon_1.col1 = table2.col1", ("param_1", 5), ("param_2", 10));
    }

    [Test]
    public void A_join_takes_the_place_of_a_table()
    {
        var alias = _t1.As("t1alias");
        var count = Sql.Select(_t2.C("col1")).Where(_t2.C("col1") == _t1.C("col1")).CorrelateExcept(_t1).ScalarSubquery();
        var select = Sql.Select(count, _t1.C("col1"), _t2.C("col1")).SelectFrom(_t1.Join(_t2, _t1.C("col1") == _t2.C("col1")));
        Fact(2208, select, "SELECT (SELECT table2.col1 FROM table1 WHERE table2.col1 = table1.col1) AS anon_1, table1.col1, table2.col1 AS col1_1 FROM table1 JOIN table2 ON table1.col1 = table2.col1");
        var adapter = new ClauseAdapter(_t1.Join(alias, _t1.C("col1") == alias.C("col2")));
        Fact(2210, adapter.Rewrite(select), "SELECT (SELECT table2.col1 FROM table1 JOIN table1 AS t1alias ON table1.col1 = t1alias.col2 WHERE table2.col1 = table1.col1) AS anon_1, table1.col1, table2.col1 AS col1_1 FROM table1 JOIN table1 AS t1alias ON table1.col1 = t1alias.col2 JOIN table2 ON table1.col1 = table2.col1");
        var (from, joined) = (Sql.Select(Sql.LiteralColumn("1").As("a")).Subquery("basefrom"), Sql.Select(Sql.LiteralColumn("1").As("a"), Sql.LiteralColumn("2").As("b")).Subquery("joinfrom"));
        Fact(2141, new ClauseAdapter(from.Join(joined, from.C("a") == joined.C("a"))).Rewrite(Sql.Select(from.C("a"))), "SELECT basefrom.a FROM (SELECT 1 AS a) AS basefrom JOIN (SELECT 1 AS a, 2 AS b) AS joinfrom ON basefrom.a = joinfrom.a");
    }

    [Test]
    public void Only_the_FROMs_that_are_meant()
    {
        var count = Sql.Select(Func.Count(_t2.C("col1"))).Where(_t2.C("col1") == _t1.C("col1")).CorrelateExcept(_t2).ScalarSubquery();
        var select = Sql.Select(_t1.C("col1"), count);
        var inner = Sql.Select(_t1).Join(_t2, _t1.C("col1") == _t2.C("col1")).Where(_t2.C("col2") == "x").Subquery();
        Fact(2219, new ClauseAdapter(inner, _t1).Rewrite(select), "SELECT anon_1.col1, (SELECT count(table2.col1) AS count_1 FROM table2 WHERE table2.col1 = anon_1.col1) AS anon_2 FROM (SELECT table1.col1 AS col1, table1.col2 AS col2, table1.col3 AS col3 FROM table1 JOIN table2 ON table1.col1 = table2.col1 WHERE table2.col2 = :col2_1) AS anon_1", ("col2_1", "x"));
        Fact(2217, new ClauseAdapter(inner).Rewrite(select), "SELECT anon_1.col1, (SELECT count(table2.col1) AS count_1 FROM table2, (SELECT table1.col1 AS col1, table1.col2 AS col2, table1.col3 AS col3 FROM table1 JOIN table2 ON table1.col1 = table2.col1 WHERE table2.col2 = :col2_1) AS anon_1 WHERE table2.col1 = anon_1.col1) AS anon_2 FROM (SELECT table1.col1 AS col1, table1.col2 AS col2, table1.col3 AS col3 FROM table1 JOIN table2 ON table1.col1 = table2.col1 WHERE table2.col2 = :col2_1) AS anon_1", ("col2_1", "x"));
    }

    [Test]
    public void Labels_that_lose_their_names()
    {
        ColumnElement Value(FromClause from) => Sql.Select(from.C("col2")).Where(from.C("col3") == 5).ScalarSubquery();
        var label = Value(_t1).As("expr");
        var adapted = new ClauseAdapter(_t1.As()) { AnonymizeLabels = true }.Rewrite(label);
        Assert.That(adapted.Name, Is.Null);
        // A second statement, for its parameter to be its own.
        var other = Value(_t1.As()).As();
        Fact(2236, Sql.Select(label, other).OrderBy(label, other), "SELECT (SELECT table1.col2 FROM table1 WHERE table1.col3 = :col3_1) AS expr, (SELECT table1_1.col2 FROM table1 AS table1_1 WHERE table1_1.col3 = :col3_2) AS anon_1 ORDER BY expr, anon_1", ("col3_1", 5), ("col3_2", 5));
        Assert.That(Sql.Select(label, adapted).OrderBy(label, adapted.Desc()).ToString(), Does.EndWith("AS anon_1 ORDER BY expr, anon_1 DESC"));
        var two = Sql.Select(_t1.C("col1"), _t1.C("col2"), Sql.LiteralColumn("col2").As()).SelectFrom(_t1);
        Fact(3918, Sql.Select(two.Subquery()), "SELECT anon_1.col1, anon_1.col2, anon_1.col2_1 FROM (SELECT table1.col1 AS col1, table1.col2 AS col2, col2 AS col2_1 FROM table1) AS anon_1");
    }

    [Test]
    public void Chains_of_joins_that_begin_elsewhere()
    {
        var (t2a, t3a, t4a) = (_t2.As(), _t3.As(), Named("table4", "col1", "col2", "col3").As());
        var (a, b) = (_t1.As(), _t2.As());
        var chain = _t1.Join(_t2, _t1.C("col1") == _t2.C("col1")).Join(a, _t2.C("col1") == a.C("col1")).Join(b, b.C("col1") == _t1.C("col1"));
        Fact(2333, chain.SpliceOnto(Sql.Select(_t1).Where(_t1.C("col2") < 5).Subquery()), "(SELECT table1.col1 AS col1, table1.col2 AS col2, table1.col3 AS col3 FROM table1 WHERE table1.col2 < :col2_1) AS anon_1 JOIN table2 ON anon_1.col1 = table2.col1 JOIN table1 AS table1_1 ON table2.col1 = table1_1.col1 JOIN table2 AS table2_1 ON table2_1.col1 = anon_1.col1", ("col2_1", 5));
        var first = _t1.Join(t2a, _t1.C("col1") == t2a.C("col1")).Join(t3a, t2a.C("col2") == t3a.C("col2"));
        var second = _t1.Join(t4a, _t1.C("col3") == t4a.C("col3"));
        Fact(2334, first.SpliceOnto(_t1), "table1 JOIN table2 AS table2_1 ON table1.col1 = table2_1.col1 JOIN table3 AS table3_1 ON table2_1.col2 = table3_1.col2");
        Fact(2335, second.SpliceOnto(_t1), "table1 JOIN table4 AS table4_1 ON table1.col3 = table4_1.col3");
        Fact(2336, second.SpliceOnto(first.SpliceOnto(_t1)), "table1 JOIN table2 AS table2_1 ON table1.col1 = table2_1.col1 JOIN table3 AS table3_1 ON table2_1.col2 = table3_1.col2 JOIN table4 AS table4_1 ON table1.col3 = table4_1.col3");
    }

    [Test]
    public void Joins_with_subqueries_of_joins()
    {
        var (a, b, c, d) = Chain();
        var inner = Sql.Select(a.OuterJoin(b)).WithLabelStyle(LabelStyle.TableNamePlusColumn).Subquery();
        var three = c.Join(inner, inner.C("b_id") == c.C("bid"));
        var four = three.OuterJoin(d);
        Fact(2233, four, "c JOIN (SELECT a.id AS a_id, b.id AS b_id, b.aid AS b_aid FROM a LEFT OUTER JOIN b ON a.id = b.aid) AS anon_1 ON anon_1.b_id = c.bid LEFT OUTER JOIN d ON anon_1.a_id = d.aid");
        var foo = Sql.Select(three).WithLabelStyle(LabelStyle.TableNamePlusColumn).Subquery("foo");
        Fact(2234, new ClauseAdapter(foo).Rewrite(four), "(SELECT c.id AS c_id, c.bid AS c_bid, anon_1.a_id AS anon_1_a_id, anon_1.b_id AS anon_1_b_id, anon_1.b_aid AS anon_1_b_aid FROM c JOIN (SELECT a.id AS a_id, b.id AS b_id, b.aid AS b_aid FROM a LEFT OUTER JOIN b ON a.id = b.aid) AS anon_1 ON anon_1.b_id = c.bid) AS foo LEFT OUTER JOIN d ON foo.anon_1_a_id = d.aid");
        Select Labelled(FromClause join) => Sql.Select(join).WithLabelStyle(LabelStyle.TableNamePlusColumn);
        var union = Labelled(a.Join(b)).Union(Labelled(a.Join(d))).Subquery();
        Fact(2239, new ClauseAdapter(union).Rewrite(Sql.Select(c.C("bid")).Where(c.C("bid") == union.C("b_aid"))), "SELECT c.bid FROM c, (SELECT a.id AS a_id, b.id AS b_id, b.aid AS b_aid FROM a JOIN b ON a.id = b.aid UNION SELECT a.id AS a_id, d.id AS d_id, d.aid AS d_aid FROM a JOIN d ON a.id = d.aid) AS anon_1 WHERE c.bid = anon_1.b_aid");
    }

    [Test]
    public void Copies_have_parameters_of_their_own()
    {
        var s = Sql.Select(_t1).Where(_t1.C("col1") == Sql.Parameter("param", unique: true)).Subquery();
        var s2 = Visitors.ClonedTraverse(s);
        Fact(2285, Sql.Select(s).Where(s.C("col2") == s2.C("col2")), "SELECT anon_1.col1, anon_1.col2, anon_1.col3 FROM (SELECT table1.col1 AS col1, table1.col2 AS col2, table1.col3 AS col3 FROM table1 WHERE table1.col1 = :param_1) AS anon_1, (SELECT table1.col1 AS col1, table1.col2 AS col2, table1.col3 AS col3 FROM table1 WHERE table1.col1 = :param_2) AS anon_2 WHERE anon_1.col2 = anon_2.col2", ("param_1", null), ("param_2", null));
    }

    [Test]
    public void Parts_of_dates()
    {
        // No database has a part of that name: the judges are not asked.
        string Text(ClauseElement statement) => FactDialects.Default.Compile(statement).ToString();
        var select = Sql.Select(Sql.Extract("foo", _t1.C("col1")).As("col1"));
        Fact(2291, Text(select), "SELECT EXTRACT(foo FROM table1.col1) AS col1 FROM table1");
        Fact(2293, Text(Sql.Select(select.Subquery().C("col1"))), "SELECT anon_1.col1 FROM (SELECT EXTRACT(foo FROM table1.col1) AS col1 FROM table1) AS anon_1");
    }

    [Test]
    public void Labels_keep_their_parentheses()
    {
        var t3 = Numbers("table3", "col1", "col2");
        var label = (Label)new ColumnAdapter(t3.As()).Rewrite((t3.C("col1") == 1).As("x").Node);
        Fact(2294, Sql.Select(new Grouping(label.Element).As("x")), "SELECT (table3_1.col1 = :col1_1) AS x FROM table3 AS table3_1", ("col1_1", 1));
        Fact(2295, Sql.Select(label.Is(true)), "SELECT (table3_1.col1 = :col1_1) IS 1 AS anon_1 FROM table3 AS table3_1", ("col1_1", 1));
    }

    [Test]
    public void Names_of_list_parameters()
    {
        string In(string name, StandardDialect dialect) => dialect.Compile(Sql.Column<int>(name).In(1, 2, 3)).ToString(fill: true);
        Fact(2339, In("name with [brackets]", FactDialects.Default), "\"name with [brackets]\" IN (:name_with__brackets__1_1, :name_with__brackets__1_2, :name_with__brackets__1_3)");
        Fact(2343, In("name with space", FactDialects.Default), "\"name with space\" IN (:name_with_space_1_1, :name_with_space_1_2, :name_with_space_1_3)");
        Differs(2347, "a mark holds letters, digits and underscores only", In("name with~~tildes~~", FactDialects.Default), "\"name with~~tildes~~\" IN (:name_with~~tildes~~_1_1, :name_with~~tildes~~_1_2, :name_with~~tildes~~_1_3)",
            "\"name with~~tildes~~\" IN (:name_with__tildes___1_1, :name_with__tildes___1_2, :name_with__tildes___1_3)");
        Fact(2351, In("name with [brackets]", FactDialects.DefaultQmark), "\"name with [brackets]\" IN (?, ?, ?)");
        Fact(2355, In("name with space", FactDialects.DefaultQmark), "\"name with space\" IN (?, ?, ?)");
        Fact(2359, In("name with~~tildes~~", FactDialects.DefaultQmark), "\"name with~~tildes~~\" IN (?, ?, ?)");
    }

    [Test]
    public void One_list_parameter_at_two_places()
    {
        var list = Sql.Parameter("x", SqlTypes.Integer, new[] { 1, 2, 3 }, unique: true, expanding: true);
        var twice = Sql.And(Sql.Column<int>("x").In(list), Sql.Column<int>("x").In(list));
        Fact(2363, FactDialects.Sqlite, twice, "x IN (__[POSTCOMPILE_x_1]) AND x IN (__[POSTCOMPILE_x_1])");
        Fact(2364, twice.ToLiteralString(FactDialects.Sqlite), "x IN (1, 2, 3) AND x IN (1, 2, 3)");
    }

    private static (Table A, Table B, Table C, Table D) Chain()
    {
        var meta = new MetaData();
        Table Of(string name, string? refers = null) => new(name, meta, [new Column("id", SqlTypes.Integer, primaryKey: true), .. refers is null ? (ISchemaItem[])[] : [new Column($"{refers}id", SqlTypes.Integer, new ForeignKey($"{refers}.id"))]]);
        return (Of("a"), Of("b", "a"), Of("c", "b"), Of("d", "a"));
    }
}
