using System.Data.Common;

namespace Alchemy.Drivers;

/// <summary>The rows of any provider's reader.</summary>
public sealed class AdoCursor(DbDataReader reader) : ReaderCursor(reader)
{
    /// <inheritdoc/>
    public override bool Boolean(int ordinal) => Get<bool>(ordinal);

    /// <inheritdoc/>
    public override short Int16(int ordinal) => Get<short>(ordinal);

    /// <inheritdoc/>
    public override int Int32(int ordinal) => Get<int>(ordinal);

    /// <inheritdoc/>
    public override long Int64(int ordinal) => Get<long>(ordinal);

    /// <inheritdoc/>
    public override float Single(int ordinal) => Get<float>(ordinal);

    /// <inheritdoc/>
    public override double Double(int ordinal) => Get<double>(ordinal);

    /// <inheritdoc/>
    public override decimal Decimal(int ordinal) => Get<decimal>(ordinal);

    /// <inheritdoc/>
    public override string Text(int ordinal) => Get<string>(ordinal);

    /// <inheritdoc/>
    public override byte[] Bytes(int ordinal) => Get<byte[]>(ordinal);

    /// <inheritdoc/>
    public override Guid Guid(int ordinal) => Get<Guid>(ordinal);

    /// <inheritdoc/>
    public override DateTime DateTime(int ordinal) => Get<DateTime>(ordinal);

    /// <inheritdoc/>
    public override DateTimeOffset DateTimeOffset(int ordinal) => Get<DateTimeOffset>(ordinal);

    /// <inheritdoc/>
    public override DateOnly Date(int ordinal) => Get<DateOnly>(ordinal);

    /// <inheritdoc/>
    public override TimeOnly Time(int ordinal) => Get<TimeOnly>(ordinal);

    /// <inheritdoc/>
    public override TimeSpan Interval(int ordinal, IntervalType type) => type.IsNative ? Get<TimeSpan>(ordinal) : base.Interval(ordinal, type);

    private T Get<T>(int ordinal)
    {
        try
        {
            return Reader.GetFieldValue<T>(ordinal);
        }
        catch (InvalidCastException wrong)
        {
            throw Wrong<T>(ordinal, wrong);
        }
    }
}
