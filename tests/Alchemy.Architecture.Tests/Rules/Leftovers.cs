using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alchemy.Tests;

/// <summary>Work that somebody meant to finish, and errors that somebody hid.</summary>
internal static partial class Leftovers
{
    public static IEnumerable<Offence> UnfinishedWork(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.Text.Lines
        let found = Mark().Match(line.ToString())
        where found.Success
        select new Offence(file.Path, line.LineNumber + 1, found.Value);

    public static IEnumerable<Offence> EmptyCatches(IEnumerable<SourceFile> files) =>
        from file in files
        from clause in file.Root.DescendantNodes().OfType<CatchClauseSyntax>()
        where clause.Block.Statements.Count == 0
        select file.At(clause, "an empty catch hides the error");

    [GeneratedRegex(@"\b(TODO|FIXME|NotImplementedException)\b")]
    private static partial Regex Mark();
}
