using Alchemy.Drivers;
using Npgsql;

namespace Alchemy.Internals;

/// <summary>The rows of PostgreSQL: values come in the type that the server has computed them in.</summary>
internal sealed class NpgsqlCursor(NpgsqlDataReader reader) : ReaderCursor(reader)
{
    public override bool Boolean(int ordinal) => Field<bool>(ordinal);

    public override short Int16(int ordinal) => Field<short>(ordinal);

    public override int Int32(int ordinal) => Field<int>(ordinal);

    public override long Int64(int ordinal) => Field<long>(ordinal);

    public override float Single(int ordinal) => Field<float>(ordinal);

    public override double Double(int ordinal) => Field<double>(ordinal);

    /// <summary>A number. One of more digits than C# has is rounded where they are behind the point, which the provider refuses.</summary>
    public override decimal Decimal(int ordinal)
    {
        try
        {
            return reader.GetDecimal(ordinal);
        }
        catch (Exception wide) when (wide is OverflowException or IndexOutOfRangeException)
        {
            return NpgsqlNumeric.TryRead(reader, ordinal, out var number) ? number : throw Wrong<decimal>(ordinal, wide);
        }
        catch (InvalidCastException wrong)
        {
            throw Wrong<decimal>(ordinal, wrong);
        }
    }

    public override string Text(int ordinal) => Field<string>(ordinal);

    public override byte[] Bytes(int ordinal) => Field<byte[]>(ordinal);

    /// <summary>An identifier: of the database's type for them, or of text.</summary>
    public override Guid Guid(int ordinal) => reader.GetFieldType(ordinal) == typeof(string) && System.Guid.TryParse(Text(ordinal), out var id) ? id : Field<Guid>(ordinal);

    public override DateTime DateTime(int ordinal) => Field<DateTime>(ordinal);

    public override DateTimeOffset DateTimeOffset(int ordinal) => Field<DateTimeOffset>(ordinal);

    public override DateOnly Date(int ordinal) => Field<DateOnly>(ordinal);

    public override TimeOnly Time(int ordinal) => Field<TimeOnly>(ordinal);

    public override TimeSpan Interval(int ordinal, IntervalType type) => type.IsNative ? Field<TimeSpan>(ordinal) : base.Interval(ordinal, type);

    public override T Get<T>(int ordinal, SqlType type) => type.StorageType is ArrayType { Item: not DecoratedType } ? Field<T>(ordinal) : base.Get<T>(ordinal, type);

    protected override object Stored(int ordinal, SqlType type) => type.StorageType switch
    {
        RangeType or MultiRangeType => NpgsqlRanges.Read(reader, ordinal, type.StorageType),
        ArrayType array => array.Load((System.Array)Array(ordinal, array)),
        _ => Stored(ordinal),
    };

    // Whether an element is NULL is known only when they are read.
    private object Array(int ordinal, ArrayType type)
    {
        try
        {
            return Stored(ordinal);
        }
        catch (InvalidCastException) when (type.Item.StorageType.ClrType.IsValueType)
        {
            return NpgsqlValues.NullableArray(reader, ordinal, type);
        }
    }

    private T Field<T>(int ordinal)
    {
        try
        {
            return reader.GetFieldValue<T>(ordinal);
        }
        catch (Exception wrong) when (wrong is InvalidCastException or OverflowException)
        {
            throw Wrong<T>(ordinal, wrong);
        }
    }
}
