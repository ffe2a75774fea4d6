using static Alchemy.Tests.FactTables;
using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_cte.py, CTETest and NestingCTETest: names, places of parameters, recursion.</summary>
[TestFixture]
public sealed class CteMoreFacts : FactFixture
{
    private static readonly StandardDialect Enhanced = FactDialects.Enhanced;
    private static readonly StandardDialect Numeric = FactDialects.Default.With(f => f with { ParameterStyle = ParameterStyle.NumberedColon });

    private readonly Table _orders = Named("orders", "order");

    private UntypedColumn Order => _orders.C("order");

    [Test]
    public void One_after_another()
    {
        var orders = Named("orders", "region", "amount", "product", "quantity");
        UntypedColumn Sum(ColumnElement column) => Func.Call("sum", column);
        var sales = Sql.Select(orders.C("region"), Sum(orders.C("amount")).As("total_sales")).GroupBy(orders.C("region")).Cte("regional_sales");
        var top = Sql.Select(sales.C("region")).Where(sales.C("total_sales") > Sql.Select(Sum(sales.C("total_sales")).FloorDiv(10)).ScalarSubquery()).Cte("top_regions");
        var select = Sql.Select(orders.C("region"), orders.C("product"), Sum(orders.C("quantity")).As("product_units"), Sum(orders.C("amount")).As("product_sales"))
            .Where(orders.C("region").In(Sql.Select(top.C("region")))).GroupBy(orders.C("region"), orders.C("product"));
        Fact(1971, Enhanced, select, "WITH regional_sales AS (SELECT orders.region AS region, sum(orders.amount) AS total_sales FROM orders GROUP BY orders.region), top_regions AS (SELECT regional_sales.region AS region FROM regional_sales WHERE regional_sales.total_sales > (SELECT FLOOR(sum(regional_sales.total_sales) / :sum_1) AS anon_1 FROM regional_sales)) SELECT orders.region, orders.product, sum(orders.quantity) AS product_units, sum(orders.amount) AS product_sales FROM orders WHERE orders.region IN (SELECT top_regions.region FROM top_regions) GROUP BY orders.region, orders.product", ("sum_1", 10));
        Fact(2012, Enhanced, Sql.Select(Sql.Select(Named("a", "x")).Cte()), "WITH anon_1 AS (SELECT a.x AS x FROM a) SELECT anon_1.x FROM anon_1");
    }

    [Test]
    public void Recursion()
    {
        var start = Sql.Select(Sql.Value(0).As("x")).Cte("cte", recursive: true);
        var cs1 = start.UnionAll(Sql.Select(start.C<int>("x") + 1).Where(start.C<int>("x") < 10)).As("cs1");
        var cs2 = Sql.Select(cs1).Cte("bar").As("cs2");
        Fact(1997, Enhanced, All(cs1, cs2), "WITH RECURSIVE cte(x) AS (SELECT :param_1 AS x UNION ALL SELECT cte.x + :x_2 AS anon_1 FROM cte WHERE cte.x < :x_3), bar AS (SELECT cs1.x AS x FROM cte AS cs1) SELECT cs1.x, cs2.x AS x_1 FROM cte AS cs1, bar AS cs2", ("param_1", 0), ("x_2", 1), ("x_3", 10));

        CommonTableExpression Counting(string name)
        {
            var one = Sql.Select(Func.Call("values", 1).As("n")).Cte(name, recursive: true);
            return one.UnionAll(Sql.Select(one.C("n") + 1).Where(one.C("n") < 100));
        }

        Fact(2004, Enhanced, Sql.Select(Func.Call("sum", Counting("t").C("n"))), "WITH RECURSIVE t(n) AS (SELECT values(:values_1) AS n UNION ALL SELECT t.n + :n_1 AS anon_1 FROM t WHERE t.n < :n_2) SELECT sum(t.n) AS sum_1 FROM t", ("values_1", 1), ("n_1", 1), ("n_2", 100));
        Fact(2264, Visitors.ClonedTraverse(Sql.Select(Func.Call("sum", Counting("foo").C("n")))), "WITH RECURSIVE foo(n) AS (SELECT values(:values_1) AS n UNION ALL SELECT foo.n + :n_1 AS anon_1 FROM foo WHERE foo.n < :n_2) SELECT sum(foo.n) AS sum_1 FROM foo");
        var text = Sql.Text("select id, name from user").Columns(Sql.Column<int>("id"), Sql.Column<string>("name")).Cte("t", recursive: true);
        Fact(4089, Sql.Select(MyTable).Where(MyTable.C("myid") == text.C("id")), "WITH RECURSIVE t(id, name) AS (select id, name from user) SELECT mytable.myid, mytable.name, mytable.description FROM mytable, t WHERE mytable.myid = t.id");
    }

