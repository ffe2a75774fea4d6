namespace Alchemy;

public partial class DdlCompiler
{
    /// <summary><c>CREATE [UNIQUE] INDEX name ON table (…)</c></summary>
    protected internal virtual void VisitCreateIndex(CreateIndex node, SqlCompiler sql)
    {
        var index = node.Index;
        sql.Write("CREATE ").Write(index.IsUnique ? "UNIQUE " : "");
        IndexKind(index, sql);
        sql.Write("INDEX ");
        BeforeIndexName(index, sql);
        IfNotExists(sql, node.IfNotExists, "INDEX");
        CreatedIndexName(index, sql);
        sql.Write(" ON ");
        IndexedTable(index, sql);
        BeforeIndexItems(index, sql);
        IndexItems(index, sql);
        AfterIndexItems(index, sql);
    }

    /// <summary>What a dialect says before INDEX.</summary>
    protected virtual void IndexKind(TableIndex index, SqlCompiler sql)
    {
    }

    /// <summary>What a dialect says after INDEX.</summary>
    protected virtual void BeforeIndexName(TableIndex index, SqlCompiler sql)
    {
    }

    /// <summary>The name in CREATE INDEX.</summary>
    protected virtual void CreatedIndexName(TableIndex index, SqlCompiler sql) => sql.Write(IndexName(index));

    /// <summary>The table in CREATE INDEX.</summary>
    protected virtual void IndexedTable(TableIndex index, SqlCompiler sql) => sql.WriteTable(index.Table);

    /// <summary>What a dialect says between the table and the columns.</summary>
    protected virtual void BeforeIndexItems(TableIndex index, SqlCompiler sql)
    {
    }

    /// <summary>The columns and expressions, in parentheses.</summary>
    protected virtual void IndexItems(TableIndex index, SqlCompiler sql)
        => sql.Write(" (").WriteItems(index.Items.Select(i => (Action<SqlCompiler>)(s => IndexItem(index, i, s))), ", ").Write(")");

    /// <summary>A column or expression.</summary>
    protected virtual void IndexItem(TableIndex index, IndexItem item, SqlCompiler sql)
    {
        if (Dialect.Features.ExpressionIndexes is Support.No && item.Expression is not (null or NamedColumn or ColumnClause or TextClause or Ordering { Element: NamedColumn or ColumnClause }))
        {
            throw sql.NotDefined("An index of an expression", "add a computed column and index that.");
        }

        _ = item.Expression is { } expression ? sql.Render(expression) : sql.WriteColumnNames(index.Table, [item.ColumnName!]);
    }

    /// <summary>What a dialect says after the columns.</summary>
    protected virtual void AfterIndexItems(TableIndex index, SqlCompiler sql)
    {
    }

    /// <summary><c> WHERE condition</c> of an index over some rows.</summary>
    protected static void IndexCondition(ColumnElement? condition, SqlCompiler sql)
    {
        if (condition is not null)
        {
            sql.Write(" WHERE ").RenderCondition(condition);
        }
    }

    /// <summary>The index' name, in quotes where it needs them.</summary>
    protected string IndexName(TableIndex index) => NameOf(index.Name, index.IsNameMadeUp);

    /// <summary><c>DROP INDEX name</c></summary>
    protected internal virtual void VisitDropIndex(DropIndex node, SqlCompiler sql)
    {
        sql.Write("DROP INDEX ");
        BeforeIndexName(node.Index, sql);
        IfExists(sql, node.IfExists, "INDEX").WriteSchema(node.Index.TryTable?.Schema).Write(IndexName(node.Index));
    }
}
