using System.Data.Common;
using System.Data.SqlTypes;
using System.Globalization;

namespace Alchemy.Drivers;

/// <summary>The rows of SQL Server: values come in the form that the server has computed them in, and are converted where nothing is lost.</summary>
public sealed class SqlClientCursor(DbDataReader reader) : NumberCursor(reader)
{
    private const int ExactDigits = 28;

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

    /// <inheritdoc/>
    protected override decimal Wide(int ordinal) => Reader.GetProviderSpecificValue(ordinal) is SqlDecimal wide ? Narrow(wide) : Reader.GetDecimal(ordinal);

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
