using System.Text.Json;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Rows that were read before, as values of the types that they are stored as.</summary>
internal sealed class BufferedCursor(IReadOnlyList<ResultColumn> columns, IReadOnlyList<object?[]> rows) : Cursor
{
    private int _row = -1;

    public override int FieldCount => columns.Count;

    /// <summary>A value of a cursor's row, to be given to a buffered one.</summary>
    public static object? Take(Cursor cursor, int ordinal, SqlType type) => cursor.Value(ordinal, Kept(type));

    public override bool Read() => ++_row < rows.Count;

    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => new(Read());

    public override string Name(int ordinal) => columns[ordinal].Name;

    public override bool IsNull(int ordinal) => rows[_row][ordinal] is null;

    public override bool Boolean(int ordinal) => Get<bool>(ordinal);

    public override short Int16(int ordinal) => Get<short>(ordinal);

    public override int Int32(int ordinal) => Get<int>(ordinal);

    public override long Int64(int ordinal) => Get<long>(ordinal);

    public override float Single(int ordinal) => Get<float>(ordinal);

    public override double Double(int ordinal) => Get<double>(ordinal);

    public override decimal Decimal(int ordinal) => Get<decimal>(ordinal);

    public override string Text(int ordinal) => Get<string>(ordinal);

    public override byte[] Bytes(int ordinal) => Get<byte[]>(ordinal);

    public override Guid Guid(int ordinal) => Get<Guid>(ordinal);

    public override DateTime DateTime(int ordinal) => Get<DateTime>(ordinal);

    public override DateTimeOffset DateTimeOffset(int ordinal) => Get<DateTimeOffset>(ordinal);

    public override DateOnly Date(int ordinal) => Get<DateOnly>(ordinal);

    public override TimeOnly Time(int ordinal) => Get<TimeOnly>(ordinal);

    public override TimeSpan Interval(int ordinal, IntervalType type) => Get<TimeSpan>(ordinal);

    public override JsonElement Json(int ordinal) => Get<JsonElement>(ordinal);

    public override void Dispose() => _row = rows.Count;

    protected override object Stored(int ordinal) => rows[_row][ordinal]!;

    // What the readers of the type ask a cursor for.
    private static SqlType Kept(SqlType type) => type switch
    {
        DecoratedType decorated => Kept(decorated.Impl),
        EnumType { ByName: true } => SqlTypes.Text,
        _ when ReferenceEquals(type.StorageType, type) => type,
        _ => type.StorageType,
    };

    private T Get<T>(int ordinal) => rows[_row][ordinal] is T value ? value : throw new ResultShapeException(
        $"Column '{Name(ordinal)}' holds {(IsNull(ordinal) ? "NULL" : $"a {rows[_row][ordinal]!.GetType().Name}")} where a {typeof(T).Name} was expected: correct the value, or give the column its real type and nullability.");
}
