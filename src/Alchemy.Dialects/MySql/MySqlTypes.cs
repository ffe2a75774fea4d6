namespace Alchemy;

/// <summary>Types as MySQL and MariaDB spell them.</summary>
public static class MySqlTypes
{
    /// <summary>Year: <c>YEAR</c></summary>
    public static NativeType Year(int? displayWidth = null) => Of<short>("YEAR" + Size(displayWidth), SqlTypes.SmallInteger, castName: "");

    /// <summary>8 bit integer: <c>TINYINT</c></summary>
    public static NativeType TinyInt(int? displayWidth = null, bool unsigned = false, bool zerofill = false) => Whole<sbyte, byte>("TINYINT", SqlTypes.SmallInteger, displayWidth, unsigned, zerofill);

    /// <summary>16 bit integer: <c>SMALLINT</c></summary>
    public static NativeType SmallInt(int? displayWidth = null, bool unsigned = false, bool zerofill = false) => Whole<short, ushort>("SMALLINT", SqlTypes.SmallInteger, displayWidth, unsigned, zerofill);

    /// <summary>24 bit integer: <c>MEDIUMINT</c></summary>
    public static NativeType MediumInt(int? displayWidth = null, bool unsigned = false, bool zerofill = false) => Whole<int, uint>("MEDIUMINT", SqlTypes.Integer, displayWidth, unsigned, zerofill);

    /// <summary>32 bit integer: <c>INTEGER</c></summary>
    public static NativeType Integer(int? displayWidth = null, bool unsigned = false, bool zerofill = false) => Whole<int, uint>("INTEGER", SqlTypes.Integer, displayWidth, unsigned, zerofill);

    /// <summary>64 bit integer: <c>BIGINT</c></summary>
    public static NativeType BigInt(int? displayWidth = null, bool unsigned = false, bool zerofill = false) => Whole<long, ulong>("BIGINT", SqlTypes.BigInteger, displayWidth, unsigned, zerofill);

    /// <summary>Exact decimal: <c>NUMERIC(10, 2)</c></summary>
    public static NativeType Numeric(int? precision = null, int? scale = null, bool unsigned = false, bool zerofill = false) => Number<decimal>("NUMERIC", SqlTypes.Numeric(precision, scale), Size(precision, scale), unsigned, zerofill);

    /// <summary>Exact decimal: <c>DECIMAL(10, 2)</c></summary>
    public static NativeType Decimal(int? precision = null, int? scale = null, bool unsigned = false, bool zerofill = false) => Number<decimal>("DECIMAL", SqlTypes.Numeric(precision, scale), Size(precision, scale), unsigned, zerofill);

    /// <summary>32 bit floating point: <c>FLOAT</c></summary>
    public static NativeType Float(int? precision = null, int? scale = null, bool unsigned = false, bool zerofill = false) => Number<float>("FLOAT", SqlTypes.Float(), Size(precision, scale), unsigned, zerofill);

    /// <summary>64 bit floating point: <c>DOUBLE</c></summary>
    public static NativeType Double(int? precision = null, int? scale = null, bool unsigned = false, bool zerofill = false) => Number<double>("DOUBLE", SqlTypes.Double, scale is null ? "" : Size(precision, scale), unsigned, zerofill);

    /// <summary>64 bit floating point: <c>REAL</c></summary>
    public static NativeType Real(int? precision = null, int? scale = null, bool unsigned = false, bool zerofill = false) => Number<double>("REAL", SqlTypes.Double, scale is null ? "" : Size(precision, scale), unsigned, zerofill);

    /// <summary>Bits: <c>BIT(5)</c></summary>
    public static NativeType Bit(int? length = null) => Of<ulong>("BIT" + Size(length), null, castName: "");

    /// <summary>Date and time: <c>DATETIME(6)</c></summary>
    /// <param name="fsp">Digits after the second; null or 0 for none.</param>
    public static NativeType DateTime(int? fsp = null) => Of<DateTime>("DATETIME" + Size(fsp is 0 ? null : fsp), new DateTimeType(fsp), "DATETIME" + Size(fsp is 0 ? null : fsp)) with { IsGenericElsewhere = true };

