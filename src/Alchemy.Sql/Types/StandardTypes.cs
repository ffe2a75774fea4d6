namespace Alchemy;

/// <summary>Types by the words of the standard, written exactly so on every database: for a column that must have this type and no other. <see cref="SqlTypes"/> has those that each database spells its own way.</summary>
public static class StandardTypes
{
    /// <summary><c>SMALLINT</c></summary>
    public static NativeType SmallInt { get; } = Of<short>("SMALLINT", SqlTypes.SmallInteger);

    /// <summary><c>INTEGER</c></summary>
    public static NativeType Integer { get; } = Of<int>("INTEGER", SqlTypes.Integer);

    /// <summary><c>BIGINT</c></summary>
    public static NativeType BigInt { get; } = Of<long>("BIGINT", SqlTypes.BigInteger);

    /// <summary><c>BOOLEAN</c></summary>
    public static NativeType Boolean { get; } = Of<bool>("BOOLEAN", SqlTypes.Boolean);

    /// <summary><c>REAL</c></summary>
    public static NativeType Real { get; } = Of<double>("REAL", SqlTypes.Double);

    /// <summary><c>DOUBLE</c></summary>
    public static NativeType Double { get; } = Of<double>("DOUBLE", SqlTypes.Double);

    /// <summary><c>DOUBLE PRECISION</c></summary>
    public static NativeType DoublePrecision { get; } = Of<double>("DOUBLE PRECISION", SqlTypes.Double);

    /// <summary><c>DATE</c></summary>
    public static NativeType Date { get; } = Of<DateOnly>("DATE", SqlTypes.Date);

    /// <summary><c>DATETIME</c></summary>
    public static NativeType DateTime { get; } = Of<DateTime>("DATETIME", SqlTypes.DateTime);

    /// <summary><c>JSON</c></summary>
    public static NativeType Json { get; } = Of<System.Text.Json.JsonElement>("JSON", SqlTypes.Json);

    /// <summary><c>UUID</c></summary>
    public static NativeType Uuid { get; } = Of<Guid>("UUID", SqlTypes.Guid);

    /// <summary><c>FLOAT</c>, <c>FLOAT(24)</c></summary>
    public static NativeType Float(int? precision = null) => Of<double>("FLOAT" + Size(precision), SqlTypes.Double);

    /// <summary><c>NUMERIC(10, 2)</c></summary>
    public static NativeType Numeric(int? precision = null, int? scale = null) => Of<decimal>("NUMERIC" + Size(precision, scale), SqlTypes.Numeric(precision, scale));

    /// <summary><c>DECIMAL(10, 2)</c></summary>
    public static NativeType Decimal(int? precision = null, int? scale = null) => Of<decimal>("DECIMAL" + Size(precision, scale), SqlTypes.Numeric(precision, scale));

    /// <summary><c>TIME</c>, <c>TIME WITH TIME ZONE</c></summary>
    public static NativeType Time(bool timezone = false) => Of<TimeOnly>("TIME" + Zone(timezone), new TimeType(HasZone: timezone));

    /// <summary><c>TIMESTAMP</c>, <c>TIMESTAMP WITH TIME ZONE</c></summary>
    public static NativeType Timestamp(bool timezone = false)
        => timezone ? Of<DateTimeOffset>("TIMESTAMP WITH TIME ZONE", SqlTypes.DateTimeOffset) : Of<DateTime>("TIMESTAMP", SqlTypes.DateTime);

    /// <summary><c>CHAR(5)</c></summary>
    public static NativeType Char(int? length = null) => Of<string>("CHAR" + Size(length), SqlTypes.String(length));

    /// <summary><c>VARCHAR(50)</c></summary>
    public static NativeType VarChar(int? length = null) => Of<string>("VARCHAR" + Size(length), SqlTypes.String(length));

    /// <summary><c>TEXT</c></summary>
    public static NativeType Text { get; } = Of<string>("TEXT", SqlTypes.Text);

    /// <summary><c>CLOB</c></summary>
    public static NativeType Clob { get; } = Of<string>("CLOB", SqlTypes.Text);

    /// <summary><c>BLOB</c></summary>
    public static NativeType Blob { get; } = Of<byte[]>("BLOB", SqlTypes.Binary());

    /// <summary><c>BINARY(16)</c></summary>
    public static NativeType Binary(int? length = null) => Of<byte[]>("BINARY" + Size(length), SqlTypes.Binary(length));

    /// <summary><c>VARBINARY(16)</c></summary>
    public static NativeType VarBinary(int? length = null) => Of<byte[]>("VARBINARY" + Size(length), SqlTypes.Binary(length));

    /// <summary><c>NCHAR(5)</c>, under each database's own name for it.</summary>
    public static UnicodeType NChar(int? length = null, string? collation = null) => new(new CharType(length, collation), IsNational: true);

    /// <summary><c>NVARCHAR(50)</c>, under each database's own name for it.</summary>
    public static UnicodeType NVarChar(int? length = null, string? collation = null) => new(new StringType(length, collation), IsNational: true);

    private static NativeType Of<T>(string name, SqlType generic) => new(name, typeof(T)) { Generic = generic };

    private static string Zone(bool timezone) => timezone ? " WITH TIME ZONE" : "";

    private static string Size(int? size, int? scale = null) => (size, scale) switch { (null, _) => "", (_, null) => $"({size})", _ => $"({size}, {scale})" };
}
