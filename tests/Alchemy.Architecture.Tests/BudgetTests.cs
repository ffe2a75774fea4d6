namespace Alchemy.Tests;

public sealed class BudgetTests
{
    [Test]
    public void The_sources_are_found() => Assert.That(Repository.Sources, Is.Not.Empty, Repository.Root);

    [Test]
    public void Files_are_short() => Ruling.MustBeEmpty(Budgets.LongFiles(Repository.Sources));

    [Test]
    public void Methods_are_short() => Ruling.MustBeEmpty(Budgets.LongMethods(Repository.Sources));

    [Test]
    public void Most_methods_are_very_short() =>
        Assert.That(Budgets.MethodPercentile95(Repository.Sources), Is.LessThanOrEqualTo(Budgets.MethodLinesAt95),
            "lines that 95 of 100 methods do not exceed");

    [Test]
    public void Folders_are_small() => Ruling.MustBeEmpty(Budgets.FullFolders(Repository.Sources));

    [Test]
    public void Readmes_of_folders_are_short() => Ruling.MustBeEmpty(Budgets.LongReadmes(
        Repository.Files("src", "README.md").Select(path => (path, File.ReadAllText(Path.Combine(Repository.Root, path))))));

    [TestCase(400, ExpectedResult = 0)]
    [TestCase(401, ExpectedResult = 1)]
    public int A_long_file_is_caught(int lines) =>
        Budgets.LongFiles(Ruling.Sample(string.Concat(Enumerable.Repeat("// line\n", lines)))).Count();

    [TestCase(60, ExpectedResult = 0)]
    [TestCase(61, ExpectedResult = 1)]
    public int A_long_method_is_caught(int lines) => Budgets.LongMethods(Ruling.Sample(ClassWithMethods(lines))).Count();

    [Test]
    public void A_long_accessor_is_caught() => Assert.That(Budgets.LongMethods(Ruling.Sample(
        $"class A {{ int P {{ get\n{{\n{new string('\n', 60)}return 1; }} }} }}")).Count(), Is.EqualTo(1));

    [Test]
    public void A_long_method_in_an_extension_block_is_caught() => Assert.That(Budgets.LongMethods(Ruling.Sample(
        $"static class A {{ extension(int x) {{ public int M()\n{{\n{new string('\n', 60)}return x; }} }} }}")).Count(), Is.EqualTo(1));

    [Test]
    public void The_percentile_takes_the_nearest_rank()
    {
        Assert.That(Budgets.MethodPercentile95(Ruling.Sample(ClassWithMethods([.. Enumerable.Repeat(3, 19), 50]))), Is.EqualTo(3));
        Assert.That(Budgets.MethodPercentile95(Ruling.Sample(ClassWithMethods([.. Enumerable.Repeat(3, 18), 50, 50]))), Is.EqualTo(50));
    }

    [Test]
    public void A_full_folder_is_caught()
    {
        var files = Enumerable.Range(0, 31).Select(i => SourceFile.Parse($"src/Alchemy.Sql/F{i}.cs", "")).ToList();
        Assert.That(Budgets.FullFolders(files).Single().Path, Is.EqualTo("src/Alchemy.Sql"));
        Assert.That(Budgets.FullFolders(files.Skip(1)), Is.Empty);
    }

    [Test]
    public void A_long_readme_is_caught()
    {
        Assert.That(Budgets.LongReadmes([("README.md", string.Concat(Enumerable.Repeat("x\n", 21)))]).Count(), Is.EqualTo(1));
        Assert.That(Budgets.LongReadmes([("README.md", string.Concat(Enumerable.Repeat("x\n", 20)))]), Is.Empty);
    }

    // A method of n lines: its head, the braces on lines of their own, and n - 3 empty lines.
    private static string ClassWithMethods(params int[] lengths) =>
        "class A\n{\n" + string.Concat(lengths.Select((lines, i) => $"void M{i}()\n{{\n{new string('\n', lines - 3)}}}\n")) + "}\n";
}
