using System.Globalization;

namespace Alchemy;

/// <summary>Values in the text that the driver binds them as: another text of the same value would not be equal to it.</summary>
internal sealed class SqliteLiterals(Dialect dialect) : LiteralRenderer(dialect)
{
    /// <summary>A decimal as the text that it is kept as: as a number it would be a REAL.</summary>
    public override string Render(object? value, SqlType type) => value switch
    {
        decimal number => Decimal(number),
        byte or sbyte or short or ushort or int or uint or long or ulong when type.StorageType is NumericType => Decimal(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        _ => base.Render(value, type),
    };

    /// <inheritdoc/>
    protected override string Time(TimeOnly time) => time.Ticks % TimeSpan.TicksPerSecond == 0 ? base.Time(time) : $"'{time.ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture)}'";

    /// <inheritdoc/>
    protected override string Identifier(Guid id, SqlType type) => $"'{id.ToString().ToUpperInvariant()}'";

    // The one text of a decimal, so that equal values have equal text: as the driver binds it.
    private static string Decimal(decimal number) => $"'{number.ToString("0.0###########################", CultureInfo.InvariantCulture)}'";
}
