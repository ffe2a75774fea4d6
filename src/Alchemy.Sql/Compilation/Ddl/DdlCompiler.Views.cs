namespace Alchemy;

public partial class DdlCompiler
{
    /// <summary><c>CREATE TABLE name AS SELECT …</c></summary>
    protected internal virtual void VisitCreateTableAs(CreateTableAs node, SqlCompiler sql)
    {
        if (node.IsTemporary && Dialect.Features.TemporaryTableAs is Support.No)
        {
            throw sql.NotDefined("CREATE TEMPORARY TABLE AS", "create the temporary table by its columns, and fill it with INSERT … FROM SELECT; on SQL Server give it a name that begins with #.");
        }

        if (Dialect.Features.TableOfSelect is TableOfSelectForm.SelectInto)
        {
            IfNotExists(sql, node.IfNotExists, "TABLE").RenderWithValues(new SelectInto(node.Select, node.Table));
            return;
        }

        CheckName(node.Table.Name);
        IfNotExists(sql.Write(node.IsTemporary ? "CREATE TEMPORARY TABLE " : "CREATE TABLE "), node.IfNotExists, "TABLE").WriteTable(node.Table).Write(" AS ").RenderWithValues(node.Select);
    }

    /// <summary><c>CREATE VIEW name AS SELECT …</c></summary>
    protected internal virtual void VisitCreateView(CreateView node, SqlCompiler sql)
    {
        CheckView(node, sql);
        CheckName(node.Table.Name);
        sql.Write("CREATE ").Write((node.OrReplace, Dialect.Features.ReplaceView) switch
        {
            (false, _) => "",
            (_, ReplaceView.OrReplace) => "OR REPLACE ",
            (_, ReplaceView.OrAlter) => "OR ALTER ",
            _ => throw sql.NotDefined("CREATE OR REPLACE VIEW", "drop the view, and create it."),
        });
        sql.Write(node.IsTemporary ? "TEMPORARY " : "").Write(node.IsMaterialized ? "MATERIALIZED VIEW " : "VIEW ");
        IfNotExists(sql, node.IfNotExists, node.IsMaterialized ? "MATERIALIZED VIEW" : "VIEW").WriteTable(node.Table);
        ViewOptions(node, sql);
        sql.Write(" AS ").RenderWithValues(node.Select);
    }

    /// <summary>What a dialect says after the name of a view; nothing in standard SQL.</summary>
    protected virtual void ViewOptions(CreateView node, SqlCompiler sql)
    {
    }

    /// <summary><c>DROP VIEW name</c></summary>
    protected internal virtual void VisitDropView(DropView node, SqlCompiler sql)
    {
        if (node.IsMaterialized && Dialect.Features.MaterializedViews is MaterializedViews.None)
        {
            throw NoRowsKept(sql);
        }

        IfExists(sql.Write(node.IsMaterialized ? "DROP MATERIALIZED VIEW " : "DROP VIEW "), node.IfExists, "VIEW").WriteTable(node.View);
    }

    private void CheckView(CreateView node, SqlCompiler sql)
    {
        var features = Dialect.Features;
        if (node.IsTemporary && features.TemporaryViews is Support.No)
        {
            throw sql.NotDefined("A temporary view", "create a view, and drop it; or put its SELECT in a common table expression of each statement.");
        }

        if (node.IsMaterialized && features.MaterializedViews is MaterializedViews.None)
        {
            throw NoRowsKept(sql);
        }

        if (node is { IsMaterialized: true, IsTemporary: true } or { IsMaterialized: true, OrReplace: true } && features.MaterializedViews is MaterializedViews.Plain)
        {
            throw sql.NotDefined("A materialized view that is temporary or takes another's place", "drop the view that is there, and create it for all connections.");
        }
    }

    private static CompileException NoRowsKept(SqlCompiler sql) => sql.NotDefined("A materialized view", "the database keeps no view's rows: make a table of the SELECT (CreateTableAs), and fill it anew when the rows change.");
}
