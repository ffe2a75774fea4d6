namespace Alchemy;

/// <summary>PostgreSQL's names of types.</summary>
internal sealed class PostgreSqlTypeCompiler() : TypeCompiler("postgresql")
{
    /// <inheritdoc/>
    protected override string VisitBinary(BinaryType type) => "BYTEA";

    /// <inheritdoc/>
    protected override string VisitJson(JsonType type) => type.IsBinary ? "JSONB" : "JSON";

    /// <inheritdoc/>
    protected override string VisitGuid(GuidType type) => "UUID";

    /// <inheritdoc/>
    protected override string VisitDateTime(DateTimeType type) => "TIMESTAMP WITHOUT TIME ZONE";

    /// <inheritdoc/>
    protected override string VisitTime(TimeType type) => "TIME WITHOUT TIME ZONE";
}
