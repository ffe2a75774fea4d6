using FsCheck;
using FsCheck.Fluent;

namespace Alchemy.Tests;

/// <summary>Random statements give the same rows on every database. FsCheck prints the seed of a failure, and the smallest recipe that fails.</summary>
[TestFixture]
public sealed class GeneratedRowsTests
{
    private readonly MetaData _metadata = new();
    private readonly List<Engine> _engines = [];
    private StatementBuilder _builder = null!;

    [OneTimeSetUp]
    public void Open()
    {
        var (users, orders) = (new Users(_metadata), new Orders(_metadata));
        _builder = new StatementBuilder(users, orders, 0);
        foreach (var database in Lanes.All)
        {
            var engine = Engine.Create(DatabaseFixture.Url(database));
            _engines.Add(engine);
            Drop(engine);
            engine.CreateAll(_metadata);
            using var connection = engine.Connect();
            Fill(connection, users, orders);
        }
    }

    [OneTimeTearDown]
    public void Close()
    {
        foreach (var engine in _engines)
        {
            Drop(engine);
            engine.Dispose();
        }
    }

    [Test]
    public void Every_database_gives_the_same_rows()
        => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("ALCHEMY_LONG") is null ? 300 : 5000),
            Prop.ForAll(Recipe.Any(), recipe =>
            {
                var statement = _builder.Statement(recipe);
                var rows = _engines.Where(engine => !IsRefused(engine, statement)).Select(engine => Rows(engine, statement)).ToList();
                Assert.That(rows.Skip(1), Is.All.EqualTo(rows[0]), statement.ToString());
            }));

    // A few NULLs, equal values and characters that mean something to LIKE.
    private static void Fill(Connection connection, Users users, Orders orders)
    {
        string?[] names = ["ann", "Bob", null, "it's 7", "50%_0", "éa", ""];
        for (var i = 0; i < 14; i++)
        {
            connection.Execute(Sql.Insert(users).Value(users.Id, i).Value(users.Name, names[i % names.Length] ?? "none").Value(users.Age, i % 5 == 4 ? null : i % 5)
                .Value(users.Active, i % 3 == 0));
        }

        for (var i = 0; i < 20; i++)
        {
            connection.Execute(Sql.Insert(orders).Value(orders.Id, i * 5).Value(orders.UserId, i % 9));
        }
    }

    // The one thing that is known to be refused, by the one database that would give other rows; and what an old MySQL lacks.
    private static bool IsRefused(Engine engine, SelectBase statement)
    {
        if (engine.Dialect is not MySqlFamilyDialect)
        {
            return false;
        }

        try
        {
            _ = engine.Compile(statement);
            return false;
        }
        catch (CompileException refused) when (engine.Dialect is MySqlDialect || refused.Message.Contains("OFFSET of a DISTINCT of values alone", StringComparison.Ordinal))
        {
            return true;
        }
    }

    // Sorted, because only the outermost ORDER BY fixes an order, and by SQLite's rule about NULL or by PostgreSQL's.
    private static List<string> Rows(Engine engine, SelectBase statement)
    {
        using var connection = engine.Connect();
        return [.. connection.Execute(statement).ToList().Select(row => string.Join("|", Enumerable.Range(0, row.Count).Select(i => Convert.ToString(row[i], System.Globalization.CultureInfo.InvariantCulture) ?? "NULL"))).Order(StringComparer.Ordinal)];
    }

    private void Drop(Engine engine)
    {
        using var connection = engine.Connect();
        foreach (var text in engine.Dialect.Ddl.DropAll(_metadata))
        {
            connection.ExecuteText(text);
        }
    }
}
