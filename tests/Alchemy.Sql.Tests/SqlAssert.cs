namespace Alchemy.Tests;

/// <summary>Compares what each dialect renders. A dialect that is left out must render what the standard renders, but for its parameter markers.</summary>
internal static class SqlAssert
{
    public static void Renders(ClauseElement statement, string standard, string? pg = null, string? sqlite = null)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(statement.ToString(), Is.EqualTo(standard), "standard");
            Assert.That(Markers(statement.ToString(Dialects.PostgreSql), @"\$\d+"), Is.EqualTo(pg is null ? Markers(standard, @":\w+") : Markers(pg, @"\$\d+")), "postgresql");
            Assert.That(statement.ToString(Dialects.Sqlite), Is.EqualTo(sqlite ?? Markers(standard, @":\w+")), "sqlite");
        }
    }

    private static string Markers(string sql, string marker) => System.Text.RegularExpressions.Regex.Replace(sql, marker, "?");
}
