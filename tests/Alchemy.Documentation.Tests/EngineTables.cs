using System.Reflection;

namespace Alchemy.Tests;

/// <summary>The tables of ids and codes name every one there is.</summary>
public sealed class EngineTables
{
    private static IEnumerable<FieldInfo> LogIds => Constants(typeof(LogEvents));

    [TestCaseSource(nameof(LogIds))]
    public void What_is_logged_stands_in_the_table(FieldInfo id)
        => Assert.That(WorkingCopy.Read("docs/engine.md"), Does.Contain($"\n| {id.GetRawConstantValue()} | {id.Name} | "));

    private static IEnumerable<FieldInfo> Constants(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral);
}
