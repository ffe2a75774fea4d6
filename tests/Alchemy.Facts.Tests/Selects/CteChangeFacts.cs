using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_cte.py, CTETest: statements that change rows, and CTEs beside them.</summary>
[TestFixture]
public sealed class CteChangeFacts : FactFixture
{
    private static readonly StandardDialect Enhanced = FactDialects.Enhanced;

    private readonly Table _products = Sql.Table("products", Sql.Column<int>("id"), Sql.Column<int>("price"));

    private CommonTableExpression Cheaper => Sql.Update(_products).Values(("price", 10)).Where(_products.C("price") > 50).Cte();

    [Test]
    public void In_front_without_being_used()
    {
        Fact(1955, Enhanced, Sql.Delete(_products).Where(_products.C("price") < 45).AddCte(Cheaper), "WITH anon_1 AS (UPDATE products SET price=:param_1 WHERE products.price > :price_1) DELETE FROM products WHERE products.price < :price_2", ("param_1", 10), ("price_1", 50), ("price_2", 45));
        Fact(2029, Enhanced, Sql.Update(_products).Values(("price", 5)).Where(_products.C("price") < 50).AddCte(Cheaper), "WITH anon_1 AS (UPDATE products SET price=:param_1 WHERE products.price > :price_1) UPDATE products SET price=:price WHERE products.price < :price_2", ("price", 5), ("param_1", 10), ("price_1", 50), ("price_2", 50));
        Fact(1960, Enhanced, Sql.Insert(_products).Values(("id", 1), ("price", 20)).AddCte(Cheaper), "WITH anon_1 AS (UPDATE products SET price=:param_1 WHERE products.price > :price_1) INSERT INTO products (id, price) VALUES (:id, :price)", ("id", 1), ("price", 20), ("param_1", 10), ("price_1", 50));
    }

    [Test]
    public void Added_and_used_too()
    {
        var pd = Sql.Select(_products).Cte("pd");
        Fact(1956, Enhanced, Sql.Update(_products).Where(_products.C("price") == pd.C("price")).AddCte(pd), "WITH pd AS (SELECT products.id AS id, products.price AS price FROM products) UPDATE products SET id=:id, price=:price FROM pd WHERE products.price = pd.price", ("id", null), ("price", null));
    }

    [Test]
    public void Inserts_in_front_of_an_insert()
    {
        var (one, two) = (Numbers("table1", "id1", "a"), Numbers("table2", "id2", "b"));
        var first = Sql.Insert(one).FromSelect(["id1", "a"], Sql.Select(Sql.LiteralColumn("1"), Sql.Text<string>("'a'"))).Cte("cte1");
        Fact(1957, Enhanced, Sql.Insert(two).FromSelect(["id2", "b"], Sql.Select(Sql.LiteralColumn("2"), Sql.Text<string>("'b'"))).AddCte(first), "WITH cte1 AS (INSERT INTO table1 (id1, a) SELECT 1, 'a') INSERT INTO table2 (id2, b) SELECT 2, 'b'");

        var (t1, t2) = (Numbers("table1", "id", "a", "b"), Numbers("table2", "id", "a", "b"));
        CommonTableExpression Two(Table table, string column) => Sql.Insert(table).Values([table.C(column)], [[5], [6]]).Cte();
        var insert = Sql.Insert(t1).Values([t1.C("a")], [[1], [2]]);
        Fact(1966, Enhanced, insert.AddCte(Two(t2, "a")), "WITH anon_1 AS (INSERT INTO table2 (a) VALUES (:param_1), (:param_2)) INSERT INTO table1 (a) VALUES (:a_m0), (:a_m1)", ("a_m0", 1), ("a_m1", 2), ("param_1", 5), ("param_2", 6));
        Fact(1967, Enhanced, insert.AddCte(Two(t1, "b")).AddCte(Two(t2, "a")), "WITH anon_1 AS (INSERT INTO table1 (b) VALUES (:param_1), (:param_2)), anon_2 AS (INSERT INTO table2 (a) VALUES (:param_3), (:param_4)) INSERT INTO table1 (a) VALUES (:a_m0), (:a_m1)", ("a_m0", 1), ("a_m1", 2), ("param_1", 5), ("param_2", 6), ("param_3", 5), ("param_4", 6));
    }

    [Test]
    public void An_insert_where_nothing_was_updated()
    {
        var orders = Named("orders", "region", "amount", "product", "quantity");
        var upsert = Sql.Update(orders).Where(orders.C("region") == "Region1").Values(("amount", 1.0), ("product", "Product1"), ("quantity", 1)).Returning(orders).Cte("upsert");
        var rows = Sql.Select(Sql.Value("Region1"), Sql.Value(1.0), Sql.Value("Product1"), Sql.Value(1)).Where(!Sql.Exists(Sql.Select(upsert)));
        Fact(2031, Enhanced, Sql.Insert(orders).FromSelect([.. orders.Columns], rows), "WITH upsert AS (UPDATE orders SET amount=:param_5, product=:param_6, quantity=:param_7 WHERE orders.region = :region_1 RETURNING orders.region, orders.amount, orders.product, orders.quantity) INSERT INTO orders (region, amount, product, quantity) SELECT :param_1 AS anon_1, :param_2 AS anon_2, :param_3 AS anon_3, :param_4 AS anon_4 WHERE NOT (EXISTS (SELECT upsert.region, upsert.amount, upsert.product, upsert.quantity FROM upsert))",
            ("param_1", "Region1"), ("param_2", 1.0), ("param_3", "Product1"), ("param_4", 1), ("param_5", 1.0), ("param_6", "Product1"), ("param_7", 1), ("region_1", "Region1"));
    }

