namespace Alchemy;

/// <summary>MySQL.</summary>
public sealed class MySqlDialect : MySqlFamilyDialect
{
    private static readonly Version FirstWithLongKeys = new(5, 7, 7);
    private static readonly Version FirstWithComputed = new(5, 7, 6);
    private static readonly Version FirstWithJson = new(5, 7, 8);
    private static readonly Version FirstWithCte = new(8, 0);
    private static readonly Version FirstWithRegexpFunctions = new(8, 0, 4);
    private static readonly Version FirstWithTypedParameters = new(8, 0, 22);
    private static readonly Version FirstWithSets = new(8, 0, 31);
    private static readonly Version FirstWithRowAlias = new(8, 0, 20);
    private static readonly Version FirstWithFloatCast = new(8, 0, 17);
    private static readonly Version FirstWithForShare = new(8, 0, 1);
    private static readonly Version FirstWithExpressions = new(8, 0, 13);
    private static readonly Version FirstWithViewIfNotExists = new(9, 1);
    private static readonly Version FirstWithLateral = new(8, 0, 14);

    /// <summary>Creates the dialect.</summary>
    /// <param name="serverVersion">The server's version; null for 8.4.</param>
    public MySqlDialect(Version? serverVersion = null)
        : base(serverVersion ?? new Version(8, 4), FeaturesOf(serverVersion ?? new Version(8, 4)))
    {
    }

    /// <inheritdoc/>
    public override string Name => "mysql";

    /// <inheritdoc/>
    public override TypeCompiler Types => field ??= new MySqlTypeCompiler(Names, hasJson: ServerVersion >= FirstWithJson);

    /// <summary>Whether a column may be computed from others.</summary>
    internal bool HasComputed => ServerVersion >= FirstWithComputed;

    /// <summary>Whether INTERSECT and EXCEPT are there, and a SELECT of a UNION may be one itself.</summary>
    internal bool HasSets => ServerVersion >= FirstWithSets;

    /// <summary>Whether it is known that a tuple with NULL differs from others by another of its values.</summary>
    internal bool ComparesTuplesWithNull => ServerVersion >= FirstWithCte;

    /// <summary>Whether a parameter has the type that is known when the statement is prepared, also in a table that the server makes for itself.</summary>
    internal bool HasTypedParameters => ServerVersion >= FirstWithTypedParameters;

    /// <inheritdoc/>
    protected override IEnumerable<SqlRewriter> Passes() => [new OwnRows()];

    private static DialectFeatures FeaturesOf(Version version) => Common with
    {
        KeyLength = KeyLengthOf(version >= FirstWithLongKeys),
        IfNotExists = Existence.Tables,
        IfExists = Existence.Tables,
        AlterIfExists = Support.No,
        ExpressionIndexes = version >= FirstWithExpressions ? Support.Yes : Support.No,
        ExpressionDefault = version >= FirstWithExpressions ? ExpressionDefault.Parenthesized : ExpressionDefault.Bare,
        ViewIfNotExists = version >= FirstWithViewIfNotExists ? Support.Yes : Support.No,
        RecursiveCte = version >= FirstWithCte ? RecursiveCte.Keyword : RecursiveCte.None,
        Upsert = version >= FirstWithRowAlias ? Upsert.OnDuplicateKey : Upsert.OnDuplicateKeyValues,
        RowLock = version >= FirstWithForShare ? RowLock.Share : RowLock.ShareMode,
        EmptyFrom = version >= FirstWithCte ? EmptyFrom.None : EmptyFrom.Dual,
        JsonAccess = version >= FirstWithJson ? JsonAccess.Extract : JsonAccess.None,
        Regexp = version >= FirstWithRegexpFunctions ? Regexp.KeywordOrFunction : Regexp.Keyword,
        LockOf = version >= FirstWithCte ? Support.Yes : Support.No,
        LockWait = version >= FirstWithCte ? Support.Yes : Support.No,
        FloatCast = version >= FirstWithFloatCast ? Support.Yes : Support.No,
        WindowFrames = version >= FirstWithCte ? WindowFrames.RowsAndRanges : WindowFrames.None,
        Lateral = version >= FirstWithLateral ? Lateral.Keyword : Lateral.None,
        OuterInFrom = version >= FirstWithLateral ? Support.Yes : Support.No,
    };
}
