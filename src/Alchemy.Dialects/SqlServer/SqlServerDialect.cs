namespace Alchemy;

/// <summary>Microsoft SQL Server.</summary>
/// <remarks>A database of an older compatibility level (below 160) on SQL Server 2022 has no WINDOW clause: <c>With(f => f with { NamedWindows = NamedWindows.Inlined })</c>.</remarks>
public sealed class SqlServerDialect : StandardDialect
{
    private static readonly Version FirstWithIfExists = new(13, 0);
    private static readonly Version FirstWithOffset = new(11, 0);
    private static readonly Version FirstWithDistinctFrom = new(16, 0);
    private static readonly Version FirstWithJson = new(17, 0);

    private readonly SqlServerTypeCompiler _types;

    /// <summary>Creates the dialect.</summary>
    /// <param name="serverVersion">The server's version: 13 is SQL Server 2016, 16 is 2022; null for 2022.</param>
    public SqlServerDialect(Version? serverVersion = null)
        : base(serverVersion ?? new Version(16, 0), FeaturesOf(serverVersion ?? new Version(16, 0)))
        => _types = new SqlServerTypeCompiler(hasJson: ServerVersion >= FirstWithJson);

    /// <inheritdoc/>
    public override string Name => "mssql";

    /// <inheritdoc/>
    public override string SystemName => "microsoft.sql_server";

    /// <inheritdoc/>
    public override IdentifierPreparer Identifiers { get; } = new SqlServerIdentifiers();

    /// <inheritdoc/>
    public override TypeCompiler Types => _types;

    /// <inheritdoc/>
    public override DialectFacts Facts { get; } = new SqlServerFacts();

    /// <inheritdoc/>
    protected override DdlCompiler CreateDdlCompiler() => new SqlServerDdlCompiler(this);

    /// <inheritdoc/>
    protected override LiteralRenderer CreateLiteralRenderer() => new SqlServerLiterals(this);

    /// <inheritdoc/>
    protected override SqlCompiler CreateCompiler(ClauseElement statement) => new SqlServerCompiler(this, statement);

    private static DialectFeatures FeaturesOf(Version version) => new()
    {
        ParameterStyle = ParameterStyle.At,
        Paging = version >= FirstWithOffset ? Paging.TopOrOffsetFetch : Paging.TopOrRowNumber,
        NullsSort = NullsSort.Smallest,
        RowLock = RowLock.None,
        KeyLength = 450,
        TableOfSelect = TableOfSelectForm.SelectInto,
        TemporaryTableAs = Support.No,
        ReplaceView = version >= FirstWithIfExists ? ReplaceView.OrAlter : ReplaceView.None,
        TemporaryViews = Support.No,
        MaterializedViews = MaterializedViews.None,
        ViewIfNotExists = Support.No,
        TableHints = TableHints.AfterTable,
        NullsOrder = Support.No,
        WindowFrames = WindowFrames.RangesWithoutDistance,
        ParameterInFrame = Support.No,
        NullSafeEquality = version >= FirstWithDistinctFrom ? NullSafeEquality.IsDistinctFrom : NullSafeEquality.Intersect,
        BooleanLiteral = BooleanLiteral.Number,
        BooleanValue = BooleanValue.Apart,
        Concat = Concat.Plus,
        NextValue = version >= FirstWithOffset ? NextValueForm.NextValueFor : NextValueForm.None,
        SymmetricBetween = Support.No,
        Bitwise = version >= FirstWithDistinctFrom ? Bitwise.Operators : Bitwise.WithoutShifts,
        Quantifier = Quantifier.Subquery,
        TextSearch = TextSearch.Contains,
        Regexp = Regexp.None,
        JsonAccess = JsonAccess.ValueOrQuery,
        ExtendedOperators = Support.No,
        AggregateOrder = AggregateOrder.WithinGroup,
        StringAggregate = StringAggregate.StringAgg,
        Lateral = Lateral.Apply,
        TupleColumn = Support.No,
        NamedWindows = version >= FirstWithDistinctFrom ? NamedWindows.Clause : NamedWindows.Inlined,
        GroupByLabel = Support.No,
        ChangedCte = Support.Yes,
        TableValues = TableValues.NamedInFrom,
        IfNotExists = Existence.Nothing,
        AlterIfExists = Support.No,
        ExpressionIndexes = Support.No,
        DropCascade = Support.No,
        IfExists = version >= FirstWithIfExists ? Existence.Everything : Existence.Nothing,
        ChangingCte = Support.No,
        EmptySelect = Support.No,
        NestedCte = Support.No,
        RecursiveCte = RecursiveCte.Bare,
        Returning = Returning.Output,
        Upsert = Upsert.Merge,
        Merge = MergeForm.Terminated,
        RowAssignment = RowAssignment.None,
        UpdateFrom = UpdateFrom.FromBoth,
        DeleteFrom = DeleteFrom.From,
        AggregateFilter = Support.No,
        MaxParameters = 2100,
        MaxIdentifierLength = 128,
    };
}
