namespace Alchemy;

/// <summary>Types as SQL Server spells them.</summary>
public static class SqlServerTypes
{
    /// <summary>An amount of money: <c>MONEY</c></summary>
    public static NativeType Money { get; } = new("MONEY", typeof(decimal));

    /// <summary>An amount of money in 4 bytes: <c>SMALLMONEY</c></summary>
    public static NativeType SmallMoney { get; } = new("SMALLMONEY", typeof(decimal));

    /// <summary>8 bit integer without sign: <c>TINYINT</c></summary>
    public static NativeType TinyInt { get; } = new("TINYINT", typeof(byte));

    /// <summary>True or false: <c>BIT</c></summary>
    public static NativeType Bit { get; } = new("BIT", typeof(bool));

    /// <summary>A 128 bit identifier: <c>UNIQUEIDENTIFIER</c></summary>
    public static NativeType UniqueIdentifier { get; } = new("UNIQUEIDENTIFIER", typeof(Guid));

    /// <summary>A document: <c>XML</c></summary>
    public static NativeType Xml { get; } = new("XML", typeof(string));

    /// <summary>A value of any type: <c>SQL_VARIANT</c></summary>
    public static NativeType SqlVariant { get; } = new("SQL_VARIANT", typeof(object));

    /// <summary>The number of a row's last change: <c>ROWVERSION</c></summary>
    public static NativeType RowVersion { get; } = new("ROWVERSION", typeof(byte[]));

    /// <summary>The number of a row's last change, of old: <c>TIMESTAMP</c></summary>
    public static NativeType Timestamp { get; } = new("TIMESTAMP", typeof(byte[]));

    /// <summary>Bytes of any length, of old: <c>IMAGE</c></summary>
    public static NativeType Image { get; } = new("IMAGE", typeof(byte[]));

    /// <summary>Date and time to 3 milliseconds: <c>DATETIME</c></summary>
    public static NativeType DateTime { get; } = new("DATETIME", typeof(DateTime));

    /// <summary>Date and time to the minute: <c>SMALLDATETIME</c></summary>
    public static NativeType SmallDateTime { get; } = new("SMALLDATETIME", typeof(DateTime));

    /// <summary>Date and time: <c>DATETIME2(7)</c></summary>
    public static NativeType DateTime2(int? precision = null) => new("DATETIME2" + Size(precision), typeof(DateTime));

    /// <summary>An instant: <c>DATETIMEOFFSET(7)</c></summary>
    public static NativeType DateTimeOffset(int? precision = null) => new("DATETIMEOFFSET" + Size(precision), typeof(DateTimeOffset));

    /// <summary>A time of day: <c>TIME(7)</c></summary>
    public static NativeType Time(int? precision = null) => new("TIME" + Size(precision), typeof(TimeOnly));

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
    public static NativeType VarBinary(int? length = null, bool filestream = false) => new($"VARBINARY({(length is null ? "max" : length)}){(filestream ? " FILESTREAM" : "")}", typeof(byte[]));

    private static NativeType Text(string name, string? size, string? collation) => new(name + (size is null ? "" : $"({size})") + (collation is null ? "" : $" COLLATE {collation}"), typeof(string));

    private static string Size(int? size) => size is null ? "" : $"({size})";
}
