using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Alchemy.Tests;

/// <summary>One parsed C# file. A file that this version of the parser finds faults with is measured all the same.</summary>
internal sealed class SourceFile
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.Parse);

    private SourceFile(string path, SyntaxTree tree)
    {
        Path = path;
        Tree = tree;
        Root = (CompilationUnitSyntax)tree.GetRoot();
        Text = tree.GetText();
    }

    /// <summary>The path relative to the root of the repository, with forward slashes.</summary>
    public string Path { get; }

    public SyntaxTree Tree { get; }

    public CompilationUnitSyntax Root { get; }

    public SourceText Text { get; }

    /// <summary>The number of lines; a line break at the very end opens no further line.</summary>
    public int LineCount => Text.Lines.Count - (Text.Lines[^1].Span.IsEmpty ? 1 : 0);

    /// <summary>The file's name up to its first full stop: `SqlCompiler` for `SqlCompiler.Select.cs`.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..].Split('.')[0];

    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    /// <summary>The project's folder name in `src/Project/...`, or an empty text.</summary>
    public string Project => Path.Split('/') is ["src", var project, _, ..] ? project : "";

    /// <summary>The types and delegates declared in the file, nested ones too, `extension` blocks not.</summary>
    public IEnumerable<MemberDeclarationSyntax> Types => Root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(Shape.IsType);

    public static SourceFile Parse(string path, string text) =>
        new(path, CSharpSyntaxTree.ParseText(text, Options, path));

    public Offence At(SyntaxNodeOrToken place, string what) => new(Path, LineOf(place), what);

    public int LineOf(SyntaxNodeOrToken place)
    {
        var start = place.AsNode() is MemberDeclarationSyntax member ? Shape.NameOf(member).SpanStart : place.SpanStart;
        return Text.Lines.GetLinePosition(start).Line + 1;
    }
}
