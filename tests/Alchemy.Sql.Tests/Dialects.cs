namespace Alchemy.Tests;

/// <summary>The dialects, under the name that these tests know them by: what they render is kept for <see cref="RenderedStatements"/>.</summary>
internal static class Dialects
{
    public static StandardDialect Standard { get; } = Kept(Alchemy.Dialects.Standard);

    public static StandardDialect Sqlite { get; } = Kept(Alchemy.Dialects.Sqlite);

    public static StandardDialect PostgreSql { get; } = Kept(Alchemy.Dialects.PostgreSql);

    public static StandardDialect MySql { get; } = Kept(Alchemy.Dialects.MySql);

    public static StandardDialect MariaDb { get; } = Kept(Alchemy.Dialects.MariaDb);

    public static StandardDialect Oracle { get; } = Kept(Alchemy.Dialects.Oracle);

    public static StandardDialect SqlServer { get; } = Kept(Alchemy.Dialects.SqlServer);

    private static StandardDialect Kept(StandardDialect dialect) => dialect.WithPass(statement =>
    {
        RenderedStatements.Met(statement, dialect.Name);
        return statement;
    });
}
