using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>The names of a statement's parameters as its text has them: those of columns, mostly, with numbers where there are several.</summary>
internal static class BindNames
{
    private static readonly ConditionalWeakTable<CompiledSql, string[]> Known = [];

    /// <summary>One name per <see cref="CompiledSql.Binds"/>.</summary>
    public static string[] Of(CompiledSql compiled) => Known.GetValue(compiled, static c => Read(c));

    private static string[] Read(CompiledSql compiled)
    {
        var names = compiled.Binds.Select(b => b.Key).ToArray();
        foreach (var segment in compiled.Segments)
        {
            var (bind, name) = segment switch { ParameterSegment p => (p.Bind, p.Name), ExpandingSegment e => (e.Bind, e.Name), _ => (-1, "") };
            if (bind >= 0)
            {
                names[bind] = name;
            }
        }

        return names;
    }
}
