using System.Data.Common;

namespace Alchemy.Drivers;

/// <summary>Rows of a provider that gives each number in the type that the server has computed it in: they are converted where nothing is lost.</summary>
public abstract class NumberCursor(DbDataReader reader) : ReaderCursor(reader)
{
    /// <summary>A condition, or a number that is not 0.</summary>
    public override bool Boolean(int ordinal) => Read(ordinal, static (c, i) => c.Reader.GetFieldType(i) == typeof(bool) ? c.Reader.GetBoolean(i) : c.Whole(i) != 0);

    /// <inheritdoc/>
    public override short Int16(int ordinal) => Read(ordinal, static (c, i) => checked((short)c.Whole(i)));

    /// <inheritdoc/>
    public override int Int32(int ordinal) => Read(ordinal, static (c, i) => checked((int)c.Whole(i)));

    /// <inheritdoc/>
    public override long Int64(int ordinal) => Read(ordinal, static (c, i) => c.Whole(i));

    /// <inheritdoc/>
    public override float Single(int ordinal) => Read(ordinal, static (c, i) => c.Reader.GetFieldType(i) == typeof(float) ? c.Reader.GetFloat(i) : (float)c.Floating(i));

    /// <inheritdoc/>
    public override double Double(int ordinal) => Read(ordinal, static (c, i) => c.Floating(i));

    /// <summary>A number. A whole one with more digits than a <see cref="decimal"/> has is an error, never another number.</summary>
    public override decimal Decimal(int ordinal) => Read(ordinal, static (c, i) => c.Exact(i));

    /// <summary>The value of a column that the provider has as a decimal, which may have more digits than one of .NET's.</summary>
    protected abstract decimal Wide(int ordinal);

    /// <summary>A value; what does not fit is the error of a column that holds something else.</summary>
    /// <param name="ordinal">The column, from 0.</param>
    /// <param name="get">Reads it; a static lambda, so that nothing is allocated for a column.</param>
    /// <exception cref="ResultShapeException">The column holds another kind of value, or one that does not fit.</exception>
    protected T Read<T>(int ordinal, Func<NumberCursor, int, T> get)
    {
        try
        {
            return get(this, ordinal);
        }
        catch (Exception wrong) when (wrong is InvalidCastException or FormatException or OverflowException)
        {
            throw Wrong<T>(ordinal, wrong);
        }
    }

    private long Whole(int i) => Type.GetTypeCode(Reader.GetFieldType(i)) switch
    {
        TypeCode.Int32 => Reader.GetInt32(i),
        TypeCode.Int64 => Reader.GetInt64(i),
        TypeCode.Int16 => Reader.GetInt16(i),
        TypeCode.Byte => Reader.GetByte(i),
        TypeCode.Boolean => Reader.GetBoolean(i) ? 1 : 0,
        TypeCode.Decimal when Wide(i) is var number && number == decimal.Truncate(number) => (long)number,
        _ => throw new InvalidCastException("The column is no whole number."),
    };

    private double Floating(int i) => Type.GetTypeCode(Reader.GetFieldType(i)) switch
    {
        TypeCode.Double => Reader.GetDouble(i),
        TypeCode.Single => Reader.GetFloat(i),
        TypeCode.Decimal => (double)Wide(i),
        _ => Whole(i),
    };

    private decimal Exact(int i) => Type.GetTypeCode(Reader.GetFieldType(i)) switch
    {
        TypeCode.Decimal => Wide(i),
        TypeCode.Double or TypeCode.Single => (decimal)Floating(i),
        _ => Whole(i),
    };
}
