using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Alchemy.Tests;

/// <summary>Which databases the tests run on: three always, and those that are only run where their URL is set.</summary>
public static class Lanes
{
    internal const string Padding = "MySQL 5.6 has no collation of utf8mb4 in which a space at the end of a text counts.";

    /// <summary>Every lane of this run.</summary>
    public static IEnumerable<Database> All => Enum.GetValues<Database>().Where(d => !IsOptional(d) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable(d))));

    /// <summary>Those that are servers.</summary>
    public static IEnumerable<Database> Servers => All.Where(d => d is not Database.Sqlite);

    internal static string Variable(Database lane) => $"ALCHEMY_{lane.ToString().ToUpperInvariant()}_URL";

    internal static string Title(Database lane) => lane switch
    {
        Database.PostgreSql => "PostgreSQL",
        Database.MariaDb => "MariaDB",
        Database.PostgreSql18 => "PostgreSQL 18",
        Database.MySql56 => "MySQL 5.6",
        _ => lane.ToString(),
    };

    /// <summary>The database whose tests a lane runs.</summary>
    internal static Database Family(Database lane) => lane switch
    {
        Database.PostgreSql18 => Database.PostgreSql,
        Database.MySql56 => Database.MariaDb,
        _ => lane,
    };

    /// <summary>MySQL 5.6 lacks much that the tests take for granted: one that ended because the dialect says so by name has shown what it should.</summary>
    internal static void AcceptRefusal(Database lane)
    {
        var result = TestExecutionContext.CurrentContext.CurrentResult;
        if (lane is Database.MySql56 && result.ResultState.Status is TestStatus.Failed && result.Message.Contains("cannot be rendered for mysql: ", StringComparison.Ordinal))
        {
            result.SetResult(ResultState.Ignored, $"Refused by design: {result.Message}");
        }
    }

    private static bool IsOptional(Database lane) => Family(lane) != lane;
}
