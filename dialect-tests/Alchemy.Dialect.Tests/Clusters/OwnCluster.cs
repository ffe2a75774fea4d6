using System.Diagnostics;

namespace Alchemy.Tests;

/// <summary>A cluster of the test's own, for ending its nodes: started by tools/databases in a folder of its own, and gone afterwards.</summary>
internal sealed class OwnCluster : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);
    private readonly string _server;
    private readonly string _folder = Directory.CreateTempSubdirectory("alchemy-cluster.").FullName;

    private OwnCluster(string server) => _server = server;

    public string Url { get; private set; } = "";

    /// <param name="server">The file of tools/databases.d.</param>
    /// <param name="title">Its name for people.</param>
    /// <param name="variable">The variable of its URL: without it the test is skipped, as on a machine that has no such cluster.</param>
    public static OwnCluster Start(string server, string title, string variable)
    {
        DatabaseFixture.Server(title, variable);
        var cluster = new OwnCluster(server);
        try
        {
            cluster.Run("up", server);
            cluster.Url = File.ReadAllLines(Path.Combine(cluster._folder, "databases.env")).Single(l => l.StartsWith(variable, StringComparison.Ordinal))[(variable.Length + 1)..];
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Ends a node as a crash would.</summary>
    public void Kill(string node) => Run("node", _server, "kill", node);

    public void Restart(string node) => Run("node", _server, "start", node);

    public void Dispose()
    {
        Run("down", _server);
        Directory.Delete(_folder, recursive: true);
    }

    // The servers live on after the script, so it must not be waited for by the end of its output.
    private void Run(params string[] arguments)
    {
        var output = Path.Combine(_folder, "output");
        var start = new ProcessStartInfo("bash", ["-c", "exec \"$0\" \"$@\" </dev/null >\"$ALCHEMY_RUN/output\" 2>&1", Script(), .. arguments]) { Environment = { ["ALCHEMY_RUN"] = _folder } };
        using var process = Process.Start(start)!;
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"tools/databases {string.Join(' ', arguments)} took more than {Limit.TotalSeconds} s: {File.ReadAllText(output)}");
        }

        Assert.That(process.ExitCode, Is.Zero, () => $"tools/databases {string.Join(' ', arguments)}: {File.ReadAllText(output)}");
    }

    private static string Script()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alchemy.Linq.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside of the repository."), "tools", "databases");
    }
}
