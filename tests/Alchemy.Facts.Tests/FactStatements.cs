using System.Reflection;

namespace Alchemy.Tests;

/// <summary>The whole statements that the facts are about, for other tests to try on parsers and servers.</summary>
public static class FactStatements
{
    [ThreadStatic]
    private static List<ClauseElement>? _collected;

    /// <summary>Runs every fact once and keeps its statement; what is only an expression, or has raw text in it, is left out.</summary>
    public static IReadOnlyList<ClauseElement> Collect()
    {
        var all = _collected = [];
        foreach (var fixture in typeof(FactFixture).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(FactFixture))))
        {
            var instance = Activator.CreateInstance(fixture, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [], null);
            foreach (var test in fixture.GetMethods().Where(m => m.GetCustomAttribute<TestAttribute>() is not null && m.GetParameters().Length == 0))
            {
                test.Invoke(instance, null);
            }
        }

        _collected = null;
        return [.. all.Where(s => !RawText.IsIn(s))];
    }

    internal static void Met(ClauseElement statement)
    {
        if (statement is SelectBase or DmlStatement)
        {
            _collected?.Add(statement);
        }
    }

    /// <summary>Finds text of the program's own, of which no dialect can know whether its database takes it.</summary>
    private sealed class RawText : SqlVisitor
    {
        private bool _found;

        public static bool IsIn(ClauseElement statement)
        {
            var finder = new RawText();
            finder.Visit(statement);
            return finder._found || statement is DmlStatement { Prefixes.Count: > 0 } || statement is Update update && update.Assignments.Any(a => a.Target is not NamedColumn);
        }

        protected override void VisitText(TextClause node) => _found |= node.Text != "*";

        protected override void VisitExtension(ExtensionElement node) => _found = true;

        protected override void VisitExtensionFrom(ExtensionFromClause node) => _found = true;
    }
}
