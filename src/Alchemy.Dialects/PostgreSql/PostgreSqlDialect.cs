namespace Alchemy;

/// <summary>PostgreSQL.</summary>
public sealed class PostgreSqlDialect : StandardDialect
{
    private static readonly Version FirstWithIdentity = new(10, 0);
    private static readonly Version FirstWithSubscripts = new(14, 0);
    private static readonly Version FirstWithUnnamedSubqueries = new(16, 0);
    private static readonly Version FirstWithMerge = new(15, 0);
    private static readonly Version FirstWithMergeBySource = new(17, 0);

    /// <summary>Creates the dialect.</summary>
    /// <param name="serverVersion">The server's version; null for 18.</param>
    public PostgreSqlDialect(Version? serverVersion = null)
        : base(serverVersion ?? new Version(18, 0), FeaturesOf(serverVersion ?? new Version(18, 0)))
    {
    }

    /// <inheritdoc/>
    public override string Name => "postgresql";

    /// <inheritdoc/>
    public override IdentifierPreparer Identifiers { get; } = new(PostgreSqlReservedWords.All);

    /// <inheritdoc/>
    public override TypeCompiler Types { get; } = new PostgreSqlTypeCompiler();

    /// <inheritdoc/>
    public override DialectFacts Facts { get; } = new PostgreSqlFacts();

    /// <inheritdoc/>
    protected override DdlCompiler CreateDdlCompiler() => new PostgreSqlDdlCompiler(this);

    /// <inheritdoc/>
    protected override LiteralRenderer CreateLiteralRenderer() => new PostgreSqlLiterals(this);

    /// <inheritdoc/>
    protected override SqlCompiler CreateCompiler(ClauseElement statement) => new PostgreSqlCompiler(this, statement);

    private static DialectFeatures FeaturesOf(Version version) => new()
    {
        ParameterStyle = ParameterStyle.Numbered,
        TableValues = version >= FirstWithUnnamedSubqueries ? TableValues.Anywhere : TableValues.Named,
        BatchInsert = BatchInsert.Arrays,
        NextValue = NextValueForm.FunctionOfText,
        IdentityColumns = version >= FirstWithIdentity ? Support.Yes : Support.No,
        IntegerCast = IntegerCast.Rounds,
        Paging = Paging.LimitAllOffset,
        Fetch = FetchForm.Parenthesized,
        RowLock = RowLock.KeyShare,
        TableHints = TableHints.BeforeTable,
        DistinctOn = Support.Yes,
        ConstraintComments = Support.Yes,
        MaterializedViews = MaterializedViews.Plain,
        ViewIfNotExists = Support.No,
        TryCast = Support.No,
        CaseInsensitiveLike = CaseInsensitiveLike.ILike,
        TextSearch = TextSearch.TsQuery,
        Regexp = Regexp.Tilde,
        JsonAccess = JsonAccess.Arrows,
        JsonSubscript = version >= FirstWithSubscripts ? Support.Yes : Support.No,
        StringAggregate = StringAggregate.StringAgg,
        AggregateType = AggregateType.Widened,
        ExtractType = ExtractType.Numeric,
        Merge = version >= FirstWithMergeBySource ? MergeForm.BySource : version >= FirstWithMerge ? MergeForm.Standard : MergeForm.None,
        ManyConflicts = Support.No,
        // With a parameter PostgreSQL finds the index five times; then it plans for any value, and finds none.
        IndexCondition = IndexCondition.Literals,
        MaxParameters = 65535,
        MaxIdentifierLength = 63,
        NameUnit = NameUnit.Bytes,
    };
}
