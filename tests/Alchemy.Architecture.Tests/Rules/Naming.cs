using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alchemy.Tests;

/// <summary>Words that name nothing, and the few namespaces there are.</summary>
internal static partial class Naming
{
    public static readonly IReadOnlySet<string> Namespaces =
        new HashSet<string>(StringComparer.Ordinal) { "Alchemy", "Alchemy.Linq", "Alchemy.Drivers", InternalNamespace };

    private const string InternalNamespace = "Alchemy.Internals";

    // Generators target netstandard2.0, where the compiler wants some types of this namespace in the source.
    private const string PolyfillNamespace = "System.Runtime.CompilerServices";

    private static readonly IReadOnlySet<string> BannedWords = new HashSet<string>(StringComparer.Ordinal)
    {
        "Helper", "Helpers", "Manager", "Managers", "Util", "Utils", "Utility", "Utilities", "Dependencies", "Impl",
    };

    public static IEnumerable<Offence> BannedNames(IEnumerable<SourceFile> files) =>
        from file in files
        from type in file.Types
        let name = Shape.NameOf(type).Text
        let word = Word().Matches(name).Select(match => match.Value).FirstOrDefault(BannedWords.Contains)
            ?? (name.Contains("FactoryFactory", StringComparison.Ordinal) ? "FactoryFactory" : null)
        where word is not null
        select file.At(type, $"{name} contains '{word}', which says nothing about what it does");

    public static IEnumerable<Offence> StrangeNamespaces(IEnumerable<SourceFile> files) =>
        from file in files
        from type in file.Types
        where Shape.EnclosingType(type) is null
        let space = Shape.NamespaceOf(type)
        where !Namespaces.Contains(space) && !(space == PolyfillNamespace && file.Project == "Alchemy.Generators")
        select file.At(type, $"{Shape.NameOf(type).Text} is in namespace '{space}'; allowed: {string.Join(", ", Namespaces)}");

    public static IEnumerable<Offence> BlockNamespaces(IEnumerable<SourceFile> files) =>
        from file in files
        from space in file.Root.DescendantNodes().OfType<NamespaceDeclarationSyntax>()
        select file.At(space.Name, "the namespace is not file-scoped");

    public static IEnumerable<Offence> PublicInternals(IReadOnlyCollection<SourceFile> files)
    {
        var catalog = new TypeCatalog(files);
        return
            from file in files
            from type in file.Types
            where Shape.NamespaceOf(type) == InternalNamespace && Shape.EnclosingType(type) is null && catalog.IsVisible(file, type)
            select file.At(type, $"{Shape.NameOf(type).Text} is public and in {InternalNamespace}");
    }

    /// <summary>Inside `Alchemy.*` a namespace `Alchemy.Sql` would hide the class Sql.</summary>
    public static IEnumerable<Offence> HiddenTypes(IReadOnlyCollection<SourceFile> files)
    {
        var catalog = new TypeCatalog(files);
        var endings = files.SelectMany(file => file.Types).Select(Shape.NamespaceOf).Union(Namespaces)
            .Select(space => space[(space.LastIndexOf('.') + 1)..]).ToHashSet(StringComparer.Ordinal);
        return
            from file in files
            from type in file.Types
            where Shape.EnclosingType(type) is null && catalog.IsVisible(file, type) && endings.Contains(Shape.NameOf(type).Text)
            select file.At(type, $"{Shape.NameOf(type).Text} has the name that a namespace ends in");
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+")]
    private static partial Regex Word();
}
