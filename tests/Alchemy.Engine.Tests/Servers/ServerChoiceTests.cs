using Microsoft.Data.Sqlite;

namespace Alchemy.Tests;

/// <summary>Which of several servers an engine takes, on servers that say what the test wants them to.</summary>
[TestFixture]
public sealed class ServerChoiceTests
{
    private readonly FixedClock _clock = new();
    private string _folder = null!;
    private string _scheme = null!;

    [SetUp]
    public void MakeServers()
    {
        _folder = Directory.CreateTempSubdirectory("alchemy-servers.").FullName;
        _scheme = $"files-{Guid.NewGuid():N}";
        Drivers.DriverRegistry.Register(_scheme, new FileServersDriver(_folder));
        Make("one", "1, NULL, NULL");
        Make("two", "0, NULL, NULL");
    }

    [TearDown]
    public void DeleteServers() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Where_nobody_tells_how_far_a_standby_is_time_decides()
    {
        using var engine = Open(new ServerOptions { Clock = _clock, MostLag = null });
        var scope = new EngineScope(engine);
        Assert.That(Reader(scope), Is.EqualTo("two"), "it wrote nothing yet");
        scope.Connect(OperationKind.Write).Dispose();
        Assert.That(Reader(scope), Is.EqualTo("one"));
        Assert.That(Reader(new EngineScope(engine)), Is.EqualTo("two"), "others are not held back");
        _clock.Now += TimeSpan.FromSeconds(4.9);
        Assert.That(Reader(scope), Is.EqualTo("one"));
        _clock.Now += TimeSpan.FromSeconds(0.2);
        Assert.That(Reader(scope), Is.EqualTo("two"));
    }

    [Test]
    public void A_standby_that_does_not_tell_its_lag_is_read_without_a_limit_only()
    {
        using var limited = Open(new ServerOptions { Clock = _clock });
        using var unlimited = Open(new ServerOptions { Clock = _clock, MostLag = null });
        Assert.That((Reader(new EngineScope(limited)), Reader(new EngineScope(unlimited))), Is.EqualTo(("one", "two")));
    }

    [Test]
    public void What_a_standby_said_is_believed_for_a_while()
    {
        using var engine = Open(new ServerOptions { Clock = _clock });
        Say("two", "0, 5, 9.0");
        Assert.That(Reader(new EngineScope(engine)), Is.EqualTo("two"));
        Assert.That(engine.Servers[1].Lag, Is.EqualTo(TimeSpan.FromSeconds(9)));
        Say("two", "0, 5, 11.0");
        Assert.That(Reader(new EngineScope(engine)), Is.EqualTo("two"), "not asked again yet");
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.That(Reader(new EngineScope(engine)), Is.EqualTo("one"));
        Assert.That(engine.Servers[1].CheckedAt, Is.EqualTo(_clock.Now));
    }

    [Test]
    public void A_standby_is_read_once_it_has_what_the_scope_wrote()
    {
        using var engine = Open(new ServerOptions { Clock = _clock });
        Say("one", "1, 100, NULL");
        Say("two", "0, 99, 0.0");
        var scope = new EngineScope(engine);
        scope.Connect(OperationKind.Write).Dispose();
        Assert.That(Reader(scope), Is.EqualTo("one"));
        Say("one", "1, 200, NULL");
        Say("two", "0, 100, 0.0");
        Assert.That(Reader(scope), Is.EqualTo("two"), "what the primary wrote since is others' work");
        scope.Connect(OperationKind.Write).Dispose();
        Assert.That(Reader(scope), Is.EqualTo("one"), "a second write counts anew");
    }

    [Test]
    public void Standbys_take_turns()
    {
        Make("three", "0, 5, 0.0");
        Say("two", "0, 5, 0.0");
        using var engine = Open(new ServerOptions { Clock = _clock }, "one,two,three");
        var scope = new EngineScope(engine);
        Assert.That(Enumerable.Range(0, 9).Select(_ => Reader(scope)).ToHashSet(), Is.EquivalentTo(new[] { "two", "three" }));
    }

