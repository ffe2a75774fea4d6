using System.Data.Common;

namespace Alchemy.Drivers;

/// <summary>The rows of MySQL and MariaDB: values come in the form that the server has computed them in, and are converted where nothing is lost.</summary>
public sealed class MySqlCursor(DbDataReader reader) : ReaderCursor(reader)
{
    /// <inheritdoc/>
    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        // MySql.Data does not look.
        cancellationToken.ThrowIfCancellationRequested();
        return base.ReadAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override bool IsNull(int ordinal)
    {
        try
        {
            return base.IsNull(ordinal);
        }
        catch (OverflowException)
        {
            // MySql.Data makes the value first: one that is too large is there.
            return false;
        }
    }

    /// <inheritdoc/>
    public override bool Boolean(int ordinal) => Get(ordinal, static (r, i) => r.GetBoolean(i));

    /// <inheritdoc/>
    public override short Int16(int ordinal) => Get(ordinal, static (r, i) => r.GetInt16(i));

    /// <inheritdoc/>
    public override int Int32(int ordinal) => Get(ordinal, static (r, i) => r.GetInt32(i));

    /// <inheritdoc/>
    public override long Int64(int ordinal) => Get(ordinal, static (r, i) => r.GetInt64(i));

    /// <inheritdoc/>
    public override float Single(int ordinal) => Get(ordinal, static (r, i) => r.GetFloat(i));

    /// <inheritdoc/>
    public override double Double(int ordinal) => Get(ordinal, static (r, i) => r.GetDouble(i));

    /// <summary>A number; the zeros behind it are cut off where a column of no given scale has filled it up to 30 digits.</summary>
    public override decimal Decimal(int ordinal) => Get(ordinal, static (r, i) => r.GetDecimal(i) is var number && number.Scale > 20 ? number / 1.0000000000000000000000000000m : number);

    /// <inheritdoc/>
    public override string Text(int ordinal) => Get(ordinal, static (r, i) => r.GetString(i));

    /// <inheritdoc/>
    public override byte[] Bytes(int ordinal) => Get(ordinal, static (r, i) => (byte[])r.GetValue(i));

    /// <inheritdoc/>
    public override Guid Guid(int ordinal) => Get(ordinal, static (r, i) => r.GetValue(i) switch
    {
        Guid guid => guid,
        string text => System.Guid.Parse(text),
        byte[] { Length: 16 } bytes => new Guid(bytes, bigEndian: true),
        var other => throw new InvalidCastException($"A {other.GetType().Name} is no identifier."),
    });

    /// <inheritdoc/>
    public override DateTime DateTime(int ordinal) => System.DateTime.SpecifyKind(Get(ordinal, static (r, i) => r.GetDateTime(i)), DateTimeKind.Unspecified);

    /// <summary>An instant, which is kept in UTC.</summary>
    public override DateTimeOffset DateTimeOffset(int ordinal) => new(Get(ordinal, static (r, i) => r.GetDateTime(i)).Ticks, TimeSpan.Zero);

    /// <inheritdoc/>
    public override DateOnly Date(int ordinal) => DateOnly.FromDateTime(Get(ordinal, static (r, i) => r.GetDateTime(i)));

    /// <summary>A time of day; text, or the bytes of text, where the server has computed it from a parameter.</summary>
    public override TimeOnly Time(int ordinal) => Get(ordinal, static (r, i) => r.GetValue(i) switch
    {
        string text => TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        byte[] text => TimeOnly.Parse(System.Text.Encoding.ASCII.GetString(text), System.Globalization.CultureInfo.InvariantCulture),
        var value => TimeOnly.FromTimeSpan((TimeSpan)value),
    });

    internal static string Format(Guid guid) => guid.ToString("D");
}
