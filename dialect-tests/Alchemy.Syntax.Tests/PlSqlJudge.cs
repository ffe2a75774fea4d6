using System.Diagnostics;
using System.Text.Json;

namespace Alchemy.Tests;

/// <summary>A PL/SQL grammar in one run of Node.</summary>
internal sealed class PlSqlJudge : ISyntaxJudge
{
    // Parentheses in one another cost it a second and more a statement.
    public int MostGenerated => 15;

    public IReadOnlyList<string?> Errors(IReadOnlyList<string> statements)
    {
        var folder = Server.Variable("ALCHEMY_PLSQL_PARSER", "the PL/SQL parser", "plsql");
        var start = new ProcessStartInfo("node", Path.Combine(folder, "check.mjs")) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var node = Process.Start(start)!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        node.StandardInput.Write(JsonSerializer.Serialize(statements));
        node.StandardInput.Close();
        node.WaitForExit();
        Assert.That(node.ExitCode, Is.Zero, error.Result);
        return JsonSerializer.Deserialize<string?[]>(output.Result)!;
    }
}
