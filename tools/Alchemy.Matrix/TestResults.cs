using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Alchemy.Matrix;

/// <summary>Reads the result files (TRX) of the dialect tests.</summary>
internal static partial class TestResults
{
    private static readonly XNamespace Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    // The words that tests which are ignored begin with: RequiresAttribute.cs and DatabaseFixture.cs of the dialect tests.
    private static readonly (string Words, Outcome Outcome)[] Reasons = [("Refused by design: ", Outcome.Refused), ("Excluded: ", Outcome.Excluded), ("Not done yet: ", Outcome.NotDone)];

    /// <summary>Every test that is run on several databases.</summary>
    /// <param name="files">The result files.</param>
    /// <param name="sources">The folder of the tests' sources, whose folders are the areas.</param>
    public static IReadOnlyList<Cell> Cells(IEnumerable<string> files, string sources)
    {
        var areas = Directory.GetFiles(sources, "*.cs", SearchOption.AllDirectories).ToLookup(f => Path.GetFileNameWithoutExtension(f), f => Path.GetRelativePath(sources, Path.GetDirectoryName(f)!));
        return [.. Read(files).SelectMany(r => Fixture().Match(r.Class) is { Success: true } m
            ? new[] { new Cell(Area(areas[m.Groups["class"].Value]), InWords(m.Groups["class"].Value), r.Name.Replace('_', ' '), m.Groups["database"].Value, OutcomeOf(r), ReasonOf(r)) }
            : [])];
    }

    /// <summary>What parsers and servers said of statements for databases that are not here.</summary>
    public static IReadOnlyList<Judgement> Judgements(IEnumerable<string> files) => [.. Read(files)
        .Where(r => r.Output.Contains(" statements were made for ", StringComparison.Ordinal))
        .Select(r => new Judgement(r.Name.Replace('_', ' '), r.Output.Trim(), OutcomeOf(r)))];

    private static IEnumerable<Result> Read(IEnumerable<string> files)
    {
        foreach (var document in files.Select(XDocument.Load))
        {
            var classes = document.Descendants(Namespace + "UnitTest").ToDictionary(t => (string)t.Attribute("id")!, t => (string)t.Element(Namespace + "TestMethod")!.Attribute("className")!);
            foreach (var result in document.Descendants(Namespace + "UnitTestResult"))
            {
                yield return new Result(
                    classes[(string)result.Attribute("testId")!], (string)result.Attribute("testName")!, (string)result.Attribute("outcome")!,
                    (string?)result.Descendants(Namespace + "Message").FirstOrDefault() ?? "", (string?)result.Descendants(Namespace + "StdOut").FirstOrDefault() ?? "");
            }
        }
    }

    private static string Area(IEnumerable<string> folders) => folders.FirstOrDefault() is { } folder and not "." ? folder : "Statements";

    private static Outcome OutcomeOf(Result result) => result.Outcome switch
    {
        "Passed" => Outcome.Passed,
        "NotExecuted" => Reasons.Where(r => result.Message.StartsWith(r.Words, StringComparison.Ordinal)).Select(r => r.Outcome).DefaultIfEmpty(Outcome.NotRun).First(),
        _ => Outcome.Failed,
    };

    private static string ReasonOf(Result result)
        => Reasons.Aggregate(result.Message.Trim(), (message, r) => message.StartsWith(r.Words, StringComparison.Ordinal) ? message[r.Words.Length..] : message).Split('\n')[0];

    // ExecuteManyTests is "Execute many".
    private static string InWords(string name) => Capital().Replace(name.EndsWith("Tests", StringComparison.Ordinal) ? name[..^5] : name, m => " " + m.Value.ToLowerInvariant());

    [GeneratedRegex(@"^(?:[\w.]+\.)?(?<class>\w+)\((?<database>\w+)[^)]*\)$")]
    private static partial Regex Fixture();

    [GeneratedRegex(@"(?<!^)\p{Lu}(?=\p{Ll})")]
    private static partial Regex Capital();

    private sealed record Result(string Class, string Name, string Outcome, string Message, string Output);
}
