namespace Alchemy.Tests;

/// <summary>What MySQL lacked once, or took for something else: by the version of the server.</summary>
public sealed class OldMySqlTests
{
    private static readonly MySqlDialect old = new(new Version(5, 6, 24));
    private readonly Users _users = new();
    private readonly Orders _orders = new();

    private static Table Of(params ISchemaItem[] items) => new("t", new MetaData(), items);

    private static string Text(ClauseElement statement, Dialect? dialect = null) => System.Text.RegularExpressions.Regex.Replace((dialect ?? old).Compile(statement).Text, @"\s+", " ");

    private static void IsRefused(ClauseElement statement, string words)
    {
        Assert.That(() => old.Compile(statement), Throws.TypeOf<CompileException>().With.Message.Contains(words));
        Assert.That(() => Dialects.MySql.Compile(statement), Throws.Nothing);
    }

    [Test]
    public void A_key_of_text_is_as_long_as_the_server_can_have_it()
    {
        var table = new CreateTable(Of(new Column("a", SqlTypes.Text) { Unique = true }));
        Assert.That(new[] { Text(table), Text(table, new MariaDbDialect(new Version(10, 2, 1))) }, Has.All.Contain("VARCHAR(191)"));
        Assert.That(new[] { Text(table, Dialects.MySql), Text(table, Dialects.MariaDb) }, Has.All.Contain("VARCHAR(255)"));
    }

    [Test]
    public void What_it_lacks_is_refused_by_name()
    {
        IsRefused(new CreateTable(Of(new Column("a", SqlTypes.Json))), "5.7.8");
        IsRefused(new CreateTable(Of(new Column("a", SqlTypes.Integer, new Computed("1 + 1")))), "5.7.6");
        IsRefused(Sql.Select(_users.Id).Intersect(Sql.Select(_orders.Id)), "8.0.31");
        IsRefused(Sql.Select(_users.Id).Where(Sql.Tuple(_users.Id, _users.Age).NotInList(new[] { (1, 2), (3, 4) })), "NULL");
        IsRefused(Sql.Select(_users.Id).WithForUpdate(nowait: true), "NOWAIT");
    }

    [Test]
    public void A_condition_without_a_table_stands_alone_only()
    {
        var select = Sql.Select(Sql.Literal(1)).Where(Sql.Literal(1) == Sql.Literal(2));
        Assert.That(Text(select), Is.EqualTo("SELECT 1 AS anon_1 FROM DUAL WHERE 1 = 2"));
        IsRefused(Sql.Select(_users.Id).Where(_users.Id.In(select)), "WHERE of a SELECT without tables");
        IsRefused(Sql.Delete(_users).Where(_users.Id.In(select)), "WHERE of a SELECT without tables");
        IsRefused(Sql.Update(_users).Values((_users.Age, 1)).Where(_users.Id.In(select)), "WHERE of a SELECT without tables");
    }

    [Test]
    public void An_empty_list_in_text_gives_no_rows_in_words_that_it_heeds()
    {
        var text = Sql.Text("SELECT id FROM users WHERE id IN :q").Bind(Sql.Parameter("q", SqlTypes.Integer, expanding: true));
        Assert.That(old.Compile(text).Fill([Array.Empty<int>()]).Text, Does.EndWith("IN (SELECT NULL FROM DUAL WHERE 1 != 1 UNION ALL SELECT NULL FROM DUAL WHERE 1 != 1)"));
    }

    [Test]
    public void A_value_that_stands_alone_has_its_type()
    {
        Assert.That(Text(Sql.Select(Sql.Parameter("p", SqlTypes.Interval(), TimeSpan.Zero), Sql.Parameter("q", SqlTypes.Text, "x"), new LiteralValue(ulong.MaxValue, SqlTypes.Of<ulong>()))),
            Does.StartWith("SELECT CAST(@p AS DATETIME(6))").And.Contain("CAST(@q AS CHAR)").And.Contain("CAST(18446744073709551615 AS DECIMAL(20, 0))"));
        Assert.That(Text(Sql.Select(Sql.Parameter("q", SqlTypes.Text, "x")), Dialects.MySql), Does.Not.Contain("CAST"));
    }

    [Test]
    public void A_union_in_a_union_is_a_table()
        => Assert.That(Text(Sql.Select(_users.Id).Union(Sql.Select(_users.Age).UnionAll(Sql.Select(_orders.Id)))), Does.Contain("UNION SELECT * FROM (SELECT users.age").And.EndWith(") AS members"));

    [Test]
    public void A_sequence_counts_as_the_key_where_there_are_none()
        => Assert.That(Text(new CreateTable(Of(new Column("id", SqlTypes.Integer, new Sequence("ids")), new PrimaryKeyConstraint(["id"])))), Does.Contain("id INTEGER NOT NULL AUTO_INCREMENT"));

    [TestCase("5.6.24", "tx_isolation")]
    [TestCase("5.7.20", "transaction_isolation")]
    public void The_level_is_asked_under_the_name_that_it_has(string version, string name)
        => Assert.That(new MySqlDialect(Version.Parse(version)).Facts.IsolationQuery, Is.EqualTo("SELECT @@SESSION." + name));

    [Test]
    public void A_list_of_rows_of_the_table_that_is_changed_is_made_before()
    {
        var (other, order) = (new Alias(_users, "u"), new Alias(_orders, "o"));
        var list = Sql.Select(other.C("id")).SelectFrom(other, order).Where(order.C("user_id") == other.C("id"));
        const string made = "WHERE users.id IN (SELECT anon_1.id FROM (SELECT DISTINCT u.id AS id FROM users AS u, orders AS o WHERE o.user_id = u.id) AS anon_1)";
        Assert.That(Text(Sql.Delete(_users).Where(_users.Id.In(list)), Dialects.MySql), Is.EqualTo("DELETE FROM users " + made));
        Assert.That(Text(Sql.Update(_users).Set(_users.Age, 1).Where(_users.Id.In(list)), Dialects.MySql), Does.EndWith(made));
        Assert.That(Text(Sql.Delete(_users).Where(_users.Id.In(list.Where(other.C("age") == _users.Age))), Dialects.MySql), Does.Not.Contain("DISTINCT"), "it is another one for each row");
        Assert.That(Text(Sql.Delete(_orders).Where(_orders.UserId.In(list.Where(other.C("age") > 5).Limit(3)))), Does.Contain("LIMIT"));
        Assert.That(Text(Sql.Delete(_users).Where(_users.Id.In(list)), Dialects.MariaDb), Does.Not.Contain("DISTINCT"));
    }
}
