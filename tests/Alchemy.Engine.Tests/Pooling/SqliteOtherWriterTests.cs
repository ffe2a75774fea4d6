namespace Alchemy.Tests;

/// <summary>A file that a second process writes, or was writing when it ended.</summary>
public sealed class SqliteOtherWriterTests
{
    private string _folder = null!;
    private Engine _engine = null!;

    private string FilePath => Path.Combine(_folder, "shared.db");

    [SetUp]
    public void MakeFile()
    {
        _folder = Directory.CreateTempSubdirectory("alchemy-shared.").FullName;
        _engine = Engine.Create($"sqlite:///{Uri.EscapeDataString(FilePath)}");
        using var connection = _engine.Connect();
        connection.ExecuteText("CREATE TABLE t (x TEXT)");
    }

    [TearDown]
    public void DeleteFile()
    {
        _engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task While_a_process_writes_another_hears_that_the_file_is_locked_and_writes_after_it()
    {
        using var other = new OtherProcess("write", FilePath);
        Assert.That(await other.Line(), Is.EqualTo("written"));
        using (var connection = _engine.Connect())
        {
            connection.ExecuteText("PRAGMA busy_timeout = 10");
            Assert.That(Assert.Throws<TransientDatabaseException>(() => connection.ExecuteText("INSERT INTO t VALUES ('ours')"))!.Kind, Is.EqualTo(DatabaseErrorKind.LockTimeout));
        }

        other.Tell("commit");
        Assert.That(await other.Finish(), Is.EqualTo(new[] { "committed" }));
        Assert.That(Count(), Is.EqualTo(50), "nothing of ours was half written");
        using var next = _engine.Connect();
        Assert.That(next.ExecuteText("INSERT INTO t VALUES ('ours')"), Is.EqualTo(1));
        Assert.That(Count(), Is.EqualTo(51));
    }

    [Test]
    public async Task A_process_that_ends_in_its_transaction_leaves_nothing_behind()
    {
        var size = new FileInfo(FilePath).Length;
        using var other = new OtherProcess("write", FilePath);
        Assert.That(await other.Line(), Is.EqualTo("written"));
        Assert.That(Directory.GetFiles(_folder).Sum(f => new FileInfo(f).Length), Is.GreaterThan(size + 100_000), "its rows are in the files already");
        other.Kill();
        Assert.That(Count(), Is.Zero);
        using var connection = _engine.Connect();
        Assert.That(connection.ExecuteText("INSERT INTO t VALUES ('ours')"), Is.EqualTo(1));
        Assert.That(connection.Execute(Sql.Select(Sql.Text<string>("(SELECT * FROM pragma_integrity_check)"))).Scalar<string>(), Is.EqualTo("ok"));
    }

    private long Count()
    {
        using var connection = _engine.Connect();
        return connection.Execute(Sql.Select(Sql.Text<long>("(SELECT count(*) FROM t)"))).Scalar<long>();
    }
}
