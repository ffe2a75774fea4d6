namespace Alchemy;

/// <summary>Types as SQL Server spells them.</summary>
public static class SqlServerTypes
{
    /// <summary>An amount of money: <c>MONEY</c></summary>
    public static NativeType Money { get; } = Of<decimal>("MONEY", SqlTypes.Numeric());

    /// <summary>An amount of money in 4 bytes: <c>SMALLMONEY</c></summary>
    public static NativeType SmallMoney { get; } = Of<decimal>("SMALLMONEY", SqlTypes.Numeric());

    /// <summary>8 bit integer without sign: <c>TINYINT</c></summary>
    public static NativeType TinyInt { get; } = Of<byte>("TINYINT", SqlTypes.SmallInteger);

    /// <summary>True or false: <c>BIT</c></summary>
    public static NativeType Bit { get; } = Of<bool>("BIT", SqlTypes.Boolean);

    /// <summary>A 128 bit identifier: <c>UNIQUEIDENTIFIER</c></summary>
    public static NativeType UniqueIdentifier { get; } = Of<Guid>("UNIQUEIDENTIFIER", SqlTypes.Guid);

    /// <summary>A document: <c>XML</c></summary>
    public static NativeType Xml { get; } = Of<string>("XML", SqlTypes.Text);

    /// <summary>A value of any type: <c>SQL_VARIANT</c></summary>
    public static NativeType SqlVariant { get; } = Of<object>("SQL_VARIANT");

    /// <summary>The number of a row's last change: <c>ROWVERSION</c></summary>
    public static NativeType RowVersion { get; } = Of<byte[]>("ROWVERSION", SqlTypes.Binary());

    /// <summary>The number of a row's last change, of old: <c>TIMESTAMP</c></summary>
    public static NativeType Timestamp { get; } = Of<byte[]>("TIMESTAMP", SqlTypes.Binary());

    /// <summary>Bytes of any length, of old: <c>IMAGE</c></summary>
    public static NativeType Image { get; } = Of<byte[]>("IMAGE", SqlTypes.Binary());

    /// <summary>Date and time to 3 milliseconds: <c>DATETIME</c></summary>
    public static NativeType DateTime { get; } = Of<DateTime>("DATETIME", SqlTypes.DateTime);

    /// <summary>Date and time to the minute: <c>SMALLDATETIME</c></summary>
    public static NativeType SmallDateTime { get; } = Of<DateTime>("SMALLDATETIME", SqlTypes.DateTime);

    /// <summary>Date and time: <c>DATETIME2(7)</c></summary>
    public static NativeType DateTime2(int? precision = null) => Of<DateTime>("DATETIME2" + Size(precision), new DateTimeType(precision));

    /// <summary>An instant: <c>DATETIMEOFFSET(7)</c></summary>
    public static NativeType DateTimeOffset(int? precision = null) => Of<DateTimeOffset>("DATETIMEOFFSET" + Size(precision), new DateTimeOffsetType(precision));

    /// <summary>A time of day: <c>TIME(7)</c></summary>
    public static NativeType Time(int? precision = null) => Of<TimeOnly>("TIME" + Size(precision), new TimeType(precision)) with { IsGenericElsewhere = true };

    /// <summary>Text: <c>VARCHAR(50)</c>; without a length <c>VARCHAR(max)</c></summary>
    public static NativeType VarChar(int? length = null, string? collation = null) => Text("VARCHAR", length?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "max", collation);

    /// <summary>Text in Unicode: <c>NVARCHAR(50)</c>; without a length <c>NVARCHAR(max)</c></summary>
    public static NativeType NVarChar(int? length = null, string? collation = null) => Text("NVARCHAR", length?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "max", collation);

    /// <summary>Text of fixed length: <c>CHAR(5)</c></summary>
    public static NativeType Char(int? length = null, string? collation = null) => Text("CHAR", length?.ToString(System.Globalization.CultureInfo.InvariantCulture), collation);

    /// <summary>Text of fixed length in Unicode: <c>NCHAR(5)</c></summary>
    public static NativeType NChar(int? length = null, string? collation = null) => Text("NCHAR", length?.ToString(System.Globalization.CultureInfo.InvariantCulture), collation);

    /// <summary>Text of any length, of old: <c>TEXT</c></summary>
    public static NativeType Text(string? collation = null) => Text("TEXT", null, collation);

    /// <summary>Text of any length in Unicode, of old: <c>NTEXT</c></summary>
    public static NativeType NText(string? collation = null) => Text("NTEXT", null, collation);

    /// <summary>Bytes: <c>VARBINARY(50)</c>; without a length <c>VARBINARY(max)</c></summary>
    /// <param name="length">The most bytes, or null.</param>
    /// <param name="filestream">True to keep them in files.</param>
    public static NativeType VarBinary(int? length = null, bool filestream = false) => Of<byte[]>($"VARBINARY({(length is null ? "max" : length)}){(filestream ? " FILESTREAM" : "")}", SqlTypes.Binary(length));

    /// <summary>32 bit floating point: <c>REAL</c></summary>
    public static NativeType Real { get; } = Of<float>("REAL", SqlTypes.Real) with { IsGenericElsewhere = true };

    /// <summary>64 bit floating point: <c>DOUBLE PRECISION</c></summary>
    public static NativeType DoublePrecision { get; } = Of<double>("DOUBLE PRECISION", SqlTypes.Double) with { IsGenericElsewhere = true };

    /// <summary>A document: <c>JSON</c>, from SQL Server 2025 on</summary>
    public static NativeType Json { get; } = Of<System.Text.Json.JsonElement>("JSON", SqlTypes.Json);

    private static NativeType Text(string name, string? size, string? collation)
        => Of<string>(name + (size is null ? "" : $"({size})") + (collation is null ? "" : $" COLLATE {collation}"), int.TryParse(size, out var length) ? SqlTypes.String(length) : SqlTypes.Text);

    private static NativeType Of<T>(string name, SqlType? generic = null) => new(name, typeof(T)) { Dialect = "mssql", Generic = generic };

    private static string Size(int? size) => size is null ? "" : $"({size})";
}
