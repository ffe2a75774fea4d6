using System.Reflection;
using System.Text.RegularExpressions;

namespace Alchemy.Tests;

/// <summary>Writes docs/dialects.md from the features that the compilers read.</summary>
internal static partial class DialectTable
{
    private static readonly (string Title, Dialect Dialect)[] Newest =
    [
        ("PostgreSQL", Dialects.PostgreSql), ("MySQL", Dialects.MySql), ("MariaDB", Dialects.MariaDb), ("SQLite", Dialects.Sqlite), ("Oracle", Dialects.Oracle), ("SQL Server", Dialects.SqlServer),
    ];

    private static readonly (string Title, Func<Version, Dialect> Create, string[] Versions)[] Gates =
    [
        ("PostgreSQL", v => new PostgreSqlDialect(v), ["12.0", "13.0", "14.0", "15.0", "16.0", "17.0", "18.0"]),
        ("MySQL", v => new MySqlDialect(v), ["5.6", "5.7.8", "8.0", "8.0.4", "8.0.14", "8.0.19", "8.0.20", "8.0.31", "8.4"]),
        ("MariaDB", v => new MariaDbDialect(v), ["10.1", "10.2", "10.3", "10.5", "10.6", "11.4"]),
        ("SQLite", v => new SqliteDialect(v), ["3.22", "3.24", "3.25", "3.28", "3.30", "3.33", "3.35", "3.39", "3.50"]),
        ("Oracle", v => new OracleDialect(v), ["8.1", "9.0", "11.2", "12.1", "12.2", "19.0", "21.0", "23.0", "23.4"]),
        ("SQL Server", v => new SqlServerDialect(v), ["10.0", "11.0", "13.0", "14.0", "16.0"]),
    ];

    private static readonly PropertyInfo[] Features = [.. typeof(DialectFeatures).GetProperties().Where(p => p.PropertyType.IsEnum || p.PropertyType == typeof(int)).OrderBy(p => p.MetadataToken)];

    public static string Make() => $"""
        # What each database can say

        One row a choice of `DialectFeatures`, which the compilers read; this page is written from it (`ALCHEMY_WRITE_DOCS=1 ./tools/test unit` writes it anew, and a test holds it).
        A statement that needs what a database has not is refused: `CompileException` names the feature, the dialect, the statement so far and a way out.
        Oracle and SQL Server stand here by their manuals and by what their parsers take: no test of this project has run on one of them.

        {Rows()}

        ## What the server's version decides

        An engine asks the server for its version; `new MySqlDialect(new Version(5, 7))` compiles for an older one without a server.

        {Versions()}

        """;

    private static string Rows()
    {
        var head = $"| | {string.Join(" | ", Newest.Select(d => $"{d.Title} {d.Dialect.ServerVersion}"))} |\n|---|{string.Concat(Newest.Select(_ => "---|"))}";
        return head + string.Concat(Features.Select(f => $"\n| {Words(f.Name)} | {string.Join(" | ", Newest.Select(d => Words($"{f.GetValue(d.Dialect.Features)}")))} |"));
    }

    private static string Versions() => string.Join("\n", Gates.SelectMany(Changes));

    // What differs from the version before.
    private static IEnumerable<string> Changes((string Title, Func<Version, Dialect> Create, string[] Versions) gate)
    {
        var before = gate.Create(Version.Parse(gate.Versions[0])).Features;
        foreach (var version in gate.Versions.Skip(1))
        {
            var now = gate.Create(Version.Parse(version)).Features;
            var changes = Features.Where(f => !Equals(f.GetValue(before), f.GetValue(now))).Select(f => $"{Words(f.Name)}: {Words($"{f.GetValue(before)}")} → {Words($"{f.GetValue(now)}")}").ToList();
            if (changes.Count > 0)
            {
                yield return $"* {gate.Title} {version}: {string.Join("; ", changes)}";
            }

            before = now;
        }
    }

    private static string Words(string name) => WordEnd().Replace(name, " $1").ToLowerInvariant() is var words && words.Length > 0 ? char.ToUpperInvariant(words[0]) + words[1..] : name;

    [GeneratedRegex("(?<=[a-z])([A-Z])")]
    private static partial Regex WordEnd();
}
