using System.Globalization;
using System.Text;
using SQLitePCL;

namespace Alchemy.Drivers;

/// <summary>The rows of a native statement.</summary>
/// <param name="connection">The connection.</param>
/// <param name="owner">The statement, which was executed as far as its first row.</param>
/// <param name="statement">Its native handle.</param>
/// <param name="hasFirst">True when there is a first row.</param>
internal sealed class SqliteCursor(SqliteDriverConnection connection, SqliteStatement owner, sqlite3_stmt statement, bool hasFirst) : Cursor
{
    private const double LargestExact = 1L << 53;
    private bool _isAtFirst = hasFirst;
    private bool _done = !hasFirst;

    public override int FieldCount => raw.sqlite3_column_count(statement);

    public override bool Read() => Read(CancellationToken.None);

    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Read(cancellationToken));
    }

    private bool Read(CancellationToken cancellationToken)
    {
        if (_done || _isAtFirst)
        {
            _isAtFirst = false;
            return !_done;
        }

        // After an error a further step would execute the statement again.
        _done = true;
        _done = connection.Step(statement, owner.Timeout, cancellationToken) != raw.SQLITE_ROW;
        return !_done;
    }

    public override string Name(int ordinal) => raw.sqlite3_column_name(statement, ordinal).utf8_to_string();

    public override bool IsNull(int ordinal) => TypeOf(ordinal) == raw.SQLITE_NULL;

    public override bool Boolean(int ordinal) => Int64(ordinal) != 0;

    public override short Int16(int ordinal) => Int64(ordinal) is >= short.MinValue and <= short.MaxValue and var number ? (short)number : throw Mismatch(ordinal, "a 16 bit integer");

    public override int Int32(int ordinal) => Int64(ordinal) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw Mismatch(ordinal, "a 32 bit integer");

    // SQLite would make 0 of 'abc' and 1 of 1.9 without a word.
    public override long Int64(int ordinal)
    {
        var stored = TypeOf(ordinal);
        if (stored == raw.SQLITE_INTEGER)
        {
            return raw.sqlite3_column_int64(statement, ordinal);
        }

        var number = stored == raw.SQLITE_FLOAT ? raw.sqlite3_column_double(statement, ordinal) : double.NaN;
        return Math.Abs(number) < LargestExact && double.IsInteger(number) ? (long)number : throw Mismatch(ordinal, "an integer");
    }

    public override float Single(int ordinal) => (float)Double(ordinal);

    public override double Double(int ordinal)
        => TypeOf(ordinal) is raw.SQLITE_FLOAT or raw.SQLITE_INTEGER ? raw.sqlite3_column_double(statement, ordinal) : throw Mismatch(ordinal, "a number");

    public override decimal Decimal(int ordinal)
    {
        try
        {
            return SqliteMeaning.Decimal(Stored(ordinal));
        }
        catch (Exception wrong) when (wrong is OverflowException or FormatException)
        {
            throw Mismatch(ordinal, "a decimal");
        }
    }

    public override string Text(int ordinal) => TypeOf(ordinal) != raw.SQLITE_NULL ? Utf8(ordinal) : throw Mismatch(ordinal, "text");

    public override byte[] Bytes(int ordinal) => TypeOf(ordinal) != raw.SQLITE_NULL ? raw.sqlite3_column_blob(statement, ordinal).ToArray() : throw Mismatch(ordinal, "bytes");

    public override Guid Guid(int ordinal) => System.Guid.TryParse(Text(ordinal), out var id) ? id : throw Mismatch(ordinal, "a GUID");

    public override DateTime DateTime(int ordinal)
        => System.DateTime.TryParse(Text(ordinal), CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : throw Mismatch(ordinal, "a date and time");

    public override DateTimeOffset DateTimeOffset(int ordinal)
        => System.DateTimeOffset.TryParse(Text(ordinal), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : throw Mismatch(ordinal, "an instant");

    public override DateOnly Date(int ordinal)
        => DateOnly.TryParse(Text(ordinal), CultureInfo.InvariantCulture, out var date) ? date : throw Mismatch(ordinal, "a date");

    public override TimeOnly Time(int ordinal)
        => TimeOnly.TryParse(Text(ordinal), CultureInfo.InvariantCulture, out var time) ? time : throw Mismatch(ordinal, "a time");

    // A statement with RETURNING that is not read to its end would keep the transaction from being committed.
    public override void Dispose()
    {
        try
        {
            while (!_done && owner.IsActive && raw.sqlite3_stmt_readonly(statement) == 0)
            {
                Read();
            }
        }
        finally
        {
            _done = true;
            owner.End();
        }
    }

    protected override object Stored(int ordinal) => TypeOf(ordinal) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, ordinal),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, ordinal),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, ordinal).ToArray(),
        raw.SQLITE_NULL => throw Mismatch(ordinal, "a value"),
        _ => Utf8(ordinal),
    };

    private int TypeOf(int ordinal) => raw.sqlite3_column_type(statement, ordinal);

    private string Utf8(int ordinal) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, ordinal));

    private ResultShapeException Mismatch(int ordinal, string wanted)
    {
        var found = TypeOf(ordinal) switch { raw.SQLITE_FLOAT => "a REAL", raw.SQLITE_TEXT => "text", raw.SQLITE_NULL => "NULL", raw.SQLITE_INTEGER => "an INTEGER", _ => "a BLOB" };
        return new($"Column '{Name(ordinal)}' holds {found} where {wanted} was expected: correct the value, or give the column its real type and nullability.");
    }
}
