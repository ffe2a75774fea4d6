namespace Alchemy;

/// <summary>PostgreSQL's form of bytes.</summary>
internal sealed class PostgreSqlLiterals(Dialect dialect) : LiteralRenderer(dialect)
{
    /// <summary>With its type, where the quotes alone would make it text when no column stands beside it.</summary>
    public override string Render(object? value, SqlType type)
        => value is not (null or string or Enum) && Dialect.Types.Stored(type) is GuidType { IsNative: true } or DateType or TimeType or DateTimeType or DateTimeOffsetType or JsonType or BinaryType or IntervalType { IsNative: false } or RangeType or MultiRangeType && type is not DecoratedType
            ? $"{base.Render(value, type)}::{Dialect.Types.Render(type)}"
            : base.Render(value, type);

    /// <inheritdoc/>
    protected override int FractionDigits => FractionalSeconds.Microseconds;

    /// <inheritdoc/>
    protected override string Interval(TimeSpan span) => $"make_interval(secs=>{Seconds(span)})";

    /// <summary>The first and last dates of C# are what Npgsql sends for them: no end.</summary>
    protected override string Date(DateOnly date) => date == DateOnly.MinValue ? "'-infinity'" : date == DateOnly.MaxValue ? "'infinity'" : base.Date(date);

    /// <inheritdoc cref="Date"/>
    protected override string DateTime(DateTime time) => time == System.DateTime.MinValue ? "'-infinity'" : base.DateTime(time);

    /// <inheritdoc cref="Date"/>
    protected override string Instant(DateTimeOffset time) => time == DateTimeOffset.MinValue ? "'-infinity'" : base.Instant(time);

    /// <summary>With its type, which the elements may not tell.</summary>
    protected override string Array(string items, ArrayType type, bool isInner) => isInner ? $"[{items}]" : $"ARRAY[{items}]::{Dialect.Types.Render(type)}";

    /// <inheritdoc/>
    protected override string Binary(byte[] bytes) => $"'\\x{Convert.ToHexString(bytes)}'";
}