    [Test]
    public void Recursion_with_nesting()
    {
        var root = Sql.Select(Sql.Value(1).As("inner_cte")).Cte(recursive: true, nesting: true);
        var nested = root.Union(Sql.Select(root.C("inner_cte")).Where(root.C("inner_cte") == Sql.Value(1)));
        Fact(2038, Enhanced, Sql.Select(Sql.Select(nested.C("inner_cte").As("outer_cte")).Cte("cte")), "WITH cte AS (WITH RECURSIVE anon_1(inner_cte) AS (SELECT :param_1 AS inner_cte UNION SELECT anon_1.inner_cte AS inner_cte FROM anon_1 WHERE anon_1.inner_cte = :param_2) SELECT anon_1.inner_cte AS outer_cte FROM anon_1) SELECT cte.outer_cte FROM cte");

        var start = Sql.Select(Sql.Value(1).As("the_value")).Cte("recursive_cte", recursive: true);
        var often = Sql.Select(start).Cte("allow_multiple_ref", nesting: true);
        var go = Sql.Select(Sql.Select(often.C("the_value")).Where(often.C("the_value") < 10).Limit(5).Exists().As("val")).Cte("should_continue", nesting: true);
        Select Times(int factor) => Sql.Select(often.C("the_value") * factor).Where(go.C("val") != Constant.True);
        Fact(2062, FactDialects.DefaultQmark, Sql.Select(start.UnionAll(Times(2).AddCte(often).UnionAll(Times(3)))), "WITH RECURSIVE recursive_cte(the_value) AS (SELECT ? AS the_value UNION ALL (WITH allow_multiple_ref AS (SELECT recursive_cte.the_value AS the_value FROM recursive_cte), should_continue AS (SELECT EXISTS (SELECT allow_multiple_ref.the_value FROM allow_multiple_ref WHERE allow_multiple_ref.the_value < ? LIMIT ?) AS val) SELECT allow_multiple_ref.the_value * ? AS anon_1 FROM allow_multiple_ref, should_continue WHERE should_continue.val != 1 UNION ALL SELECT allow_multiple_ref.the_value * ? AS anon_2 FROM allow_multiple_ref, should_continue WHERE should_continue.val != 1)) SELECT recursive_cte.the_value FROM recursive_cte");
    }

    [Test]
    public void One_that_is_nested_and_used_outside()
    {
        var twice = Sql.Select(Sql.Value(1).As("inner_cte_1")).Cte("nesting_cte", nesting: true);
        var inner = twice.C<int>("inner_cte_1");
        var second = Sql.Select((inner + 2).As("next_value")).Cte("nesting_2", nesting: true);
        var wrapper = Sql.Select((inner - 3).As("next_value")).Union(Sql.Select(second)).Cte("wrapper", nesting: true);
        Fact(2066, Enhanced, Sql.Select(wrapper).AddCte(twice).Union(Sql.Select(twice)), "WITH nesting_cte AS (SELECT :param_1 AS inner_cte_1), wrapper AS (WITH nesting_2 AS (SELECT nesting_cte.inner_cte_1 + :inner_cte_1_2 AS next_value FROM nesting_cte) SELECT nesting_cte.inner_cte_1 - :inner_cte_1_1 AS next_value FROM nesting_cte UNION SELECT nesting_2.next_value AS next_value FROM nesting_2) SELECT wrapper.next_value FROM wrapper UNION SELECT nesting_cte.inner_cte_1 FROM nesting_cte", ("param_1", 1), ("inner_cte_1_1", 3), ("inner_cte_1_2", 2));
    }

