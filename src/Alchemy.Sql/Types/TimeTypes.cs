namespace Alchemy;

/// <summary>Date and time without a zone: <c>TIMESTAMP</c>. The value's <see cref="DateTime.Kind"/> is not stored.</summary>
/// <param name="Precision">Digits after the second; null for what the database has, which on MySQL is 6.</param>
public sealed record DateTimeType(int? Precision = null) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(DateTime);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitDateTime(this);
}

/// <summary>An instant: <c>TIMESTAMP WITH TIME ZONE</c>. Compared, sorted and grouped by instant; whether the offset is kept depends on the database.</summary>
/// <param name="Precision">Digits after the second; null for what the database has, which on MySQL is 6.</param>
public sealed record DateTimeOffsetType(int? Precision = null) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(DateTimeOffset);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitDateTimeOffset(this);
}

/// <summary>A span of time: <c>INTERVAL</c>. Databases without such a type keep the moment that it leads to from the first of January 1970.</summary>
/// <param name="IsNative">False for a moment also where the database has a type of its own.</param>
/// <param name="SecondPrecision">Digits after the second; null for what the database has.</param>
/// <param name="DayPrecision">Digits of the days, on Oracle; null for what the database has.</param>
public sealed record IntervalType(bool IsNative = true, int? SecondPrecision = null, int? DayPrecision = null) : SqlType
{
    /// <summary>The moment from which a span is counted, where a moment is kept.</summary>
    public static DateTime Epoch { get; } = new(1970, 1, 1);

    /// <inheritdoc/>
    public override Type ClrType => typeof(TimeSpan);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitInterval(this);
}

/// <summary>A calendar date: <c>DATE</c>.</summary>
public sealed record DateType : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(DateOnly);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitDate(this);
}

/// <summary>A time of day: <c>TIME</c>.</summary>
/// <param name="Precision">Digits after the second; null for what the database has, which on MySQL is 6.</param>
/// <param name="HasZone">True for <c>TIME WITH TIME ZONE</c>, on PostgreSQL.</param>
public sealed record TimeType(int? Precision = null, bool HasZone = false) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(TimeOnly);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitTime(this);
}
