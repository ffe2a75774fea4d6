using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_cte.py, NestingCTETest.</summary>
[TestFixture]
public sealed class NestedCteFacts : FactFixture
{
    private static readonly StandardDialect Enhanced = FactDialects.Enhanced;

    private static CommonTableExpression Value(int value, string label, string name, bool recursive = false)
        => Sql.Select(Sql.Value(value).As(label)).Cte(name, recursive, nesting: true);

    private static Select Outer(FromClause nested) => Sql.Select(Sql.Select(nested.Columns[0].As("outer_cte")).Cte("cte"));

    [Test]
    public void In_front_of_the_one_that_uses_it()
    {
        var nesting = Value(1, "inner_cte", "nesting");
        Fact(2075, Enhanced, Outer(nesting), "WITH cte AS (WITH nesting AS (SELECT :param_1 AS inner_cte) SELECT nesting.inner_cte AS outer_cte FROM nesting) SELECT cte.outer_cte FROM cte");
        Fact(2073, Enhanced, Outer(nesting.As("aliased_nested")), "WITH cte AS (WITH nesting AS (SELECT :param_1 AS inner_cte) SELECT aliased_nested.inner_cte AS outer_cte FROM nesting AS aliased_nested) SELECT cte.outer_cte FROM cte");
        var second = Sql.Select(Value(1, "inner_cte", "nesting_1").C("inner_cte").Node.As("inner_2")).Cte("nesting_2", nesting: true);
        Fact(2056, Enhanced, Outer(second), "WITH cte AS (WITH nesting_2 AS (WITH nesting_1 AS (SELECT :param_1 AS inner_cte) SELECT nesting_1.inner_cte AS inner_2 FROM nesting_1) SELECT nesting_2.inner_2 AS outer_cte FROM nesting_2) SELECT cte.outer_cte FROM cte");
        var top = Value(1, "val", "nesting_cte");
        var plain = Sql.Select(Sql.Value(2).As("val")).Cte("cte");
        Fact(2052, Enhanced, Sql.Select(top.C("val"), plain.C("val")), "WITH nesting_cte AS (SELECT :param_1 AS val), cte AS (SELECT :param_2 AS val) SELECT nesting_cte.val, cte.val AS val_1 FROM nesting_cte, cte");
    }

    [Test]
    public void In_front_of_a_UNION()
    {
        var (first, second) = (Value(1, "inner_cte", "nesting_1"), Value(2, "inner_cte", "nesting_2"));
        Fact(2039, Enhanced, Outer(Sql.Select(first).Union(Sql.Select(second)).Subquery()), "WITH cte AS (SELECT anon_1.inner_cte AS outer_cte FROM (WITH nesting_1 AS (SELECT :param_1 AS inner_cte), nesting_2 AS (SELECT :param_2 AS inner_cte) SELECT nesting_1.inner_cte AS inner_cte FROM nesting_1 UNION SELECT nesting_2.inner_cte AS inner_cte FROM nesting_2) AS anon_1) SELECT cte.outer_cte FROM cte");
        var below = Sql.Select(Sql.Value(3).As("y")).AddCte(Value(2, "x", "xx"));
        Fact(2045, FactDialects.DefaultQmark, Sql.Select(Sql.Value(1).As("z")).UnionAll(below.UnionAll(Sql.Select(Sql.Value(4).As("w")))), "SELECT ? AS z UNION ALL (WITH xx AS (SELECT ? AS x) SELECT ? AS y UNION ALL SELECT ? AS w)");
    }

