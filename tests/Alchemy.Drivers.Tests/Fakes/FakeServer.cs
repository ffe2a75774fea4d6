using System.Data;
using System.Data.Common;

namespace Alchemy.Tests;

/// <summary>What a recording connection answers, in order, and what it was sent: text, then each parameter with its type and value.</summary>
internal sealed class FakeServer(string version)
{
    private readonly Queue<Func<DbCommand, FakeAnswer>> _answers = new();

    public string Version { get; } = version;

    public List<string> Sent { get; } = [];

    /// <summary>How a parameter is noted down.</summary>
    public Func<DbParameter, string> Shows { get; init; } = p => $"{p.ParameterName}={p.Value}";

    public void Answer(FakeAnswer answer) => _answers.Enqueue(_ => answer);

    /// <summary>An answer that fills the command's output parameters.</summary>
    public void Answer(Func<DbCommand, FakeAnswer> answer) => _answers.Enqueue(answer);

    public FakeAnswer Take(DbCommand command)
    {
        Sent.Add(string.Join(" | ", command.Parameters.Cast<DbParameter>().Select(Shows).Prepend(command.CommandText.ReplaceLineEndings(" "))));
        var isSent = command.CommandText.StartsWith("SET ", StringComparison.Ordinal) || command.CommandText.StartsWith("BEGIN", StringComparison.Ordinal)
            || command.CommandText is "COMMIT" || command.CommandText.Contains("ROLLBACK", StringComparison.Ordinal) || command.CommandText.StartsWith("SAVE", StringComparison.Ordinal);
        var answer = !isSent && _answers.TryDequeue(out var next) ? next(command) : new FakeAnswer();
        return answer.Error is { } error ? throw error : answer;
    }
}

/// <summary>One answer.</summary>
internal sealed record FakeAnswer(int Affected = 0, DataTable? Rows = null, Exception? Error = null)
{
    public static FakeAnswer Of(params (string Name, object Value)[] row)
    {
        var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var (name, value) in row)
        {
            table.Columns.Add(name, value.GetType());
        }

        table.Rows.Add([.. row.Select(r => r.Value)]);
        return new FakeAnswer(-1, table);
    }
}
