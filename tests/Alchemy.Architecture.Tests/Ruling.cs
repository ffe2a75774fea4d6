namespace Alchemy.Tests;

/// <summary>Assertions over the offences that a rule found.</summary>
internal static class Ruling
{
    public static void MustBeEmpty(IEnumerable<Offence> offences) => MustBeEmpty(offences.Select(offence => offence.ToString()));

    public static void MustBeEmpty(IEnumerable<string> offences)
    {
        var lines = offences.Order(StringComparer.Ordinal).ToList();
        if (lines.Count > 0)
        {
            // Not Assert.That: it would print the whole list a second time.
            Assert.Fail($"{lines.Count} offence(s):{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
        }
    }

    /// <summary>A rule that finds nothing in a bad sample guards nothing.</summary>
    public static void MustCatch(IEnumerable<Offence> offences, params int[] lines) =>
        Assert.That(offences.Select(offence => offence.Line), Is.EquivalentTo(lines));

    /// <summary>A sample as a file of a library.</summary>
    public static SourceFile[] Sample(string text, string path = "src/Alchemy.Sql/Sample.cs") => [SourceFile.Parse(path, text)];
}
