using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_cte.py, CTETest.</summary>
[TestFixture]
public sealed class CteFacts : FactFixture
{
    private static readonly StandardDialect Enhanced = FactDialects.Enhanced;

    private readonly Table _orders = Named("orders", "region", "amount", "product", "quantity");
    private readonly Table _order = Named("order", "order");
    private readonly Table _products = Sql.Table("products", Sql.Column<int>("id"), Sql.Column<int>("price"));

    private static UntypedColumn Sum(ColumnElement column) => new(new FunctionCall("sum", [column], SqlTypes.Null));

    [Test]
    public void One_uses_itself()
    {
        var parts = Named("parts", "part", "sub_part", "quantity");
        var included = Sql.Select(parts.C("sub_part"), parts.C("part"), parts.C("quantity")).Where(parts.C("part") == "our part").Cte(recursive: true);
        var (alias, other) = (included.As(), parts.As());
        included = included.Union(Sql.Select(other.C("sub_part"), other.C("part"), other.C("quantity")).Where(other.C("part") == alias.C("sub_part")));
        var statement = Sql.Select(included.C("sub_part"), Sum(included.C("quantity")).As("total_quantity"))
            .SelectFrom(included.Join(parts, included.C("part") == parts.C("part"))).GroupBy(included.C("sub_part"));
        Fact(1987, Enhanced, statement, "WITH RECURSIVE anon_1(sub_part, part, quantity) AS (SELECT parts.sub_part AS sub_part, parts.part AS part, parts.quantity AS quantity FROM parts WHERE parts.part = :part_1 UNION SELECT parts_1.sub_part AS sub_part, parts_1.part AS part, parts_1.quantity AS quantity FROM parts AS parts_1, anon_1 AS anon_2 WHERE parts_1.part = anon_2.sub_part) SELECT anon_1.sub_part, sum(anon_1.quantity) AS total_quantity FROM anon_1 JOIN parts ON anon_1.part = parts.part GROUP BY anon_1.sub_part", ("part_1", "our part"));
        Fact(1988, FactDialects.SqlServer, statement, "WITH anon_1(sub_part, part, quantity) AS (SELECT parts.sub_part AS sub_part, parts.part AS part, parts.quantity AS quantity FROM parts WHERE parts.part = :part_1 UNION SELECT parts_1.sub_part AS sub_part, parts_1.part AS part, parts_1.quantity AS quantity FROM parts AS parts_1, anon_1 AS anon_2 WHERE parts_1.part = anon_2.sub_part) SELECT anon_1.sub_part, sum(anon_1.quantity) AS total_quantity FROM anon_1 JOIN parts ON anon_1.part = parts.part GROUP BY anon_1.sub_part");
    }

    [Test]
    public void One_that_uses_itself_by_its_name()
    {
        var parts = Named("parts", "part", "sub_part", "quantity");
        var included = Sql.Select(parts.C("sub_part"), parts.C("part"), parts.C("quantity")).Where(parts.C("part") == "our part").Cte("incl", recursive: true);
        var other = parts.As();
        included = included.Union(Sql.Select(other.C("sub_part"), other.C("part"), other.C("quantity")).Where(other.C("part") == included.C("sub_part")));
        Fact(1992, Enhanced, Sql.Select(included.C("sub_part"), Sum(included.C("quantity")).As("total_quantity"))
            .SelectFrom(included.Join(parts, included.C("part") == parts.C("part"))).GroupBy(included.C("sub_part")), "WITH RECURSIVE incl(sub_part, part, quantity) AS (SELECT parts.sub_part AS sub_part, parts.part AS part, parts.quantity AS quantity FROM parts WHERE parts.part = :part_1 UNION SELECT parts_1.sub_part AS sub_part, parts_1.part AS part, parts_1.quantity AS quantity FROM parts AS parts_1, incl WHERE parts_1.part = incl.sub_part) SELECT incl.sub_part, sum(incl.quantity) AS total_quantity FROM incl JOIN parts ON incl.part = parts.part GROUP BY incl.sub_part");
    }