    /// <summary>A time of day: <c>TIME(6)</c></summary>
    /// <param name="fsp">Digits after the second; null or 0 for none.</param>
    public static NativeType Time(int? fsp = null) => Of<TimeOnly>("TIME" + Size(fsp is 0 ? null : fsp), new TimeType(fsp), "TIME" + Size(fsp is 0 ? null : fsp)) with { IsGenericElsewhere = true };

    /// <summary>An instant: <c>TIMESTAMP(6)</c></summary>
    /// <param name="fsp">Digits after the second; null or 0 for none.</param>
    public static NativeType Timestamp(int? fsp = null) => Of<DateTime>("TIMESTAMP" + Size(fsp is 0 ? null : fsp), new DateTimeType(fsp), castName: "DATETIME" + Size(fsp is 0 ? null : fsp)) with { IsGenericElsewhere = true };

    /// <summary>Text of bounded length: <c>VARCHAR(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin</c></summary>
    public static NativeType VarChar(int length, string? charset = null, string? collation = null, bool ascii = false, bool unicode = false, bool binary = false, bool national = false)
        => Text("VARCHAR" + Size(length), new StringType(length, collation), charset, collation, ascii, unicode, binary, national);

    /// <summary>Text of fixed length: <c>CHAR(5)</c></summary>
    public static NativeType Char(int? length = null, string? charset = null, string? collation = null, bool ascii = false, bool unicode = false, bool binary = false, bool national = false)
        => Text("CHAR" + Size(length), new CharType(length, collation), charset, collation, ascii, unicode, binary, national);

    /// <summary>Text of bounded length in the national character set: <c>NATIONAL VARCHAR(50)</c></summary>
    public static NativeType NVarChar(int length, string? collation = null, bool binary = false) => VarChar(length, collation: collation, binary: binary, national: true);

    /// <summary>Text of fixed length in the national character set: <c>NATIONAL CHAR(5)</c></summary>
    public static NativeType NChar(int? length = null, string? collation = null, bool binary = false) => Char(length, collation: collation, binary: binary, national: true);

    /// <summary>Text of at most 64 KB: <c>TEXT</c></summary>
    public static NativeType Text(int? length = null, string? charset = null, string? collation = null, bool ascii = false, bool unicode = false, bool binary = false, bool national = false)
        => Text("TEXT" + Size(length), new TextType(length, collation), charset, collation, ascii, unicode, binary, national);

    /// <summary>Text of at most 255 bytes: <c>TINYTEXT</c></summary>
    public static NativeType TinyText(string? charset = null, string? collation = null, bool binary = false, bool national = false) => Text("TINYTEXT", null, charset, collation, false, false, binary, national);

    /// <summary>Text of at most 16 MB: <c>MEDIUMTEXT</c></summary>
    public static NativeType MediumText(string? charset = null, string? collation = null, bool binary = false, bool national = false) => Text("MEDIUMTEXT", null, charset, collation, false, false, binary, national);

    /// <summary>Text of at most 4 GB: <c>LONGTEXT</c></summary>
    public static NativeType LongText(string? charset = null, string? collation = null, bool binary = false, bool national = false) => Text("LONGTEXT", null, charset, collation, false, false, binary, national);

    /// <summary>Bytes: <c>BLOB</c></summary>
    public static NativeType Blob(int? length = null) => Of<byte[]>("BLOB" + Size(length), SqlTypes.Binary(), castName: "BINARY") with { IsGenericElsewhere = length is null };

    /// <summary>At most 255 bytes: <c>TINYBLOB</c></summary>
    public static NativeType TinyBlob { get; } = Of<byte[]>("TINYBLOB", SqlTypes.Binary(), castName: "BINARY");

    /// <summary>At most 16 MB: <c>MEDIUMBLOB</c></summary>
    public static NativeType MediumBlob { get; } = Of<byte[]>("MEDIUMBLOB", SqlTypes.Binary(), castName: "BINARY");

