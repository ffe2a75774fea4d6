using System.Net;

namespace Alchemy;

/// <summary>Types that PostgreSQL has and few others; ranges, documents and text search are in <see cref="SqlTypes"/>.</summary>
public static class PostgreSqlTypes
{
    /// <summary>An address, or a network: <c>INET</c></summary>
    public static NativeType Inet { get; } = new("INET", typeof(IPAddress)) { Dialect = "postgresql" };

    /// <summary>A network: <c>CIDR</c></summary>
    public static NativeType Cidr { get; } = new("CIDR", typeof(string)) { Dialect = "postgresql" };

    /// <summary>A hardware address: <c>MACADDR</c></summary>
    public static NativeType MacAddr { get; } = new("MACADDR", typeof(string)) { Dialect = "postgresql" };

    /// <summary>A hardware address of 8 bytes: <c>MACADDR8</c></summary>
    public static NativeType MacAddr8 { get; } = new("MACADDR8", typeof(string)) { Dialect = "postgresql" };

    /// <summary>An amount of money: <c>MONEY</c></summary>
    public static NativeType Money { get; } = new("MONEY", typeof(decimal)) { Dialect = "postgresql" };

    /// <summary>The number of an object of the database: <c>OID</c></summary>
    public static NativeType Oid { get; } = new("OID", typeof(long)) { Dialect = "postgresql", Generic = SqlTypes.BigInteger };

    /// <summary>The name of a table: <c>REGCLASS</c></summary>
    public static NativeType RegClass { get; } = new("REGCLASS", typeof(string), IsCastParameter: true) { Dialect = "postgresql" };

    /// <summary>Text compared without regard to case: <c>CITEXT</c></summary>
    public static NativeType CiText { get; } = new("CITEXT", typeof(string)) { Dialect = "postgresql" };

    /// <summary>Bytes: <c>BYTEA</c></summary>
    public static NativeType Bytea { get; } = new("BYTEA", typeof(byte[])) { Dialect = "postgresql", Generic = SqlTypes.Binary() };

    /// <summary>A path in a document: <c>JSONPATH</c></summary>
    public static NativeType JsonPath { get; } = new("JSONPATH", typeof(string)) { Dialect = "postgresql" };

    /// <summary>Bits: <c>BIT(5)</c>, <c>BIT VARYING(5)</c></summary>
    /// <param name="length">How many; null for 1, or for any number when it varies.</param>
    /// <param name="varying">True when values may have fewer.</param>
    public static NativeType Bit(int? length = null, bool varying = false) => new(varying ? $"BIT VARYING{(length is null ? "" : $"({length})")}" : $"BIT({length ?? 1})", typeof(System.Collections.BitArray)) { Dialect = "postgresql" };

    /// <summary>A span of time: <c>INTERVAL DAY TO SECOND (3)</c></summary>
    /// <param name="precision">Digits after the second, or null.</param>
    /// <param name="fields">The parts it holds, such as <c>DAY TO SECOND</c>; null for all.</param>
    public static NativeType Interval(int? precision = null, string? fields = null) => new($"INTERVAL{(fields is null ? "" : " " + fields)}{(precision is null ? "" : $" ({precision})")}", typeof(TimeSpan)) { Dialect = "postgresql", Generic = SqlTypes.Interval() };

    /// <summary>A time of day: <c>TIME(5) WITH TIME ZONE</c></summary>
    public static TimeType Time(int? precision = null, bool timezone = false) => new(precision, timezone);

    /// <summary>Date and time: <c>TIMESTAMP(5) WITH TIME ZONE</c></summary>
    public static SqlType Timestamp(int? precision = null, bool timezone = false) => timezone ? new DateTimeOffsetType(precision) : new DateTimeType(precision);

    /// <summary>One of some words, a type with a name: <c>CREATE TYPE name AS ENUM (…)</c>.</summary>
    public static EnumerationType Enum(string name, params string[] values) => new(values, name);
}
