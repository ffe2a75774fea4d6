namespace Alchemy;

/// <summary>Oracle's names of types.</summary>
/// <param name="hasBoolean">True where the database has true and false.</param>
/// <param name="hasJson">True where the database has a type for documents.</param>
/// <param name="countsCharacters">True where the length of text is said in characters.</param>
internal sealed class OracleTypeCompiler(bool hasBoolean = false, bool hasJson = false, bool countsCharacters = true) : TypeCompiler("oracle", new OracleIdentifiers())
{
    /// <inheritdoc/>
    protected override string VisitBigInteger(BigIntegerType type) => "NUMBER(19)";

    /// <summary><c>NUMBER</c>, which keeps every digit; <c>NUMERIC</c> without digits would be a whole number.</summary>
    protected override string VisitNumeric(NumericType type) => type.Precision is null ? "NUMBER" : base.VisitNumeric(type);

    /// <inheritdoc/>
    protected override string VisitJson(JsonType type) => hasJson ? "JSON" : "BLOB";

    /// <inheritdoc/>
    protected override string VisitInterval(IntervalType type)
        => type.IsNative ? $"INTERVAL DAY{Length(type.DayPrecision)} TO SECOND{Length(type.SecondPrecision)}" : base.VisitInterval(type);

    /// <inheritdoc/>
    protected override string VisitUnicode(UnicodeType type) => !type.IsNational ? Render(type.Text) : type.Text switch
    {
        TextType => "NCLOB",
        StringType { Length: var length } => $"NVARCHAR2({length ?? 2000})",
        var fixedLength => "N" + Render(fixedLength),
    };

    /// <inheritdoc/>
    protected override string VisitBoolean(BooleanType type) => hasBoolean ? "BOOLEAN" : "SMALLINT";

    /// <inheritdoc/>
    protected override bool IsNative(SqlType type) => type is BooleanType && hasBoolean;

    /// <inheritdoc/>
    protected override string VisitReal(RealType type) => "BINARY_FLOAT";

    /// <inheritdoc/>
    protected override string VisitDouble(DoubleType type) => "BINARY_DOUBLE";

    /// <inheritdoc/>
    protected override string VisitString(StringType type) => $"VARCHAR2({type.Length ?? 4000}{(countsCharacters ? " CHAR" : "")})";

    /// <inheritdoc/>
    protected override string VisitText(TextType type) => "CLOB";

    /// <inheritdoc/>
    protected override string VisitBinary(BinaryType type) => type.Length is int length ? $"RAW({length})" : "BLOB";

    /// <inheritdoc/>
    protected override string VisitGuid(GuidType type) => "RAW(16)";

    /// <inheritdoc/>
    protected override string VisitTime(TimeType type) => "INTERVAL DAY(0) TO SECOND(7)";
}