    /// <summary>At most 4 GB: <c>LONGBLOB</c></summary>
    public static NativeType LongBlob { get; } = Of<byte[]>("LONGBLOB", SqlTypes.Binary(), castName: "BINARY");

    /// <summary>One of some words: <c>ENUM('a','b')</c></summary>
    public static NativeType Enum(IReadOnlyList<string> values, string? charset = null, string? collation = null, bool ascii = false, bool unicode = false, bool binary = false, bool national = false)
        => Text($"ENUM({Words(values)})", null, charset, collation, ascii, unicode, binary, national) with { CastName = "" };

    /// <summary>Some of some words: <c>SET('a','b')</c></summary>
    public static NativeType Set(IReadOnlyList<string> values, string? charset = null, string? collation = null, bool ascii = false, bool unicode = false, bool binary = false, bool national = false)
        => Text($"SET({Words(values)})", null, charset, collation, ascii, unicode, binary, national) with { CastName = "" };

    /// <summary>Bytes of fixed length: <c>BINARY(16)</c></summary>
    public static NativeType Binary(int? length = null) => Of<byte[]>("BINARY" + Size(length), SqlTypes.Binary(length), castName: "BINARY");

    /// <summary>Bytes of bounded length: <c>VARBINARY(16)</c></summary>
    public static NativeType VarBinary(int length) => Of<byte[]>("VARBINARY" + Size(length), SqlTypes.Binary(length), castName: "BINARY");

    /// <summary>A document: <c>JSON</c></summary>
    public static NativeType Json { get; } = Of<System.Text.Json.JsonElement>("JSON", SqlTypes.Json) with { IsGenericElsewhere = true };

    /// <summary>An address of the Internet of old, on MariaDB: <c>INET4</c></summary>
    public static NativeType Inet4 { get; } = new("INET4", typeof(System.Net.IPAddress)) { Dialect = "mariadb" };

    /// <summary>An address of the Internet, on MariaDB: <c>INET6</c></summary>
    public static NativeType Inet6 { get; } = new("INET6", typeof(System.Net.IPAddress)) { Dialect = "mariadb" };

    private static NativeType Of<T>(string name, SqlType? generic, string? castName = null) => new(name, typeof(T)) { Dialect = "mysql", Generic = generic, CastName = castName };

    private static NativeType Whole<TSigned, TUnsigned>(string name, SqlType generic, int? displayWidth, bool unsigned, bool zerofill)
        => (unsigned ? Number<TUnsigned>(name, typeof(TUnsigned) == typeof(ulong) ? null : generic, Size(displayWidth), unsigned, zerofill) with { CastName = "UNSIGNED INTEGER" } : Number<TSigned>(name, generic, Size(displayWidth), unsigned, zerofill))
            with { IsGenericElsewhere = !unsigned && name is not ("TINYINT" or "MEDIUMINT") };

    private static NativeType Number<T>(string name, SqlType? generic, string size, bool unsigned, bool zerofill)
        => Of<T>(name + size + (unsigned ? " UNSIGNED" : "") + (zerofill ? " ZEROFILL" : ""), generic) with { IsGenericElsewhere = !unsigned };

    private static NativeType Text(string name, SqlType? generic, string? charset, string? collation, bool ascii, bool unicode, bool binary, bool national)
    {
        var set = charset is not null ? $" CHARACTER SET {charset}" : ascii ? " ASCII" : unicode ? " UNICODE" : "";
        var order = collation is not null ? $" COLLATE {collation}" : binary ? " BINARY" : "";
        var length = name.Contains('(', StringComparison.Ordinal) ? name[name.IndexOf('(', StringComparison.Ordinal)..] : "";
        return Of<string>(national ? $"NATIONAL {name}{order}" : name + set + order, generic ?? SqlTypes.Text, $"CHAR{length}{set}{order}") with { IsGenericElsewhere = generic is not null };
    }

    private static string Words(IReadOnlyList<string> values) => string.Join(",", values.Select(v => $"'{v.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'"));

    private static string Size(int? size, int? scale = null) => (size, scale) switch { (null, _) => "", (_, null) => $"({size})", _ => $"({size}, {scale})" };
}
