namespace Alchemy.Tests;

/// <summary>A PostgreSQL primary or its standby is lost in the middle of work: what was not committed is gone as a whole, and the next use finds who serves.</summary>
public sealed class FailoverTests
{
    private readonly ClusterRows _rows = new("failover_rows");
    private readonly SetClock _clock = new();
    private OwnCluster _cluster = null!;
    private Engine _engine = null!;
    private List<string> _changes = null!;

    [SetUp]
    public void Open()
    {
        _cluster = OwnCluster.Start("replica", "PostgreSQL replica", "ALCHEMY_REPLICA_URL");
        _engine = Engine.Create(_cluster.Url, new EngineOptions { Servers = new ServerOptions { Clock = _clock, CheckEvery = TimeSpan.Zero, MostLag = null } });
        _changes = [];
        _engine.Events.ServerChanged += e => _changes.Add($"{(e.Server == _engine.Servers[0] ? "first" : "second")}: {e.Before} -> {e.Now}");
        _engine.CreateAll(_rows.Table.MetaData);
        Insert("before");
    }

    [TearDown]
    public void Close()
    {
        _engine?.Dispose();
        _cluster?.Dispose();
    }

    [Test]
    public void A_lost_standby_is_left_out_and_comes_back()
    {
        Waiting.Until(() => Read() == (ServerRole.Standby, 1), "the standby follows");
        _cluster.Kill("standby");
        Assert.That(Read(), Is.EqualTo((ServerRole.Primary, 1)), "asking the standby first found out that it is lost");
        Assert.That(_engine.Servers[1].Role, Is.EqualTo(ServerRole.Lost));
        Insert("meanwhile");
        _cluster.Restart("standby");
        Assert.That(Read(), Is.EqualTo((ServerRole.Primary, 2)), "it is left alone for a while");
        _clock.Now += TimeSpan.FromSeconds(6);
        Waiting.Until(() => Read() == (ServerRole.Standby, 2), "the standby is read again");
        Assert.That(_changes, Is.EqualTo(new[] { "first: Unknown -> Primary", "second: Unknown -> Standby", "second: Standby -> Lost", "second: Lost -> Standby" }));
    }

    [Test]
    public void A_server_that_dies_while_rows_are_read_ends_them_with_an_error()
    {
        var many = Sql.Text("SELECT n, repeat('x', 1000) AS pad FROM generate_series(1, 200000) AS g(n)").Columns(Sql.Column("n", SqlTypes.Integer), Sql.Column("pad", SqlTypes.Text));
        using (var connection = _engine.Connect())
        {
            using var rows = connection.Execute(many).GetEnumerator();
            Assert.That(rows.MoveNext());
            _cluster.Kill("primary");
            Assert.That(
                () =>
                {
                    while (rows.MoveNext())
                    {
                    }
                },
                Throws.InstanceOf<DisconnectedException>());
        }

        _cluster.Restart("primary");
        using var next = _engine.Connect();
        Assert.That(_rows.Names(next), Is.EqualTo(new[] { "before" }));
    }

    [Test]
    public void A_server_that_dies_in_the_middle_of_many_rows_keeps_none_of_them()
    {
        IEnumerable<object> Rows()
        {
            for (var i = 0; i < 5000; i++)
            {
                if (i == 2500)
                {
                    _cluster.Kill("primary");
                }

                yield return new { Name = $"row {i}" };
            }
        }

        using (var connection = _engine.Connect())
        {
            Assert.That(() => connection.ExecuteMany(Sql.Insert(_rows), Rows()), Throws.InstanceOf<DisconnectedException>());
        }

        _cluster.Restart("primary");
        using var next = _engine.Connect();
        Assert.That(_rows.Names(next), Is.EqualTo(new[] { "before" }));
        Assert.That(next.ExecuteMany(Sql.Insert(_rows), new[] { new { Name = "after" } }).RowsAffected, Is.EqualTo(1));
    }

