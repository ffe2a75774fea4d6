namespace Alchemy.Matrix;

/// <summary>The results by feature and database.</summary>
internal sealed class FeatureTable(IReadOnlyList<Cell> cells)
{
    private static readonly (Outcome Outcome, string Words)[] Words =
    [
        (Outcome.Passed, "passed"), (Outcome.Refused, "refused by design"), (Outcome.Excluded, "excluded"), (Outcome.NotDone, "not done"), (Outcome.NotRun, "not run"), (Outcome.Failed, "FAILED"),
    ];

    private readonly Dictionary<(string, string, string), List<Cell>> _byFeature = cells.GroupBy(c => (c.Area, c.Feature, c.Database)).ToDictionary(g => g.Key, g => g.ToList());

    /// <summary>The databases, in the order in which the tests have them.</summary>
    public IReadOnlyList<string> Databases { get; } = [.. cells.Select(c => c.Database).Distinct().OrderBy(d => d switch { "Sqlite" => 0, "PostgreSql" => 1, "PostgreSql18" => 2, "MariaDb" => 3, "MySql56" => 4, _ => 5 }).ThenBy(d => d, StringComparer.Ordinal)];

    /// <summary>The features by area.</summary>
    public IEnumerable<IGrouping<string, string>> Areas => cells.Select(c => (c.Area, c.Feature)).Distinct().OrderBy(f => f.Area, StringComparer.Ordinal).ThenBy(f => f.Feature, StringComparer.Ordinal).GroupBy(f => f.Area, f => f.Feature);

    /// <summary>Everything that did not pass, with its reason.</summary>
    public IEnumerable<Cell> NotPassed => cells.Where(c => c.Outcome is not Outcome.Passed).OrderByDescending(c => c.Outcome).ThenBy(c => c.Area, StringComparer.Ordinal).ThenBy(c => c.Feature, StringComparer.Ordinal).ThenBy(c => c.Test, StringComparer.Ordinal);

    /// <summary>The tests of a feature on a database.</summary>
    public IReadOnlyList<Cell> Tests(string area, string feature, string database) => _byFeature.TryGetValue((area, feature, database), out var found) ? found : [];

    /// <summary>The worst that became of tests.</summary>
    public static Outcome? Worst(IReadOnlyList<Cell> tests) => tests.Count == 0 ? null : tests.Max(t => t.Outcome);

    /// <summary>How many of each outcome, in words: <c>31 passed, 2 excluded</c>; a dash for no test.</summary>
    public static string Count(IReadOnlyCollection<Cell> tests) => tests.Count == 0 ? "–"
        : string.Join(", ", Words.Select(w => (w.Words, Count: tests.Count(t => t.Outcome == w.Outcome))).Where(w => w.Count > 0).Select(w => $"{w.Count} {w.Words}"));

    /// <summary>The sum of a database.</summary>
    public string Sum(string database) => Count([.. cells.Where(c => c.Database == database)]);

    /// <summary>An outcome in words.</summary>
    public static string Name(Outcome outcome) => Words.First(w => w.Outcome == outcome).Words;
}
