using Alchemy.Drivers;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Alchemy.Tests;

/// <summary>The driver by itself: what it keeps, and in what state it gives a connection back.</summary>
public sealed class SqliteStatementTests
{
    private DriverConnection _connection = null!;

    [SetUp]
    public void Open()
    {
        var driver = new SqliteDriver();
        var ado = driver.CreateConnection("Data Source=:memory:");
        ado.Open();
        // So that a test can count the native statements.
        ((SqliteConnection)ado).Handle!.enable_sqlite3_next_stmt(true);
        _connection = driver.Attach(ado);
        Run("CREATE TABLE t (a INTEGER)");
        Run("INSERT INTO t VALUES (1), (2), (3)");
    }

    [TearDown]
    public void Close() => _connection.Dispose();

    [Test]
    public void A_connection_comes_back_with_nothing_active()
    {
        var all = Filled("a");
        var (first, second) = (_connection.Get(all), Reading(all));
        var spare = Reading(all);
        Assert.That((first.IsActive, second.Read(), spare.Read(), spare.Read()), Is.EqualTo((true, true, true, true)));
        Assert.That(_connection.ReturnCore(IOBehavior.Synchronous).IsCompletedSuccessfully, Is.True);
        Assert.That(first.IsActive, Is.False);
        Assert.That(_connection.Get(all), Is.SameAs(first));
        Run("DROP TABLE t"); // refused while a statement is being read
    }

    [Test]
    public void A_cursor_of_an_earlier_user_ends_nothing_of_the_next()
    {
        var all = Filled("a");
        var early = Reading(all);
        early.Read();
        Assert.That(_connection.ReturnCore(IOBehavior.Synchronous).IsCompletedSuccessfully, Is.True);
        early.Dispose();
        Assert.That(Count(Reading(all)), Is.EqualTo(3));
    }

    [Test]
    public void The_same_text_runs_beside_itself_and_the_spare_one_is_closed_at_its_end()
    {
        var all = Filled("a");
        using var outer = Reading(all);
        outer.Read();
        for (var i = 0; i < 3; i++)
        {
            using var inner = Reading(all);
            Assert.That(Count(inner), Is.EqualTo(3));
        }

        Assert.That(Count(outer), Is.EqualTo(2));
        Assert.That(OpenStatements(), Is.EqualTo(1));
    }

    [Test]
    public void A_statement_that_is_being_read_outlives_three_hundred_others()
    {
        using var read = Reading(Filled("a"));
        for (var i = 0; i < 300; i++)
        {
            using var other = Reading(Filled($"a + {i}"));
        }

        Assert.That(Count(read), Is.EqualTo(3));
        Assert.That(OpenStatements(), Is.EqualTo(256));
    }

    private static FilledSql Filled(string column) => new SqliteDialect().Compile(Sql.Select(Sql.Text<int>(column + " FROM t"))).Fill([]);

    private static int Count(Cursor cursor)
    {
        var rows = 0;
        while (cursor.Read())
        {
            rows++;
        }

        return rows;
    }

    private int OpenStatements()
    {
        var handle = ((SqliteConnection)_connection.Ado).Handle;
        var found = 0;
        for (var statement = raw.sqlite3_next_stmt(handle, null); statement is not null; statement = raw.sqlite3_next_stmt(handle, statement))
        {
            found++;
        }

        return found;
    }

    private Cursor Reading(FilledSql sql)
    {
        var opened = _connection.Get(sql).OpenCore(IOBehavior.Synchronous, CancellationToken.None);
        Assert.That(opened.IsCompletedSuccessfully);
        return opened.Result;
    }

    private void Run(string text)
    {
        using var statement = _connection.Prepare(text);
        Assert.That(statement.RunCore(IOBehavior.Synchronous, CancellationToken.None).IsCompletedSuccessfully);
    }
}
