using System.Text.Json;
using System.Text.RegularExpressions;

namespace Alchemy.Tests;

/// <summary>The recorded facts: which SQL SQLAlchemy's own tests expect. They are not part of this repository; where they are absent, only the literals in these tests count.</summary>
internal static partial class Corpus
{
    private static readonly Lazy<IReadOnlyDictionary<int, RecordedFact>?> Loaded = new(Load);

    /// <summary>The facts by id, or null where they are absent.</summary>
    public static IReadOnlyDictionary<int, RecordedFact>? Facts => Loaded.Value;

    /// <summary>Where the facts are looked for.</summary>
    public static string Path => Environment.GetEnvironmentVariable("ALCHEMY_CORPUS") ?? System.IO.Path.GetFullPath(System.IO.Path.Combine(Root(), "../shared/corpus/sqlalchemy-sql.jsonl"));

    /// <summary>The folder of these tests' sources.</summary>
    public static string SourceFolder() => System.IO.Path.Combine(Root(), "tests", "Alchemy.Facts.Tests");

    /// <summary>The text with each run of white space as one space.</summary>
    public static string Fold(string sql) => WhiteSpace().Replace(sql, " ").Trim();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Alchemy.Linq.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root was not found above the test assembly.");
    }

    private static IReadOnlyDictionary<int, RecordedFact>? Load()
        => File.Exists(Path)
            ? File.ReadLines(Path).Select(line => JsonSerializer.Deserialize<RecordedFact>(line, JsonSerializerOptions.Web)!).ToDictionary(f => f.Id)
            : null;

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}

/// <summary>One recorded fact.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Test">file::class::test in SQLAlchemy's repository.</param>
/// <param name="Dialect">The dialect.</param>
/// <param name="Paramstyle">How parameters are marked.</param>
/// <param name="Sql">The SQL, white space folded.</param>
internal sealed record RecordedFact(int Id, string Test, string Dialect, string? Paramstyle, string Sql);
