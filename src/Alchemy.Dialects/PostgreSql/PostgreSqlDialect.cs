namespace Alchemy;

/// <summary>PostgreSQL.</summary>
public sealed class PostgreSqlDialect : StandardDialect
{
    /// <summary>Creates the dialect.</summary>
    /// <param name="serverVersion">The server's version; null for 18.</param>
    public PostgreSqlDialect(Version? serverVersion = null)
        : base(serverVersion ?? new Version(18, 0))
    {
    }

    /// <inheritdoc/>
    public override string Name => "postgresql";

    /// <inheritdoc/>
    public override DialectFeatures Features { get; } = new()
    {
        ParameterStyle = ParameterStyle.Numbered, BatchInsert = BatchInsert.Arrays, IntegerCast = IntegerCast.Rounds, MaxParameters = 65535, MaxIdentifierLength = 63,
    };

    /// <inheritdoc/>
    public override TypeCompiler Types { get; } = new PostgreSqlTypeCompiler();

    /// <inheritdoc/>
    public override DdlCompiler Ddl => field ??= new PostgreSqlDdlCompiler(this);

    /// <inheritdoc/>
    protected override SqlCompiler CreateCompiler(ClauseElement statement) => new PostgreSqlCompiler(this, statement);
}
