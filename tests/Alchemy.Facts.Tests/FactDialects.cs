namespace Alchemy.Tests;

/// <summary>Our dialects with the parameter marks under which the facts were recorded.</summary>
internal static class FactDialects
{
    public static StandardDialect Default { get; } = Dialects.Standard;

    public static StandardDialect Enhanced { get; } = StandardDialect.Enhanced;

    /// <summary>As for a driver that writes values into the text itself.</summary>
    public static StandardDialect PostgreSql { get; } = Dialects.PostgreSql.With(f => f with { ParameterStyle = ParameterStyle.NamedFormat, ParameterCast = ParameterCast.Suffix, IndexCondition = IndexCondition.Parameters });

    public static StandardDialect PostgreSqlNumbered { get; } = Dialects.PostgreSql.With(f => f with { ParameterCast = ParameterCast.Suffix });

    public static StandardDialect MySql { get; } = Dialects.MySql.With(f => f with { ParameterStyle = ParameterStyle.Format });

    public static StandardDialect MariaDb { get; } = Dialects.MariaDb.With(f => f with { ParameterStyle = ParameterStyle.Format });

    public static StandardDialect Sqlite { get; } = Dialects.Sqlite;

    public static StandardDialect Oracle { get; } = Dialects.Oracle;

    public static StandardDialect SqlServer { get; } = Dialects.SqlServer.With(f => f with { ParameterStyle = ParameterStyle.Colon });

    /// <summary>The generic dialect where true and false are words.</summary>
    public static StandardDialect DefaultWithBooleans { get; } = Dialects.Standard.With(f => f with { BooleanLiteral = BooleanLiteral.Keyword, BooleanValue = BooleanValue.Condition });

    public static StandardDialect DefaultFormat { get; } = Dialects.Standard.With(f => f with { ParameterStyle = ParameterStyle.Format });

    public static StandardDialect DefaultNumeric { get; } = Dialects.Standard.With(f => f with { ParameterStyle = ParameterStyle.NumberedColon });

    public static StandardDialect DefaultPyFormat { get; } = Dialects.Standard.With(f => f with { ParameterStyle = ParameterStyle.NamedFormat });

    public static StandardDialect DefaultQmark { get; } = Dialects.Standard.With(f => f with { ParameterStyle = ParameterStyle.QuestionMark });

    public static StandardDialect PostgreSqlFormat { get; } = Dialects.PostgreSql.With(f => f with { ParameterStyle = ParameterStyle.Format, ParameterCast = ParameterCast.Suffix });

    /// <summary>The generic dialect with the arrows of documents, as a compiler of those tests has them.</summary>
    public static StandardDialect DefaultWithArrows { get; } = Dialects.Standard.With(f => f with { JsonAccess = JsonAccess.Arrows });

    /// <summary>Oracle without identity columns.</summary>
    public static StandardDialect OldOracle { get; } = new OracleDialect(new Version(11, 2));

    /// <summary>PostgreSQL without identity columns.</summary>
    public static StandardDialect OldPostgreSql { get; } = PostgreSql.With(f => f with { IdentityColumns = Support.No });
}