    [Test]
    public void Nested_and_recursive()
    {
        var root = Value(1, "inner_cte", "nesting", recursive: true);
        var nested = root.Union(Sql.Select(root.C("inner_cte")).Where(root.C("inner_cte") == Sql.Value(1)));
        Fact(2063, Enhanced, Outer(nested), "WITH cte AS (WITH RECURSIVE nesting(inner_cte) AS (SELECT :param_1 AS inner_cte UNION SELECT nesting.inner_cte AS inner_cte FROM nesting WHERE nesting.inner_cte = :param_2) SELECT nesting.inner_cte AS outer_cte FROM nesting) SELECT cte.outer_cte FROM cte");
        Fact(2037, Enhanced, Outer(nested.As("aliased_nesting")), "WITH cte AS (WITH RECURSIVE nesting(inner_cte) AS (SELECT :param_1 AS inner_cte UNION SELECT nesting.inner_cte AS inner_cte FROM nesting WHERE nesting.inner_cte = :param_2) SELECT aliased_nesting.inner_cte AS outer_cte FROM nesting AS aliased_nesting) SELECT cte.outer_cte FROM cte");
        var inner = Value(1, "inner_cte", "nesting", recursive: true);
        inner = inner.Union(Sql.Select(inner.C("inner_cte")).Where(inner.C("inner_cte") == Sql.Value(2)));
        var outer = Sql.Select(inner.C("inner_cte").Node.As("outer_cte")).Cte("rec_cte", recursive: true);
        outer = outer.Union(Sql.Select(outer.C("outer_cte")).Where(outer.C("outer_cte") == Sql.Value(3)));
        Fact(2064, Enhanced, Sql.Select(outer), "WITH RECURSIVE rec_cte(outer_cte) AS (WITH RECURSIVE nesting(inner_cte) AS (SELECT :param_1 AS inner_cte UNION SELECT nesting.inner_cte AS inner_cte FROM nesting WHERE nesting.inner_cte = :param_2) SELECT nesting.inner_cte AS outer_cte FROM nesting UNION SELECT rec_cte.outer_cte AS outer_cte FROM rec_cte WHERE rec_cte.outer_cte = :param_3) SELECT rec_cte.outer_cte FROM rec_cte");
    }

    [Test]
    public void In_statements_that_change_rows()
    {
        CommonTableExpression Generator() => Sql.Select(Sql.Value(1).As("id"), Sql.Value(27.0).As("price")).Cte("generator", nesting: true);
        var products = Named("products", "id", "price");
        var insert = Sql.Insert(products).FromSelect([products.C("id"), products.C("price")], Sql.Select(Generator())).Returning([.. products.Columns]).Cte("insert_cte");
        Fact(2071, Enhanced, Sql.Select(insert), "WITH insert_cte AS (WITH generator AS (SELECT :param_1 AS id, :param_2 AS price) INSERT INTO products (id, price) SELECT generator.id AS id, generator.price AS price FROM generator RETURNING products.id, products.price) SELECT insert_cte.id, insert_cte.price FROM insert_cte");
        var (table, made) = (Named("table_1", "id", "price"), Generator());
        var update = Sql.Update(table).Set(table.C("price"), made.C("price")).Where(table.C("id") == made.C("id")).Returning([.. table.Columns]).Cte("update_cte");
        Fact(2072, Enhanced, Sql.Select(update), "WITH update_cte AS (WITH generator AS (SELECT :param_1 AS id, :param_2 AS price) UPDATE table_1 SET price=generator.price FROM generator WHERE table_1.id = generator.id RETURNING table_1.id, table_1.price) SELECT update_cte.id, update_cte.price FROM update_cte");
        var one = Sql.Select(Sql.Value(1).As("id")).Cte("generator", nesting: true);
        var delete = Sql.Delete(table).Where(table.C("id") == one.C("id")).Returning([.. table.Columns]).Cte("delete_cte");
        Fact(2070, FactDialects.PostgreSql, Sql.Select(delete), "WITH delete_cte AS (WITH generator AS (SELECT %(param_1)s::INTEGER AS id) DELETE FROM table_1 USING generator WHERE table_1.id = generator.id RETURNING table_1.id, table_1.price) SELECT delete_cte.id, delete_cte.price FROM delete_cte");
    }

    [Test]
    public void Added_to_a_lateral_subquery()
    {
        var (contracts, invoices) = (Named("contracts", "id"), Named("invoices", "id", "contract_id"));
        var alias = contracts.As();
        var cte1 = Sql.Select(alias).Where(alias.C("id") == contracts.C("id")).Correlate(contracts).Cte("cte1");
        var cte2 = Sql.Select(invoices).Join(cte1, invoices.C("contract_id") == cte1.C("id")).Cte("cte2");
        var subquery = All(cte1, cte2).AddCteHere(cte1, cte2).Lateral();
        Fact(2042, Enhanced, Sql.Select(contracts).OuterJoin(subquery, Constant.True), "SELECT contracts.id FROM contracts LEFT OUTER JOIN LATERAL (WITH cte1 AS (SELECT contracts_1.id AS id FROM contracts AS contracts_1 WHERE contracts_1.id = contracts.id), cte2 AS (SELECT invoices.id AS id, invoices.contract_id AS contract_id FROM invoices JOIN cte1 ON invoices.contract_id = cte1.id) SELECT cte1.id AS id, cte2.id AS id_1, cte2.contract_id AS contract_id FROM cte1, cte2) AS anon_1 ON true");
    }
}
