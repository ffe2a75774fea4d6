using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alchemy.Tests;

/// <summary>Which members that other assemblies see carry a documentation comment.</summary>
internal static class Documentation
{
    public const double Required = 0.90;

    /// <summary>The number of members that need documentation, and those of them that have none.</summary>
    public static (int Total, IReadOnlyList<Offence> Missing) Measure(IReadOnlyCollection<SourceFile> files)
    {
        var catalog = new TypeCatalog(files);
        var total = new HashSet<string>(StringComparer.Ordinal);
        var documented = new HashSet<string>(StringComparer.Ordinal);
        var missing = new List<(string Key, Offence Offence)>();
        foreach (var file in files)
        {
            foreach (var member in file.Root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(member => Counts(catalog, file, member)))
            {
                var key = Key(file, member);
                total.Add(key);
                if (IsDocumented(member))
                {
                    documented.Add(key);
                }
                else
                {
                    missing.Add((key, file.At(member, $"{Shape.NameOf(member).Text} has no documentation")));
                }
            }
        }

        // One documented part of a partial type is enough.
        var offences = missing.Where(item => !documented.Contains(item.Key)).DistinctBy(item => item.Key).Select(item => item.Offence);
        return (total.Count, [.. offences]);
    }

    private static bool Counts(TypeCatalog catalog, SourceFile file, MemberDeclarationSyntax member)
    {
        if (Shape.IsType(member))
        {
            return catalog.IsVisible(file, member);
        }

        return member is not BaseNamespaceDeclarationSyntax and not GlobalStatementSyntax
            && !Shape.IsExtensionBlock(member)
            && !member.Has(SyntaxKind.OverrideKeyword)
            && !IsExplicitImplementation(member)
            && TypeAround(member) is { } type && catalog.IsVisible(file, type)
            && TypeCatalog.IsVisibleMember(member);
    }

    private static MemberDeclarationSyntax? TypeAround(SyntaxNode member) =>
        member.Ancestors().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault(Shape.IsType);

    private static bool IsExplicitImplementation(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.ExplicitInterfaceSpecifier is not null,
        BasePropertyDeclarationSyntax property => property.ExplicitInterfaceSpecifier is not null,
        OperatorDeclarationSyntax @operator => @operator.ExplicitInterfaceSpecifier is not null,
        ConversionOperatorDeclarationSyntax conversion => conversion.ExplicitInterfaceSpecifier is not null,
        _ => false,
    };

    private static bool IsDocumented(MemberDeclarationSyntax member) => member.GetLeadingTrivia().Any(trivia =>
        trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia));

    private static string Key(SourceFile file, MemberDeclarationSyntax member) =>
        Shape.IsType(member) || member.Has(SyntaxKind.PartialKeyword)
            ? $"{file.Project}/{Shape.NamespaceOf(member)}/{Shape.EnclosingType(member)?.Identifier.Text}.{Shape.NameOf(member).Text}/{Parameters(member)}"
            : $"{file.Path}:{member.SpanStart}";

    private static string Parameters(MemberDeclarationSyntax member) => member switch
    {
        BaseMethodDeclarationSyntax method => method.ParameterList.ToString(),
        TypeDeclarationSyntax type => $"{type.TypeParameterList?.Parameters.Count}",
        _ => "",
    };
}
