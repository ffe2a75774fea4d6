using System.Diagnostics;
using System.Text;

namespace Alchemy.Tests;

/// <summary>H2 in one of its modes, in a process of its own: see tools/h2/Bridge.java.</summary>
internal sealed class H2 : IDisposable
{
    private readonly string _mode;
    private readonly Process _java;
    private readonly Task<string> _complaints;

    public H2(string mode)
    {
        _mode = mode;
        var folder = Server.Variable("ALCHEMY_H2", "H2", "h2");
        var start = new ProcessStartInfo("java") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { "-cp", folder + Path.PathSeparator + Path.Combine(folder, "h2.jar"), "-Xmx256m", "Bridge" })
        {
            start.ArgumentList.Add(argument);
        }

        _java = Process.Start(start)!;
        _complaints = _java.StandardError.ReadToEndAsync();
    }

    /// <summary>The rows of a statement, none for a change; what H2 has against it, with the SQLSTATE, in place of them.</summary>
    public (IReadOnlyList<string?[]> Rows, string? Error) Run(string statement)
    {
        _java.StandardInput.WriteLine($"{_mode} {Convert.ToBase64String(Encoding.UTF8.GetBytes(statement))}");
        _java.StandardInput.Flush();
        var answer = _java.StandardOutput.ReadLine() ?? throw new InvalidOperationException("H2 has ended: " + _complaints.Result);
        return answer[0] switch
        {
            'R' => ([.. answer.Split('\t').Skip(1).Select(row => row.Split(',').Select(v => v == "-" ? null : Decoded(v)).ToArray())], null),
            'U' => ([], null),
            _ => ([], answer[2..8] + Decoded(answer[8..])),
        };
    }

    public void Dispose()
    {
        _java.StandardInput.Close();
        _java.WaitForExit();
        _java.Dispose();
    }

    private static string Decoded(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
}
