using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alchemy.Tests;

/// <summary>Types that a layer must not see although an assembly it may use has them.</summary>
internal static class Layers
{
    private static readonly Dictionary<string, IReadOnlySet<string>> Hidden = new(StringComparer.Ordinal)
    {
        ["Alchemy.Orm"] = new HashSet<string>(StringComparer.Ordinal) { "IQueryable", "IQueryProvider", "QueryModel" },
        ["Alchemy.Sql"] = new HashSet<string>(StringComparer.Ordinal) { "DbConnection", "DbCommand", "DbDataReader", "DbParameter", "FileStream", "Socket" },
        ["Alchemy.Dialects"] = new HashSet<string>(StringComparer.Ordinal) { "DbConnection", "DbCommand", "DbDataReader", "DbParameter", "FileStream", "Socket" },
    };

    public static IEnumerable<Offence> Trespasses(IEnumerable<SourceFile> files) =>
        from file in files
        where Hidden.ContainsKey(file.Project)
        from name in file.Root.DescendantNodes().OfType<SimpleNameSyntax>()
        where Hidden[file.Project].Contains(name.Identifier.Text)
        select file.At(name, $"{file.Project} must not know {name.Identifier.Text}");
}
