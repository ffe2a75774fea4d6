using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alchemy.Tests;

/// <summary>Classes are sealed, and a file holds one type or one small family.</summary>
internal static class TypeShape
{
    public const int LeafLines = 15;

    /// <summary>Concrete classes that other assemblies derive from: a dialect overrides what it does differently.</summary>
    public static readonly IReadOnlySet<string> OpenClasses = new HashSet<string>(StringComparer.Ordinal)
    {
        "StandardDialect", "StandardFacts", "SqlCompiler", "TypeCompiler", "DdlCompiler", "IdentifierPreparer",
    };

    public static IEnumerable<Offence> UnsealedClasses(IReadOnlyCollection<SourceFile> files)
    {
        var catalog = new TypeCatalog(files);
        var open =
            from file in files
            from type in file.Types
            where IsClass(type) && !OpenClasses.Contains(Shape.NameOf(type).Text)
            where !catalog.Has(file, type, "sealed") && !catalog.Has(file, type, "abstract") && !catalog.Has(file, type, "static")
            select file.At(type, $"{Shape.NameOf(type).Text} is neither sealed, abstract nor static");
        return open;
    }

    public static IEnumerable<Offence> CrowdedFiles(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            var types = file.Types.Where(type => Shape.EnclosingType(type) is null).GroupBy(type => Shape.NameOf(type).Text).ToList();
            var extra = types.OrderByDescending(type => type.Sum(Shape.LinesOf)).Skip(1)
                .Where(type => type.Sum(Shape.LinesOf) > LeafLines).ToList();
            if (extra.Count > 0 && !IsFamily(types))
            {
                yield return file.At(extra[0].First(), $"{extra[0].Key} stands beside {types.Count - 1} other type(s) and is longer than {LeafLines} lines");
            }
        }
    }

    private static bool IsClass(MemberDeclarationSyntax type) => type is ClassDeclarationSyntax
        || (type is RecordDeclarationSyntax record && !record.ClassOrStructKeyword.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.StructKeyword));

    // A family: all share a base type, which may itself be one of them.
    private static bool IsFamily(IReadOnlyCollection<IGrouping<string, MemberDeclarationSyntax>> types)
    {
        var bases = types.ToDictionary(type => type.Key, type => type.SelectMany(BaseNames).ToHashSet(StringComparer.Ordinal));
        return bases.Values.SelectMany(names => names).Distinct()
            .Any(root => bases.All(type => type.Key == root || type.Value.Contains(root)));
    }

    private static IEnumerable<string> BaseNames(MemberDeclarationSyntax type) =>
        (type as BaseTypeDeclarationSyntax)?.BaseList?.Types.Select(item => SimpleName(item.Type)) ?? [];

    private static string SimpleName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        SimpleNameSyntax simple => simple.Identifier.Text,
        _ => type.ToString(),
    };
}
