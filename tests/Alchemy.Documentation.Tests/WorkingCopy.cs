namespace Alchemy.Tests;

/// <summary>The folder that holds the solution.</summary>
internal static class WorkingCopy
{
    public static string Root { get; } = Find();

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file)).ReplaceLineEndings("\n");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alchemy.Linq.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root was not found above the test assembly.");
    }
}
