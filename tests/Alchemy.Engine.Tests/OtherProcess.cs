using System.Diagnostics;

namespace Alchemy.Tests;

/// <summary>A process of its own: what this one has loaded is not there, and what it locks is locked for this one.</summary>
internal sealed class OtherProcess : IDisposable
{
    private const string Program = "Alchemy.OtherProcess.Program";
    private readonly Process _process;
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(1));

    public OtherProcess(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(Folder, $"{Program}.dll"), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
    }

    // tests/<this project>/bin/<configuration>/<framework>, and the program beside it.
    public static string Folder
    {
        get
        {
            var framework = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.GetFullPath(Path.Combine(framework.FullName, "../../../..", Program, "bin", framework.Parent!.Name, framework.Name));
        }
    }

    /// <summary>The next line that it writes; null when it writes no more.</summary>
    public async Task<string?> Line() => await _process.StandardOutput.ReadLineAsync(_limit.Token);

    /// <summary>Tells it a line.</summary>
    public void Tell(string line) => _process.StandardInput.WriteLine(line);

    /// <summary>All that it still writes, once it has ended well.</summary>
    public async Task<string[]> Finish()
    {
        var (output, errors) = (_process.StandardOutput.ReadToEndAsync(_limit.Token), _process.StandardError.ReadToEndAsync(_limit.Token));
        await _process.WaitForExitAsync(_limit.Token);
        Assert.That(_process.ExitCode, Is.Zero, await errors);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Ends it, in the middle of whatever it does.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
        _limit.Dispose();
    }
}
