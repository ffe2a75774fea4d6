using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alchemy.Tests;

/// <summary>Classes are sealed, and a file holds one type or one small family.</summary>
internal static class TypeShape
{
    public const int LeafLines = 15;

    /// <summary>Concrete classes that other assemblies derive from: a dialect overrides what it does differently.</summary>
    public static readonly IReadOnlySet<string> OpenClasses = new HashSet<string>(StringComparer.Ordinal)
    {
        "StandardDialect", "StandardFacts", "SqlCompiler", "LiteralRenderer", "TypeCompiler", "DdlCompiler", "IdentifierPreparer",
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

    /// <summary>
    /// Files with a second type that is neither a leaf nor of the same family. The first is the one the file is named
    /// after, else the longest. A leaf is measured without its comments: documentation must not make it too long.
    /// </summary>
    public static IEnumerable<Offence> CrowdedFiles(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            var types = file.Types.Where(type => Shape.EnclosingType(type) is null).GroupBy(type => Shape.NameOf(type).Text).ToList();
            var main = types.Find(type => type.Key == file.Name) ?? types.MaxBy(Length);
            var extra = types.Find(type => type != main && Length(type) > LeafLines);
            if (extra is not null && !IsFamily(types))
            {
                yield return file.At(extra.First(), $"{extra.Key} stands beside {main!.Key} and has {Length(extra)} lines of code; {LeafLines} at most");
            }
        }
    }

    private static int Length(IEnumerable<MemberDeclarationSyntax> parts) => parts.Sum(Shape.CodeLinesOf);

    private static bool IsClass(MemberDeclarationSyntax type) => type is ClassDeclarationSyntax
        || (type is RecordDeclarationSyntax record && !record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword));

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
