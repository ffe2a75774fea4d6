using System.Diagnostics;

namespace Alchemy.Tests;

/// <summary>Starts a process of its own: this one may have any driver's assembly beside it.</summary>
public sealed class MissingDriverTests
{
    private const string Program = "Alchemy.MissingDriver.Program";

    // tests/<this project>/bin/<configuration>/<framework>, and the program beside it.
    private static string ProgramFolder
    {
        get
        {
            var framework = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.GetFullPath(Path.Combine(framework.FullName, "../../../..", Program, "bin", framework.Parent!.Name, framework.Name));
        }
    }

    [Test]
    public async Task A_program_without_the_driver_is_told_the_package_and_goes_on_with_the_driver_it_has()
    {
        Assert.That(File.Exists(Path.Combine(ProgramFolder, "Alchemy.Drivers.Npgsql.dll")), Is.False);
        var lines = await Run(Path.Combine(ProgramFolder, $"{Program}.dll"));
        Assert.That(lines, Has.Length.EqualTo(4));
        Assert.That(lines[0], Does.Contain("postgresql://").And.Contain("add the package Alchemy.Drivers.Npgsql").And.Contain("ALQ3002"));
        Assert.That(lines[1], Does.Contain("mssql://").And.Contain("add the package Alchemy.Drivers.SqlClient"));
        Assert.That(lines[2], Does.Contain("oracle://").And.Contain("add the package Alchemy.Drivers.Oracle"));
        Assert.That(lines[3], Is.EqualTo("sqlite says 42"));
    }

    private static async Task<string[]> Run(string program)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Assert.That(process.ExitCode, Is.Zero, await errors);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
