namespace Alchemy;

public partial class SqlCompiler
{
    /// <inheritdoc/>
    protected internal override void VisitOver(Over node)
    {
        Render(node.Element).Write(" OVER ");
        var window = Written(node.Window);
        _ = window is { IsNameOnly: true, Base: { } name } ? WriteName(name) : WriteWindow(window);
    }

    /// <inheritdoc/>
    protected internal override void VisitNamedWindow(NamedWindow node)
    {
        WriteName(node.Name).Write(" AS ");
        WriteWindow(Written(node.Window, isDefinition: true));
    }

    private void WriteWindows(IReadOnlyList<NamedWindow> windows)
    {
        if (windows.Count > 0 && Features.NamedWindows is not NamedWindows.Inlined)
        {
            Write(" WINDOW ").Render(windows);
        }
    }

    // The window as the database takes it: by its name, or with what the name stands for in its place.
    private Window Written(Window window, bool isDefinition = false)
    {
        if (window.Base is not { } name)
        {
            return window;
        }

        var definition = _context.Windows.FirstOrDefault(w => w.Name == name)
            ?? throw Unsupported($"The window '{name}'", $"the SELECT does not define it: add Window(\"{name}\", w => …) to the SELECT in whose columns or ORDER BY the function stands.");
        // Said whole in any case, so that what no database takes is refused by each.
        var whole = window.Over(Whole(definition.Window));
        return Features.NamedWindows switch
        {
            NamedWindows.Clause when !isDefinition || !window.IsNameOnly => window,
            NamedWindows.ClauseWithoutBase when window.IsNameOnly && !isDefinition => window,
            _ => whole,
        };
    }

    private Window Whole(Window window) => window.Base is { } name ? window.Over(Whole(_context.Windows.First(w => w.Name == name).Window)) : window;

    private SqlCompiler WriteWindow(Window window)
    {
        CheckFrame(window.Frame);
        Write("(" + (window.Base is { } name ? Dialect.Identifiers.Quote(name) : ""));
        var first = window.Base is null;
        for (var i = 0; i < window.PartitionBys.Count; i++, first = false)
        {
            Write(i == 0 ? "PARTITION BY " : ", ");
            RenderGroupBy(window.PartitionBys[i]);
        }

        // Equal and before mean in a window what they mean in GROUP BY and ORDER BY.
        for (var i = 0; i < window.OrderBys.Count; i++, first = false)
        {
            Write(i > 0 ? ", " : first ? "ORDER BY " : " ORDER BY ");
            RenderOrderBy(window.OrderBys[i], []);
        }

        if (window.Frame is { } frame)
        {
            WriteFrame(frame, first ? "" : " ");
        }

        return Write(")");
    }

    private void WriteFrame(WindowFrame frame, string before)
    {
        Write(before + frame.Unit switch { FrameUnit.Rows => "ROWS", FrameUnit.Range => "RANGE", FrameUnit.Groups => "GROUPS" } + " BETWEEN ");
        WriteBound(frame.From, "UNBOUNDED PRECEDING");
        Write(" AND ");
        WriteBound(frame.To, "UNBOUNDED FOLLOWING");
        Write(frame.Exclusion switch
        {
            FrameExclusion.None => "",
            FrameExclusion.CurrentRow => " EXCLUDE CURRENT ROW",
            FrameExclusion.Group => " EXCLUDE GROUP",
            FrameExclusion.Ties => " EXCLUDE TIES",
            FrameExclusion.NoOthers => " EXCLUDE NO OTHERS",
        });
    }

    private void WriteBound(FrameBound bound, string unbounded) => _ = bound.Kind switch
    {
        FrameBoundKind.Unbounded => Write(unbounded),
        FrameBoundKind.CurrentRow => Write("CURRENT ROW"),
        FrameBoundKind.Preceding => RenderFrameValue(bound.Value!).Write(" PRECEDING"),
        FrameBoundKind.Following => RenderFrameValue(bound.Value!).Write(" FOLLOWING"),
    };

    private SqlCompiler RenderFrameValue(ColumnElement value) => Features.ParameterInFrame is Support.Yes ? Render(value) : RenderLiteral(value);
}
