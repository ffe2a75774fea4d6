using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>A Galera cluster: every node takes writes, and finds out at COMMIT that another was first.</summary>
public sealed class GaleraTests
{
    private readonly ClusterRows _rows = new("galera_rows");
    private Engine _engine = null!;
    private Engine[] _nodes = null!;

    private static string Url => DatabaseFixture.Server("Galera cluster", "ALCHEMY_GALERA_URL");

    [SetUp]
    public void Open()
    {
        _engine = Engine.Create(Url);
        _nodes = [.. Enumerable.Range(0, EngineUrl.Parse(Url).Hosts.Count).Select(node => OpenNode(node, new ServerOptions { WaitsForOthers = true }))];
        using (var connection = _engine.Connect())
        {
            foreach (var text in _engine.Dialect.Ddl.DropAll(_rows.Table.MetaData))
            {
                connection.ExecuteText(text);
            }
        }

        _engine.CreateAll(_rows.Table.MetaData);
    }

    [TearDown]
    public void Close()
    {
        foreach (var node in _nodes ?? [])
        {
            node.Dispose();
        }

        _engine?.Dispose();
    }

    [Test]
    public void All_work_goes_to_one_node_while_it_serves()
    {
        for (var i = 0; i < 5; i++)
        {
            using var writing = _engine.Connect();
            using var reading = _engine.Connect(OperationKind.Read);
            Assert.That(new[] { writing.Server, reading.Server }, Has.All.SameAs(_engine.Servers[0]));
        }

        Assert.That(_engine.Servers.Select(s => s.Role), Has.All.EqualTo(ServerRole.Primary));
    }

    [Test]
    public void The_later_of_two_commits_loses()
    {
        var id = Insert(_nodes[0], "ann");
        using var first = _nodes[0].Connect();
        using var second = _nodes[1].Connect();
        using var won = first.Begin();
        using var lost = second.Begin();
        Increment(first, id);
        Increment(second, id);
        won.Commit();
        var conflict = Assert.Throws<TransientDatabaseException>(lost.Commit)!;
        Assert.That((conflict.Kind, conflict.Facts.Number), Is.EqualTo((DatabaseErrorKind.Deadlock, (int?)1213)));
        Assert.That(Count(_nodes[1], id), Is.EqualTo(1));
    }

    [Test]
    public async Task Work_that_lost_at_commit_is_done_again_and_every_work_is_kept_once()
    {
        var id = Insert(_nodes[0], "ann");
        var tries = 0;
        var patient = new RetryOptions { Tries = 200, Delay = TimeSpan.FromMilliseconds(1), MostDelay = TimeSpan.FromMilliseconds(20) };
        Task Work(Engine node) => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await node.RunInTransactionAsync(
                    async (connection, token) =>
                    {
                        Interlocked.Increment(ref tries);
                        await connection.ExecuteAsync(Sql.Insert(_rows).Values(("name", "work"), ("count", i)), cancellationToken: token);
                        await connection.ExecuteAsync(Sql.Update(_rows).Values(("count", _rows.Count + 1)).Where(_rows.Id == id), cancellationToken: token);
                        return 0;
                    },
                    patient);
            }
        });
        await Task.WhenAll(Work(_nodes[0]), Work(_nodes[1]));
        Assert.That(Count(_nodes[2], id), Is.EqualTo(50), $"after {tries} tries");
        using var check = _nodes[2].Connect();
        Assert.That(_rows.Names(check).Count(n => n == "work"), Is.EqualTo(50), "nothing of a lost try");
        TestContext.Out.WriteLine($"{tries} tries");
    }

    [Test]
    public void Keys_belong_to_their_rows_though_they_go_up_by_more_than_one()
    {
        var all = new List<(int Id, string Name)>();
        foreach (var (node, number) in _nodes.Select((n, i) => (n, i)))
        {
            using var connection = node.Connect();
            var names = Enumerable.Range(0, 317).Select(i => $"{number}-{i * 7919 % 317}").ToList();
            var returned = connection.ExecuteMany(Sql.Insert(_rows).Returning(_rows.Id, _rows.Name), names.Select(n => new { Name = n, Count = 0 })).As<(int, string)>().ToList();
            Assert.That(returned.Select(r => r.Item2), Is.EqualTo(names));
            all.AddRange(returned);
        }

        using var check = _nodes[1].Connect();
        Assert.That(check.Execute(Sql.Select(_rows.Id, _rows.Name)).As<(int, string)>().ToList(), Is.EquivalentTo(all));
        var steps = all.Take(317).Zip(all.Skip(1), (a, b) => b.Id - a.Id).Distinct();
        Assert.That(steps, Has.Some.GreaterThan(1), "the cluster numbers in steps, else this proves nothing");
    }

    [Test]
    public void Flushed_objects_have_the_keys_of_their_rows()
    {
        using var db = new NotesContext(_nodes[0]);
        using (var connection = _nodes[0].Connect())
        {
            connection.ExecuteText("DROP TABLE IF EXISTS cluster_notes");
        }

        _nodes[0].CreateAll(db.Model.MetaData);
        var notes = Enumerable.Range(0, 120).Select(i => new Note { Text = $"{i * 7919 % 120}" }).ToList();
        notes.ForEach(n => db.Notes.Add(n));
        db.SaveChanges();
        using var other = new NotesContext(_nodes[1]);
        var stored = other.Notes.ToDictionary(n => n.Id, n => n.Text);
        Assert.That(notes.Select(n => stored[n.Id]), Is.EqualTo(notes.Select(n => n.Text)));
    }

    [Test]
    public void Who_waits_for_the_others_reads_what_they_committed()
    {
        for (var i = 0; i < 100; i++)
        {
            var id = Insert(_nodes[i % 3], $"n{i}");
            Assert.That(Count(_nodes[(i + 1) % 3], id), Is.Zero, "it is there");
        }
    }

    private static Engine OpenNode(int node, ServerOptions servers)
    {
        var url = EngineUrl.Parse(Url);
        return Engine.Create(Url.Replace(string.Join(',', url.Hosts), url.Hosts[node].ToString(), StringComparison.Ordinal), new EngineOptions { Servers = servers });
    }

    private int Insert(Engine node, string name)
    {
        using var connection = node.Connect();
        return connection.Execute(Sql.Insert(_rows).Values(("name", name), ("count", 0)).Returning(_rows.Id)).Scalar<int>();
    }

    private void Increment(Connection connection, int id) => connection.Execute(Sql.Update(_rows).Values(("count", _rows.Count + 1)).Where(_rows.Id == id));

    private int Count(Engine node, int id)
    {
        using var connection = node.Connect();
        return connection.Execute(Sql.Select(_rows.Count).Where(_rows.Id == id)).Scalars<int>().Single();
    }
}
