using System.Reflection;
using FsCheck.Fluent;

namespace Alchemy.Tests;

/// <summary>The whole statements that these tests render, for parsers and servers to judge.</summary>
public static class RenderedStatements
{
    [ThreadStatic]
    private static List<(ClauseElement Statement, string Dialect)>? _collected;

    /// <summary>Runs every test that takes no arguments, but for those that generate statements by the thousand, and keeps what they render.</summary>
    public static IReadOnlyList<(ClauseElement Statement, string Dialect)> Collect()
    {
        var all = _collected = [];
        foreach (var fixture in typeof(RenderedStatements).Assembly.GetTypes().Where(t => !t.IsAbstract && t.GetCustomAttribute<TestFixtureAttribute>() is not null && !IsGenerated(t)))
        {
            var instance = Activator.CreateInstance(fixture);
            foreach (var test in fixture.GetMethods().Where(m => m.GetCustomAttribute<TestAttribute>() is not null && m.GetParameters().Length == 0 && m.ReturnType == typeof(void)))
            {
                foreach (var setUp in fixture.GetMethods().Where(m => m.GetCustomAttribute<SetUpAttribute>() is not null))
                {
                    setUp.Invoke(instance, null);
                }

                test.Invoke(instance, null);
            }
        }

        _collected = null;
        return all;
    }

    /// <summary>Statements of random recipes, others each time.</summary>
    public static IReadOnlyList<ClauseElement> Generate(int count)
        => [.. Recipe.Any().Generator.Sample(count, 20).Select(recipe => new StatementBuilder(new Users(), new Orders(), 1).Statement(recipe))];

    internal static void Met(ClauseElement statement, string dialect)
    {
        if (statement is SelectBase or DmlStatement or DdlStatement and not (CreateColumn or DdlText))
        {
            _collected?.Add((statement, dialect));
        }
    }

    private static bool IsGenerated(Type fixture) => fixture.Name is "GeneratedStatementTests" or "InjectionTests" or "DeepTreeTests" or "MeaningOnSqliteTests";
}
