namespace Alchemy;

/// <summary>What MySQL and MariaDB have in common.</summary>
public abstract class MySqlFamilyDialect : StandardDialect
{
    private protected MySqlFamilyDialect(Version serverVersion, DialectFeatures features)
        : base(serverVersion, features)
    {
    }

    /// <inheritdoc/>
    public override IdentifierPreparer Identifiers { get; } = Names;

    /// <inheritdoc/>
    public override DialectFacts Facts => field ??= new MySqlFacts(Name, ServerVersion);

    /// <inheritdoc/>
    protected override DdlCompiler CreateDdlCompiler() => new MySqlDdlCompiler(this, isMariaDb: this is MariaDbDialect);

    /// <inheritdoc/>
    protected override LiteralRenderer CreateLiteralRenderer() => new MySqlLiterals(this);

    /// <inheritdoc/>
    protected override SqlCompiler CreateCompiler(ClauseElement statement) => new MySqlCompiler(this, statement);

    /// <summary>A key holds 767 bytes, or 3,072 from a version on; a character may be 4 of them.</summary>
    private protected static int KeyLengthOf(bool hasLongKeys) => hasLongKeys ? 255 : 191;

    private protected static IdentifierPreparer Names { get; } = new(MySqlReservedWords.All, '`', '`');

    private protected static DialectFeatures Common { get; } = new()
    {
        ParameterStyle = ParameterStyle.At,
        Paging = Paging.LimitComma,
        Fetch = FetchForm.Limit,
        TableSample = Support.No,
        TemporaryViews = Support.No,
        DropCascade = Support.No,
        MaterializedViews = MaterializedViews.None,
        TableHints = TableHints.AfterTable,
        NullsSort = NullsSort.Smallest,
        NullsOrder = Support.No,
        NullSafeEquality = NullSafeEquality.Spaceship,
        Concat = Concat.Function,
        IntegerCast = IntegerCast.Rounds,
        BatchInsert = BatchInsert.Rows,
        NextValue = NextValueForm.None,
        IdentityColumns = Support.No,
        Comments = CommentForm.Inline,
        SymmetricBetween = Support.No,
        TryCast = Support.No,
        IntegerDivision = IntegerDivision.Exact,
        Bitwise = Bitwise.Unsigned,
        Quantifier = Quantifier.Subquery,
        LimitedList = Support.No,
        TextSearch = TextSearch.MatchAgainst,
        Regexp = Regexp.KeywordOrFunction,
        JsonAccess = JsonAccess.Extract,
        ExtendedOperators = Support.No,
        StringAggregate = StringAggregate.GroupConcatSeparator,
        EmptyInsert = EmptyInsert.EmptyLists,
        ChangingCte = Support.No,
        EmptySelect = Support.No,
        TupleColumn = Support.No,
        TableValues = TableValues.None,
        GeneratedKey = GeneratedKey.LastInsertedId,
        Returning = Returning.None,
        Upsert = Upsert.OnDuplicateKeyValues,
        Merge = MergeForm.None,
        InsertCte = InsertCte.BeforeSelect,
        DmlLimit = Support.Yes,
        RowAssignment = RowAssignment.None,
        ConflictConstraint = Support.No,
        ManyConflicts = Support.No,
        UpdateFrom = UpdateFrom.Tables,
        DeleteFrom = DeleteFrom.UsingBoth,
        AggregateFilter = Support.No,
        MaxParameters = 65535,
        MaxIdentifierLength = 64,
    };
}
