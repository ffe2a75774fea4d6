using System.Data.Common;

namespace Alchemy.Drivers;

/// <summary>The rows of any provider's reader.</summary>
public sealed class AdoCursor(DbDataReader reader) : Cursor
{
    /// <summary>The provider's reader.</summary>
    public DbDataReader Reader { get; } = reader;

    /// <inheritdoc/>
    public override int FieldCount => Reader.FieldCount;

    /// <inheritdoc/>
    public override async ValueTask<bool> ReadCore(IOBehavior io, CancellationToken cancellationToken)
        => io is IOBehavior.Synchronous ? Reader.Read() : await Reader.ReadAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override string Name(int ordinal) => Reader.GetName(ordinal);

    /// <inheritdoc/>
    public override bool IsNull(int ordinal) => Reader.IsDBNull(ordinal);

    /// <inheritdoc/>
    public override object? Value(int ordinal, SqlType type) => Reader.IsDBNull(ordinal) ? null : type switch
    {
        EnumType { ByName: true } named => Enum.Parse(named.Enum, Reader.GetFieldValue<string>(ordinal)),
        EnumType numbered => Enum.ToObject(numbered.Enum, Value(ordinal, numbered.StorageType)!),
        SmallIntegerType => Reader.GetFieldValue<short>(ordinal),
        IntegerType => Reader.GetFieldValue<int>(ordinal),
        BigIntegerType => Reader.GetFieldValue<long>(ordinal),
        BooleanType => Reader.GetFieldValue<bool>(ordinal),
        DoubleType => Reader.GetFieldValue<double>(ordinal),
        RealType => Reader.GetFieldValue<float>(ordinal),
        NumericType => Reader.GetFieldValue<decimal>(ordinal),
        StringType or TextType => Reader.GetFieldValue<string>(ordinal),
        BinaryType => Reader.GetFieldValue<byte[]>(ordinal),
        GuidType => Reader.GetFieldValue<Guid>(ordinal),
        DateTimeType => Reader.GetFieldValue<DateTime>(ordinal),
        DateTimeOffsetType => Reader.GetFieldValue<DateTimeOffset>(ordinal),
        DateType => Reader.GetFieldValue<DateOnly>(ordinal),
        TimeType => Reader.GetFieldValue<TimeOnly>(ordinal),
        _ => Reader.GetValue(ordinal),
    };

    /// <inheritdoc/>
    public override void Dispose() => Reader.Dispose();
}
