using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>What a statement is about, in few words: the same for all that differ in values, so that they can be counted together.</summary>
/// <param name="Operation">Its first word in capitals, such as <c>SELECT</c>; null for text that begins with none.</param>
/// <param name="Collection">The table it is about; null when there is none, or more than one.</param>
/// <param name="Text">The operations and tables in order: <c>SELECT users orders</c>.</param>
internal sealed record StatementSummary(string? Operation, string? Collection, string Text)
{
    private const int LongestWord = 20;
    private const int LongestText = 255;
    private static readonly ConditionalWeakTable<CompiledSql, StatementSummary> Known = [];

    private static readonly StatementSummary Mixed = new("BATCH", null, "BATCH");

    /// <summary>The summary of a compiled statement, made once; of text, its first word; of a batch, that of what all its statements are.</summary>
    public static StatementSummary Of(in ExecutedStatement statement)
    {
        var one = statement.Compiled is { } compiled ? Known.GetValue(compiled, static c => OfStatement(c)) : statement.BatchSize > 1 ? Mixed : OfText(statement.Text);
        return statement.BatchSize > 1 && one != Mixed ? one with { Operation = $"BATCH {one.Operation}", Text = $"BATCH {one.Text}" } : one;
    }

    private static StatementSummary OfStatement(CompiledSql compiled) => compiled.Statement switch
    {
        Insert { Source: { } source } insert => Of("INSERT", [insert.Table], [Verb(source), .. Names(SelectedTables.Tables(source))]),
        DmlStatement change => Of(Verb(change), [change.Table], []),
        Select or CompoundSelect => Of("SELECT", SelectedTables.Tables(compiled.Statement), []),
        _ => OfText(compiled.ToString()),
    };

    private static string Verb(ClauseElement statement) => statement is SelectBase ? "SELECT" : statement.GetType().Name.ToUpperInvariant();

    private static IEnumerable<string> Names(IEnumerable<Table> tables) => tables.Select(t => t.FullName).Distinct();

    private static StatementSummary Of(string operation, IReadOnlyList<Table> tables, IEnumerable<string> more)
    {
        string[] words = [operation, .. Names(tables), .. more];
        return new StatementSummary(operation, words.Length == 2 ? words[1] : null, Cut(words));
    }

    // A summary ends with a whole word.
    private static string Cut(string[] words)
    {
        var text = words[0];
        foreach (var word in words.AsSpan(1))
        {
            if (text.Length + 1 + word.Length > LongestText)
            {
                break;
            }

            text += " " + word;
        }

        return text;
    }

    private static StatementSummary OfText(string text)
    {
        var rest = WithoutComments(text);
        var length = 0;
        while (length < rest.Length && char.IsAsciiLetter(rest[length]))
        {
            length++;
        }

        var word = length is > 0 and <= LongestWord ? rest[..length].ToString().ToUpperInvariant() : null;
        return new StatementSummary(word, null, word ?? "SQL");
    }

    private static ReadOnlySpan<char> WithoutComments(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart();
        while (rest.StartsWith("--", StringComparison.Ordinal) || rest.StartsWith("/*", StringComparison.Ordinal))
        {
            var end = rest[0] == '-' ? rest.IndexOf('\n') + 1 : rest.IndexOf("*/", StringComparison.Ordinal) is var stop and >= 0 ? stop + 2 : 0;
            rest = end > 0 ? rest[end..].TrimStart() : [];
        }

        return rest;
    }
}