    [Test]
    public void A_server_that_refuses_a_write_is_asked_again()
    {
        using var engine = Open(new ServerOptions { Clock = _clock });
        var changes = new List<ServerRole>();
        engine.Events.ServerChanged += e => changes.Add(e.Now);
        using (var connection = engine.Connect())
        {
            connection.ExecuteText("PRAGMA query_only = 1");
            Assert.Throws<DatabasePermissionException>(() => connection.ExecuteText("UPDATE server SET lag = 1"));
            connection.ExecuteText("PRAGMA query_only = 0");
        }

        Say("one", "0, NULL, NULL");
        Say("two", "1, NULL, NULL");
        using var next = engine.Connect();
        Assert.That(next.Server.Host!.Name, Is.EqualTo("two"));
        Assert.That(changes, Is.EqualTo(new[] { ServerRole.Primary, ServerRole.Unknown, ServerRole.Standby, ServerRole.Primary }));
    }

    [Test]
    public async Task A_server_that_cannot_be_reached_is_left_alone_for_a_while()
    {
        File.Move(Path.Combine(_folder, "one.db"), Path.Combine(_folder, "gone.db"));
        using var engine = Open(new ServerOptions { Clock = _clock });
        var none = Assert.ThrowsAsync<DisconnectedException>(() => engine.ConnectAsync())!;
        Assert.That(none.Message, Does.Contain("No server takes writes: one is lost, two is a standby"));
        Say("two", "1, NULL, NULL");
        await using (var connection = await engine.ConnectAsync())
        {
            Assert.That(connection.Server.Host!.Name, Is.EqualTo("two"));
        }

        File.Move(Path.Combine(_folder, "gone.db"), Path.Combine(_folder, "one.db"));
        Say("one", "0, 1, 0.0");
        Assert.That(Reader(new EngineScope(engine)), Is.EqualTo("two"));
        _clock.Now += TimeSpan.FromSeconds(5);
        Assert.That(Reader(new EngineScope(engine)), Is.EqualTo("one"));
    }

    [Test]
    public void A_server_that_serves_nobody_is_passed_by()
    {
        Say("one", "-1, NULL, NULL");
        Say("two", "1, NULL, NULL");
        using var engine = Open(new ServerOptions { Clock = _clock });
        using var connection = engine.Connect();
        Assert.That((connection.Server.Host!.Name, engine.Servers[0].Role), Is.EqualTo(("two", ServerRole.Lost)));
    }

    [Test]
    public void No_connection_is_kept_by_the_asking()
    {
        Say("one", "0, NULL, NULL");
        using var engine = Engine.Create($"{_scheme}://one,two", new EngineOptions { Pool = new PoolOptions { Size = 1, Timeout = TimeSpan.FromMilliseconds(50) }, Servers = new ServerOptions { Clock = _clock, MostLag = TimeSpan.Zero } });
        for (var i = 0; i < 3; i++)
        {
            Assert.Throws<DisconnectedException>(() => engine.Connect(OperationKind.Read));
        }

        Say("two", "1, 7, NULL");
        var scope = new EngineScope(engine);
        for (var i = 0; i < 3; i++)
        {
            scope.Connect(OperationKind.Write).Dispose();
            Assert.That(Reader(scope), Is.EqualTo("two"));
        }

        Run("two", "DROP TABLE server");
        Assert.Throws<StatementException>(() => Open(new ServerOptions(), "two,one").Connect());
    }

    [Test]
    public void A_single_server_is_not_asked()
    {
        Run("one", "DROP TABLE server");
        using var engine = Open(new ServerOptions { WaitsForOthers = true }, "one");
        using var connection = engine.Connect(OperationKind.Read);
        Assert.That((connection.Server.Role, connection.Server.CheckedAt, connection.Server.ToString()), Is.EqualTo((ServerRole.Unknown, (DateTimeOffset?)null, "one")));
        connection.ExecuteText("INSERT INTO waits VALUES (1)");
    }

    private static string Reader(EngineScope scope)
    {
        using var connection = scope.Connect(OperationKind.Read);
        return connection.Server.Host!.Name;
    }

    private Engine Open(ServerOptions servers, string hosts = "one,two") => Engine.Create($"{_scheme}://{hosts}", new EngineOptions { Servers = servers });

    private void Make(string server, string state)
    {
        File.Create(Path.Combine(_folder, $"{server}.db")).Dispose();
        Run(server, "CREATE TABLE server (role INTEGER, position INTEGER, lag REAL)");
        Say(server, state);
    }

    private void Say(string server, string state) => Run(server, $"DELETE FROM server; INSERT INTO server VALUES ({state})");

    private void Run(string server, string text)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, server)}.db;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private sealed class FixedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
