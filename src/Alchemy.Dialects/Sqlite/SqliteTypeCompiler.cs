namespace Alchemy;

/// <summary>SQLite's names of types: each chosen for the affinity it gives the column.</summary>
internal sealed class SqliteTypeCompiler() : TypeCompiler("sqlite")
{
    /// <summary>TEXT affinity: NUMERIC affinity would turn a number of more than 15 digits into a REAL.</summary>
    protected override string VisitNumeric(NumericType type) => "DECIMAL_TEXT" + base.VisitNumeric(type)["NUMERIC".Length..];

    /// <inheritdoc/>
    protected override string VisitDateTime(DateTimeType type) => "DATETIME";

    /// <inheritdoc/>
    protected override string VisitDateTimeOffset(DateTimeOffsetType type) => "DATETIMEOFFSET";

    /// <summary>TEXT affinity: under the name JSON, a document that is a number would be kept as one, with 15 of its digits.</summary>
    protected override string VisitJson(JsonType type) => "JSON_TEXT";
}
