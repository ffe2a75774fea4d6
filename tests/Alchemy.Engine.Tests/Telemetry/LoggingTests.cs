using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Alchemy.Tests;

public sealed class LoggingTests
{
    [TestCase(false, "[name = ?]")]
    [TestCase(true, "[name = 'secret-name']")]
    public void A_statement_is_logged_with_its_parameters_as_asked(bool shows, string parameters)
    {
        using var log = new RecordedLog();
        using var shop = new Shop(new EngineOptions { LoggerFactory = log, ShowsValues = shows });
        log.Clear();
        shop.Add("secret-name");
        var (executing, executed) = (Only(log, LogEvents.StatementExecuting), Only(log, LogEvents.StatementExecuted));
        Assert.That((executing.Category, executing.Level, executed.Level), Is.EqualTo(("Alchemy.Statements", LogLevel.Debug, LogLevel.Information)));
        Assert.That(executing.Message, Is.EqualTo($"Executing INSERT INTO things (name) VALUES (?) {parameters}"));
        Assert.That(executed.Values["Statement"], Is.EqualTo("INSERT INTO things (name) VALUES (?)"));
        Assert.That(executed.Values["Parameters"], Is.EqualTo(parameters));
        Assert.That(executed.Values["RowsAffected"], Is.EqualTo(1));
        Assert.That(executed.Values["ElapsedMilliseconds"], Is.InstanceOf<double>().And.Positive);
        Assert.That(string.Concat(log.Entries.Select(e => e.Message)).Contains("secret-name"), Is.EqualTo(shows));
    }

    [Test]
    public void Lists_show_each_of_their_values()
    {
        using var log = new RecordedLog();
        using var shop = new Shop(new EngineOptions { LoggerFactory = log, ShowsValues = true });
        using var connection = shop.Engine.Connect();
        log.Clear();
        connection.Execute(Sql.Select(shop.Things.Id).Where(shop.Things.Name.In("a", "b") & shop.Things.Name != "c")).ToList();
        Assert.That(Only(log, LogEvents.StatementExecuted).Values["Parameters"], Is.EqualTo("[name_1_1 = 'a', name_1_2 = 'b', name_2 = 'c']"));
    }

    [Test]
    public void Long_values_are_cut()
    {
        using var log = new RecordedLog();
        using var shop = new Shop(new EngineOptions { LoggerFactory = log, ShowsValues = true });
        shop.Add(new string('x', 100_000));
        var message = Only(log, LogEvents.StatementExecuted).Message;
        Assert.That(message, Does.Contain("xxx… (100000 characters)'").And.Length.LessThan(1000));
    }

    [Test]
    public void A_failure_is_an_error_with_what_the_caller_gets()
    {
        using var log = new RecordedLog();
        using var shop = new Shop(new EngineOptions { LoggerFactory = log });
        shop.Add("secret-name");
        var thrown = Assert.Throws<ConstraintViolationException>(() => shop.Add("secret-name"));
        var failed = Only(log, LogEvents.StatementFailed);
        Assert.That((failed.Level, failed.Error), Is.EqualTo((LogLevel.Error, (Exception)thrown!)));
        Assert.That($"{failed.Message}{failed.Error}", Does.Not.Contain("secret-name"));
    }

    [TestCase(0, 1, 0)]
    [TestCase(100_000, 0, 1)]
    public void A_slow_statement_is_a_warning(int milliseconds, int warnings, int ordinary)
    {
        using var log = new RecordedLog();
        using var shop = new Shop(new EngineOptions { LoggerFactory = log, SlowStatement = TimeSpan.FromMilliseconds(milliseconds) });
        log.Clear();
        shop.Add("x");
        Assert.That(log.Entries.Count(e => e.Id.Id == LogEvents.StatementSlow && e.Level is LogLevel.Warning), Is.EqualTo(warnings));
        Assert.That(log.Entries.Count(e => e.Id.Id == LogEvents.StatementExecuted), Is.EqualTo(ordinary));
    }

    [Test]
    public void Slow_statements_are_told_where_ordinary_ones_are_not()
    {
        using var log = new RecordedLog(LogLevel.Warning);
        using var shop = new Shop(new EngineOptions { LoggerFactory = log, SlowStatement = TimeSpan.Zero });
        log.Clear();
        shop.Add("x");
        Assert.That(log.Entries.Select(e => e.Id.Id), Is.EqualTo(new[] { LogEvents.StatementSlow }));
    }

    [Test]
    public void Connections_and_transactions_have_categories_of_their_own()
    {
        using var log = new RecordedLog();
        using (var engine = Engine.Create("sqlite://", new EngineOptions { LoggerFactory = log, Name = "shop" }))
        {
            using var connection = engine.Connect();
            using var transaction = connection.Begin();
            transaction.Savepoint().Release();
            transaction.Savepoint().Rollback();
            transaction.Commit();
            connection.Begin().Rollback();
        }

        Assert.That(log.Entries.Where(e => e.Category == "Alchemy.Transactions").Select(e => e.Id.Id), Is.EqualTo(new[] { 3001, 3004, 3005, 3004, 3006, 3002, 3001, 3003 }));
        Assert.That(log.Entries.Where(e => e.Category == "Alchemy.Connections").Select(e => e.Id.Id), Is.EqualTo(new[] { 2001, 2003, 2004, 2002 }));
        Assert.That(log.Entries.Single(e => e.Id.Id == 2001).Message, Is.EqualTo("Opened a connection of shop"));
    }

    [Test]
    public void A_pool_without_a_free_connection_is_a_warning_and_an_unreachable_database_an_error()
    {
        using var log = new RecordedLog();
        using var engine = Engine.Create("sqlite://", new EngineOptions { LoggerFactory = log, Pool = new PoolOptions { Timeout = TimeSpan.Zero } });
        using var connection = engine.Connect();
        Assert.Throws<PoolTimeoutException>(() => engine.Connect());
        Assert.That(Only(log, LogEvents.PoolTimeout).Level, Is.EqualTo(LogLevel.Warning));
        using var nowhere = Engine.Create("sqlite:////nowhere/at/all/x.db", new EngineOptions { LoggerFactory = log });
        Assert.Throws<DisconnectedException>(() => nowhere.Connect());
        Assert.That(Only(log, LogEvents.ConnectionFailed).Level, Is.EqualTo(LogLevel.Error));
    }

    [Test]
    public void The_echo_shows_parameters_as_asked()
    {
        using var echo = new StringWriter { NewLine = "\n" };
        using (var shop = new Shop(new EngineOptions { Echo = echo, ShowsValues = true }))
        {
            shop.Add("shown");
        }

        using (var shop = new Shop(new EngineOptions { Echo = echo }))
        {
            shop.Add("hidden");
        }

        Assert.That(echo.ToString(), Does.Contain("VALUES (?)\n  [name = 'shown']\n").And.Contain("VALUES (?)\n  [name = ?]\n").And.Not.Contain("hidden"));
    }

    [Test]
    public void Every_id_is_one_of_its_own()
    {
        var ids = typeof(LogEvents).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (int)f.GetRawConstantValue()!).ToList();
        Assert.That(ids, Is.Unique.And.Count.GreaterThan(10));
    }

    private static RecordedLog.LogEntry Only(RecordedLog log, int id) => log.Entries.Where(e => e.Id.Id == id && !e.Message.Contains("CREATE TABLE") && !e.Message.Contains("CREATE ")).Last();
}
