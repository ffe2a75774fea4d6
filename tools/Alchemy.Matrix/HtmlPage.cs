using System.Net;
using System.Text;

namespace Alchemy.Matrix;

/// <summary>The matrix as a page by itself: a cell opens to show its tests.</summary>
internal static class HtmlPage
{
    private const string Style = """
        body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 78rem; padding: 0 1rem; color: #1c2330; background: #fff; }
        h1 { font-size: 1.6rem; } h2 { margin-top: 2.2rem; font-size: 1.15rem; } p { color: #4a5568; max-width: 50rem; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #e2e8f0; }
        th { position: sticky; top: 0; background: #fff; } td:first-child { width: 16rem; } summary { cursor: pointer; } ul { margin: .4rem 0 .2rem; padding-left: 1.1rem; font-size: .85rem; }
        .dot { display: inline-block; width: .65rem; height: .65rem; border-radius: 50%; margin-right: .45rem; }
        .Passed .dot, li.Passed::marker { background: #2f9e5b; color: #2f9e5b; } .Refused .dot, li.Refused::marker { background: #7a8aa0; color: #7a8aa0; }
        .Excluded .dot, li.Excluded::marker { background: #d39b1a; color: #d39b1a; } .NotDone .dot, li.NotDone::marker { background: #d9662b; color: #d9662b; }
        .NotRun .dot, li.NotRun::marker { background: #cbd5e0; color: #cbd5e0; } .Failed .dot, li.Failed::marker { background: #d02f3f; color: #d02f3f; } .reason { color: #4a5568; }
        @media (prefers-color-scheme: dark) { body, th { background: #161a22; color: #dfe5ee; } p, .reason { color: #9aa7b8; } th, td { border-color: #2b3342; } }
        """;

    public static string Write(FeatureTable table, IReadOnlyList<Judgement> judgements)
    {
        var page = new StringBuilder($"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>The dialect matrix</title><style>{Style}</style>\n<h1>The dialect matrix</h1>\n");
        page.Append("<p>Tests on real servers, by feature and database. A cell opens to show its tests. <em>Refused by design</em>: the database does not have it, and the dialect says so by name; <em>excluded</em>: not for this database, with the reason; <em>not run</em>: its server was not there.</p>\n<p>");
        page.AppendJoin(" ", Enum.GetValues<Outcome>().Select(o => $"<span class=\"{o}\"><span class=\"dot\"></span>{FeatureTable.Name(o)}</span>&nbsp;")).Append("</p>\n");
        foreach (var area in table.Areas)
        {
            page.Append($"<h2>{Encoded(area.Key)}</h2>\n<table><tr><th>Feature</th>{string.Concat(table.Databases.Select(d => $"<th>{Encoded(d)}</th>"))}</tr>\n");
            foreach (var feature in area)
            {
                page.Append($"<tr><td>{Encoded(feature)}</td>{string.Concat(table.Databases.Select(d => Column(table.Tests(area.Key, feature, d))))}</tr>\n");
            }

            page.Append("</table>\n");
        }

        if (judgements.Count > 0)
        {
            page.Append("<h2>Text only</h2>\n<p>Statements that parsers and servers of others have read. Nothing was run on SQL Server, Oracle or MySQL 8 by us; rows of the first two are checked on H2.</p>\n<table>");
            page.AppendJoin("\n", judgements.Select(j => $"<tr><td class=\"{j.Outcome}\"><span class=\"dot\"></span>{Encoded(j.Judge)}</td><td>{Encoded(j.Says)}</td></tr>")).Append("</table>\n");
        }

        return page.Append("</html>\n").ToString();
    }

    private static string Column(IReadOnlyList<Cell> tests) => FeatureTable.Worst(tests) is not { } worst ? "<td>–</td>"
        : $"<td class=\"{worst}\"><details><summary><span class=\"dot\"></span>{Encoded(FeatureTable.Count(tests))}</summary><ul>{string.Concat(tests.OrderBy(t => t.Test, StringComparer.Ordinal).Select(Item))}</ul></details></td>";

    private static string Item(Cell test) => $"<li class=\"{test.Outcome}\">{Encoded(test.Test)}{(test.Reason.Length == 0 ? "" : $"<br><span class=\"reason\">{FeatureTable.Name(test.Outcome)}: {Encoded(test.Reason)}</span>")}</li>";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
