namespace Alchemy;

/// <summary>Tables and views made of a SELECT. The values of its parameters are part of the text: no database takes parameters there.</summary>
/// <example><code>Dialects.PostgreSql.CreateTableAs("recent", Sql.Select(orders).Where(orders.Id > 5))</code> becomes
/// <c>CREATE TABLE recent AS SELECT orders.id FROM orders WHERE orders.id > 5</c></example>
public static class CreateAs
{
    extension(Dialect dialect)
    {
        /// <summary><c>CREATE [TEMPORARY] TABLE [IF NOT EXISTS] name AS SELECT …</c>; on SQL Server use <c>SELECT … INTO</c>, which this does not write.</summary>
        /// <param name="name">The table's name.</param>
        /// <param name="select">What fills it.</param>
        /// <param name="schema">The schema, or null.</param>
        /// <param name="temporary">True for a table of this connection only.</param>
        /// <param name="ifNotExists">True to leave a table that is there.</param>
        /// <exception cref="CompileException">The dialect has no such statement, or a value has no literal form.</exception>
        public string CreateTableAs(string name, SelectBase select, string? schema = null, bool temporary = false, bool ifNotExists = false)
            => dialect.Features.CreateTableAs is Support.No
                ? throw new CompileException("CREATE TABLE AS", dialect.Name, "create the table, and fill it with INSERT … FROM SELECT.")
                : $"CREATE {(temporary ? "TEMPORARY " : "")}TABLE {(ifNotExists ? "IF NOT EXISTS " : "")}{Full(dialect, name, schema)} AS {Body(dialect, select)}";

        /// <summary><c>CREATE [OR REPLACE] [TEMPORARY] [MATERIALIZED] VIEW name AS SELECT …</c></summary>
        /// <param name="name">The view's name.</param>
        /// <param name="select">What it shows.</param>
        /// <param name="schema">The schema, or null.</param>
        /// <param name="temporary">True for a view of this connection only.</param>
        /// <param name="orReplace">True to take the place of a view that is there.</param>
        /// <param name="materialized">True for a view whose rows are kept.</param>
        /// <exception cref="CompileException">A value has no literal form.</exception>
        public string CreateView(string name, SelectBase select, string? schema = null, bool temporary = false, bool orReplace = false, bool materialized = false)
            => $"CREATE {(orReplace ? "OR REPLACE " : "")}{(temporary ? "TEMPORARY " : "")}{(materialized ? "MATERIALIZED " : "")}VIEW {Full(dialect, name, schema)} AS {Body(dialect, select)}";

        /// <summary><c>DROP [MATERIALIZED] VIEW name</c></summary>
        public string DropView(string name, string? schema = null, bool materialized = false, bool ifExists = false)
            => $"DROP {(materialized ? "MATERIALIZED " : "")}VIEW {(ifExists ? "IF EXISTS " : "")}{Full(dialect, name, schema)}";
    }

    /// <summary>The table that <see cref="CreateTableAs"/> or <see cref="CreateView"/> makes of a SELECT, to select from.</summary>
    /// <param name="select">What it is made of.</param>
    /// <param name="name">Its name.</param>
    /// <param name="schema">Its schema, or null.</param>
    public static Table Into(this SelectBase select, string name, string? schema = null)
        => Sql.Table(name, schema, [.. SelectColumns.Names(select).Select((n, i) => new ColumnClause(n, select.Columns[i].Type))]);

    private static string Full(Dialect dialect, string name, string? schema)
        => (string.IsNullOrEmpty(schema) ? "" : dialect.Identifiers.QuoteSchema(schema) + ".") + dialect.Identifiers.Quote(name);

    private static string Body(Dialect dialect, SelectBase select) => dialect.Compile(select).ToLiteralString();
}
