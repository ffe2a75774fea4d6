namespace Alchemy;

/// <summary>Types as Oracle spells them.</summary>
public static class OracleTypes
{
    /// <summary>Text of any length, of old: <c>LONG</c></summary>
    public static NativeType Long { get; } = new("LONG", typeof(string));

    /// <summary>Text of any length in the national character set: <c>NCLOB</c></summary>
    public static NativeType NClob { get; } = new("NCLOB", typeof(string));

    /// <summary>Text of any length: <c>CLOB</c></summary>
    public static NativeType Clob { get; } = new("CLOB", typeof(string));

    /// <summary>The address of a row: <c>ROWID</c></summary>
    public static NativeType RowId { get; } = new("ROWID", typeof(string));

    /// <summary>Date and time to the second: <c>DATE</c></summary>
    public static NativeType Date { get; } = new("DATE", typeof(DateTime));

    /// <summary>32 bit floating point: <c>BINARY_FLOAT</c></summary>
    public static NativeType BinaryFloat { get; } = new("BINARY_FLOAT", typeof(float));

    /// <summary>64 bit floating point: <c>BINARY_DOUBLE</c></summary>
    public static NativeType BinaryDouble { get; } = new("BINARY_DOUBLE", typeof(double));

    /// <summary>A document: <c>JSON</c></summary>
    public static NativeType Json { get; } = new("JSON", typeof(System.Text.Json.JsonElement));

    /// <summary>A decimal of binary digits: <c>FLOAT(16)</c></summary>
    public static NativeType Float(int? binaryPrecision = null) => new("FLOAT" + Size(binaryPrecision), typeof(double));

    /// <summary>A decimal: <c>NUMBER(10, 2)</c></summary>
    public static NativeType Number(int? precision = null, int? scale = null) => new("NUMBER" + (scale is null ? Size(precision) : $"({precision}, {scale})"), typeof(decimal));

    /// <summary>Text of bounded length: <c>VARCHAR2(50 CHAR)</c></summary>
    /// <param name="length">The most characters, or bytes.</param>
    /// <param name="inBytes">True when the length counts bytes.</param>
    public static NativeType VarChar2(int length, bool inBytes = false) => new($"VARCHAR2({length} {(inBytes ? "BYTE" : "CHAR")})", typeof(string));

    /// <summary>Text of bounded length in the national character set: <c>NVARCHAR2(50)</c></summary>
    public static NativeType NVarChar2(int length) => new($"NVARCHAR2({length})", typeof(string));

    /// <summary>Bytes: <c>RAW(16)</c></summary>
    public static NativeType Raw(int? length = null) => new("RAW" + Size(length), typeof(byte[]));

    /// <summary>A span of time: <c>INTERVAL DAY(2) TO SECOND(5)</c></summary>
    public static NativeType Interval(int? dayPrecision = null, int? secondPrecision = null) => new($"INTERVAL DAY{Size(dayPrecision)} TO SECOND{Size(secondPrecision)}", typeof(TimeSpan));

    /// <summary>Date and time: <c>TIMESTAMP WITH LOCAL TIME ZONE</c></summary>
    public static NativeType Timestamp(bool timezone = false, bool localTimezone = false)
        => new(localTimezone ? "TIMESTAMP WITH LOCAL TIME ZONE" : timezone ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP", timezone ? typeof(DateTimeOffset) : typeof(DateTime));

    private static string Size(int? size) => size is null ? "" : $"({size})";
}
