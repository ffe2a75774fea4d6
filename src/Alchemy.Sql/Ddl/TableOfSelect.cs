namespace Alchemy;

/// <summary>A definition of a table or view by the SELECT that gives its columns and rows. The values of the SELECT's parameters are part of the text: no database takes parameters there.</summary>
public abstract class TableOfSelect : DdlStatement
{
    private protected TableOfSelect(SelectBase select, string name, MetaData? metadata, string? schema, bool temporary, bool ifNotExists)
    {
        (Select, IsTemporary, IfNotExists) = (select, temporary, ifNotExists);
        var columns = SelectColumns.Names(select).Select((column, i) => new Column(column, select.Columns[i].Type));
        Table = new Table(name, metadata ?? new MetaData(), schema, [.. columns]) { Definition = this };
    }

    /// <summary>What gives the columns and rows.</summary>
    public SelectBase Select { get; }

    /// <summary>What is made, to select from.</summary>
    public Table Table { get; private set; }

    internal Table? TryTable => Table;

    /// <summary>True for one of this connection only.</summary>
    public bool IsTemporary { get; }

    /// <summary>True to leave what is there.</summary>
    public bool IfNotExists { get; }

    /// <summary>What one database alone can say.</summary>
    public IReadOnlyList<DialectOptions> Options { get; init; } = [];

    /// <summary>The same for a copy of the table.</summary>
    internal TableOfSelect For(Table table)
    {
        var copy = (TableOfSelect)MemberwiseClone();
        copy.Table = table;
        return copy;
    }

    /// <summary>The statement that takes it away.</summary>
    internal abstract DdlStatement Drop(bool ifExists);
}

/// <summary><c>CREATE [TEMPORARY] TABLE [IF NOT EXISTS] name AS SELECT …</c>; on SQL Server <c>SELECT … INTO name FROM …</c></summary>
/// <example><code>var recent = new CreateTableAs(Sql.Select(orders.Id).Where(orders.Id > 5), "recent");
/// connection.Execute(recent);                     // CREATE TABLE recent AS SELECT orders.id FROM orders WHERE orders.id > 5
/// connection.Execute(Sql.Select(recent.Table));   // SELECT recent.id FROM recent</code></example>
/// <param name="select">What fills it.</param>
/// <param name="name">The table's name.</param>
/// <param name="metadata">Where <see cref="TableOfSelect.Table"/> belongs, which then creates and drops it with its other tables; null for a MetaData of its own.</param>
/// <param name="schema">The schema; null for that of the MetaData.</param>
/// <param name="temporary">True for a table of this connection only.</param>
/// <param name="ifNotExists">True to leave a table that is there.</param>
/// <exception cref="CompileException">At compilation: the database cannot say what is asked, or a value has no literal form.</exception>
public sealed class CreateTableAs(SelectBase select, string name, MetaData? metadata = null, string? schema = null, bool temporary = false, bool ifNotExists = false)
    : TableOfSelect(select, name, metadata, schema, temporary, ifNotExists)
{
    internal override DdlStatement Drop(bool ifExists) => new DropTable(Table, ifExists);

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitCreateTableAs(this, sql);
}

/// <summary><c>CREATE [OR REPLACE] [TEMPORARY] [MATERIALIZED] VIEW [IF NOT EXISTS] name AS SELECT …</c></summary>
/// <example><code>var adults = new CreateView(Sql.Select(users.Id).Where(users.Age > 17), "adults", metadata);</code></example>
/// <param name="select">What it shows.</param>
/// <param name="name">The view's name.</param>
/// <param name="metadata">Where <see cref="TableOfSelect.Table"/> belongs, which then creates the view after the tables that it shows; null for a MetaData of its own.</param>
/// <param name="schema">The schema; null for that of the MetaData.</param>
/// <param name="temporary">True for a view of this connection only.</param>
/// <param name="orReplace">True to take the place of a view that is there; <c>OR ALTER</c> on SQL Server.</param>
/// <param name="materialized">True for a view whose rows are kept.</param>
/// <param name="ifNotExists">True to leave a view that is there.</param>
/// <exception cref="CompileException">At compilation: the database cannot say what is asked, or a value has no literal form.</exception>
public sealed class CreateView(SelectBase select, string name, MetaData? metadata = null, string? schema = null, bool temporary = false, bool orReplace = false, bool materialized = false, bool ifNotExists = false)
    : TableOfSelect(select, name, metadata, schema, temporary, ifNotExists)
{
    /// <summary>True to take the place of a view that is there.</summary>
    public bool OrReplace { get; } = !orReplace || !ifNotExists
        ? orReplace
        : throw new InvalidStatementException($"The view '{name}' is to take the place of one that is there, and to leave it: say orReplace, or ifNotExists.");

    /// <summary>True for a view whose rows are kept.</summary>
    public bool IsMaterialized { get; } = materialized;

    internal override DdlStatement Drop(bool ifExists) => new DropView(Table, ifExists, IsMaterialized);

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitCreateView(this, sql);
}

/// <summary><c>DROP [MATERIALIZED] VIEW [IF EXISTS] name</c></summary>
/// <param name="view">The view, as a table: <see cref="TableOfSelect.Table"/>.</param>
/// <param name="ifExists">True to go on when it is not there.</param>
/// <param name="materialized">True for a view whose rows are kept.</param>
public sealed class DropView(Table view, bool ifExists = false, bool materialized = false) : DdlStatement
{
    /// <summary>The view.</summary>
    public Table View { get; } = view;

    /// <summary>True to go on when it is not there.</summary>
    public bool IfExists { get; } = ifExists;

    /// <summary>True for a view whose rows are kept.</summary>
    public bool IsMaterialized { get; } = materialized;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitDropView(this, sql);
}
