using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alchemy.Tests;

/// <summary>Questions about declarations that several rules ask.</summary>
internal static class Shape
{
    /// <summary>
    /// Whether it declares a type. An `extension` block is a type declaration to the parser (its class has changed
    /// its name between versions of the parser), but to a reader it is a group of members.
    /// </summary>
    public static bool IsType(SyntaxNode node) => node
        is ClassDeclarationSyntax or StructDeclarationSyntax or InterfaceDeclarationSyntax or RecordDeclarationSyntax
        or EnumDeclarationSyntax or DelegateDeclarationSyntax;

    public static bool IsExtensionBlock(SyntaxNode node) => node is TypeDeclarationSyntax && !IsType(node);

    public static bool Has(this MemberDeclarationSyntax member, SyntaxKind modifier) => member.Modifiers.Any(modifier);

    public static bool Has(this MemberDeclarationSyntax member, string modifier) =>
        member.Modifiers.Any(m => m.Text == modifier);

    /// <summary>The token a reader would point at.</summary>
    public static SyntaxToken NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type when IsType(type) => type.Identifier,
        DelegateDeclarationSyntax type => type.Identifier,
        MethodDeclarationSyntax method => method.Identifier,
        ConstructorDeclarationSyntax constructor => constructor.Identifier,
        DestructorDeclarationSyntax destructor => destructor.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        EventDeclarationSyntax @event => @event.Identifier,
        IndexerDeclarationSyntax indexer => indexer.ThisKeyword,
        OperatorDeclarationSyntax @operator => @operator.OperatorToken,
        ConversionOperatorDeclarationSyntax conversion => conversion.OperatorKeyword,
        EnumMemberDeclarationSyntax member2 => member2.Identifier,
        BaseFieldDeclarationSyntax { Declaration.Variables: [var first, ..] } => first.Identifier,
        _ => member.GetFirstToken(),
    };

    /// <summary>The type's name with its generic arity, prefixed with the types it is nested in.</summary>
    public static string FullName(MemberDeclarationSyntax type)
    {
        var name = NameOf(type).Text + Arity(type);
        return EnclosingType(type) is { } outer ? $"{FullName(outer)}.{name}" : name;
    }

    /// <summary>The type around a member, looking through `extension` blocks.</summary>
    public static TypeDeclarationSyntax? EnclosingType(SyntaxNode member) =>
        member.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault(IsType);

    public static string NamespaceOf(SyntaxNode node) => string.Join('.', node.AncestorsAndSelf()
        .OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(space => space.Name.ToString()));

    /// <summary>The lines from its first token (attributes included, documentation not) to its last.</summary>
    public static int LinesOf(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    /// <summary>The lines that hold code: comments and empty lines do not count.</summary>
    public static int CodeLinesOf(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        return node.DescendantTokens().SelectMany(token => new[] { token.SpanStart, Math.Max(token.SpanStart, token.Span.End - 1) })
            .Select(position => text.Lines.GetLinePosition(position).Line).Distinct().Count();
    }

    private static string Arity(MemberDeclarationSyntax type)
    {
        var parameters = type switch
        {
            TypeDeclarationSyntax declaration => declaration.TypeParameterList,
            DelegateDeclarationSyntax declaration => declaration.TypeParameterList,
            _ => null,
        };
        return parameters is null ? "" : $"`{parameters.Parameters.Count}";
    }
}
