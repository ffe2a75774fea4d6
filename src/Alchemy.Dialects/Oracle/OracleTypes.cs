namespace Alchemy;

/// <summary>Types as Oracle spells them.</summary>
public static class OracleTypes
{
    /// <summary>Text of any length, of old: <c>LONG</c></summary>
    public static NativeType Long { get; } = Of<string>("LONG", SqlTypes.Text);

    /// <summary>Text of any length in the national character set: <c>NCLOB</c></summary>
    public static NativeType NClob { get; } = Of<string>("NCLOB", SqlTypes.Text);

    /// <summary>Text of any length: <c>CLOB</c></summary>
    public static NativeType Clob { get; } = Of<string>("CLOB", SqlTypes.Text);

    /// <summary>The address of a row: <c>ROWID</c></summary>
    public static NativeType RowId { get; } = Of<string>("ROWID", SqlTypes.String());

    /// <summary>Date and time to the second: <c>DATE</c></summary>
    public static NativeType Date { get; } = Of<DateTime>("DATE", SqlTypes.DateTime);

    /// <summary>32 bit floating point: <c>BINARY_FLOAT</c></summary>
    public static NativeType BinaryFloat { get; } = Of<float>("BINARY_FLOAT", SqlTypes.Real);

    /// <summary>64 bit floating point: <c>BINARY_DOUBLE</c></summary>
    public static NativeType BinaryDouble { get; } = Of<double>("BINARY_DOUBLE", SqlTypes.Double);

    /// <summary>A document: <c>JSON</c></summary>
    public static NativeType Json { get; } = Of<System.Text.Json.JsonElement>("JSON", SqlTypes.Json);

    /// <summary>A decimal of binary digits: <c>FLOAT(16)</c></summary>
    public static NativeType Float(int? binaryPrecision = null) => Of<double>("FLOAT" + Size(binaryPrecision), SqlTypes.Double);

    /// <summary>A decimal: <c>NUMBER(10, 2)</c></summary>
    public static NativeType Number(int? precision = null, int? scale = null) => Of<decimal>("NUMBER" + (scale is null ? Size(precision) : $"({precision}, {scale})"), SqlTypes.Numeric(precision, scale));

    /// <summary>Text of bounded length: <c>VARCHAR2(50 CHAR)</c></summary>
    /// <param name="length">The most characters, or bytes.</param>
    /// <param name="inBytes">True when the length counts bytes.</param>
    public static NativeType VarChar2(int length, bool inBytes = false) => Of<string>($"VARCHAR2({length} {(inBytes ? "BYTE" : "CHAR")})", SqlTypes.String(length));

    /// <summary>Text of bounded length in the national character set: <c>NVARCHAR2(50)</c></summary>
    public static NativeType NVarChar2(int length) => Of<string>($"NVARCHAR2({length})", SqlTypes.String(length));

    /// <summary>Text of fixed length: <c>CHAR(5 CHAR)</c></summary>
    /// <param name="length">How many characters, or bytes.</param>
    /// <param name="inBytes">True when the length counts bytes.</param>
    public static NativeType Char(int length, bool inBytes = false) => Of<string>($"CHAR({length} {(inBytes ? "BYTE" : "CHAR")})", SqlTypes.String(length));

    /// <summary>Bytes: <c>RAW(16)</c></summary>
    public static NativeType Raw(int? length = null) => Of<byte[]>("RAW" + Size(length), SqlTypes.Binary(length));

    /// <summary>A span of time: <c>INTERVAL DAY(2) TO SECOND(5)</c></summary>
    public static NativeType Interval(int? dayPrecision = null, int? secondPrecision = null) => Of<TimeSpan>($"INTERVAL DAY{Size(dayPrecision)} TO SECOND{Size(secondPrecision)}", SqlTypes.Interval());

    /// <summary>Date and time: <c>TIMESTAMP WITH LOCAL TIME ZONE</c></summary>
    public static NativeType Timestamp(bool timezone = false, bool localTimezone = false)
        => timezone ? Of<DateTimeOffset>("TIMESTAMP WITH TIME ZONE", SqlTypes.DateTimeOffset) : Of<DateTime>(localTimezone ? "TIMESTAMP WITH LOCAL TIME ZONE" : "TIMESTAMP", SqlTypes.DateTime);

    /// <summary>A file outside of the database: <c>BFILE</c></summary>
    public static NativeType BFile { get; } = Of<byte[]>("BFILE", SqlTypes.Binary());

    /// <summary>True or false, from Oracle 23 on: <c>BOOLEAN</c></summary>
    public static NativeType Boolean { get; } = Of<bool>("BOOLEAN", SqlTypes.Boolean);

    /// <summary>Numbers to search for what is near, from Oracle 23 on: <c>VECTOR(3, FLOAT32, SPARSE)</c></summary>
    /// <param name="dimensions">How many numbers; null for any number, written <c>*</c>.</param>
    /// <param name="format">How each is kept: <c>INT8</c>, <c>BINARY</c>, <c>FLOAT32</c>, <c>FLOAT64</c>; null for any, written <c>*</c>.</param>
    /// <param name="sparse">True when only the numbers that are not zero are kept; null to leave it unsaid.</param>
    public static NativeType Vector(int? dimensions = null, string? format = null, bool? sparse = null)
        => Of<float[]>($"VECTOR({(dimensions is { } count ? count : "*")},{format ?? "*"}{sparse switch { null => "", true => ",SPARSE", false => ",DENSE" }})");

    private static NativeType Of<T>(string name, SqlType? generic = null) => new(name, typeof(T)) { Dialect = "oracle", Generic = generic };

    private static string Size(int? size) => size is null ? "" : $"({size})";
}
