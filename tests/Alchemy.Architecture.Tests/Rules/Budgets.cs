using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alchemy.Tests;

/// <summary>How large a file, a method, a folder and a README may be.</summary>
internal static class Budgets
{
    public const int FileLines = 400;
    public const int MethodLines = 60;
    public const int MethodLinesAt95 = 25;
    public const int FilesInFolder = 30;
    public const int ReadmeLines = 20;

    public static IEnumerable<Offence> LongFiles(IEnumerable<SourceFile> files) =>
        from file in files
        where file.LineCount > FileLines
        select new Offence(file.Path, file.LineCount, $"has {file.LineCount} lines; {FileLines} at most");

    public static IEnumerable<Offence> LongMethods(IEnumerable<SourceFile> files) =>
        from file in files
        from node in file.Root.DescendantNodes()
        where IsMethod(node) || node is AccessorDeclarationSyntax
        let lines = Shape.LinesOf(node)
        where lines > MethodLines
        select file.At(node, $"is {lines} lines long; {MethodLines} at most");

    /// <summary>The length that 95 of 100 methods do not exceed (nearest rank); 0 without methods. Accessors would only flatter it.</summary>
    public static int MethodPercentile95(IEnumerable<SourceFile> files)
    {
        var lengths = files.SelectMany(file => file.Root.DescendantNodes()).Where(IsMethod).Select(Shape.LinesOf).Order().ToList();
        return lengths.Count == 0 ? 0 : lengths[(int)Math.Ceiling(lengths.Count * 0.95) - 1];
    }

    public static IEnumerable<Offence> FullFolders(IEnumerable<SourceFile> files) =>
        from file in files
        group file by file.Folder into folder
        where folder.Count() > FilesInFolder
        select new Offence(folder.Key, folder.Count(), $"holds {folder.Count()} files; {FilesInFolder} at most");

    public static IEnumerable<Offence> LongReadmes(IEnumerable<(string Path, string Text)> readmes) =>
        from readme in readmes
        let lines = readme.Text.TrimEnd().Split('\n').Length
        where lines > ReadmeLines
        select new Offence(readme.Path, lines, $"has {lines} lines; {ReadmeLines} at most");

    private static bool IsMethod(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax method && (method.Body is not null || method.ExpressionBody is not null);
}
