namespace Alchemy;

/// <summary>Standard SQL with named parameters (<c>:name</c>): what <c>ToString()</c> of a statement shows, and the base of every other dialect, also of third parties'.</summary>
public class StandardDialect : Dialect
{
    /// <summary>Words that standard SQL reserves.</summary>
    private static readonly string[] ReservedWords =
    [
        "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "authorization", "binary", "both", "case", "cast", "check", "collate",
        "column", "constraint", "create", "cross", "current_date", "current_role", "current_time", "current_timestamp", "current_user", "default", "deferrable",
        "desc", "distinct", "do", "else", "end", "except", "false", "for", "foreign", "freeze", "from", "full", "grant", "group", "having", "ilike", "in",
        "initially", "inner", "intersect", "into", "is", "isnull", "join", "leading", "left", "like", "limit", "localtime", "localtimestamp", "natural", "new",
        "not", "notnull", "null", "off", "offset", "old", "on", "only", "or", "order", "outer", "overlaps", "placing", "primary", "references", "right",
        "select", "session_user", "set", "similar", "some", "symmetric", "table", "then", "to", "trailing", "true", "union", "unique", "user", "using",
        "verbose", "when", "where",
    ];

    private readonly Version _version;

    /// <summary>Creates the dialect.</summary>
    /// <param name="serverVersion">The server's version; null for the newest that is known.</param>
    public StandardDialect(Version? serverVersion = null)
    {
        _version = serverVersion ?? new Version(1, 0);
        Identifiers = new IdentifierPreparer(ReservedWords);
        Types = new TypeCompiler("standard");
        Ddl = new DdlCompiler(this);
    }

    /// <summary>The dialect for statements that are only shown.</summary>
    public static StandardDialect Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "standard";

    /// <inheritdoc/>
    public override Version ServerVersion => _version;

    /// <inheritdoc/>
    public override DialectFeatures Features { get; } = new();

    /// <inheritdoc/>
    public override IdentifierPreparer Identifiers { get; }

    /// <inheritdoc/>
    public override TypeCompiler Types { get; }

    /// <inheritdoc/>
    public override DdlCompiler Ddl { get; }

    /// <inheritdoc/>
    public override DialectFacts Facts { get; } = new StandardFacts();

    /// <inheritdoc/>
    public override CompiledSql Compile(ClauseElement statement)
    {
        var rewritten = Passes().Aggregate(statement, (node, pass) => pass.Rewrite(node));
        return CreateCompiler(statement).Compile(rewritten);
    }

    /// <summary>A compiler for one statement; override it to use your own.</summary>
    protected virtual SqlCompiler CreateCompiler(ClauseElement statement) => new(this, statement);

    /// <summary>Rewritings of the tree that come before rendering, in order; none by default. New instances each time: a rewriter remembers what it has done.</summary>
    protected virtual IEnumerable<SqlRewriter> Passes() => [];
}
