using System.Text.RegularExpressions;

namespace Alchemy.Tests;

/// <summary>A piece of C# in a document, and what the document says it prints.</summary>
/// <param name="Place">The document and the line, for messages.</param>
/// <param name="Code">The code.</param>
/// <param name="Output">What it prints; null when the document does not say.</param>
internal sealed partial record Snippet(string Place, string Code, string? Output)
{
    /// <summary>A program stands by itself; anything else is a fragment that takes what stands around it from <see cref="Program"/>.</summary>
    public bool IsProgram => Code.StartsWith("using Alchemy", StringComparison.Ordinal);

    public static IEnumerable<Snippet> In(string file)
    {
        var text = WorkingCopy.Read(file);
        return Block().Matches(text).Select(m => new Snippet(
            $"{file}:{text.AsSpan(0, m.Index).Count('\n') + 1}", m.Groups["code"].Value, m.Groups["output"] is { Success: true, Value: var output } ? output : null));
    }

    public override string ToString() => Place;

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```\n(\s*prints\s+```\n(?<output>.*?)^```)?", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
