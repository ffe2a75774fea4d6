namespace Alchemy;

/// <summary>SQLite.</summary>
/// <remarks>Decimals and instants are kept as text. Their comparisons name the collations <c>alchemy_decimal</c> and <c>alchemy_instant</c>, and decimal
/// arithmetic calls <c>alchemy_add</c>, <c>alchemy_sum</c> and others: the connection must have them registered.</remarks>
public sealed class SqliteDialect : StandardDialect
{
    private static readonly Version FirstWithUpsert = new(3, 24);
    private static readonly Version FirstWithWindows = new(3, 25);
    private static readonly Version FirstWithFrames = new(3, 28);
    private static readonly Version FirstWithNullsOrder = new(3, 30);
    private static readonly Version FirstWithUpdateFrom = new(3, 33);
    private static readonly Version FirstWithReturning = new(3, 35);

    /// <summary>Creates the dialect.</summary>
    /// <param name="serverVersion">The library's version; null for 3.50.</param>
    public SqliteDialect(Version? serverVersion = null)
        : base(serverVersion ?? new Version(3, 50), FeaturesOf(serverVersion ?? new Version(3, 50)))
    {
    }

    /// <inheritdoc/>
    public override string Name => "sqlite";

    /// <inheritdoc/>
    public override TypeCompiler Types { get; } = new SqliteTypeCompiler();

    /// <inheritdoc/>
    public override DialectFacts Facts { get; } = new SqliteFacts();

    /// <inheritdoc/>
    protected override DdlCompiler CreateDdlCompiler() => new SqliteDdlCompiler(this);

    /// <inheritdoc/>
    protected override LiteralRenderer CreateLiteralRenderer() => new SqliteLiterals(this);

    /// <inheritdoc/>
    protected override SqlCompiler CreateCompiler(ClauseElement statement) => new SqliteCompiler(this, statement);

    private static DialectFeatures FeaturesOf(Version version) => new()
    {
        ParameterStyle = ParameterStyle.QuestionMark,
        Paging = Paging.LimitBeforeOffset,
        RowLock = RowLock.WholeDatabase,
        Fetch = FetchForm.Limit,
        TableSample = Support.No,
        NullsSort = NullsSort.Smallest,
        NullsOrder = version >= FirstWithNullsOrder ? Support.Yes : Support.No,
        NullSafeEquality = NullSafeEquality.Is,
        NextValue = NextValueForm.None,
        IdentityColumns = Support.No,
        AlterConstraints = Support.No,
        Comments = CommentForm.None,
        SymmetricBetween = Support.No,
        TryCast = Support.No,
        IntegerDivision = IntegerDivision.TruncatesUnlessFloat,
        Bitwise = Bitwise.WithoutXor,
        Quantifier = Quantifier.None,
        Regexp = Regexp.Keyword,
        JsonAccess = JsonAccess.QuotedExtract,
        ExtendedOperators = Support.No,
        TupleList = TupleList.Values,
        StringAggregate = StringAggregate.GroupConcat,
        BooleanLiteral = BooleanLiteral.Number,
        BooleanValue = BooleanValue.Condition,
        GeneratedKey = GeneratedKey.LastInsertedId,
        BatchInsert = BatchInsert.OneByOne,
        Returning = version >= FirstWithReturning ? Returning.BareColumns : Returning.None,
        Upsert = version >= FirstWithUpsert ? Upsert.OnConflict : Upsert.None,
        WindowFrames = version >= FirstWithFrames ? WindowFrames.Everything : version >= FirstWithWindows ? WindowFrames.RangesWithoutDistance : WindowFrames.None,
        AggregateFilter = version >= FirstWithNullsOrder ? Support.Yes : Support.No,
        Lateral = Lateral.None,
        ChangingCte = Support.No,
        EmptySelect = Support.No,
        Merge = MergeForm.None,
        DefaultKeyword = Support.No,
        ConflictConstraint = Support.No,
        IndexCondition = IndexCondition.Literals,
        DeleteFrom = DeleteFrom.None,
        UpdateFrom = version >= FirstWithUpdateFrom ? UpdateFrom.From : UpdateFrom.None,
    };
}
