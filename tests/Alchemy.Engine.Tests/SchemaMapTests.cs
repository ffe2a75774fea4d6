namespace Alchemy.Tests;

public sealed class SchemaMapTests : EngineFixture
{
    private readonly Table _orders = new("orders", new MetaData(), "shop", new Column("id", SqlTypes.Integer, primaryKey: true), new Column("note", SqlTypes.Text));
    private readonly SchemaMap _tenant = new(("shop", "tenant_7"));
    private readonly SchemaMap _main = new(("shop", "main"));

    [Test]
    public void One_compiled_statement_serves_each_tenant()
    {
        using var connection = ConnectedToBoth();
        var notes = Sql.Select(_orders.C("note")).Where(_orders.C<int>("id") == 1);
        var compiled = new List<CompiledSql?>();
        Engine.Events.Executing += e => compiled.Add(e.Compiled);
        Assert.That((Note(_tenant), Note(_main), Note(_tenant)), Is.EqualTo(("seven", "own", "seven")));
        Assert.That(compiled, Is.All.SameAs(Engine.Compile(notes)));

        string? Note(SchemaMap schemas)
        {
            connection.Options = new ExecutionOptions { Schemas = schemas };
            return connection.Execute(notes).Scalar<string>();
        }
    }

    [Test]
    public void What_changes_rows_goes_to_the_tenant_too()
    {
        using var connection = ConnectedToBoth();
        connection.Options = new ExecutionOptions { Schemas = _tenant };
        var added = connection.Execute(Sql.Insert(_orders).Values(("note", "new")).Returning(_orders.Columns["id"])).Scalar<int>();
        Assert.That(connection.Execute(Sql.Update(_orders).Set(_orders.C("note"), "changed").Where(_orders.C<int>("id") == added)).RowsAffected, Is.EqualTo(1));
        Assert.That(connection.Execute(Sql.Delete(_orders)).RowsAffected, Is.EqualTo(2));
        connection.Options = connection.Options with { Schemas = _main };
        Assert.That(connection.Execute(Sql.Delete(_orders)).RowsAffected, Is.EqualTo(1));
    }

    [Test]
    public void Executions_with_the_same_map_send_the_same_filled_statement()
    {
        using var connection = ConnectedToBoth();
        connection.Options = new ExecutionOptions { Schemas = _tenant };
        var texts = new List<string>();
        Engine.Events.Executing += e => texts.Add(e.Text);
        var all = Sql.Select(_orders.C("id"));
        connection.Execute(all).ToList();
        connection.Execute(all).ToList();
        // A filled statement has one text object of its own.
        Assert.That(texts, Is.All.SameAs(Engine.Compile(all).Fill([], _tenant).Text));
        Assert.That(texts[0], Does.Contain("tenant_7.orders").And.Not.Contain("shop"));
    }

    [Test]
    public void The_engines_map_is_the_default_and_a_connections_own_is_not_kept()
    {
        using var engine = Engine.Create("sqlite://", new EngineOptions { Execution = new ExecutionOptions { Schemas = _main } });
        using (var first = engine.Connect())
        {
            first.ExecuteText("CREATE TABLE orders (id INTEGER PRIMARY KEY, note TEXT)");
            first.Execute(Sql.Insert(_orders).Values(("note", "x")));
            first.Options = new ExecutionOptions();
            Assert.That(Assert.Throws<StatementException>(() => first.Execute(Sql.Select(_orders)))!.Message, Does.Contain("shop.orders"));
        }

        using var second = engine.Connect();
        Assert.That(second.Execute(Sql.Select(_orders)).ToList(), Has.Count.EqualTo(1));
    }

    private Connection ConnectedToBoth()
    {
        var connection = Engine.Connect();
        connection.ExecuteText("ATTACH ':memory:' AS tenant_7");
        foreach (var (schema, note) in new[] { ("main", "own"), ("tenant_7", "seven") })
        {
            connection.ExecuteText($"CREATE TABLE {schema}.orders (id INTEGER PRIMARY KEY, note TEXT)");
            connection.ExecuteText($"INSERT INTO {schema}.orders VALUES (1, '{note}')");
        }

        return connection;
    }
}
