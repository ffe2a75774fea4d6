using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>A PostgreSQL primary and its standby behind one URL: who writes goes to the one, who reads to the other, and nobody misses what he wrote.</summary>
public sealed class ReplicaTests
{
    private readonly ClusterRows _rows = new("cluster_rows");
    private Engine _engine = null!;
    private Engine _standby = null!;

    private static string Url => DatabaseFixture.Server("PostgreSQL replica", "ALCHEMY_REPLICA_URL");

    [SetUp]
    public void Open()
    {
        _engine = Open(new ServerOptions { CheckEvery = TimeSpan.Zero });
        var hosts = EngineUrl.Parse(Url).Hosts;
        _standby = Engine.Create(Url.Replace($"{hosts[0]},", "", StringComparison.Ordinal));
        using (var connection = _engine.Connect())
        {
            foreach (var text in _engine.Dialect.Ddl.DropAll(_rows.Table.MetaData))
            {
                connection.ExecuteText(text);
            }
        }

        _engine.CreateAll(_rows.Table.MetaData);
        WaitForStandby();
    }

    [TearDown]
    public void Close()
    {
        if (_standby is not null)
        {
            Apply(true);
            _standby.Dispose();
        }

        _engine?.Dispose();
    }

    [Test]
    public async Task Writes_go_to_the_primary_and_reads_to_the_standby()
    {
        using (var writing = _engine.Connect())
        {
            Assert.That((writing.Kind, writing.Server.Role, writing.Server), Is.EqualTo((OperationKind.Write, ServerRole.Primary, _engine.Servers[0])));
            writing.Execute(Sql.Insert(_rows).Values(("name", "ann")));
        }

        WaitForStandby();
        using var reading = _engine.Connect(OperationKind.Read);
        await using var readingAsync = await _engine.ConnectAsync(OperationKind.Read);
        Assert.That(new[] { reading.Server, readingAsync.Server }, Has.All.SameAs(_engine.Servers[1]));
        Assert.That(reading.Server.Role, Is.EqualTo(ServerRole.Standby));
        Assert.That(IsInRecovery(reading), Is.True, "the server says so itself");
        Assert.That(_rows.Names(reading), Is.EqualTo(new[] { "ann" }));
        Assert.That(reading.Server.Lag, Is.Not.Null);
        Assert.That(reading.Server.ToString(), Is.EqualTo(EngineUrl.Parse(Url).Hosts[1].ToString()));
    }

    [Test]
    public void The_primary_is_found_wherever_it_stands_in_the_URL()
    {
        var hosts = EngineUrl.Parse(Url).Hosts;
        using var engine = Engine.Create(Url.Replace($"{hosts[0]},{hosts[1]}", $"{hosts[1]},{hosts[0]}", StringComparison.Ordinal));
        using var writing = engine.Connect();
        Assert.That(writing.Server.Host, Is.EqualTo(hosts[0]));
        using var reading = engine.Connect(OperationKind.Read);
        Assert.That(reading.Server.Host, Is.EqualTo(hosts[1]));
    }

    [Test]
    public void A_scope_reads_what_it_wrote_while_others_still_read_the_standby()
    {
        Apply(false);
        var scope = new EngineScope(_engine);
        Insert(scope, "ann");
        using (var mine = scope.Connect(OperationKind.Read))
        {
            Assert.That(mine.Server.Role, Is.EqualTo(ServerRole.Primary), "the standby has not applied it");
            Assert.That(_rows.Names(mine), Is.EqualTo(new[] { "ann" }));
        }

        var other = new EngineScope(_engine);
        using (var theirs = other.Connect(OperationKind.Read))
        {
            Assert.That((theirs.Server.Role, _rows.Names(theirs).Length), Is.EqualTo((ServerRole.Standby, 0)), "who wrote nothing may read the past");
        }

        Apply(true);
        Waiting.Until(
            () =>
            {
                using var mine = scope.Connect(OperationKind.Read);
                Assert.That(_rows.Names(mine), Is.EqualTo(new[] { "ann" }));
                return mine.Server.Role is ServerRole.Standby;
            },
            "the standby applies it and is read again");
    }

