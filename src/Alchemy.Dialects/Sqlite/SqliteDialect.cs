namespace Alchemy;

/// <summary>SQLite.</summary>
/// <remarks>Decimals and instants are kept as text. Their comparisons name the collations <c>alchemy_decimal</c> and <c>alchemy_instant</c>, and decimal
/// arithmetic calls <c>alchemy_add</c>, <c>alchemy_sum</c> and others: the connection must have them registered.</remarks>
public sealed class SqliteDialect : StandardDialect
{
    private static readonly Version FirstWithReturning = new(3, 35);

    /// <summary>Creates the dialect.</summary>
    /// <param name="serverVersion">The library's version; null for 3.50.</param>
    public SqliteDialect(Version? serverVersion = null)
        : base(serverVersion ?? new Version(3, 50))
        => Features = new DialectFeatures
        {
            ParameterStyle = ParameterStyle.QuestionMark,
            Paging = Paging.LimitBeforeOffset,
            NullsSort = NullsSort.Smallest,
            NullSafeEquality = NullSafeEquality.Is,
            BooleanLiteral = BooleanLiteral.Number,
            Lateral = false,
            GeneratedKey = GeneratedKey.LastInsertedId,
            Returning = ServerVersion >= FirstWithReturning ? Returning.BareColumns : Returning.None,
        };

    /// <inheritdoc/>
    public override string Name => "sqlite";

    /// <inheritdoc/>
    public override DialectFeatures Features { get; }

    /// <inheritdoc/>
    public override TypeCompiler Types { get; } = new SqliteTypeCompiler();

    /// <inheritdoc/>
    public override DialectFacts Facts { get; } = new SqliteFacts();

    /// <inheritdoc/>
    public override DdlCompiler Ddl => field ??= new SqliteDdlCompiler(this);

    /// <inheritdoc/>
    protected override SqlCompiler CreateCompiler(ClauseElement statement) => new SqliteCompiler(this, statement);
}