    [Test]
    public void Several_unions()
    {
        CommonTableExpression Increasing(Func<CommonTableExpression, SelectBase[], CommonTableExpression> union)
        {
            var start = Sql.Select(Sql.Value(1).As("val")).Cte("increasing", recursive: true);
            var value = start.C<int>("val");
            return union(start, [Sql.Select((value + 3).As("val")).Where(value < 15), Sql.Select((value + 5).As("val")).Where(value < 15)]);
        }

        Fact(1989, Enhanced, Sql.Select(Increasing((c, s) => c.Union(s))), "WITH RECURSIVE increasing(val) AS (SELECT :param_1 AS val UNION SELECT increasing.val + :val_1 AS val FROM increasing WHERE increasing.val < :val_2 UNION SELECT increasing.val + :val_3 AS val FROM increasing WHERE increasing.val < :val_4) SELECT increasing.val FROM increasing");
        Fact(1990, Enhanced, Sql.Select(Increasing((c, s) => c.UnionAll(s))), "WITH RECURSIVE increasing(val) AS (SELECT :param_1 AS val UNION ALL SELECT increasing.val + :val_1 AS val FROM increasing WHERE increasing.val < :val_2 UNION ALL SELECT increasing.val + :val_3 AS val FROM increasing WHERE increasing.val < :val_4) SELECT increasing.val FROM increasing");
    }

    [Test]
    public void Aliases_of_one_that_uses_itself()
    {
        var cte = Sql.Select(Sql.Value(0).As("x")).Cte("cte", recursive: true);
        var bar = Sql.Select(cte).Cte("bar");
        var next = Sql.Select(cte.C<int>("x") + 1).Where(cte.C<int>("x") < 10);
        var all = cte.UnionAll(next);
        var first = all.As("cr1");
        Fact(1996, Enhanced, Sql.Select(first), "WITH RECURSIVE cte(x) AS (SELECT :param_1 AS x UNION ALL SELECT cte.x + :x_1 AS anon_1 FROM cte WHERE cte.x < :x_2) SELECT cr1.x FROM cte AS cr1");

        var (cs2, cs1) = (all.As("cs2"), bar.As("cs1"));
        Fact(1993, Enhanced, All(cs2, cs1), "WITH RECURSIVE cte(x) AS (SELECT :param_1 AS x UNION ALL SELECT cte.x + :x_2 AS anon_1 FROM cte WHERE cte.x < :x_3), bar AS (SELECT cte.x AS x FROM cte) SELECT cs2.x, cs1.x AS x_1 FROM cte AS cs2, bar AS cs1");
        Fact(1994, Enhanced, Sql.Select(cs1), "WITH RECURSIVE cte(x) AS (SELECT :param_1 AS x), bar AS (SELECT cte.x AS x FROM cte) SELECT cs1.x FROM bar AS cs1");
        var (x1, x2) = (bar.As("cs1"), all.As("cs2"));
        Fact(1995, Enhanced, All(x1, x2), "WITH RECURSIVE bar AS (SELECT cte.x AS x FROM cte), cte(x) AS (SELECT :param_1 AS x UNION ALL SELECT cte.x + :x_2 AS anon_1 FROM cte WHERE cte.x < :x_3) SELECT cs1.x, cs2.x AS x_1 FROM bar AS cs1, cte AS cs2");
    }

