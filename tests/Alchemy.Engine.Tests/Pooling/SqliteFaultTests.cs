namespace Alchemy.Tests;

/// <summary>What can go wrong with a file: it cannot be written, is full, locked or gone. Nothing is half written, and the pool goes on.</summary>
public sealed class SqliteFaultTests : SqliteFileFixture
{
    [Test]
    public void A_file_that_takes_no_writes_says_so()
    {
        using var reading = Engine.Create($"{Url}?Mode=ReadOnly");
        using (var connection = reading.Connect())
        {
            Assert.That(Assert.Throws<DatabasePermissionException>(() => connection.ExecuteText("INSERT INTO t VALUES ('a')"))!.Kind, Is.EqualTo(DatabaseErrorKind.ReadOnly));
        }

        Assert.That(Count(reading), Is.Zero);
    }

    // max_page_count stands for the disk: SQLite gives the same SQLITE_FULL when a write finds no room.
    [Test]
    public void A_full_database_keeps_the_transaction_whole()
    {
        using (var connection = Engine.Connect())
        {
            connection.ExecuteText("PRAGMA max_page_count = 20");
            var transaction = connection.Begin();
            connection.ExecuteText("INSERT INTO t VALUES ('small')");
            var error = Assert.Catch<DatabaseException>(() => connection.ExecuteText("INSERT INTO t SELECT hex(zeroblob(1000000))"))!;
            Assert.That(error.Facts.Number, Is.EqualTo(13));
            Assert.That(error.Message, Does.Contain("full"));
            transaction.Rollback();
        }

        Engine.Pool.Clear();
        Assert.That(Count(Engine), Is.Zero);
        using var next = Engine.Connect();
        Assert.That(next.ExecuteText("INSERT INTO t SELECT hex(zeroblob(1000000))"), Is.EqualTo(1));
    }

    [Test]
    public void A_second_writer_hears_that_the_file_is_locked()
    {
        using var first = Engine.Connect();
        using var second = Engine.Connect();
        second.ExecuteText("PRAGMA busy_timeout = 10");
        using (var transaction = first.Begin())
        {
            first.ExecuteText("INSERT INTO t VALUES ('first')");
            Assert.That(Assert.Throws<TransientDatabaseException>(() => second.ExecuteText("INSERT INTO t VALUES ('second')"))!.Kind, Is.EqualTo(DatabaseErrorKind.LockTimeout));
            transaction.Commit();
        }

        second.ExecuteText("INSERT INTO t VALUES ('second')");
        Assert.That(Count(Engine), Is.EqualTo(2));
    }

    [Test]
    public void A_file_that_was_deleted_is_a_lost_connection()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("An open file can be deleted on Linux.");
        }

        File.Delete(FilePath);
        using (var connection = Engine.Connect())
        {
            Assert.Throws<DisconnectedException>(() => connection.ExecuteText("INSERT INTO t VALUES ('lost')"));
        }

        Assert.That(Engine.Pool.Status().Open, Is.Zero);
        using var next = Engine.Connect();
        next.ExecuteText("CREATE TABLE t (x TEXT)");
        Assert.That(next.ExecuteText("INSERT INTO t VALUES ('new')"), Is.EqualTo(1));
    }
}
