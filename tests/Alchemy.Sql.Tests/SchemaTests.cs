namespace Alchemy.Tests;

[TestFixture]
public sealed class SchemaTests
{
    [Test]
    public void Create_table_of_a_class_nobody_touched()
    {
        var metadata = new MetaData();
        var (users, orders) = (new Users(metadata), new Orders(metadata));
        Assert.That(Dialects.Sqlite.Ddl.CreateTable(users.Table), Is.EqualTo(
            "CREATE TABLE users (\n    id INTEGER NOT NULL,\n    name VARCHAR(50) NOT NULL,\n    age INTEGER,\n    active BOOLEAN NOT NULL,\n    credit DECIMAL_TEXT(10, 2),\n    seen DATETIMEOFFSET,\n    PRIMARY KEY (id)\n)"));
        Assert.That(Dialects.PostgreSql.Ddl.CreateTable(orders.Table), Is.EqualTo(
            "CREATE TABLE orders (\n    id SERIAL NOT NULL,\n    user_id INTEGER NOT NULL,\n    total NUMERIC,\n    PRIMARY KEY (id),\n    FOREIGN KEY(user_id) REFERENCES users (id)\n)"));
    }

    [Test]
    public void A_typed_table_nobody_used_is_created_and_an_alias_is_none()
    {
        var metadata = new MetaData();
        var users = new Users(metadata);
        _ = new Orders(metadata);
        Assert.That(metadata.SortedTables.Select(t => t.Name), Is.EqualTo(new[] { "users", "orders" }));
        var alias = users.As("u");
        Assert.That(alias.MetaData.Tables, Is.Empty);
    }

    [Test]
    public void Many_threads_meet_one_table()
    {
        for (var round = 0; round < 50; round++)
        {
            var users = new Users();
            var alias = users.As("u");
            var seen = new System.Collections.Concurrent.ConcurrentBag<(object, object)>();
            Parallel.For(0, 8, i => seen.Add(i % 2 == 0 ? (users.Age.Node, alias.From.Columns["age"]) : (users.From.Columns["age"], alias.Age.Node)));
            Assert.That(seen.Distinct().Count(), Is.EqualTo(1));
        }
    }

    [Test]
    public void Tables_are_created_after_those_they_refer_to()
    {
        var metadata = new MetaData();
        var orders = new Orders(metadata).Table;
        var users = new Users(metadata).Table;
        Assert.That(metadata.SortedTables, Is.EqualTo(new[] { users, orders }));
        Assert.That(Dialects.PostgreSql.Ddl.DropAll(metadata), Is.EqualTo(new[] { "DROP TABLE IF EXISTS orders", "DROP TABLE IF EXISTS users" }));
    }

    [Test]
    public void Schema_slots_are_filled_per_tenant()
    {
        var table = new Table("orders", new MetaData(), "shop", new Column("id", SqlTypes.Integer, primaryKey: true));
        var compiled = Dialects.PostgreSql.Compile(Sql.Select(table));
        var tenant = new SchemaMap(("shop", "tenant 7"));
        Assert.That(compiled.Text, Is.EqualTo("SELECT shop.orders.id FROM shop.orders"));
        Assert.That(compiled.Fill([], tenant).Text, Is.EqualTo("SELECT \"tenant 7\".orders.id FROM \"tenant 7\".orders"));
        Assert.That(compiled.Fill([], tenant), Is.SameAs(compiled.Fill([], tenant)));
    }

    [TestCase("order", "\"order\"")]
    [TestCase("Name", "\"Name\"")]
    [TestCase("a\"b; DROP TABLE x", "\"a\"\"b; DROP TABLE x\"")]
    [TestCase("plain_1", "plain_1")]
    public void Names_are_quoted_when_they_need_it(string name, string quoted)
        => Assert.That(Dialects.PostgreSql.Identifiers.Quote(name), Is.EqualTo(quoted));

    [Test]
    public void Names_that_no_database_takes_are_refused()
        => Assert.Throws<InvalidStatementException>(() => Dialects.Sqlite.Identifiers.Quote("a\0"));

    [Test]
    public void Two_tables_or_columns_of_one_name_are_refused()
    {
        var metadata = new MetaData();
        _ = new Table("t", metadata, new Column("a", SqlTypes.Integer));
        Assert.Throws<InvalidStatementException>(() => _ = new Table("t", metadata));
        Assert.Throws<InvalidStatementException>(() => _ = new Table("u", metadata, new Column("a", SqlTypes.Integer), new Column("a", SqlTypes.Text)));
    }
}
