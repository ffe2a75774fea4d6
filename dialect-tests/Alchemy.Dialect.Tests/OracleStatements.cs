using System.Text.Json;

namespace Alchemy.Tests;

/// <summary>The file of the statements that were written for Oracle: one JSON text a line, each once.</summary>
internal sealed class OracleStatements(string path)
{
    private readonly HashSet<string> _kept = [];

    /// <summary>The file that ALCHEMY_ORACLE_STATEMENTS names; null when it is not set.</summary>
    public static OracleStatements? Create() => Environment.GetEnvironmentVariable("ALCHEMY_ORACLE_STATEMENTS") is { Length: > 0 } path ? new(path) : null;

    public void Keep(string text)
    {
        lock (_kept)
        {
            if (_kept.Add(text))
            {
                File.AppendAllText(path, JsonSerializer.Serialize(text) + "\n");
            }
        }
    }
}
