namespace Alchemy;

/// <summary>PostgreSQL's range of values from a lower to an upper bound: <c>INT4RANGE</c>, <c>DATERANGE</c>.</summary>
/// <param name="Name">The name of the type.</param>
/// <param name="Bound">The type of the bounds.</param>
public sealed record RangeType(string Name, SqlType Bound) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => typeof(SqlRange<>).MakeGenericType(Bound.ClrType);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitRange(this);
}

/// <summary>PostgreSQL's set of ranges: <c>INT4MULTIRANGE</c>, <c>DATEMULTIRANGE</c>.</summary>
/// <param name="Name">The name of the type.</param>
/// <param name="Range">The type of each range.</param>
public sealed record MultiRangeType(string Name, RangeType Range) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => Range.ClrType.MakeArrayType();

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitMultiRange(this);
}

/// <summary>A range of values. As text it reads <c>[1,4)</c>, as PostgreSQL writes it.</summary>
/// <typeparam name="T">The CLR type of the bounds.</typeparam>
/// <param name="Lower">The lower bound; null for none.</param>
/// <param name="Upper">The upper bound; null for none.</param>
/// <param name="Bounds">Which bounds belong to the range, as brackets: <c>[)</c> is the lower one only.</param>
/// <param name="IsEmpty">True for the range without values.</param>
public sealed record SqlRange<T>(T? Lower, T? Upper, string Bounds = "[)", bool IsEmpty = false) where T : struct
{
    /// <summary>The range as PostgreSQL writes it.</summary>
    public override string ToString() => IsEmpty
        ? "empty"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Bounds[0]}{Text(Lower)},{Text(Upper)}{Bounds[1]}");

    private static string Text(T? bound) => bound switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", System.Globalization.CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFzzz", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        var other => other.ToString()!,
    };
}