    [Test]
    public void Aliases()
    {
        var sales = Sql.Select(_order.C("order")).Cte("regional_sales");
        var (a, b) = (sales.As(), sales.As());
        Fact(1941, Enhanced, Sql.Select(a.C("order"), b.C("order")).Where(a.C("order") > b.C("order")), "WITH regional_sales AS (SELECT \"order\".\"order\" AS \"order\" FROM \"order\") SELECT anon_1.\"order\", anon_2.\"order\" AS order_1 FROM regional_sales AS anon_1, regional_sales AS anon_2 WHERE anon_1.\"order\" > anon_2.\"order\"");
        Fact(1942, Enhanced, Sql.Select(_order).SelectFrom(_order.Join(a, a.C("order") == _order.C("order"))), "WITH regional_sales AS (SELECT \"order\".\"order\" AS \"order\" FROM \"order\") SELECT \"order\".\"order\" FROM \"order\" JOIN regional_sales AS anon_1 ON anon_1.\"order\" = \"order\".\"order\"");
        var rows = Sql.Select(_orders.C("region"), _orders.C("amount")).Cte("regional_sales").As("rs");
        var (large, small) = (Sql.Select(rows.C("region")).Where(rows.C("amount") > 500), Sql.Select(rows.C("region")).Where(rows.C("amount") < 300));
        Fact(2024, Enhanced, large, "WITH regional_sales AS (SELECT orders.region AS region, orders.amount AS amount FROM orders) SELECT rs.region FROM regional_sales AS rs WHERE rs.amount > :amount_1");
        Fact(2025, Enhanced, large.UnionAll(small), "WITH regional_sales AS (SELECT orders.region AS region, orders.amount AS amount FROM orders) SELECT rs.region FROM regional_sales AS rs WHERE rs.amount > :amount_1 UNION ALL SELECT rs.region FROM regional_sales AS rs WHERE rs.amount < :amount_2");
        var (ta, tb, tc) = (Named("a", "id"), Named("b", "id", "fid"), Named("c", "id", "fid"));
        var cte1 = Sql.Select(ta.C("id")).Cte("cte1");
        var aa = cte1.As("aa");
        var cte2 = Sql.Select(tb.C("id")).SelectFrom(tb.Join(aa, tb.C("fid") == aa.C("id"))).Cte("cte2");
        var cte3 = Sql.Select(tc.C("id")).SelectFrom(tc.Join(aa, tc.C("fid") == aa.C("id"))).Cte("cte3");
        Fact(1950, Enhanced, Sql.Select(cte3.C("id"), cte2.C("id")).SelectFrom(cte2.Join(cte3, cte2.C("id") == cte3.C("id"))), "WITH cte1 AS (SELECT a.id AS id FROM a), cte2 AS (SELECT b.id AS id FROM b JOIN cte1 AS aa ON b.fid = aa.id), cte3 AS (SELECT c.id AS id FROM c JOIN cte1 AS aa ON c.fid = aa.id) SELECT cte3.id, cte2.id AS id_1 FROM cte2 JOIN cte3 ON cte2.id = cte3.id");
    }

    [Test]
    public void One_in_several_subqueries()
    {
        var quoted = Sql.Select(Sql.Value(1).As("id")).Cte("CTE");
        var (s1, s2) = (Sql.Select(quoted.C("id")).Subquery(), Sql.Select(quoted.C("id")).Subquery());
        Fact(1965, Enhanced, Sql.Select(s1.C("id"), s2.C("id")), "WITH \"CTE\" AS (SELECT :param_1 AS id) SELECT anon_1.id, anon_2.id AS id_1 FROM (SELECT \"CTE\".id AS id FROM \"CTE\") AS anon_1, (SELECT \"CTE\".id AS id FROM \"CTE\") AS anon_2");
        var alias = Sql.Select(Sql.Value(1).As("id")).Cte("cte1").As("aa");
        var (s3, s4) = (Sql.Select(alias.C("id")).Subquery(), Sql.Select(alias.C("id")).Subquery());
        Fact(1964, Enhanced, Sql.Select(s3.C("id"), s4.C("id")), "WITH cte1 AS (SELECT :param_1 AS id) SELECT anon_1.id, anon_2.id AS id_1 FROM (SELECT aa.id AS id FROM cte1 AS aa) AS anon_1, (SELECT aa.id AS id FROM cte1 AS aa) AS anon_2");
        Fact(1969, Enhanced, Sql.Select(Sql.Select(quoted.C("id")).Subquery("no_quotes")), "WITH \"CTE\" AS (SELECT :param_1 AS id) SELECT no_quotes.id FROM (SELECT \"CTE\".id AS id FROM \"CTE\") AS no_quotes");
    }

