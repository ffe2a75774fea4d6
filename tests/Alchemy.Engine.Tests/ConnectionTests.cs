namespace Alchemy.Tests;

public sealed class ConnectionTests : EngineFixture
{
    [Test]
    public void A_transaction_commits_or_rolls_back()
    {
        using var connection = Engine.Connect();
        using (var transaction = connection.Begin())
        {
            Add(connection, "kept");
            transaction.Commit();
        }

        using (connection.Begin())
        {
            Add(connection, "lost");
        }

        Assert.That(Names(connection), Is.EqualTo(new[] { "kept" }));
        Assert.That(connection.Transaction, Is.Null);
    }

    [Test]
    public void A_savepoint_undoes_only_what_came_after_it()
    {
        using var connection = Engine.Connect();
        using var transaction = connection.Begin();
        Add(connection, "before");
        using (transaction.Savepoint())
        {
            Add(connection, "undone");
        }

        using (var savepoint = transaction.Savepoint())
        {
            Add(connection, "released");
            savepoint.Release();
        }

        transaction.Commit();
        Assert.That(Names(connection), Is.EqualTo(new[] { "before", "released" }));
    }

    [Test]
    public void What_is_open_is_rolled_back_when_the_connection_returns()
    {
        using (var connection = Engine.Connect())
        {
            connection.Begin();
            Add(connection, "lost");
        }

        using var next = Engine.Connect();
        Assert.That(Names(next), Is.Empty);
    }

    [Test]
    public void Use_after_the_end_is_refused_by_name()
    {
        var connection = Engine.Connect();
        var transaction = connection.Begin();
        Assert.Throws<ConnectionStateException>(() => connection.Begin());
        transaction.Commit();
        Assert.That(Assert.Throws<ConnectionStateException>(transaction.Rollback)!.Code, Is.EqualTo("ALQ3003"));
        connection.Dispose();
        Assert.Throws<ConnectionStateException>(() => connection.Execute(Sql.Select(Things.Id)));
    }

    [Test]
    public void A_pool_without_a_free_connection_says_so()
    {
        using var only = Engine.Connect();
        Assert.That(Assert.Throws<PoolTimeoutException>(() => Engine.Connect())!.Message, Does.Contain("PoolOptions.Size"));
    }

    [Test]
    public async Task Asynchronous_reading_gives_the_same_rows()
    {
        using var connection = await Engine.ConnectAsync();
        Add(connection, "a");
        Add(connection, "b");
        var names = new List<string?>();
        using var result = await connection.ExecuteAsync(Sql.Select(Things.Name).OrderBy(Things.Id));
        while (await result.ReadAsync() is { } row)
        {
            names.Add(row.Get(Things.Name));
        }

        Assert.That(names, Is.EqualTo(Names(connection)));
    }

    [Test]
    public void One_compiled_text_serves_all_values_and_echo_shows_none()
    {
        using var connection = Engine.Connect();
        Add(connection, "secret-name");
        Assert.That(connection.Execute(Sql.Select(Things.Id).Where(Things.Name == "secret-name")).ToList(), Has.Count.EqualTo(1));
        Assert.That(connection.Execute(Sql.Select(Things.Id).Where(Things.Name == "other")).ToList(), Is.Empty);
        Assert.That(Engine.Compile(Sql.Select(Things.Id).Where(Things.Name == "x")), Is.SameAs(Engine.Compile(Sql.Select(Things.Id).Where(Things.Name == "y"))));
        Assert.That(Echo.ToString(), Does.Contain("WHERE things.name = ?").And.Not.Contain("secret-name"));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(10_000)]
    public void Lists_of_any_length_find_their_rows(int length)
    {
        using var connection = Engine.Connect();
        var ids = Enumerable.Range(0, 5).Select(i => Add(connection, $"n{i}")).ToList();
        var wanted = ids.Concat(Enumerable.Range(1_000_000, length)).Take(length).ToArray();
        int Count(ColumnElement condition) => connection.Execute(Sql.Select(Things.Id).Where(condition)).ToList().Count;
        Assert.That(Count(Things.Id.In(wanted)), Is.EqualTo(Math.Min(length, 5)));
        Assert.That(Count(Things.Id.NotIn(wanted)), Is.EqualTo(5 - Math.Min(length, 5)));
    }

    [Test]
    public void Returning_gives_the_row_and_leaves_nothing_locked()
    {
        using var connection = Engine.Connect();
        using var transaction = connection.Begin();
        var result = connection.Execute(Sql.Insert(Things).Value(Things.Name, "x").Returning(Things.Id, Things.Name));
        Assert.That(result.Read()!.Get(Things.Name), Is.EqualTo("x"));
        result.Dispose();
        transaction.Commit();
        Assert.That(Names(connection), Is.EqualTo(new[] { "x" }));
    }

    [Test]
    public void Parameters_are_given_by_name()
    {
        using var connection = Engine.Connect();
        var id = Add(connection, "x");
        var byId = Sql.Select(Things.Name).Where(Things.Id == Sql.Parameter<int>("wanted"));
        Assert.That(connection.Execute(byId, ("wanted", id)).Scalar<string>(), Is.EqualTo("x"));
        Assert.Throws<MissingValueException>(() => connection.Execute(byId));
        Assert.Throws<InvalidStatementException>(() => connection.Execute(byId, ("wnated", id)));
    }

    [Test]
    public void A_disposed_engine_leaves_no_file_open()
    {
        var file = Path.Combine(Path.GetTempPath(), $"alchemy-{Guid.NewGuid():N}.db");
        try
        {
            using (var engine = Engine.Create($"sqlite:///{file}"))
            {
                engine.CreateAll(new Things(new MetaData()).Table.MetaData);
                using var connection = engine.Connect();
                connection.Execute(Sql.Select(Things.Id)).Dispose();
            }

            Assert.That(File.Exists(file));
            if (OperatingSystem.IsLinux())
            {
                Assert.That(Directory.GetFiles("/proc/self/fd").Select(f => new FileInfo(f).LinkTarget), Has.None.EqualTo(file));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    private string?[] Names(Connection connection) => [.. connection.Execute(Sql.Select(Things.Name).OrderBy(Things.Id)).ToList().Select(r => r.Get(Things.Name))];
}