    [Test]
    public void Places_of_parameters()
    {
        var sales = Sql.Select(Order, Sql.Value("x")).Cte("regional_sales");
        var select = Sql.Select(sales.C("order"), Sql.Value("y"));
        const string why = "numbers run in the order of the text";
        Differs(1980, why, Numeric.Compile(select).ToString(), "WITH regional_sales AS (SELECT orders.\"order\" AS \"order\", :2 AS anon_2 FROM orders) SELECT regional_sales.\"order\", :1 AS anon_1 FROM regional_sales",
            "WITH regional_sales AS (SELECT orders.\"order\" AS \"order\", :1 AS anon_2 FROM orders) SELECT regional_sales.\"order\", :2 AS anon_1 FROM regional_sales");
        Differs(1981, why, Numeric.Compile(select.Union(select)).ToString(), "WITH regional_sales AS (SELECT orders.\"order\" AS \"order\", :2 AS anon_2 FROM orders) SELECT regional_sales.\"order\", :1 AS anon_1 FROM regional_sales UNION SELECT regional_sales.\"order\", :1 AS anon_1 FROM regional_sales",
            "WITH regional_sales AS (SELECT orders.\"order\" AS \"order\", :1 AS anon_2 FROM orders) SELECT regional_sales.\"order\", :2 AS anon_1 FROM regional_sales UNION SELECT regional_sales.\"order\", :2 AS anon_1 FROM regional_sales");
        var x = Sql.Select(Order).Where(Order == "x").Cte("regional_sales");
        Fact(1982, Numeric, Sql.Select(x.C("order")).Where(x.C("order") == "y"), "WITH regional_sales AS (SELECT orders.\"order\" AS \"order\" FROM orders WHERE orders.\"order\" = :1) SELECT regional_sales.\"order\" FROM regional_sales WHERE regional_sales.\"order\" = :2");
        var first = Sql.Select(Order).Where(Order == "x").Cte("regional_sales_1");
        var second = Sql.Select(Order == "y", first.As().C("order"), Order, first.C("order")).Where(Order == "z").Cte("regional_sales_2");
        Fact(1984, Sql.Select(second).ToLiteralString(Numeric), "WITH regional_sales_1 AS (SELECT orders.\"order\" AS \"order\" FROM orders WHERE orders.\"order\" = 'x'), regional_sales_2 AS (SELECT orders.\"order\" = 'y' AS anon_1, anon_2.\"order\" AS \"order\", orders.\"order\" AS order_1, regional_sales_1.\"order\" AS order_2 FROM orders, regional_sales_1 AS anon_2, regional_sales_1 WHERE orders.\"order\" = 'z') SELECT regional_sales_2.anon_1, regional_sales_2.\"order\", regional_sales_2.order_1, regional_sales_2.order_2 FROM regional_sales_2");
    }

    [Test]
    public void Two_of_one_name_are_one_when_they_are_the_same()
    {
        CommonTableExpression One() => Sql.Select(Sql.LiteralColumn("1")).Cte("cte1", recursive: true);
        const string why = "a column's name has the quotes that it has in the list of columns";
        var one = One();
        Differs(1949, why, All(One(), One()).ToString(), "WITH RECURSIVE cte1(\"1\") AS (SELECT 1) SELECT cte1.1, cte1.1 AS \"1_1\" FROM cte1", "WITH RECURSIVE cte1(\"1\") AS (SELECT 1) SELECT cte1.\"1\", cte1.\"1\" AS \"1_1\" FROM cte1");
        Differs(1948, why, All(one, one).ToString(), "WITH RECURSIVE cte1(\"1\") AS (SELECT 1) SELECT cte1.1, cte1.1 AS \"1__1\" FROM cte1", "WITH RECURSIVE cte1(\"1\") AS (SELECT 1) SELECT cte1.\"1\", cte1.\"1\" AS \"1__1\" FROM cte1");
        Assert.Throws<CompileException>(() => All(One(), Sql.Select(Sql.Column("q")).Cte("cte1", recursive: true)).ToString());
    }

    [Test]
    public void Names_without_quotes()
    {
        var cte = Sql.Select(Sql.Value(1).As("id")).Cte(new QuotedName("CTE", Quote: false));
        Fact(1968, Enhanced, Sql.Select(Sql.Select(cte.C("id")).Subquery(new QuotedName("DontQuote", Quote: false))), "WITH CTE AS (SELECT :param_1 AS id) SELECT DontQuote.id FROM (SELECT CTE.id AS id FROM CTE) AS DontQuote", ("param_1", 1));
    }
}
