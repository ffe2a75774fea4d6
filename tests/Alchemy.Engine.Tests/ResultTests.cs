namespace Alchemy.Tests;

/// <summary>What can be made of rows.</summary>
public sealed class ResultTests : EngineFixture
{
    private Connection _connection = null!;

    private enum Size
    {
        Small,
        Large,
    }

    private sealed record Thing(int Id, string Name, decimal? Price);

    private sealed class Plain
    {
        public string Name { get; set; } = "";

        public long? Big = -1;

        public int ReadOnly => 1;
    }

    private readonly record struct Pair(string Name, int? Id);

    [SetUp]
    public void Fill()
    {
        _connection = Engine.Connect();
        Add(_connection, "a", 1.50m, 7);
        Add(_connection, "b");
        Add(_connection, "c", 3m, 9);
    }

    [TearDown]
    public void Free() => _connection.Dispose();

    private Result Of(params ColumnElement[] columns) => _connection.Execute(Sql.Select(columns).OrderBy(Things.Id));

    [Test]
    public void First_one_and_none()
    {
        Assert.That(Of(Things.Name).First()[0], Is.EqualTo("a"));
        Assert.That(Nothing().FirstOrDefault(), Is.Null);
        Assert.That(Nothing().OneOrDefault(), Is.Null);
        Assert.That(Assert.Throws<ResultShapeException>(() => Nothing().First())!.Message, Does.Contain("FirstOrDefault"));
        Assert.That(Assert.Throws<ResultShapeException>(() => Nothing().One())!.Message, Does.Contain("none"));
        Assert.Throws<ResultShapeException>(() => Of(Things.Name).One());
        Assert.Throws<ResultShapeException>(() => Of(Things.Name).OneOrDefault());
        Assert.That(_connection.Execute(Sql.Select(Things.Name).Limit(1)).One().Get<string>("name"), Is.EqualTo("a"));
        Assert.DoesNotThrow(() => Add(_connection, "d"), "every method has freed the connection");
    }

