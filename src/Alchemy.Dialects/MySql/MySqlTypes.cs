namespace Alchemy;

/// <summary>Types as MySQL and MariaDB spell them.</summary>
public static class MySqlTypes
{
    /// <summary>Year: <c>YEAR</c></summary>
    public static NativeType Year(int? displayWidth = null) => new("YEAR" + Size(displayWidth), typeof(short));

    /// <summary>8 bit integer: <c>TINYINT</c></summary>
    public static NativeType TinyInt(int? displayWidth = null, bool unsigned = false, bool zerofill = false) => Number<sbyte>("TINYINT", Size(displayWidth), unsigned, zerofill);

    /// <summary>16 bit integer: <c>SMALLINT</c></summary>
    public static NativeType SmallInt(int? displayWidth = null, bool unsigned = false, bool zerofill = false) => Number<short>("SMALLINT", Size(displayWidth), unsigned, zerofill);

    /// <summary>24 bit integer: <c>MEDIUMINT</c></summary>
    public static NativeType MediumInt(int? displayWidth = null, bool unsigned = false, bool zerofill = false) => Number<int>("MEDIUMINT", Size(displayWidth), unsigned, zerofill);

    /// <summary>32 bit integer: <c>INTEGER</c></summary>
    public static NativeType Integer(int? displayWidth = null, bool unsigned = false, bool zerofill = false) => Number<int>("INTEGER", Size(displayWidth), unsigned, zerofill);

    /// <summary>64 bit integer: <c>BIGINT</c></summary>
    public static NativeType BigInt(int? displayWidth = null, bool unsigned = false, bool zerofill = false) => Number<long>("BIGINT", Size(displayWidth), unsigned, zerofill);

    /// <summary>Exact decimal: <c>NUMERIC(10, 2)</c></summary>
    public static NativeType Numeric(int? precision = null, int? scale = null, bool unsigned = false, bool zerofill = false) => Number<decimal>("NUMERIC", Size(precision, scale), unsigned, zerofill);

    /// <summary>Exact decimal: <c>DECIMAL(10, 2)</c></summary>
    public static NativeType Decimal(int? precision = null, int? scale = null, bool unsigned = false, bool zerofill = false) => Number<decimal>("DECIMAL", Size(precision, scale), unsigned, zerofill);

    /// <summary>32 bit floating point: <c>FLOAT</c></summary>
    public static NativeType Float(int? precision = null, int? scale = null, bool unsigned = false, bool zerofill = false) => Number<float>("FLOAT", Size(precision, scale), unsigned, zerofill);

    /// <summary>64 bit floating point: <c>DOUBLE</c></summary>
    public static NativeType Double(int? precision = null, int? scale = null, bool unsigned = false, bool zerofill = false) => Number<double>("DOUBLE", scale is null ? "" : Size(precision, scale), unsigned, zerofill);

    /// <summary>64 bit floating point: <c>REAL</c></summary>
    public static NativeType Real(int? precision = null, int? scale = null, bool unsigned = false, bool zerofill = false) => Number<double>("REAL", scale is null ? "" : Size(precision, scale), unsigned, zerofill);

    /// <summary>Bits: <c>BIT(5)</c></summary>
    public static NativeType Bit(int? length = null) => new("BIT" + Size(length), typeof(ulong));

    /// <summary>Date and time: <c>DATETIME(6)</c></summary>
    /// <param name="fsp">Digits after the second; null or 0 for none.</param>
    public static NativeType DateTime(int? fsp = null) => new("DATETIME" + Size(fsp is 0 ? null : fsp), typeof(DateTime));

    /// <summary>A time of day: <c>TIME(6)</c></summary>
    /// <param name="fsp">Digits after the second; null or 0 for none.</param>
    public static NativeType Time(int? fsp = null) => new("TIME" + Size(fsp is 0 ? null : fsp), typeof(TimeOnly));

    /// <summary>An instant: <c>TIMESTAMP(6)</c></summary>
    /// <param name="fsp">Digits after the second; null or 0 for none.</param>
    public static NativeType Timestamp(int? fsp = null) => new("TIMESTAMP" + Size(fsp is 0 ? null : fsp), typeof(DateTime));

    /// <summary>Text of bounded length: <c>VARCHAR(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin</c></summary>
    public static NativeType VarChar(int length, string? charset = null, string? collation = null, bool ascii = false, bool unicode = false, bool binary = false, bool national = false)
        => Text("VARCHAR" + Size(length), charset, collation, ascii, unicode, binary, national);

