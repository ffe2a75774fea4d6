using System.Data.Common;

namespace Alchemy.Drivers;

/// <summary>Rows of a provider's reader: what cursors over it share.</summary>
public abstract class ReaderCursor(DbDataReader reader) : Cursor
{
    /// <summary>The provider's reader.</summary>
    public DbDataReader Reader { get; } = reader;

    /// <summary>True until it is disposed.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <inheritdoc/>
    public override int FieldCount => Reader.FieldCount;

    /// <inheritdoc/>
    public override bool Read() => Reader.Read();

    /// <inheritdoc/>
    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => new(Reader.ReadAsync(cancellationToken));

    /// <inheritdoc/>
    public override string Name(int ordinal) => Reader.GetName(ordinal);

    /// <inheritdoc/>
    public override bool IsNull(int ordinal) => Reader.IsDBNull(ordinal);

    /// <inheritdoc/>
    protected override object Stored(int ordinal) => Reader.GetValue(ordinal);

    /// <inheritdoc/>
    public override void Dispose()
    {
        IsOpen = false;
        Reader.Dispose();
    }

    /// <inheritdoc/>
    public override ValueTask DisposeCore(IOBehavior io)
    {
        if (io is IOBehavior.Synchronous)
        {
            Dispose();
            return default;
        }

        IsOpen = false;
        return Reader.DisposeAsync();
    }

    /// <summary>A value read by a method of the reader's.</summary>
    /// <param name="ordinal">The column, from 0.</param>
    /// <param name="get">Reads it; a static lambda, so that nothing is allocated for a column.</param>
    /// <exception cref="ResultShapeException">The column holds another kind of value, or one that does not fit.</exception>
    protected T Get<T>(int ordinal, Func<DbDataReader, int, T> get)
    {
        try
        {
            return get(Reader, ordinal);
        }
        catch (Exception wrong) when (wrong is InvalidCastException or FormatException or OverflowException or System.Data.SqlTypes.SqlNullValueException)
        {
            throw Wrong<T>(ordinal, wrong);
        }
    }

    /// <summary>The error for a column that holds another kind of value.</summary>
    protected ResultShapeException Wrong<T>(int ordinal, Exception inner) => new(
        $"Column '{Reader.GetName(ordinal)}' holds {(IsNull(ordinal) ? "NULL" : $"a {Reader.GetDataTypeName(ordinal)}")} where a {typeof(T).Name} was expected: correct the value, or give the column its real type and nullability.", inner);
}