    [Test]
    public void Values_of_one_column()
    {
        Assert.That(Of(Things.Name).Scalars<string>().ToList(), Is.EqualTo(new[] { "a", "b", "c" }));
        Assert.That(Of(Things.Name, Things.Big).Scalars<long?>(1).ToList(), Is.EqualTo(new long?[] { 7, null, 9 }));
        Assert.That(Of(Things.Name, Things.Big).Scalars<long>(1).ToList(), Is.EqualTo(new long[] { 7, 0, 9 }), "the default value for NULL, as Get<T> has it");
        Assert.That(Of(Things.Id).As<int>().ToList(), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(Of(Things.Id).As<Size?>().First(), Is.EqualTo(Size.Large), "a number becomes an enum");
        Assert.That(_connection.Execute(Sql.Text("SELECT 1").Columns(Sql.Column("x"))).Scalar<int>(), Is.EqualTo(1), "a column whose type only the database knows");
        Assert.Throws<ResultShapeException>(() => Of(Things.Id).Scalars<int>(1));
        Assert.Throws<ResultShapeException>(() => Of(Things.Id).Scalars<string>());
        Assert.Throws<ResultShapeException>(() => Of(Things.Big).As<long>().ToList(), "NULL for a value that cannot be null");
    }

    [Test]
    public void Tuples_by_position()
    {
        Assert.That(Of(Things.Id, Things.Name, Things.Price).As<(int, string, decimal?)>().ToList(), Is.EqualTo(new[] { (1, "a", 1.5m), (2, "b", (decimal?)null), (3, "c", 3m) }));
        Assert.That(Of(Things.Id, Things.Name).As<Tuple<int, string>>().First(), Is.EqualTo(Tuple.Create(1, "a")));
        ColumnElement[] nine = [Things.Id, Things.Id, Things.Id, Things.Id, Things.Id, Things.Id, Things.Id, Things.Name, Things.Id];
        Assert.That(Of(nine).As<(int, int, int, int, int, int, int, string, int)>().First(), Is.EqualTo((1, 1, 1, 1, 1, 1, 1, "a", 1)));
        Assert.That(Assert.Throws<ResultShapeException>(() => Of(Things.Id, Things.Name).As<(int, string, int)>())!.Message, Does.Contain("3 items").And.Contain("2 columns"));
        Assert.That(Assert.Throws<ResultShapeException>(() => Of(Things.Id, Things.Name).As<(string, string)>())!.Message, Does.Contain("'id'"));
    }

    [Test]
    public void Records_classes_and_structs_by_name()
    {
        Assert.That(Of(Things.Price, Things.Id, Things.Name).As<Thing>().ToList(), Is.EqualTo(new[] { new Thing(1, "a", 1.5m), new Thing(2, "b", null), new Thing(3, "c", 3m) }));
        var plain = Of(Things.Name, Things.Big).As<Plain>().ToList();
        Assert.That(plain.Select(p => (p.Name, p.Big)), Is.EqualTo(new[] { ("a", 7L), ("b", (long?)null), ("c", 9L) }));
        Assert.That(Of(Things.Id, Things.Name.As("NA_ME")).As<Pair>().First(), Is.EqualTo(new Pair("a", 1)), "letters' case and underscores do not count");
        Assert.That(Assert.Throws<ResultShapeException>(() => Of(Things.Name, Things.Id).As<Plain>())!.Message, Does.Contain("no place for 'id'"));
        Assert.That(Assert.Throws<ResultShapeException>(() => Of(Things.Name).As<Thing>())!.Message, Does.Contain("no public constructor takes columns of the names name"));
        Assert.That(Assert.Throws<ResultShapeException>(() => Of(Things.Name, Things.Name.As("NAME")).As<Plain>())!.Message, Does.Contain("two columns"));
        Assert.That(Assert.Throws<ResultShapeException>(() => Of(Things.Id, Things.Name).As<int>())!.Message, Does.Contain("2 columns"));
        Assert.DoesNotThrow(() => Of(Things.Name).Dispose());
    }

    [Test]
    public void Dictionaries_partitions_and_rows_once()
    {
        var first = Of(Things.Name, Things.Big).Mappings().First();
        Assert.That(first, Is.EqualTo(new Dictionary<string, object?> { ["name"] = "a", ["big"] = 7L }));
        Assert.That(Of(Things.Id).As<int>().Partitions(2), Is.EqualTo(new[] { new[] { 1, 2 }, new[] { 3 } }));
        Add(_connection, "a2", 1.50m, 7);
        Assert.That(_connection.Execute(Sql.Select(Things.Big, Things.Price).OrderBy(Things.Id)).Unique().ToList().Select(r => r.ToString()), Is.EqualTo(new[] { "(7, 1.5)", "(NULL, NULL)", "(9, 3.0)" }).Or.EqualTo(new[] { "(7, 1.50)", "(NULL, NULL)", "(9, 3)" }));
    }

    [Test]
    public async Task Rows_are_read_asynchronously()
    {
        var names = new List<string>();
        await foreach (var name in (await _connection.ExecuteAsync(Sql.Select(Things.Name).OrderBy(Things.Id))).As<string>())
        {
            names.Add(name);
        }

        Assert.That(names, Is.EqualTo(new[] { "a", "b", "c" }));
        Assert.That(await Of(Things.Id).As<int>().ToListAsync(), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(await Of(Things.Name).ScalarAsync<string>(), Is.EqualTo("a"));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Assert.That(async () => await Of(Things.Id).AsAsyncEnumerable(cancelled.Token).ToListAsync(), Throws.InstanceOf<OperationCanceledException>());
        Assert.DoesNotThrow(() => Add(_connection, "d"));
    }

    [Test]
    public void A_loop_that_is_left_frees_the_connection()
    {
        foreach (var _ in Of(Things.Id))
        {
            break;
        }

        Assert.DoesNotThrow(() => Add(_connection, "d"));
        Assert.That(Assert.Throws<ResultShapeException>(() => _connection.Execute(Sql.Delete(Parts)).As<int>())!.Message, Does.Contain("returns no rows"));
    }

    [Test]
    public void A_statement_that_comes_again_is_read_by_a_compiled_function_and_gives_the_same()
    {
        for (var time = 1; time <= 3; time++)
        {
            Assert.That(Of(Things.Id, Things.Name, Things.Price).As<(int, string, decimal?)>().ToList(), Is.EqualTo(new[] { (1, "a", 1.5m), (2, "b", (decimal?)null), (3, "c", 3m) }));
            Assert.That(Of(Things.Price, Things.Id, Things.Name).As<Thing>().First(), Is.EqualTo(new Thing(1, "a", 1.5m)));
            Assert.That(Of(Things.Big).Scalars<long?>().ToList(), Is.EqualTo(new long?[] { 7, null, 9 }));
            Assert.Throws<ResultShapeException>(() => Of(Things.Big).As<long>().ToList());
        }
    }

    private Result Nothing() => _connection.Execute(Sql.Select(Things.Name).Where(Things.Id < 0));
}
