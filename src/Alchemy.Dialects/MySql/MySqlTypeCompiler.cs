namespace Alchemy;

/// <summary>The names of types in MySQL and MariaDB.</summary>
internal sealed class MySqlTypeCompiler() : TypeCompiler("mysql")
{
    /// <inheritdoc/>
    protected override string VisitString(StringType type) => type.Length is null
        ? throw new CompileException("VARCHAR without a length", DialectName, "MySQL needs one: use SqlTypes.String(length), or SqlTypes.Text.")
        : base.VisitString(type);

    /// <inheritdoc/>
    protected override string VisitDouble(DoubleType type) => "DOUBLE";

    /// <inheritdoc/>
    protected override string VisitReal(RealType type) => "FLOAT";

    /// <inheritdoc/>
    protected override string VisitBoolean(BooleanType type) => "BOOL";

    /// <inheritdoc/>
    protected override string VisitBinary(BinaryType type) => type.Length is int length ? $"VARBINARY({length})" : "LONGBLOB";

    /// <inheritdoc/>
    protected override string VisitText(TextType type) => "LONGTEXT";

    /// <summary>Microseconds: without them the database cuts the fraction off.</summary>
    protected override string VisitDateTime(DateTimeType type) => "DATETIME(6)";

    /// <inheritdoc/>
    protected override string VisitDateTimeOffset(DateTimeOffsetType type) => "DATETIME(6)";

    /// <inheritdoc/>
    protected override string VisitTime(TimeType type) => "TIME(6)";
}
