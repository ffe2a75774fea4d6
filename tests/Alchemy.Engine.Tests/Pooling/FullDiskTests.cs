using System.Diagnostics;

namespace Alchemy.Tests;

/// <summary>SQLite on a disk of 400 KB, which a mounted piece of memory stands for: it is full, and then it is not.</summary>
public sealed class FullDiskTests
{
    private string _folder = null!;
    private bool _isMounted;

    [SetUp]
    public void Mount()
    {
        _folder = Directory.CreateTempSubdirectory("alchemy-disk.").FullName;
        _isMounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", _folder);
        if (!_isMounted)
        {
            Assert.Ignore("A small file system cannot be mounted here: it needs Linux and its administrator.");
        }
    }

    [TearDown]
    public void Unmount()
    {
        if (_isMounted)
        {
            Assert.That(Run("umount", _folder), Is.True, "a file is still open");
        }

        Directory.Delete(_folder, recursive: true);
    }

    [TestCase("DELETE")]
    [TestCase("WAL")]
    public void A_full_disk_takes_nothing_half_and_writes_go_on_once_there_is_room(string journal)
    {
        var ballast = Path.Combine(_folder, "ballast");
        using (var engine = Engine.Create($"sqlite:///{Uri.EscapeDataString(Path.Combine(_folder, "full.db"))}"))
        {
            using var connection = engine.Connect();
            connection.ExecuteText($"PRAGMA journal_mode = {journal}");
            connection.ExecuteText("CREATE TABLE t (x TEXT)");
            connection.ExecuteText("INSERT INTO t VALUES ('kept')");
            File.WriteAllBytes(ballast, new byte[150_000]);

            var transaction = connection.Begin();
            connection.ExecuteText("INSERT INTO t VALUES ('lost')");
            var error = Assert.Catch<DatabaseException>(() =>
            {
                connection.ExecuteText("INSERT INTO t SELECT hex(zeroblob(200000))");
                transaction.Commit();
            })!;
            Assert.That(error.Message, Does.Contain("full"));
            transaction.Rollback();
            Assert.That(Count(connection), Is.EqualTo(1), "what was there is there, and nothing of what was refused");

            File.Delete(ballast);
            Assert.That(connection.ExecuteText("INSERT INTO t SELECT hex(zeroblob(20000))"), Is.EqualTo(1));
            Assert.That(Count(connection), Is.EqualTo(2));
        }

        using var anew = Engine.Create($"sqlite:///{Uri.EscapeDataString(Path.Combine(_folder, "full.db"))}");
        using var reading = anew.Connect();
        Assert.That(Count(reading), Is.EqualTo(2));
        Assert.That(reading.Execute(Sql.Select(Sql.Text<string>("(SELECT * FROM pragma_integrity_check)"))).Scalar<string>(), Is.EqualTo("ok"));
    }

    private static long Count(Connection connection) => connection.Execute(Sql.Select(Sql.Text<long>("(SELECT count(*) FROM t)"))).Scalar<long>();

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
