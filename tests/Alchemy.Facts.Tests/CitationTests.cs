using System.Text.RegularExpressions;

namespace Alchemy.Tests;

/// <summary>How many facts these tests hold us to.</summary>
[TestFixture]
public sealed partial class CitationTests
{
    private static IReadOnlyList<int> Cited { get; } =
        [.. Directory.EnumerateFiles(Corpus.SourceFolder(), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Citation().Matches(File.ReadAllText(f)).Select(m => int.Parse(m.Groups[1].Value)))];

    [Test]
    public void There_are_a_thousand() => Assert.That(Cited, Has.Count.GreaterThanOrEqualTo(1000));

    [Test]
    public void A_fact_is_cited_once() => Assert.That(Cited.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => g.Key), Is.Empty);

    [Test]
    public void Facts_come_from_many_files()
    {
        if (Corpus.Facts is not { } facts)
        {
            Assert.Ignore($"The recorded facts are not at {Corpus.Path}: set ALCHEMY_CORPUS to the file.");
            return;
        }

        var files = Cited.Where(facts.ContainsKey).Select(id => facts[id].Test.Split("::")[0]).Distinct().ToList();
        TestContext.Out.WriteLine($"{Cited.Count} facts of {files.Count} files");
        Assert.That(files, Has.Count.GreaterThanOrEqualTo(35));
    }

    [GeneratedRegex(@"\b(?:Fact|Differs)\((\d+),")]
    private static partial Regex Citation();
}
