using Spectre.Console;
using Spectre.Console.Rendering;

namespace Alchemy.Demo;

/// <summary>Prints a step: what the program says, every statement that reached the database, and the rows.</summary>
internal sealed class Stage
{
    private const int WidthOfFiles = 140;
    private readonly IAnsiConsole _console = AnsiConsole.Console;
    private readonly List<string> _statements = [];
    private readonly string _dialect;
    private int _step;
    private int _executed;

    public Stage(Engine engine, string dialect)
    {
        _dialect = dialect;
        engine.Events.Executing += e => _statements.Add(e.Text);
        if (Console.IsOutputRedirected)
        {
            (_console.Profile.Width, _console.Profile.Capabilities.Ansi) = (WidthOfFiles, false);
        }
    }

    public void Headline(string text) => _console.MarkupLineInterpolated($"[bold]{text}[/]");

    public void Title(string title, string code)
    {
        _executed = 0;
        _statements.Clear();
        _console.WriteLine();
        _console.Write(new Rule($"[bold yellow]{++_step}. {Markup.Escape(title)}[/]").LeftJustified());
        _console.Write(Box("C#", Highlight.CSharp(code), Color.Grey));
    }

    /// <summary>Something to read between the statements.</summary>
    public void Say(string title, string text)
    {
        PrintStatements();
        _console.Write(Box(title, new Text(text.PadRight(title.Length + 2)), Color.Olive));
    }

    /// <summary>The same query in two dialects.</summary>
    public void Beside((string Dialect, string Sql) left, (string Dialect, string Sql) right)
    {
        var grid = new Grid().AddColumn(new GridColumn().PadLeft(0)).AddColumn();
        _console.Write(grid.AddRow(Box(left.Dialect, Highlight.Sql(left.Sql), Color.Blue), Box(right.Dialect, Highlight.Sql(right.Sql), Color.Blue)));
    }

    /// <summary>Rows as a table: one column a property.</summary>
    public void Table(IEnumerable<object> rows)
    {
        var items = rows.ToList();
        PrintStatements();
        _console.Write(RowTable.Of(items));
        _console.MarkupLineInterpolated($"[grey]{Count(items.Count, "row")}, {Count(_executed, "statement")}[/]");
    }

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    private static Panel Box(string title, IRenderable content, Color colour) => new Panel(content).Header(title).BorderColor(colour).RoundedBorder();

    private void PrintStatements()
    {
        if (_statements.Count > 0)
        {
            _console.Write(Box(_dialect, new Rows(_statements.Select(s => Highlight.Sql(s + ";"))), Color.Blue));
        }

        _executed += _statements.Count;
        _statements.Clear();
    }
}
