namespace Alchemy.Tests;

/// <summary>The working copy these tests were built from.</summary>
internal static class Repository
{
    private const string SolutionName = "Alchemy.Linq.sln";

    private static readonly Lazy<IReadOnlyList<SourceFile>> LibrarySources = new(ReadSources);

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every hand-written C# file under src, parsed once.</summary>
    public static IReadOnlyList<SourceFile> Sources => LibrarySources.Value;

    /// <summary>Paths below <paramref name="folder"/>, relative to the root, without what builds leave there.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        var top = Path.Combine(Root, folder);
        if (!Directory.Exists(top))
        {
            return [];
        }

        return Directory.EnumerateFiles(top, pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);
    }

    private static List<SourceFile> ReadSources() =>
        [.. Files("src", "*.cs").Select(path => SourceFile.Parse(path, File.ReadAllText(Path.Combine(Root, path))))];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionName)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds {SolutionName}.");
    }
}
