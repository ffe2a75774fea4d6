using System.Xml.Linq;

namespace Alchemy.Tests;

/// <summary>Which assembly may know which (the directions of the house).</summary>
internal static class References
{
    private const string DriverPrefix = "Alchemy.Drivers.";

    private static readonly string[] SystemOnly = ["System", "netstandard", "mscorlib"];

    // System.Net.Primitives is not among them: it holds IPAddress, the value of PostgreSQL's INET, and opens nothing.
    private static readonly string[] DatabaseAndNetwork =
        ["System.Data", "System.Net.Sockets", "System.Net.Http", "System.Net.Security", "System.Net.NameResolution", "System.Net.Requests", "System.Net.WebSockets", "System.Net.Quic", "System.Net.NetworkInformation", "System.IO.Pipes", "System.IO.Pipelines", "System.Diagnostics.Process", "Microsoft.Data"];

    private static readonly Dictionary<string, Room> Rooms = new(StringComparer.Ordinal)
    {
        ["Alchemy.Sql"] = new([], SystemOnly, DatabaseAndNetwork),
        ["Alchemy.Dialects"] = new(["Alchemy.Sql"], SystemOnly, DatabaseAndNetwork),
        ["Alchemy.Engine"] = new(["Alchemy.Sql"], [.. SystemOnly, "Microsoft.Extensions"], ["System.Data.SqlClient", "System.Data.Odbc"]),
        ["Alchemy.Orm"] = new(["Alchemy.Engine", "Alchemy.Sql"], [.. SystemOnly, "Microsoft.Extensions"], ["System.Linq.Queryable"]),
        ["Alchemy.Linq"] = new(["Alchemy.Orm", "Alchemy.Engine", "Alchemy.Sql"], [.. SystemOnly, "Microsoft.Extensions", "Remotion.Linq"], []),
        ["Alchemy.Generators"] = new([], [.. SystemOnly, "Microsoft.CodeAnalysis"], DatabaseAndNetwork),
    };

    // A driver may know its own package, whichever that is; what it may not know is the ORM, LINQ and other drivers.
    private static readonly Room Driver = new(["Alchemy.Engine", "Alchemy.Dialects", "Alchemy.Sql"], null, ["Remotion.Linq"]);

    /// <summary>What is wrong with the references of an assembly; a project nobody gave a place is wrong too.</summary>
    public static IEnumerable<string> Check(string assembly, IEnumerable<string> references)
    {
        var room = assembly.StartsWith(DriverPrefix, StringComparison.Ordinal) ? Driver : Rooms.GetValueOrDefault(assembly);
        return room is null
            ? [$"{assembly} has no place in the plan of who may know whom"]
            : references.Where(reference => !room.Admits(reference)).Select(reference => $"{assembly} must not reference {reference}");
    }

    /// <summary>The projects and packages that a project file names.</summary>
    public static IEnumerable<string> InProjectFile(string text)
    {
        var items = XDocument.Parse(text).Descendants().ToList();
        var projects = items.Where(item => item.Name.LocalName == "ProjectReference" && !IsAnalyzer(item))
            .Select(item => Path.GetFileNameWithoutExtension(((string?)item.Attribute("Include") ?? "").Replace('\\', '/')));
        var packages = items.Where(item => item.Name.LocalName == "PackageReference" && !IsPrivate(item)).Select(item => (string?)item.Attribute("Include") ?? "");
        return projects.Concat(packages).Where(name => name.Length > 0);
    }

    private static bool IsAnalyzer(XElement item) => (string?)item.Attribute("OutputItemType") == "Analyzer";

    private static bool IsPrivate(XElement item) =>
        "all".Equals((string?)item.Attribute("PrivateAssets"), StringComparison.OrdinalIgnoreCase);

    private sealed record Room(string[] Ours, string[]? Others, string[] Never)
    {
        public bool Admits(string reference) => reference.StartsWith("Alchemy.", StringComparison.Ordinal)
            ? Ours.Contains(reference, StringComparer.Ordinal)
            : (Others is null || Others.Any(part => IsOrBelow(reference, part))) && !Never.Any(part => IsOrBelow(reference, part));

        private static bool IsOrBelow(string name, string part) =>
            name == part || name.StartsWith(part + ".", StringComparison.Ordinal);
    }
}
