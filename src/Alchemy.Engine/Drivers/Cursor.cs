using System.Text.Json;

namespace Alchemy.Drivers;

/// <summary>The rows of an executed statement, one at a time. Typed getters neither box nor convert more than the type asks for; ordinals count from 0.</summary>
/// <remarks>A typed getter of a value type throws <see cref="ResultShapeException"/> on NULL: ask <see cref="IsNull"/> first.</remarks>
public abstract class Cursor : IDisposable
{
    /// <summary>How many columns a row has.</summary>
    public abstract int FieldCount { get; }

    /// <summary>Goes to the next row; false after the last.</summary>
    public abstract bool Read();

    /// <summary>Goes to the next row; false after the last.</summary>
    public abstract ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The name of a column.</summary>
    public abstract string Name(int ordinal);

    /// <summary>True when the value is NULL.</summary>
    public abstract bool IsNull(int ordinal);

    /// <summary>True or false.</summary>
    public abstract bool Boolean(int ordinal);

    /// <summary>A 16 bit integer.</summary>
    public abstract short Int16(int ordinal);

    /// <summary>A 32 bit integer.</summary>
    public abstract int Int32(int ordinal);

    /// <summary>A 64 bit integer.</summary>
    public abstract long Int64(int ordinal);

    /// <summary>A 32 bit floating point number.</summary>
    public abstract float Single(int ordinal);

    /// <summary>A 64 bit floating point number.</summary>
    public abstract double Double(int ordinal);

    /// <summary>An exact decimal.</summary>
    public abstract decimal Decimal(int ordinal);

    /// <summary>Text.</summary>
    public abstract string Text(int ordinal);

    /// <summary>Bytes, as a new array.</summary>
    public abstract byte[] Bytes(int ordinal);

    /// <summary>An identifier.</summary>
    public abstract Guid Guid(int ordinal);

    /// <summary>A date and time without zone.</summary>
    public abstract DateTime DateTime(int ordinal);

    /// <summary>An instant.</summary>
    public abstract DateTimeOffset DateTimeOffset(int ordinal);

    /// <summary>A calendar date.</summary>
    public abstract DateOnly Date(int ordinal);

    /// <summary>A time of day.</summary>
    public abstract TimeOnly Time(int ordinal);

    /// <summary>A span of time; where the database keeps a moment in its place, that from <see cref="IntervalType.Epoch"/> to it.</summary>
    public virtual TimeSpan Interval(int ordinal, IntervalType type) => DateTime(ordinal) - IntervalType.Epoch;

    /// <summary>A document.</summary>
    public virtual JsonElement Json(int ordinal) => JsonSerializer.Deserialize<JsonElement>(Text(ordinal));

    /// <summary>The value as a SQL type's CLR value, boxed; null for NULL. For a type that is not known: what the database keeps.</summary>
    /// <param name="ordinal">The column.</param>
    /// <param name="type">The type, as it is in the dialect: see <see cref="TypeCompiler.Implementation"/>.</param>
    public object? Value(int ordinal, SqlType type) => type is DecoratedType decorated ? decorated.Load(Value(ordinal, decorated.Impl)) : IsNull(ordinal) ? null : type switch
    {
        EnumType { ByName: true } named => Enum.Parse(named.Enum, Text(ordinal)),
        EnumType { StorageType: NumericType } numbered => Enum.ToObject(numbered.Enum, decimal.ToUInt64(Decimal(ordinal))),
        EnumType numbered => Enum.ToObject(numbered.Enum, As(Value(ordinal, numbered.StorageType)!, Enum.GetUnderlyingType(numbered.Enum))),
        SmallIntegerType => Int16(ordinal),
        IntegerType => Int32(ordinal),
        BigIntegerType => Int64(ordinal),
        BooleanType => Boolean(ordinal),
        DoubleType => Double(ordinal),
        RealType => Single(ordinal),
        NumericType => Decimal(ordinal),
        StringType or TextType or EnumerationType => Text(ordinal),
        BinaryType => Bytes(ordinal),
        GuidType => Guid(ordinal),
        DateTimeType => DateTime(ordinal),
        DateTimeOffsetType => DateTimeOffset(ordinal),
        DateType => Date(ordinal),
        TimeType => Time(ordinal),
        IntervalType span => Interval(ordinal, span),
        JsonType => Json(ordinal),
        _ when !ReferenceEquals(type.StorageType, type) && !type.StorageType.Equals(type) => As(Value(ordinal, type.StorageType)!, type.ClrType),
        _ => Stored(ordinal, type),
    };

    /// <summary>A value of a type that has no getter of its own, such as an array; not NULL.</summary>
    /// <param name="ordinal">The column, from 0.</param>
    /// <param name="type">The SQL type.</param>
    /// <typeparam name="T">The CLR type wanted.</typeparam>
    /// <exception cref="ResultShapeException">The column holds another kind of value.</exception>
    public virtual T Get<T>(int ordinal, SqlType type) => Value(ordinal, type) switch
    {
        T own => own,
        var other => throw new ResultShapeException($"Column '{Name(ordinal)}' holds {(other is null ? "NULL" : $"a {other.GetType().Name}")} where a {typeof(T).Name} was expected: ask for that type, or give the column its real type and nullability."),
    };

    // A number of the type's own size, such as an unsigned one, which the storage type has in another.
    private static object As(object value, Type clr)
        => clr.IsInstanceOfType(value) || value is not IConvertible || Type.GetTypeCode(clr) is TypeCode.Object ? value : Convert.ChangeType(value, clr, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The value as the provider gives it, not NULL: for columns whose type is not known.</summary>
    protected abstract object Stored(int ordinal);

    /// <summary>The value of a type that has no getter of its own, not NULL; as the provider gives it unless overridden.</summary>
    protected virtual object Stored(int ordinal, SqlType type) => Stored(ordinal);

    /// <summary>Ends reading: the statement can be executed again.</summary>
    public abstract void Dispose();

    /// <summary>Ends reading; a provider may have to read what is left.</summary>
    public virtual ValueTask DisposeCore(IOBehavior io)
    {
        Dispose();
        return default;
    }
}
