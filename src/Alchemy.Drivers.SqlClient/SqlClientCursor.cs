using System.Data.Common;
using System.Data.SqlTypes;
using System.Globalization;

namespace Alchemy.Drivers;

/// <summary>The rows of SQL Server: values come in the form that the server has computed them in, and are converted where nothing is lost.</summary>
public sealed class SqlClientCursor(DbDataReader reader) : ReaderCursor(reader)
{
    private const int ExactDigits = 28;

    /// <summary>A BIT, or a number that is not 0: a condition in a column is one.</summary>
    public override bool Boolean(int ordinal) => Get(ordinal, static (r, i) => r.GetFieldType(i) == typeof(bool) ? r.GetBoolean(i) : Whole(r, i) != 0);

    /// <inheritdoc/>
    public override short Int16(int ordinal) => Get(ordinal, static (r, i) => checked((short)Whole(r, i)));

    /// <inheritdoc/>
    public override int Int32(int ordinal) => Get(ordinal, static (r, i) => checked((int)Whole(r, i)));

    /// <inheritdoc/>
    public override long Int64(int ordinal) => Get(ordinal, Whole);

    /// <inheritdoc/>
    public override float Single(int ordinal) => Get(ordinal, static (r, i) => r.GetFieldType(i) == typeof(float) ? r.GetFloat(i) : (float)Floating(r, i));

    /// <inheritdoc/>
    public override double Double(int ordinal) => Get(ordinal, Floating);

    /// <summary>A number. One with more digits than a <see cref="decimal"/> has is an error, never another number.</summary>
    public override decimal Decimal(int ordinal) => Get(ordinal, Exact);

    /// <inheritdoc/>
    public override string Text(int ordinal) => Get(ordinal, static (r, i) => r.GetString(i));

    /// <inheritdoc/>
    public override byte[] Bytes(int ordinal) => Get(ordinal, static (r, i) => (byte[])r.GetValue(i));

    /// <inheritdoc/>
    public override Guid Guid(int ordinal) => Get(ordinal, static (r, i) => r.GetFieldType(i) == typeof(string) ? System.Guid.Parse(r.GetString(i)) : r.GetGuid(i));

    /// <inheritdoc/>
    public override DateTime DateTime(int ordinal) => Get(ordinal, static (r, i) => r.GetDateTime(i));

    /// <inheritdoc/>
    public override DateTimeOffset DateTimeOffset(int ordinal) => Get(ordinal, static (r, i) => r.GetFieldValue<DateTimeOffset>(i));

    /// <inheritdoc/>
    public override DateOnly Date(int ordinal) => Get(ordinal, static (r, i) => DateOnly.FromDateTime(r.GetDateTime(i)));

    /// <inheritdoc/>
    public override TimeOnly Time(int ordinal) => Get(ordinal, static (r, i) => TimeOnly.FromTimeSpan(r.GetFieldValue<TimeSpan>(i)));

    private static long Whole(DbDataReader reader, int i) => Type.GetTypeCode(reader.GetFieldType(i)) switch
    {
        TypeCode.Int32 => reader.GetInt32(i),
        TypeCode.Int64 => reader.GetInt64(i),
        TypeCode.Int16 => reader.GetInt16(i),
        TypeCode.Byte => reader.GetByte(i),
        TypeCode.Boolean => reader.GetBoolean(i) ? 1 : 0,
        TypeCode.Decimal when Exact(reader, i) is var number && number == decimal.Truncate(number) => (long)number,
        _ => throw new InvalidCastException("The column is no whole number."),
    };

    private static double Floating(DbDataReader reader, int i) => Type.GetTypeCode(reader.GetFieldType(i)) switch
    {
        TypeCode.Double => reader.GetDouble(i),
        TypeCode.Single => reader.GetFloat(i),
        TypeCode.Decimal => (double)Exact(reader, i),
        _ => Whole(reader, i),
    };

    private static decimal Exact(DbDataReader reader, int i)
    {
        switch (Type.GetTypeCode(reader.GetFieldType(i)))
        {
            case TypeCode.Decimal:
                return reader.GetProviderSpecificValue(i) is SqlDecimal wide ? Narrow(wide) : reader.GetDecimal(i);
            case TypeCode.Double or TypeCode.Single:
                return (decimal)Floating(reader, i);
            default:
                return Whole(reader, i);
        }
    }

    // A sum or quotient has up to 38 digits, of which the last are zeros often.
    private static decimal Narrow(SqlDecimal wide)
    {
        if (wide.Scale <= ExactDigits && wide.Precision <= ExactDigits)
        {
            return wide.Value;
        }

        var text = wide.ToString();
        text = text.Contains('.') ? text.TrimEnd('0').TrimEnd('.') : text;
        return text.TrimStart('-', '0', '.').Count(char.IsAsciiDigit) <= ExactDigits && text.Length - text.IndexOf('.') - 1 is var fractions && (!text.Contains('.') || fractions <= ExactDigits)
            ? decimal.Parse(text, CultureInfo.InvariantCulture)
            : wide.Value;
    }
}
