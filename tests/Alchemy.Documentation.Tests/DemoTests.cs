using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Alchemy.Tests;

/// <summary>Runs the demonstration as a visitor does, in a process of its own.</summary>
[TestFixture]
public sealed partial class DemoTests
{
    private const int ShopSteps = 10;
    private const int ChinookQuestions = 7;

    // tools/Alchemy.Demo/bin/<configuration>/<framework>, as these tests were built.
    private static string Demo
    {
        get
        {
            var framework = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(WorkingCopy.Root, "tools/Alchemy.Demo/bin", framework.Parent!.Name, framework.Name, "Alchemy.Demo.dll");
        }
    }

    [Test]
    public async Task Every_step_of_the_shop_prints_code_sql_and_rows()
    {
        var (exitCode, output, errors) = await Run();
        Assert.That((exitCode, errors), Is.EqualTo((0, "")), output);
        MustShow(output, ShopSteps);
    }

    [Test]
    public async Task A_chinook_file_answers_every_question_and_is_not_changed()
    {
        var file = Path.Combine(WorkingCopy.Root, "../shared/data/chinook/Chinook_Sqlite.sqlite");
        if (!File.Exists(file))
        {
            Assert.Ignore("There is no Chinook file at ../shared/data/chinook beside the repository.");
        }

        var before = await File.ReadAllBytesAsync(file);
        var (exitCode, output, errors) = await Run("--database", file);
        Assert.That((exitCode, errors), Is.EqualTo((0, "")), output);
        MustShow(output, ChinookQuestions);
        Assert.That(await File.ReadAllBytesAsync(file), Is.EqualTo(before));
    }

    [TestCase("no-such-file.sqlite", "There is no file")]
    [TestCase("README.md", "is not a Chinook database: SQLite cannot read it.")]
    public async Task Another_file_is_refused_in_one_sentence(string file, string sentence)
    {
        var (exitCode, output, errors) = await Run("--database", Path.Combine(WorkingCopy.Root, file));
        Assert.That((exitCode, output), Is.EqualTo((1, "")));
        Assert.That(errors.Trim(), Does.Contain(sentence).And.Not.Contain("\n"));
    }

    [Test]
    public async Task A_database_with_other_tables_is_refused()
    {
        var file = Path.Combine(Path.GetTempPath(), $"alchemy-{Guid.NewGuid():N}.sqlite");
        try
        {
            using (var engine = Engine.Create($"sqlite:///{file}"))
            {
                engine.CreateAll(new Table("Artist", new MetaData(), new Column("ArtistId", SqlTypes.Integer, primaryKey: true)).MetaData);
            }

            var (exitCode, _, errors) = await Run("--database", file);
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(errors, Does.Contain("it has no table Album, Customer, Employee"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void MustShow(string output, int steps)
    {
        var parts = StepTitle().Split(output)[1..];
        Assert.That(parts, Has.Length.EqualTo(steps));
        foreach (var part in parts)
        {
            Assert.That(part, Does.Contain("╭─C#").And.Contain("╭─SQLite").And.Match(@"[1-9]\d* rows?, [1-9]\d* statements?"));
        }
    }

    private static async Task<(int ExitCode, string Output, string Errors)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Demo, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8,
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

        return (process.ExitCode, await output, await errors);
    }

    [GeneratedRegex(@"^── \d+\. ", RegexOptions.Multiline)]
    private static partial Regex StepTitle();
}
