namespace Alchemy;

/// <summary>Date and time without a zone: <c>TIMESTAMP</c>. The value's <see cref="DateTime.Kind"/> is not stored.</summary>
public sealed record DateTimeType : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(DateTime);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitDateTime(this);
}

/// <summary>An instant: <c>TIMESTAMP WITH TIME ZONE</c>. Compared, sorted and grouped by instant; whether the offset is kept depends on the database.</summary>
public sealed record DateTimeOffsetType : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(DateTimeOffset);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitDateTimeOffset(this);
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
public sealed record TimeType : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(TimeOnly);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitTime(this);
}
