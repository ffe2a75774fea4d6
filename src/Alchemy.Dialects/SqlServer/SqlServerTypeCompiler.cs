namespace Alchemy;

/// <summary>SQL Server's names of types.</summary>
/// <param name="hasJson">True where the database has a type for documents.</param>
internal sealed class SqlServerTypeCompiler(bool hasJson = false) : TypeCompiler("mssql", new SqlServerIdentifiers())
{
    /// <summary>Without digits the database would take 18, and none behind the point: it gets the whole part of almost every <see cref="decimal"/> and ten digits behind the point. Say both digits for others.</summary>
    protected override string VisitNumeric(NumericType type) => type.Precision is null ? "NUMERIC(38, 10)" : base.VisitNumeric(type);

    /// <inheritdoc/>
    protected override string VisitDouble(DoubleType type) => "DOUBLE PRECISION";

    /// <inheritdoc/>
    protected override string VisitJson(JsonType type) => hasJson ? "JSON" : "NVARCHAR(max)";

    /// <summary>Text is kept so in any case, but for that of fixed length.</summary>
    protected override string VisitUnicode(UnicodeType type) => type.Text is CharType ? "N" + Render(type.Text) : Render(type.Text);

    /// <inheritdoc/>
    protected override string VisitBoolean(BooleanType type) => "BIT";

    /// <inheritdoc/>
    protected override string VisitString(StringType type) => type.Length is int length and <= 4000 ? $"NVARCHAR({length}){Collate(type.Collation)}" : "NVARCHAR(max)" + Collate(type.Collation);

    /// <inheritdoc/>
    protected override string VisitText(TextType type) => "NVARCHAR(max)" + Collate(type.Collation);

    /// <inheritdoc/>
    protected override string VisitTime(TimeType type) => "TIME" + Length(type.Precision);

    /// <inheritdoc/>
    protected override string VisitBinary(BinaryType type) => type.Length is int length and <= 8000 ? $"VARBINARY({length})" : "VARBINARY(max)";

    /// <inheritdoc/>
    protected override string VisitGuid(GuidType type) => type.IsNative ? "UNIQUEIDENTIFIER" : base.VisitGuid(type);

    /// <inheritdoc/>
    protected override string VisitDateTime(DateTimeType type) => "DATETIME2" + Length(type.Precision);

    /// <inheritdoc/>
    protected override string VisitDateTimeOffset(DateTimeOffsetType type) => "DATETIMEOFFSET" + Length(type.Precision);
}