    [Test]
    public void Words_around_it()
    {
        var sales = Sql.Select(_order.C("order")).Cte("regional_sales");
        Select Over(CommonTableExpression cte) => Sql.Select(_order).Where(_order.C("order") > cte.C("order"));
        Fact(1985, Enhanced, Over(sales.PrefixWith("NOT MATERIALIZED", "postgresql")), "WITH regional_sales AS (SELECT \"order\".\"order\" AS \"order\" FROM \"order\") SELECT \"order\".\"order\" FROM \"order\", regional_sales WHERE \"order\".\"order\" > regional_sales.\"order\"");
        Fact(1986, FactDialects.PostgreSql, Over(sales.PrefixWith("NOT MATERIALIZED", "postgresql")), "WITH regional_sales AS NOT MATERIALIZED (SELECT \"order\".\"order\" AS \"order\" FROM \"order\") SELECT \"order\".\"order\" FROM \"order\", regional_sales WHERE \"order\".\"order\" > regional_sales.\"order\"");
        Fact(2017, FactDialects.Oracle, Over(sales.SuffixWith("oracle suffix", "oracle").SuffixWith("pg suffix", "postgresql")), "WITH regional_sales AS (SELECT \"order\".\"order\" AS \"order\" FROM \"order\") oracle suffix SELECT \"order\".\"order\" FROM \"order\", regional_sales WHERE \"order\".\"order\" > regional_sales.\"order\"");
        Fact(2018, FactDialects.PostgreSql, Over(sales.SuffixWith("oracle suffix", "oracle").SuffixWith("pg suffix", "postgresql")), "WITH regional_sales AS (SELECT \"order\".\"order\" AS \"order\" FROM \"order\") pg suffix SELECT \"order\".\"order\" FROM \"order\", regional_sales WHERE \"order\".\"order\" > regional_sales.\"order\"");
    }

    [Test]
    public void Of_statements_that_change_rows()
    {
        var insert = Sql.Insert(_orders).Values(("region", "y")).Returning(_orders.C("region")).Cte();
        Fact(1943, Enhanced, Sql.Select(insert.C("region")), "WITH anon_1 AS (INSERT INTO orders (region) VALUES (:param_1) RETURNING orders.region) SELECT anon_1.region FROM anon_1", ("param_1", "y"));
        var products = Sql.Table("products", Sql.Column<int>("id"), Sql.Column<double>("price"));
        Fact(1958, Enhanced, Sql.Select(Sql.Insert(products).Values(("id", 1), ("price", 27.0)).Returning([.. products.Columns]).Cte("pd")), "WITH pd AS (INSERT INTO products (id, price) VALUES (:param_1, :param_2) RETURNING products.id, products.price) SELECT pd.id, pd.price FROM pd");
        var dated = Named("products", "id", "date");
        var moved = Sql.Delete(dated).Where(dated.C("date") >= "dateone").Where(dated.C("date") < "datetwo").Returning([.. dated.Columns]).Cte("moved_rows");
        Fact(1977, Enhanced, Sql.Select(moved), "WITH moved_rows AS (DELETE FROM products WHERE products.date >= :date_1 AND products.date < :date_2 RETURNING products.id, products.date) SELECT moved_rows.id, moved_rows.date FROM moved_rows");
        var (t1, t2) = (Numbers("table_1", "id", "val"), Numbers("table_2", "id", "val"));
        var update = Sql.Update(t1).Set(t1.C("val"), t2.C("val")).Where(t1.C("id") == t2.C("id")).Returning(t1.C("id"), t1.C("val")).Cte("update_cte");
        Fact(2009, Enhanced, Sql.Select(update), "WITH update_cte AS (UPDATE table_1 SET val=table_2.val FROM table_2 WHERE table_1.id = table_2.id RETURNING table_1.id, table_1.val) SELECT update_cte.id, update_cte.val FROM update_cte");
        Fact(2010, FactDialects.PostgreSql, Sql.Select(update), "WITH update_cte AS (UPDATE table_1 SET val=table_2.val FROM table_2 WHERE table_1.id = table_2.id RETURNING table_1.id, table_1.val) SELECT update_cte.id, update_cte.val FROM update_cte");
    }

    [Test]
    public void In_front_without_being_used()
    {
        var changed = Sql.Update(_products).Set(_products.C("price"), 10).Where(_products.C("price") > 50).Cte();
        var cheap = Sql.Select(_products).Where(_products.C("price") < 45);
        Fact(2011, Enhanced, cheap.AddCte(changed), "WITH anon_1 AS (UPDATE products SET price=:param_1 WHERE products.price > :price_1) SELECT products.id, products.price FROM products WHERE products.price < :price_2", ("param_1", 10), ("price_1", 50), ("price_2", 45));
        Fact(1947, Enhanced, cheap.Union(Sql.Select(_products).Where(_products.C("price") > 90)).AddCte(changed), "WITH anon_1 AS (UPDATE products SET price=:param_1 WHERE products.price > :price_1) SELECT products.id, products.price FROM products WHERE products.price < :price_2 UNION SELECT products.id, products.price FROM products WHERE products.price > :price_3");
    }
}
