namespace Alchemy.Tests;

/// <summary>Results that are read row by row, in parts, or left before their end (ServerSideCursorsTest).</summary>
public sealed class StreamingTests : SuiteFixture
{
    private readonly Table _table;

    public StreamingTests(Database database)
        : base(database)
        => _table = new Table("suite_stream", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("data", SqlTypes.String(50)));

    private Select All => Sql.Select(_table).OrderBy(_table.C("id"));

    private protected override void Fill(Connection connection) => connection.ExecuteMany(Sql.Insert(_table), Enumerable.Range(1, 500).Select(i => new { Id = i, Data = $"data{i}" }));

    [Test]
    public void All_rows_and_then_a_change_and_all_rows_again()
    {
        Assert.That(Read<(int, string)>(All), Has.Count.EqualTo(500));
        Connection.Execute(Sql.Update(_table).Set(_table.C("data"), "changed").Where(_table.C<int>("id") == 2));
        Assert.That(Read<(int Id, string Data)>(All)[1], Is.EqualTo((2, "changed")));
        Connection.Execute(Sql.Delete(_table).Where(_table.C<int>("id") > 1));
        Assert.That(Connection.Execute(Sql.Select(Func.Count()).SelectFrom(_table)).Scalar<long>(), Is.EqualTo(1));
    }

    [Test]
    public void Parts()
    {
        var parts = Connection.Execute(All).As<(int Id, string Data)>().Partitions(180).ToList();
        Assert.That(parts.Select(p => p.Count), Is.EqualTo(new[] { 180, 180, 140 }));
        Assert.That(parts.SelectMany(p => p).Select(r => r.Id), Is.EqualTo(Enumerable.Range(1, 500)));
    }

    [Test]
    public void A_part_is_read_and_the_rest_left()
    {
        foreach (var part in Connection.Execute(All).Scalars<int>().Partitions(5))
        {
            Assert.That(part, Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
            break;
        }

        using (var result = Connection.Execute(All))
        {
            Assert.That(result.Read()![0], Is.EqualTo(1));
        }

        Assert.That(Read<(int, string)>(All.Limit(1)), Has.Count.EqualTo(1), "the connection is free");
    }

    [Test]
    public async Task Rows_are_read_while_they_come()
    {
        var seen = new List<int>();
        await foreach (var id in (await Connection.ExecuteAsync(All)).Scalars<int>())
        {
            seen.Add(id);
        }

        Assert.That(seen, Has.Count.EqualTo(500));
    }

    [Test]
    public void What_limits_a_subquery_does_not_limit_the_statement()
    {
        var first = All.Limit(3).Subquery();
        Assert.That(Read<int>(Sql.Select(first.C("id")).OrderBy(first.C("id").Desc())), Is.EqualTo(new[] { 3, 2, 1 }));
    }

    [Test]
    public void Locked_rows_are_streamed_too()
    {
        if (Features.RowLock is RowLock.None)
        {
            Assert.Ignore("RowLock is None.");
        }

        Assert.That(Read<(int, string)>(All.WithForUpdate()), Has.Count.EqualTo(500));
    }
}
