namespace Alchemy.Tests;

/// <summary>Nodes of a Galera cluster are lost in the middle of work; one cluster for the whole story, as it takes long to start.</summary>
public sealed class GaleraFailoverTests
{
    private readonly ClusterRows _rows = new("galera_lost");

    [Test]
    public async Task Work_goes_on_with_another_node_until_too_few_are_left()
    {
        using var cluster = OwnCluster.Start("galera", "Galera cluster", "ALCHEMY_GALERA_URL");
        var clock = new SetClock();
        using var engine = Engine.Create(cluster.Url, new EngineOptions { Servers = new ServerOptions { Clock = clock } });
        engine.CreateAll(_rows.Table.MetaData);

        // The node that does the work dies in its transaction: nothing of it is kept, and another node does it.
        var tried = new List<EngineServer>();
        await engine.RunInTransactionAsync(async (connection, token) =>
        {
            tried.Add(connection.Server);
            await connection.ExecuteAsync(Sql.Insert(_rows).Values(("name", "half")), cancellationToken: token);
            if (tried.Count == 1)
            {
                cluster.Kill("1");
                var lost = Assert.ThrowsAsync<DisconnectedException>(() => connection.ExecuteAsync(Sql.Insert(_rows).Values(("name", "lost")), cancellationToken: token))!;
                Assert.That(lost.IsOutcomeUnknown, Is.False);
                throw lost;
            }

            await connection.ExecuteAsync(Sql.Insert(_rows).Values(("name", "whole")), cancellationToken: token);
            return 0;
        });
        Assert.That(tried, Is.EqualTo(new[] { engine.Servers[0], engine.Servers[1] }));
        using (var connection = engine.Connect())
        {
            Assert.That((connection.Server, _rows.Names(connection)), Is.EqualTo((engine.Servers[1], new[] { "half", "whole" })));
        }

        // One of three is no majority: it answers, but serves nobody, and that counts as lost.
        using var alone = Engine.Create(cluster.Url.Replace(string.Join(',', EngineUrl.Parse(cluster.Url).Hosts), engine.Servers[2].ToString(), StringComparison.Ordinal));
        using (alone.Connect())
        {
        }

        cluster.Kill("2");
        Waiting.Until(() => ErrorOf(alone) is not null, "the last node finds itself alone");
        Assert.That(ErrorOf(alone), Is.InstanceOf<DisconnectedException>());
        Assert.That(Assert.Throws<DisconnectedException>(() => engine.RunInTransaction(c => _rows.Names(c), new RetryOptions { Tries = 2 }))!.Message, Does.Contain("No server takes writes").And.Contain($"{engine.Servers[2]} is lost"));
        Assert.That(engine.Servers.Select(s => s.Role), Has.All.EqualTo(ServerRole.Lost));
    }

    private DatabaseException? ErrorOf(Engine engine)
    {
        try
        {
            using var connection = engine.Connect();
            _rows.Names(connection);
            return null;
        }
        catch (DatabaseException error)
        {
            return error;
        }
    }
}
