using System.Text;

namespace Alchemy.Matrix;

/// <summary>The matrix as Markdown.</summary>
internal static class MarkdownPage
{
    public static string Write(FeatureTable table, IReadOnlyList<Judgement> judgements)
    {
        var page = new StringBuilder("# The dialect matrix\n\nTests on real servers, by feature and database.\n\n");
        Row(page, ["Feature", .. table.Databases]);
        Row(page, [.. Enumerable.Repeat("---", table.Databases.Count + 1)]);
        foreach (var area in table.Areas)
        {
            foreach (var feature in area)
            {
                Row(page, [$"{area.Key}: {feature}", .. table.Databases.Select(d => FeatureTable.Count(table.Tests(area.Key, feature, d)))]);
            }
        }

        Row(page, ["**All**", .. table.Databases.Select(d => $"**{table.Sum(d)}**")]);
        if (judgements.Count > 0)
        {
            page.Append("\n## Text only\n\nStatements that parsers and servers of others have read. Nothing was run on SQL Server, Oracle or MySQL 8 by us; rows of the first two are checked on H2.\n\n");
            foreach (var judgement in judgements)
            {
                page.Append($"* {judgement.Judge}: {FeatureTable.Name(judgement.Outcome)}. {judgement.Says}\n");
            }
        }

        page.Append("\n## What did not pass, and why\n\n");
        foreach (var cell in table.NotPassed)
        {
            page.Append($"* {cell.Database}, {cell.Area}: {cell.Feature}: {cell.Test}: {FeatureTable.Name(cell.Outcome)}: {cell.Reason.Replace("|", "\\|", StringComparison.Ordinal)}\n");
        }

        return page.ToString();
    }

    private static void Row(StringBuilder page, IEnumerable<string> cells) => page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
