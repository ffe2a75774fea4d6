using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alchemy.Tests;

/// <summary>
/// The types of expressions. All projects are bound as one, so that internal types of one are known in the other;
/// what this version of the compiler cannot bind has no type, and the rules then assume the worst.
/// </summary>
internal sealed class Binding
{
    private const string GlobalUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private readonly CSharpCompilation compilation;

    public Binding(IEnumerable<SourceFile> files)
    {
        var usings = SourceFile.Parse("GlobalUsings.cs", GlobalUsings).Tree;
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);
        compilation = CSharpCompilation.Create("Alchemy.Sources", [usings, .. files.Select(file => file.Tree)], Platform(), options);
    }

    /// <summary>The type of the expression without its arguments (`System.Threading.Tasks.Task`), or null when it is not known.</summary>
    public string? TypeOf(ExpressionSyntax expression)
    {
        var type = compilation.GetSemanticModel(expression.SyntaxTree).GetTypeInfo(expression).Type;
        return type is null or { TypeKind: TypeKind.Error }
            ? null
            : $"{type.ContainingNamespace?.ToDisplayString()}.{type.Name}";
    }

    /// <summary>Whether the name stands for a type or a namespace, not for a value.</summary>
    public bool IsTypeName(ExpressionSyntax expression) =>
        compilation.GetSemanticModel(expression.SyntaxTree).GetSymbolInfo(expression).Symbol is INamespaceOrTypeSymbol;

    // What this process runs on, without our own assemblies: those are the sources.
    private static IEnumerable<MetadataReference> Platform() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Alchemy.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
}