    [Test]
    public void Texts()
    {
        var (foo, bar) = (Named("foo", "id"), Named("bar", "id", "attr", "foo_id"));
        var source = Sql.Text("SELECT bar.id, bar.attr FROM bar WHERE br.id IN (SELECT id FROM baz)").Columns(bar.C("id"), bar.C("attr"));
        var baz = Sql.Text("SELECT id FROM foo").Columns(foo.C("id")).Cte("baz");
        Fact(2019, Enhanced, Sql.Insert(bar).FromSelect([bar.C("id"), bar.C("attr")], source).AddCte(baz), "WITH baz AS (SELECT id FROM foo) INSERT INTO bar (id, attr) SELECT bar.id, bar.attr FROM bar WHERE br.id IN (SELECT id FROM baz)");
    }

    [Test]
    public void Returned_expressions_get_names()
    {
        var foo = Numbers("foo", "id", "q", "x", "y");
        var id = foo.C("id");
        var deleted = Sql.Delete(foo).Returning(id, id * -1, id + 10, id - 10, -1 * id).Cte();
        Fact(3835, Sql.Select(deleted), "WITH anon_1 AS (DELETE FROM foo RETURNING foo.id, foo.id * :id_1 AS anon_2, foo.id + :id_2 AS anon_3, foo.id - :id_3 AS anon_4, :id_4 * foo.id AS anon_5) SELECT anon_1.id, anon_1.anon_2, anon_1.anon_3, anon_1.anon_4, anon_1.anon_5 FROM anon_1", ("id_1", -1), ("id_2", 10), ("id_3", 10), ("id_4", -1));
        var t = Named("t", "x", "y", "z");
        Fact(3843, FactDialects.PostgreSql, Sql.Select(Sql.Update(t).Returning(t).Cte("c").C("z")), "WITH c AS (UPDATE t SET x=%(x)s, y=%(y)s, z=%(z)s RETURNING t.x, t.y, t.z) SELECT c.z FROM c");
    }

    [Test]
    public void Rows_are_deleted_through_one()
    {
        var pd = Sql.Select(_products).Cte("pd");
        Fact(1953, Enhanced, Sql.Delete(pd), "WITH pd AS (SELECT products.id AS id, products.price AS price FROM products) DELETE FROM pd");
        var text = Sql.Select(Sql.Text("name, date_hour, ROW_NUMBER() OVER(PARTITION BY name, date_hour ORDER BY value DESC) AS RN FROM testtable")).Cte("deldup");
        Fact(1954, Enhanced, Sql.Delete(text).Where(Sql.Text("RN > 1")), "WITH deldup AS (SELECT name, date_hour, ROW_NUMBER() OVER(PARTITION BY name, date_hour ORDER BY value DESC) AS RN FROM testtable) DELETE FROM deldup WHERE RN > 1");
        Assert.That(Sql.Delete(pd).Where(pd.C("price") > 5).ToString(Dialects.SqlServer), Is.EqualTo("WITH pd AS (SELECT products.id AS id, products.price AS price FROM products) DELETE FROM pd WHERE pd.price > @price_1"));
        Assert.That(Sql.Update(pd).Set(pd.C("price"), 5).ToString(Dialects.SqlServer), Is.EqualTo("WITH pd AS (SELECT products.id AS id, products.price AS price FROM products) UPDATE pd SET price=@price"));
        Assert.That(Assert.Throws<CompileException>(() => Sql.Delete(pd).ToString(Dialects.PostgreSql))!.Message, Does.Contain("Delete of the common table expression 'pd'"));
    }

    [Test]
    public void In_front_of_values()
    {
        var values = Sql.Values("some_name", Sql.Column<string>("col1"), Sql.Column<int>("col2")).Data(["a", 2], ["b", 3]).AddCte(Sql.Select(Sql.LiteralColumn("1")).Cte());
        Fact(5303, Sql.Select(values.Cte()), "WITH anon_1 AS (SELECT 1), some_name_1(col1, col2) AS (VALUES (:param_1, :param_2), (:param_3, :param_4)) SELECT some_name_1.col1, some_name_1.col2 FROM some_name_1", ("param_1", "a"), ("param_2", 2), ("param_3", "b"), ("param_4", 3));
    }

    [Test]
    public void Defaults_of_updates()
    {
        var q = new Table("q", new MetaData(), new Column("x", SqlTypes.Integer) { Default = ColumnDefault.Value(2) }, new Column("y", SqlTypes.Integer) { OnUpdate = ColumnDefault.Value(5) }, new Column("z", SqlTypes.Integer));
        var p = Numbers("p", "s", "t", "u");
        var c = Sql.Update(q).Where(q.C("z") == 1).Values(("x", 7)).Returning(q.C("z")).Cte("c");
        Fact(5289, FactDialects.Enhanced.With(f => f with { ParameterStyle = ParameterStyle.QuestionMark }), Sql.Select(p.C("s"), c.C("z")).Where(p.C("s") == c.C("z")), "WITH c AS (UPDATE q SET x=?, y=? WHERE q.z = ? RETURNING q.z) SELECT p.s, c.z FROM p, c WHERE p.s = c.z");
    }
}
