using System.CommandLine;
using Alchemy.Matrix;
using Spectre.Console;

var results = new Argument<DirectoryInfo>("results") { Description = "The folder with the result files (*.trx) of the dialect tests." };
var sources = new Option<DirectoryInfo>("--sources") { Description = "The folder of the tests' sources, whose folders are the areas.", Required = true };
var output = new Option<DirectoryInfo>("--output") { Description = "Where matrix.md and matrix.html are written.", Required = true };
var root = new RootCommand("Makes a table of the results of the dialect tests: feature by database.") { results, sources, output };
root.SetAction(arguments => Run(arguments.GetRequiredValue(results), arguments.GetRequiredValue(sources), arguments.GetRequiredValue(output)));
return root.Parse(args).Invoke();

static int Run(DirectoryInfo results, DirectoryInfo sources, DirectoryInfo output)
{
    string[] files = results.Exists ? [.. results.GetFiles("*.trx").Select(f => f.FullName)] : [];
    var cells = TestResults.Cells(files, sources.FullName);
    if (cells.Count == 0)
    {
        Console.Error.WriteLine($"There are no results of dialect tests in {results.FullName}: run ./tools/matrix without arguments.");
        return 1;
    }

    var (table, judgements) = (new FeatureTable(cells), TestResults.Judgements(files));
    output.Create();
    File.WriteAllText(Path.Combine(output.FullName, "matrix.md"), MarkdownPage.Write(table, judgements));
    File.WriteAllText(Path.Combine(output.FullName, "matrix.html"), HtmlPage.Write(table, judgements));
    Show(table);
    Console.WriteLine($"{Path.Combine(output.FullName, "matrix.html")} shows every test.");
    return 0;
}

static void Show(FeatureTable table)
{
    // A table in a pipe is not cut to a terminal.
    AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 150);
    var shown = new Table().Border(TableBorder.Rounded).AddColumn("Feature");
    foreach (var database in table.Databases)
    {
        shown.AddColumn(database);
    }

    foreach (var area in table.Areas)
    {
        foreach (var feature in area)
        {
            shown.AddRow([Markup.Escape($"{area.Key}: {feature}"), .. table.Databases.Select(d => Markup.Escape(FeatureTable.Count(table.Tests(area.Key, feature, d))))]);
        }
    }

    shown.AddRow(["All", .. table.Databases.Select(d => Markup.Escape(table.Sum(d)))]);
    AnsiConsole.Write(shown);
}
