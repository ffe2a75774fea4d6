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

    private readonly IdentifierPreparer _identifiers;
    private DialectFeatures _features;
    private Func<ClauseElement, ClauseElement>[] _passes = [];
    private DdlCompiler? _ddl;
    private LiteralRenderer? _literals;

    /// <summary>Creates the dialect.</summary>
    /// <param name="serverVersion">The server's version; null for the newest that is known.</param>
    /// <param name="features">The database's choices; null for those of standard SQL.</param>
    public StandardDialect(Version? serverVersion = null, DialectFeatures? features = null)
    {
        (ServerVersion, _features) = (serverVersion ?? new Version(1, 0), features ?? new DialectFeatures());
        _identifiers = new IdentifierPreparer(ReservedWords);
        Types = new TypeCompiler("standard");
    }

    /// <summary>Standard SQL in which true and false are numbers: what every database can be asked.</summary>
    public static StandardDialect Instance { get; } = new(features: new DialectFeatures { BooleanLiteral = BooleanLiteral.Number, BooleanValue = BooleanValue.Number, Regexp = Regexp.None, UpdateFrom = UpdateFrom.None, DeleteFrom = DeleteFrom.None, Paging = Paging.LimitBeforeOffset, IdentityColumns = Support.No });

    /// <summary>Standard SQL with all its features, also those that few databases have: what <c>ToString()</c> of a statement shows.</summary>
    public static StandardDialect Enhanced { get; } = new(features: new DialectFeatures { DeleteFrom = DeleteFrom.List, Paging = Paging.LimitBeforeOffset, Qualify = Support.Yes, DistinctOn = Support.Yes });

    /// <inheritdoc/>
    public override string Name => "standard";

    /// <inheritdoc/>
    public sealed override Version ServerVersion { get; }

    /// <inheritdoc/>
    public sealed override DialectFeatures Features => _features;

    /// <inheritdoc/>
    public override IdentifierPreparer Identifiers => _identifiers;

    /// <inheritdoc/>
    public override TypeCompiler Types { get; }

    /// <inheritdoc/>
    public sealed override DdlCompiler Ddl => _ddl ??= CreateDdlCompiler();

    /// <inheritdoc/>
    public sealed override LiteralRenderer Literals => _literals ??= CreateLiteralRenderer();

    /// <inheritdoc/>
    public override DialectFacts Facts { get; } = new StandardFacts();

    /// <summary>The same dialect with other choices, such as another way to mark parameters.</summary>
    /// <example><code>Dialects.MySql.With(f => f with { ParameterStyle = ParameterStyle.Format })</code></example>
    public StandardDialect With(Func<DialectFeatures, DialectFeatures> change) => With(change(_features), _passes);

    /// <inheritdoc/>
    public sealed override StandardDialect WithPass(Func<ClauseElement, ClauseElement> pass) => With(_features, [.. _passes, pass]);

    /// <summary>True for a dialect that renders every statement in the same way.</summary>
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj) || obj is StandardDialect other && other.GetType() == GetType() && other.Name == Name
        && other.ServerVersion == ServerVersion && other._features == _features && other._passes.SequenceEqual(_passes);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(Name, ServerVersion);

    /// <inheritdoc/>
    public override CompiledSql Compile(ClauseElement statement)
    {
        var rewritten = _passes.Aggregate(statement, (node, pass) => pass(node));
        rewritten = Passes().Aggregate(rewritten, (node, pass) => pass.Rewrite(node));
        return CreateCompiler(statement).Compile(rewritten);
    }

    private StandardDialect With(DialectFeatures features, Func<ClauseElement, ClauseElement>[] passes)
    {
        var copy = (StandardDialect)MemberwiseClone();
        (copy._features, copy._passes, copy._ddl, copy._literals) = (features, passes, null, null);
        return copy;
    }

    /// <summary>What writes CREATE and DROP; override it to use your own.</summary>
    protected virtual DdlCompiler CreateDdlCompiler() => new(this);

    /// <summary>What writes values into the text; override it to use your own.</summary>
    protected virtual LiteralRenderer CreateLiteralRenderer() => new(this);

    /// <summary>A compiler for one statement; override it to use your own.</summary>
    protected virtual SqlCompiler CreateCompiler(ClauseElement statement) => new(this, statement);

    /// <summary>Rewritings of the tree that come before rendering, in order; none by default. New instances each time: a rewriter remembers what it has done.</summary>
    protected virtual IEnumerable<SqlRewriter> Passes() => [];
}
