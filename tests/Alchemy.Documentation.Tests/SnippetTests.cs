namespace Alchemy.Tests;

/// <summary>Every piece of C# in the README and in docs/ compiles, runs, and prints what stands below it.</summary>
[TestFixture]
[NonParallelizable]
public sealed class SnippetTests
{
    private static readonly IReadOnlyList<Snippet> Readme = [.. Snippet.In("README.md")];

    private static IEnumerable<Snippet> Snippets => Readme.Concat(
        Directory.GetFiles(Path.Combine(WorkingCopy.Root, "docs"), "*.md").Order(StringComparer.Ordinal).SelectMany(f => Snippet.In($"docs/{Path.GetFileName(f)}")));

    [TestCaseSource(nameof(Snippets))]
    public void It_compiles_runs_and_prints_what_it_says(object snippet)
    {
        var tested = (Snippet)snippet;
        var printed = SnippetRunner.Run(tested, Readme[0]);
        Assert.That(printed, tested.Output is { } expected ? Is.EqualTo(expected) : Is.Empty, $"What a snippet prints stands below it, after the word 'prints'. It printed:\n{printed}");
    }

    [Test]
    public void The_table_of_objects_after_a_rollback_is_true() => Assert.That(WorkingCopy.Read("docs/orm.md"), Does.Contain($"\n{RollbackTable.Make()}\n"));

    [Test]
    public void The_page_of_dialects_says_what_the_compilers_read()
    {
        var file = Path.Combine(WorkingCopy.Root, "docs", "dialects.md");
        if (Environment.GetEnvironmentVariable("ALCHEMY_WRITE_DOCS") is not null)
        {
            File.WriteAllText(file, DialectTable.Make());
        }

        Assert.That(WorkingCopy.Read("docs/dialects.md"), Is.EqualTo(DialectTable.Make().ReplaceLineEndings("\n")), "Write it anew: ALCHEMY_WRITE_DOCS=1 ./tools/test unit");
    }

    [Test]
    public void The_page_of_types_says_what_the_compilers_write()
    {
        var file = Path.Combine(WorkingCopy.Root, "docs", "types.md");
        if (Environment.GetEnvironmentVariable("ALCHEMY_WRITE_DOCS") is not null)
        {
            File.WriteAllText(file, TypeTable.Make());
        }

        Assert.That(WorkingCopy.Read("docs/types.md"), Is.EqualTo(TypeTable.Make().ReplaceLineEndings("\n")), "Write it anew: ALCHEMY_WRITE_DOCS=1 ./tools/test unit");
    }

    [Test]
    public void No_page_holds_the_marks_of_a_merge() => Assert.That(
        Directory.GetFiles(WorkingCopy.Root, "*.md").Concat(Directory.GetFiles(Path.Combine(WorkingCopy.Root, "docs"), "*.md"))
            .Where(f => File.ReadLines(f).Any(l => l.StartsWith("<<<<<<< ", StringComparison.Ordinal) || l.StartsWith(">>>>>>> ", StringComparison.Ordinal))),
        Is.Empty);

    [Test]
    public void The_readme_has_two_programs_and_their_output()
        => Assert.That(Readme.Where(s => s.IsProgram && s.Output is not null).Count(), Is.EqualTo(2));
}