    [Test]
    public void While_a_scope_has_a_connection_to_write_it_reads_from_the_primary()
    {
        var scope = new EngineScope(_engine);
        using (var writing = scope.Connect(OperationKind.Write))
        {
            using var early = scope.Connect(OperationKind.Read);
            Assert.That(early.Server.Role, Is.EqualTo(ServerRole.Primary));
            Apply(false);
            writing.Execute(Sql.Insert(_rows).Values(("name", "late")));
        }

        using var reading = scope.Connect(OperationKind.Read);
        Assert.That(_rows.Names(reading), Is.EqualTo(new[] { "late" }), "what the scope read before its commit says nothing of it");
    }

    [Test]
    public async Task Nobody_ever_misses_what_he_wrote()
    {
        var servers = new List<ServerRole>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async user =>
        {
            var scope = new EngineScope(_engine);
            for (var i = 0; i < 60; i++)
            {
                await using (var writing = await scope.ConnectAsync(OperationKind.Write))
                {
                    await writing.ExecuteAsync(Sql.Insert(_rows).Values(("name", $"{user}-{i}")));
                }

                await using var reading = await scope.ConnectAsync(OperationKind.Read);
                var seen = (await reading.ExecuteAsync(Sql.Select(Func.Count()).SelectFrom(_rows).Where(_rows.Name.Like($"{user}-%")))).Scalar<long>();
                Assert.That(seen, Is.EqualTo(i + 1), $"from the {reading.Server.Role}");
                lock (servers)
                {
                    servers.Add(reading.Server.Role);
                }
            }
        }));
        Assert.That(servers, Has.Some.EqualTo(ServerRole.Standby), "else this proves nothing");
        TestContext.Out.WriteLine($"{servers.Count(s => s is ServerRole.Standby)} of {servers.Count} from the standby");
    }

    [Test]
    public void A_standby_that_is_too_far_behind_is_not_read()
    {
        using var strict = Open(new ServerOptions { CheckEvery = TimeSpan.Zero, MostLag = TimeSpan.FromMilliseconds(1) });
        using var patient = Open(new ServerOptions { CheckEvery = TimeSpan.Zero, MostLag = null });
        Apply(false);
        Insert(new EngineScope(_engine), "ann");
        Waiting.Until(() => RoleOfReader(strict) is ServerRole.Primary, "the standby is behind and says so");
        Assert.That(RoleOfReader(patient), Is.EqualTo(ServerRole.Standby));
        Assert.That(strict.Servers[1].Lag, Is.GreaterThan(TimeSpan.FromMilliseconds(1)));
        using var never = Open(new ServerOptions { ReadsFromStandby = false });
        Assert.That(RoleOfReader(never), Is.EqualTo(ServerRole.Primary));
    }

    [Test]
    public void A_connection_to_read_writes_nothing()
    {
        using var reading = _engine.Connect(OperationKind.Read);
        var refused = Assert.Throws<ConnectionStateException>(() => reading.Execute(Sql.Insert(_rows).Values(("name", "ann"))))!;
        Assert.That(refused.Message, Does.Contain("Connect(OperationKind.Write)"));
        var text = Assert.Throws<DatabasePermissionException>(() => reading.ExecuteText("INSERT INTO cluster_rows (name) VALUES ('ann')"))!;
        Assert.That(text.Kind, Is.EqualTo(DatabaseErrorKind.ReadOnly));
        Assert.That(_rows.Names(reading), Is.Empty, "the connection goes on");
        using var writing = _engine.Connect();
        Assert.That(writing.Server.Role, Is.EqualTo(ServerRole.Primary));
    }

    [Test]
    public void A_session_reads_from_the_standby_until_it_writes()
    {
        using var first = new NotesContext(_engine);
        using (var connection = _engine.Connect())
        {
            connection.ExecuteText("DROP TABLE IF EXISTS cluster_notes");
        }

        _engine.CreateAll(first.Model.MetaData);
        first.Notes.Add(new Note { Text = "old" });
        first.SaveChanges();
        WaitForStandby();
        var roles = new List<ServerRole>();
        _engine.Events.Executed += e => roles.Add(e.Connection.Server.Role);
        ServerRole[] Roles()
        {
            ServerRole[] taken = [.. roles.Distinct()];
            roles.Clear();
            return taken;
        }

        using var db = new NotesContext(_engine);
        Assert.That(db.Notes.Single().Text, Is.EqualTo("old"));
        Assert.That(Roles(), Is.EqualTo(new[] { ServerRole.Standby }));
        Apply(false);
        db.Notes.Add(new Note { Text = "new" });
        db.SaveChanges();
        Assert.That(Roles(), Is.EqualTo(new[] { ServerRole.Primary }));
        Assert.That(db.Notes.Count(), Is.EqualTo(2), "its own work");
        Assert.That(Roles(), Is.EqualTo(new[] { ServerRole.Primary }));
        using (var other = new NotesContext(_engine))
        {
            Assert.That(other.Notes.Count(), Is.EqualTo(1), "another's is the standby's past");
            Assert.That(Roles(), Is.EqualTo(new[] { ServerRole.Standby }));
            using (other.Session.Begin())
            {
                Assert.That(other.Notes.Count(), Is.EqualTo(2), "a transaction is the primary's, its reads too");
            }

            Assert.That(Roles(), Is.EqualTo(new[] { ServerRole.Primary }));
            Assert.That(other.Notes.Where(n => n.Text == "old").ExecuteUpdate(s => s.SetProperty(n => n.Text, "older")), Is.EqualTo(1));
            Assert.That(other.Notes.AsNoTracking().OrderBy(n => n.Id).Select(n => n.Text).First(), Is.EqualTo("older"));
        }
    }

    [Test]
    public void A_commit_that_is_lost_says_that_nobody_knows()
    {
        using (var setup = _engine.Connect())
        {
            setup.ExecuteText("CREATE OR REPLACE FUNCTION cluster_wait() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$");
            setup.ExecuteText("CREATE CONSTRAINT TRIGGER cluster_waits AFTER INSERT ON cluster_rows DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.name = 'slow') EXECUTE FUNCTION cluster_wait()");
        }

        var runs = 0;
        var work = Task.Run(() => _engine.RunInTransaction(connection =>
        {
            runs++;
            connection.Execute(Sql.Insert(_rows).Values(("name", "slow")));
        }));
        using var killer = _engine.Connect();
        Waiting.Until(
            () => killer.Execute(Sql.Select(Sql.Text<long>($"(SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query = 'COMMIT' AND state = 'active' AND wait_event = 'PgSleep')"))).Scalar<long>() == 1,
            "the COMMIT waits");
        var lost = Assert.ThrowsAsync<DisconnectedException>(() => work)!;
        Assert.That((lost.IsOutcomeUnknown, runs), Is.EqualTo((true, 1)), "it may have been kept, so it is not done again");
        Assert.That(lost.Message, Does.Contain("Nobody knows whether"));
    }

    private static Engine Open(ServerOptions servers) => Engine.Create(Url, new EngineOptions { Servers = servers });

    private static bool IsInRecovery(Connection connection) => connection.Execute(Sql.Select(Sql.Text<bool>($"pg_is_in_recovery()"))).Scalar<bool>();

    private static ServerRole RoleOfReader(Engine engine)
    {
        using var connection = engine.Connect(OperationKind.Read);
        return connection.Server.Role;
    }

    private void Insert(EngineScope scope, string name)
    {
        using var connection = scope.Connect(OperationKind.Write);
        connection.Execute(Sql.Insert(_rows).Values(("name", name)));
    }

    private void Apply(bool applies)
    {
        using var connection = _standby.Connect();
        connection.ExecuteText(applies ? "SELECT pg_wal_replay_resume()" : "SELECT pg_wal_replay_pause()");
        Waiting.Until(() => connection.Execute(Sql.Select(Sql.Text<string>($"pg_get_wal_replay_pause_state()"))).Scalar<string>() == (applies ? "not paused" : "paused"), "the standby obeys");
    }

    private void WaitForStandby()
    {
        using var primary = _engine.Connect();
        var position = primary.Execute(Sql.Select(Sql.Text<string>($"CAST(pg_current_wal_insert_lsn() AS text)"))).Scalar<string>();
        using var standby = _standby.Connect();
        Waiting.Until(() => standby.Execute(Sql.Select(Sql.Text<bool>($"pg_last_wal_replay_lsn() >= CAST({position} AS pg_lsn)"))).Scalar<bool>(), "the standby has caught up");
    }
}