    [Test]
    public async Task A_primary_that_dies_in_a_transaction_leaves_nothing_and_its_heir_takes_the_work()
    {
        await using (var idle = await _engine.ConnectAsync())
        {
            Assert.That(idle.Server, Is.SameAs(_engine.Servers[0]));
        }

        WaitForStandby();
        var tried = new List<EngineHost>();
        await _engine.RunInTransactionAsync(async (connection, token) =>
        {
            tried.Add(connection.Server.Host!);
            await connection.ExecuteAsync(Sql.Insert(_rows).Values(("name", "half")), cancellationToken: token);
            if (tried.Count == 1)
            {
                _cluster.Kill("primary");
                Promote();
            }

            await connection.ExecuteAsync(Sql.Insert(_rows).Values(("name", "whole")), cancellationToken: token);
            return 0;
        });
        Assert.That(tried, Is.EqualTo(_engine.Servers.Select(s => s.Host)), "lost with the first, done by the second");
        using var connection = _engine.Connect();
        Assert.That(connection.Server.Role, Is.EqualTo(ServerRole.Primary));
        Assert.That(_rows.Names(connection), Is.EqualTo(new[] { "before", "half", "whole" }), "each once");
        Assert.That(Read(), Is.EqualTo((ServerRole.Primary, 3)));
    }

    [Test]
    public void Without_a_primary_writing_fails_by_name_and_reading_goes_on()
    {
        WaitForStandby();
        using (var open = _engine.Connect())
        {
            using var transaction = open.Begin();
            open.Execute(Sql.Insert(_rows).Values(("name", "half")));
            _cluster.Kill("primary");
            var lost = Assert.Throws<DisconnectedException>(() => open.Execute(Sql.Insert(_rows).Values(("name", "whole"))))!;
            Assert.That(lost.IsOutcomeUnknown, Is.False, "nothing of the transaction is kept");
        }

        var none = Assert.Throws<DisconnectedException>(() => _engine.Connect())!;
        Assert.That(none.Message, Does.Contain($"{_engine.Servers[0]} is lost, {_engine.Servers[1]} is a standby"));
        Assert.That(Read(), Is.EqualTo((ServerRole.Standby, 1)));
        Promote();
        Insert("after");
        using var connection = _engine.Connect();
        Assert.That((connection.Server, _rows.Names(connection)), Is.EqualTo((_engine.Servers[1], new[] { "before", "after" })));
    }

    [Test]
    public void A_primary_that_comes_back_is_found_at_once()
    {
        _cluster.Kill("primary");
        Assert.Throws<DisconnectedException>(() => Insert("lost"));
        Assert.Throws<DisconnectedException>(() => Insert("lost"));
        _cluster.Restart("primary");
        Insert("after");
        using var connection = _engine.Connect();
        Assert.That((connection.Server, _rows.Names(connection)), Is.EqualTo((_engine.Servers[0], new[] { "before", "after" })), "the clock has not moved");
    }

    private void Promote()
    {
        using var standby = Engine.Create(_cluster.Url.Replace($"{_engine.Servers[0].Host},", "", StringComparison.Ordinal));
        using var connection = standby.Connect();
        Assert.That(connection.Execute(Sql.Select(Sql.Text<bool>($"pg_promote()"))).Scalar<bool>(), Is.True);
    }

    private void WaitForStandby() => Waiting.Until(() => Read() == (ServerRole.Standby, 1), "the standby has the first row");

    private void Insert(string name)
    {
        using var connection = _engine.Connect();
        connection.Execute(Sql.Insert(_rows).Values(("name", name)));
    }

    private (ServerRole Role, int Rows) Read()
    {
        using var connection = _engine.Connect(OperationKind.Read);
        return (connection.Server.Role, Exists(connection) ? _rows.Names(connection).Length : -1);
    }

    // The standby may not have the table yet.
    private static bool Exists(Connection connection) => connection.Execute(Sql.Select(Sql.Text<bool>($"to_regclass('failover_rows') IS NOT NULL"))).Scalar<bool>();
}
