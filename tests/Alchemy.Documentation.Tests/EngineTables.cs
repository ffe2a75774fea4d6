using System.Reflection;

namespace Alchemy.Tests;

/// <summary>The tables of ids and codes name every one there is.</summary>
public sealed class EngineTables
{
    private static IEnumerable<FieldInfo> LogIds => Constants(typeof(LogEvents));

    [TestCaseSource(nameof(LogIds))]
    public void What_is_logged_stands_in_the_table(FieldInfo id)
        => Assert.That(WorkingCopy.Read("docs/engine.md"), Does.Contain($"\n| {id.GetRawConstantValue()} | {id.Name} | "));

    private static IEnumerable<FieldInfo> Codes => Constants(typeof(ErrorCodes));

    [TestCaseSource(nameof(Codes))]
    public void Each_code_has_a_paragraph(FieldInfo code)
    {
        var paragraph = WorkingCopy.Read("docs/errors.md").Split($"\n### {code.GetRawConstantValue()} {code.Name}\n");
        Assert.That(paragraph, Has.Length.EqualTo(2), "one heading");
        Assert.That(paragraph[1].Split("\n#")[0].Trim(), Has.Length.GreaterThan(60));
    }

    [Test]
    public void Each_code_is_one_of_its_own_and_the_page_has_no_other()
    {
        var codes = Codes.Select(c => (string)c.GetRawConstantValue()!).ToList();
        Assert.That(codes, Is.Unique);
        Assert.That(System.Text.RegularExpressions.Regex.Matches(WorkingCopy.Read("docs/errors.md"), "^### (ALQ[0-9]+)", System.Text.RegularExpressions.RegexOptions.Multiline).Select(m => m.Groups[1].Value), Is.EqualTo(codes.Order(StringComparer.Ordinal)));
    }

    [Test]
    public void Each_kind_of_error_stands_in_the_table() => Assert.Multiple(() =>
    {
        var page = WorkingCopy.Read("docs/errors.md");
        foreach (var kind in Enum.GetNames<DatabaseErrorKind>())
        {
            Assert.That(page, Does.Contain($"\n| `{kind}` | "));
        }
    });

    private static IEnumerable<FieldInfo> Constants(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral);
}
