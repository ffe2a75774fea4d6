namespace Alchemy;

/// <summary>MariaDB.</summary>
public sealed class MariaDbDialect : MySqlFamilyDialect
{
    private static readonly Version FirstWithTableValues = new(10, 3);
    private static readonly Version FirstWithSequences = new(10, 3);
    private static readonly Version FirstWithExpressionDefaults = new(10, 2, 1);
    private static readonly Version FirstWithLongKeys = new(10, 2, 2);
    private static readonly Version FirstWithCte = new(10, 2);
    private static readonly Version FirstWithReturning = new(10, 5);
    private static readonly Version FirstWithFloatCast = new(10, 4, 5);
    private static readonly Version FirstWithTies = new(10, 6);
    private static readonly Version FirstWithUuid = new(10, 7);

    private readonly MySqlTypeCompiler _types;

    /// <summary>Creates the dialect.</summary>
    /// <param name="serverVersion">The server's version; null for 11.4.</param>
    public MariaDbDialect(Version? serverVersion = null)
        : base(serverVersion ?? new Version(11, 4), FeaturesOf(serverVersion ?? new Version(11, 4)))
        => _types = new MySqlTypeCompiler(Names, isMariaDb: true, hasUuid: ServerVersion >= FirstWithUuid);

    /// <inheritdoc/>
    public override string Name => "mariadb";

    /// <inheritdoc/>
    public override TypeCompiler Types => _types;

    /// <inheritdoc/>
    protected override IEnumerable<SqlRewriter> Passes() => [new HavingKeys()];

    private static DialectFeatures FeaturesOf(Version version) => Common with
    {
        RecursiveCte = version >= FirstWithCte ? RecursiveCte.Keyword : RecursiveCte.None,
        Returning = version >= FirstWithReturning ? Returning.InsertAndDelete : Returning.None,
        ExpressionDefault = version >= FirstWithExpressionDefaults ? ExpressionDefault.Parenthesized : ExpressionDefault.Bare,
        ExpressionIndexes = Support.No,
        KeyLength = KeyLengthOf(version >= FirstWithLongKeys),
        RowLock = RowLock.ShareMode,
        Fetch = version >= FirstWithTies ? FetchForm.LimitOrTies : FetchForm.Limit,
        FloatCast = version >= FirstWithFloatCast ? Support.Yes : Support.No,
        LockOf = Support.No,
        NextValue = version >= FirstWithSequences ? NextValueForm.Function : NextValueForm.None,
        Lateral = Lateral.None,
        OuterInFrom = Support.No,
        NestedCte = Support.No,
        TableValues = version >= FirstWithTableValues ? TableValues.InCte : TableValues.None,
        DmlCte = Support.No,
        WindowFrames = version >= FirstWithCte ? WindowFrames.RowsAndRanges : WindowFrames.None,
        ParameterInFrame = Support.No,
        Regexp = Regexp.KeywordWithInlineFlags,
        DeleteFrom = DeleteFrom.UsingBothAndAlias,
    };
}
