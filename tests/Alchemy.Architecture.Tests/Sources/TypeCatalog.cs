using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alchemy.Tests;

/// <summary>The modifiers of each type, gathered from all its partial declarations: any one of them may carry them.</summary>
internal sealed class TypeCatalog
{
    private readonly Dictionary<string, HashSet<string>> modifiers = new(StringComparer.Ordinal);

    public TypeCatalog(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            foreach (var type in file.Types)
            {
                var key = Key(file, type);
                if (!modifiers.TryGetValue(key, out var words))
                {
                    modifiers.Add(key, words = new(StringComparer.Ordinal));
                }

                words.UnionWith(type.Modifiers.Select(modifier => modifier.Text));
            }
        }
    }

    public bool Has(SourceFile file, MemberDeclarationSyntax type, string modifier) =>
        modifiers[Key(file, type)].Contains(modifier);

    /// <summary>Whether code in another assembly sees the type (as a derived class at least).</summary>
    public bool IsVisible(SourceFile file, MemberDeclarationSyntax type)
    {
        var outer = Shape.EnclosingType(type);
        return outer is null
            ? Has(file, type, "public")
            : IsVisible(file, outer) && (IsInterface(outer) || Has(file, type, "public") || IsProtected(file, type));
    }

    /// <summary>Whether code in another assembly sees the member of a type that it sees.</summary>
    public static bool IsVisibleMember(MemberDeclarationSyntax member)
    {
        if (member is EnumMemberDeclarationSyntax)
        {
            return true;
        }

        var isHidden = member.Has(SyntaxKind.PrivateKeyword) || (member.Has(SyntaxKind.InternalKeyword) && !member.Has(SyntaxKind.ProtectedKeyword));
        return !isHidden && (IsInterface(Shape.EnclosingType(member))
            || member.Has(SyntaxKind.PublicKeyword) || member.Has(SyntaxKind.ProtectedKeyword));
    }

    private static bool IsInterface(SyntaxNode? type) => type is InterfaceDeclarationSyntax;

    private bool IsProtected(SourceFile file, MemberDeclarationSyntax type) =>
        Has(file, type, "protected") && !Has(file, type, "private");

    // Two assemblies may each have an internal type of the same name.
    private static string Key(SourceFile file, MemberDeclarationSyntax type) =>
        $"{file.Project}/{Shape.NamespaceOf(type)}/{Shape.FullName(type)}";
}
