namespace Alchemy.Tests;

/// <summary>A file that a second process writes, or was writing when it ended.</summary>
public sealed class SqliteOtherWriterTests : SqliteFileFixture
{
    [Test]
    public async Task While_a_process_writes_another_hears_that_the_file_is_locked_and_writes_after_it()
    {
        using var other = new OtherProcess("write", FilePath);
        Assert.That(await other.Line(), Is.EqualTo("written"));
        using (var connection = Engine.Connect())
        {
            connection.ExecuteText("PRAGMA busy_timeout = 10");
            Assert.That(Assert.Throws<TransientDatabaseException>(() => connection.ExecuteText("INSERT INTO t VALUES ('ours')"))!.Kind, Is.EqualTo(DatabaseErrorKind.LockTimeout));
        }

        other.Tell("commit");
        Assert.That(await other.Finish(), Is.EqualTo(new[] { "committed" }));
        Assert.That(Count(Engine), Is.EqualTo(50), "nothing of ours was half written");
        using var next = Engine.Connect();
        Assert.That(next.ExecuteText("INSERT INTO t VALUES ('ours')"), Is.EqualTo(1));
        Assert.That(Count(Engine), Is.EqualTo(51));
    }

    [Test]
    public async Task A_process_that_ends_in_its_transaction_leaves_nothing_behind()
    {
        var size = new FileInfo(FilePath).Length;
        using var other = new OtherProcess("write", FilePath);
        Assert.That(await other.Line(), Is.EqualTo("written"));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(FilePath)!).Sum(f => new FileInfo(f).Length), Is.GreaterThan(size + 100_000), "its rows are in the files already");
        other.Kill();
        Assert.That(Count(Engine), Is.Zero);
        using var connection = Engine.Connect();
        Assert.That(connection.ExecuteText("INSERT INTO t VALUES ('ours')"), Is.EqualTo(1));
        Assert.That(Integrity(Engine), Is.EqualTo("ok"));
    }
}
