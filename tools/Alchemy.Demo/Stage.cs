using Alchemy;
using Spectre.Console;

namespace Alchemy.Demo;

/// <summary>Shows one step: what the program says, the SQL it becomes, and the rows.</summary>
internal sealed class Stage(Connection connection)
{
    private int _step;

    public void Title(string title, string code)
    {
        AnsiConsole.Write(new Rule($"[bold]{++_step}. {Markup.Escape(title)}[/]").LeftJustified());
        AnsiConsole.Write(new Panel(new Text(code.Trim())).Header("C#").BorderColor(Color.Grey));
    }

    public void Sql(string dialect, string sql) => AnsiConsole.Write(new Panel(new Text(sql)).Header(dialect).BorderColor(Color.Blue));

    public void Say(string text) => AnsiConsole.MarkupLineInterpolated($"  [green]{text}[/]");

    public void Show(string title, string code, Select select)
    {
        Title(title, code);
        Sql("SQLite", select.ToString(connection.Engine.Dialect));
        using var result = connection.Execute(select);
        var table = new Spectre.Console.Table().Border(TableBorder.Rounded);
        foreach (var column in result.Columns)
        {
            table.AddColumn(Markup.Escape(column.Name));
        }

        foreach (var row in result.ToList())
        {
            table.AddRow([.. Enumerable.Range(0, row.Count).Select(i => Markup.Escape(FormattableString.Invariant($"{row[i] ?? "NULL"}")))]);
        }

        AnsiConsole.Write(table);
    }
}
