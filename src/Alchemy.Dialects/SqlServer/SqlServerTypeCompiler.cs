namespace Alchemy;

/// <summary>SQL Server's names of types.</summary>
internal sealed class SqlServerTypeCompiler() : TypeCompiler("mssql")
{
    /// <inheritdoc/>
    protected override string VisitBoolean(BooleanType type) => "BIT";

    /// <inheritdoc/>
    protected override string VisitString(StringType type) => type.Length is int length and <= 4000 ? $"NVARCHAR({length})" : "NVARCHAR(max)";

    /// <inheritdoc/>
    protected override string VisitText(TextType type) => "NVARCHAR(max)";

    /// <inheritdoc/>
    protected override string VisitBinary(BinaryType type) => type.Length is int length and <= 8000 ? $"VARBINARY({length})" : "VARBINARY(max)";

    /// <inheritdoc/>
    protected override string VisitGuid(GuidType type) => "UNIQUEIDENTIFIER";

    /// <inheritdoc/>
    protected override string VisitDateTime(DateTimeType type) => "DATETIME2";

    /// <inheritdoc/>
    protected override string VisitDateTimeOffset(DateTimeOffsetType type) => "DATETIMEOFFSET";
}
