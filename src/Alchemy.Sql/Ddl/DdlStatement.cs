namespace Alchemy;

/// <summary>A statement that defines or removes something of the database: CREATE, DROP, ALTER, COMMENT. Values in it are written into the text: no database takes parameters there.</summary>
public abstract class DdlStatement : ClauseElement
{
    private protected DdlStatement()
    {
    }

    /// <summary>Tells for which databases the statement is executed among the <see cref="SchemaEvents"/> of a table or MetaData; null (the default) for all.</summary>
    public Func<Dialect, bool>? ExecuteIf { get; init; }

    /// <summary>Calls the method of the compiler that writes this kind of statement.</summary>
    private protected abstract void Write(DdlCompiler ddl, SqlCompiler sql);

    /// <inheritdoc/>
    protected internal sealed override void Accept(SqlVisitor visitor) => visitor.VisitDdl(this);

    /// <summary>What it defines may change after it was compiled: no statement shares its text.</summary>
    protected internal sealed override void Describe(PartList parts) => parts.Identity(this);

    internal void WriteTo(SqlCompiler sql) => Write(sql.Dialect.Ddl, sql);
}

/// <summary>A statement as text, with the names of a table in it: <c>%(table)s</c>, <c>%(schema)s</c>, <c>%(fullname)s</c>, and those of <see cref="Context"/>. Two percent signs are one.</summary>
/// <example><code>new DdlText("ALTER TABLE %(fullname)s ENABLE ROW LEVEL SECURITY") { Target = users }</code></example>
/// <param name="text">The text. Never put values into it.</param>
public sealed class DdlText(string text) : DdlStatement
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>The table that is named in the text, or null.</summary>
    public Table? Target { get; init; }

    /// <summary>Names of the text and what stands in their place, as it is.</summary>
    public IReadOnlyDictionary<string, string> Context { get; init; } = new Dictionary<string, string>();

    /// <summary>The same text about a table.</summary>
    public DdlText Against(Table table) => new(Text) { Target = table, Context = Context, ExecuteIf = ExecuteIf };

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitText(this, sql);
}
