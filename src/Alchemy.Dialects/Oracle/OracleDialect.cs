namespace Alchemy;

/// <summary>Oracle Database.</summary>
public sealed class OracleDialect : StandardDialect
{
    private static readonly Version FirstWithCharLength = new(9, 0);
    private static readonly Version FirstWithAnsiJoins = new(9, 0);
    private static readonly Version FirstWithWindowClause = new(21, 0);
    private static readonly Version FirstWithFetch = new(12, 1);
    private static readonly Version FirstWithLongNames = new(12, 2);
    private static readonly Version FirstWithJson = new(21, 0);
    private static readonly Version FirstWithFrames = new(21, 0);
    private static readonly Version FirstWithVectors = new(23, 4);
    private static readonly Version FirstWithBoolean = new(23, 0);

    private readonly OracleTypeCompiler _types;

    /// <summary>Creates the dialect.</summary>
    /// <param name="serverVersion">The server's version; null for 19, of which most are in use.</param>
    public OracleDialect(Version? serverVersion = null)
        : base(serverVersion ?? new Version(19, 0), FeaturesOf(serverVersion ?? new Version(19, 0)))
        => _types = new OracleTypeCompiler(hasBoolean: ServerVersion >= FirstWithBoolean, hasJson: ServerVersion >= FirstWithJson, countsCharacters: ServerVersion >= FirstWithCharLength);

    /// <inheritdoc/>
    public override string Name => "oracle";

    /// <inheritdoc/>
    public override string SystemName => "oracle.db";

    /// <summary>A name that begins with an underscore needs quotes too.</summary>
    public override IdentifierPreparer Identifiers { get; } = new OracleIdentifiers();

    /// <inheritdoc/>
    public override TypeCompiler Types => _types;

    /// <inheritdoc/>
    public override DialectFacts Facts { get; } = new OracleFacts();

    /// <inheritdoc/>
    protected override DdlCompiler CreateDdlCompiler() => new OracleDdlCompiler(this);

    /// <inheritdoc/>
    protected override LiteralRenderer CreateLiteralRenderer() => new OracleLiterals(this);

    /// <inheritdoc/>
    protected override SqlCompiler CreateCompiler(ClauseElement statement) => new OracleCompiler(this, statement);

    /// <inheritdoc/>
    protected override IEnumerable<SqlRewriter> Passes() => Features.Joins is JoinForm.Plus ? [new PlusJoins(this)] : [];

    private static DialectFeatures FeaturesOf(Version version) => OfDefinitions(version) with
    {
        ParameterStyle = ParameterStyle.ColonLetter,
        Paging = version >= FirstWithFetch ? Paging.OffsetFetch : Paging.RowNumber,
        BooleanLiteral = version >= FirstWithBoolean ? BooleanLiteral.Keyword : BooleanLiteral.Number,
        BooleanValue = version >= FirstWithBoolean ? BooleanValue.Condition : BooleanValue.Apart,
        NullSafeEquality = NullSafeEquality.Decode,
        Modulo = Modulo.Function,
        RowLock = RowLock.UpdateOfColumns,
        TableHints = TableHints.Comment,
        IntegerCast = IntegerCast.Rounds,
        SymmetricBetween = Support.No,
        TryCast = Support.No,
        IntegerDivision = IntegerDivision.Exact,
        Bitwise = Bitwise.Functions,
        Quantifier = Quantifier.Subquery,
        TextSearch = TextSearch.Contains,
        Regexp = Regexp.Function,
        JsonAccess = JsonAccess.ValueOrQueryOfLiteral,
        ExtendedOperators = Support.No,
        AggregateOrder = AggregateOrder.WithinGroup,
        StringAggregate = StringAggregate.ListAgg,
        AliasKeyword = AliasKeyword.None,
        EmptyFrom = version >= FirstWithBoolean ? EmptyFrom.None : EmptyFrom.Dual,
        BatchInsert = BatchInsert.OneByOne,
        EmptyInsert = EmptyInsert.DefaultKeyword,
        TableValues = version >= FirstWithBoolean ? TableValues.NamedInFrom : TableValues.None,
        ChangingCte = Support.No,
        EmptySelect = Support.No,
        ApproximateFetch = version >= FirstWithVectors ? Support.Yes : Support.No,
        TupleColumn = Support.No,
        Joins = version >= FirstWithAnsiJoins ? JoinForm.Ansi : JoinForm.Plus,
        NamedWindows = version >= FirstWithWindowClause ? NamedWindows.Clause : NamedWindows.Inlined,
        GroupByLabel = version >= FirstWithBoolean ? Support.Yes : Support.No,
        NestedCte = Support.No,
        Lateral = version >= FirstWithFetch ? Lateral.Keyword : Lateral.None,
        RecursiveCte = RecursiveCte.Bare,
        ExceptKeyword = ExceptKeyword.Minus,
        Returning = Returning.Into,
        Upsert = Upsert.Merge,
        Merge = MergeForm.Where,
        InsertCte = InsertCte.BeforeSelect,
        DmlCte = Support.No,
        RowAssignment = RowAssignment.Select,
        ReturningOfSelect = version >= FirstWithBoolean ? Support.Yes : Support.No,
        ManyRows = version >= FirstWithBoolean ? ManyRows.Values : ManyRows.SelectUnion,
        UpdateFrom = version >= FirstWithBoolean ? UpdateFrom.From : UpdateFrom.None,
        DeleteFrom = DeleteFrom.None,
        AggregateFilter = Support.No,
        WindowFrames = version >= FirstWithFrames ? WindowFrames.Everything : WindowFrames.RowsAndRanges,
        MaxParameters = 65535,
        MaxIdentifierLength = version >= FirstWithLongNames ? 128 : 30,
        NameUnit = NameUnit.Bytes,
    };

    private static DialectFeatures OfDefinitions(Version version) => new()
    {
        AlterIfExists = Support.No,
        IdentityColumns = version >= FirstWithFetch ? Support.Yes : Support.No,
        KeyLength = 255,
        IfExists = version >= FirstWithBoolean ? Existence.Everything : Existence.Nothing,
        IfNotExists = version >= FirstWithBoolean ? Existence.Everything : Existence.Nothing,
        MaterializedViews = MaterializedViews.Plain,
        NextValue = NextValueForm.Attribute,
        Schemas = Support.No,
        TemporaryTableAs = Support.No,
        TemporaryViews = Support.No,
    };
}