    /// <summary>Text of fixed length: <c>CHAR(5)</c></summary>
    public static NativeType Char(int? length = null, string? charset = null, string? collation = null, bool ascii = false, bool unicode = false, bool binary = false, bool national = false)
        => Text("CHAR" + Size(length), charset, collation, ascii, unicode, binary, national);

    /// <summary>Text of bounded length in the national character set: <c>NATIONAL VARCHAR(50)</c></summary>
    public static NativeType NVarChar(int length, string? collation = null, bool binary = false) => VarChar(length, collation: collation, binary: binary, national: true);

    /// <summary>Text of fixed length in the national character set: <c>NATIONAL CHAR(5)</c></summary>
    public static NativeType NChar(int? length = null, string? collation = null, bool binary = false) => Char(length, collation: collation, binary: binary, national: true);

    /// <summary>Text of at most 64 KB: <c>TEXT</c></summary>
    public static NativeType Text(int? length = null, string? charset = null, string? collation = null, bool ascii = false, bool unicode = false, bool binary = false, bool national = false)
        => Text("TEXT" + Size(length), charset, collation, ascii, unicode, binary, national);

    /// <summary>Text of at most 255 bytes: <c>TINYTEXT</c></summary>
    public static NativeType TinyText(string? charset = null, string? collation = null, bool binary = false, bool national = false) => Text("TINYTEXT", charset, collation, false, false, binary, national);

    /// <summary>Text of at most 16 MB: <c>MEDIUMTEXT</c></summary>
    public static NativeType MediumText(string? charset = null, string? collation = null, bool binary = false, bool national = false) => Text("MEDIUMTEXT", charset, collation, false, false, binary, national);

    /// <summary>Text of at most 4 GB: <c>LONGTEXT</c></summary>
    public static NativeType LongText(string? charset = null, string? collation = null, bool binary = false, bool national = false) => Text("LONGTEXT", charset, collation, false, false, binary, national);

    /// <summary>Bytes: <c>BLOB</c></summary>
    public static NativeType Blob(int? length = null) => new("BLOB" + Size(length), typeof(byte[]));

    /// <summary>At most 255 bytes: <c>TINYBLOB</c></summary>
    public static NativeType TinyBlob { get; } = new("TINYBLOB", typeof(byte[]));

    /// <summary>At most 16 MB: <c>MEDIUMBLOB</c></summary>
    public static NativeType MediumBlob { get; } = new("MEDIUMBLOB", typeof(byte[]));

    /// <summary>At most 4 GB: <c>LONGBLOB</c></summary>
    public static NativeType LongBlob { get; } = new("LONGBLOB", typeof(byte[]));

    /// <summary>One of some words: <c>ENUM('a','b')</c></summary>
    public static NativeType Enum(IReadOnlyList<string> values, string? charset = null, string? collation = null, bool ascii = false, bool unicode = false, bool binary = false, bool national = false)
        => Text($"ENUM({Words(values)})", charset, collation, ascii, unicode, binary, national);

    /// <summary>Some of some words: <c>SET('a','b')</c></summary>
    public static NativeType Set(IReadOnlyList<string> values, string? charset = null, string? collation = null, bool ascii = false, bool unicode = false, bool binary = false, bool national = false)
        => Text($"SET({Words(values)})", charset, collation, ascii, unicode, binary, national);

    private static NativeType Number<T>(string name, string size, bool unsigned, bool zerofill) => new(name + size + (unsigned ? " UNSIGNED" : "") + (zerofill ? " ZEROFILL" : ""), typeof(T));

    private static NativeType Text(string name, string? charset, string? collation, bool ascii, bool unicode, bool binary, bool national)
    {
        var set = charset is not null ? $" CHARACTER SET {charset}" : ascii ? " ASCII" : unicode ? " UNICODE" : "";
        var order = collation is not null ? $" COLLATE {collation}" : binary ? " BINARY" : "";
        return new(national ? $"NATIONAL {name}{order}" : name + set + order, typeof(string));
    }

    private static string Words(IReadOnlyList<string> values) => string.Join(",", values.Select(v => $"'{v.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'"));

    private static string Size(int? size, int? scale = null) => (size, scale) switch { (null, _) => "", (_, null) => $"({size})", _ => $"({size}, {scale})" };
}
