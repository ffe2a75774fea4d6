namespace Alchemy;

/// <summary>What MySQL and MariaDB say differently in statements.</summary>
internal sealed class MySqlCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
{
    /// <inheritdoc/>
    protected override string JoinText(JoinKind kind) => kind switch
    {
        JoinKind.Inner => " INNER JOIN ",
        JoinKind.FullOuter => throw Unsupported("FULL JOIN", "MySQL and MariaDB have none: join a LEFT JOIN and a RIGHT JOIN with UnionAll(...)."),
        _ => base.JoinText(kind),
    };

    /// <summary>A CAST takes few types, under names of its own.</summary>
    protected override void VisitCast(Cast node) => Write("CAST(").Render(node.Operand).Write(" AS " + CastType(node.Type) + ")");

    private string CastType(SqlType type) => type.StorageType switch
    {
        SmallIntegerType or IntegerType or BigIntegerType or BooleanType => "SIGNED INTEGER",
        NumericType number => "DECIMAL" + Dialect.Types.Render(number)["NUMERIC".Length..],
        StringType { Length: int length } => $"CHAR({length})",
        StringType or TextType or GuidType => "CHAR",
        BinaryType { Length: int length } => $"BINARY({length})",
        BinaryType => "BINARY",
        var other => Dialect.Types.Render(other),
    };
}
