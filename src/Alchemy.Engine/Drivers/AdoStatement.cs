using System.Data.Common;

namespace Alchemy.Drivers;

/// <summary>A statement over any provider's command.</summary>
/// <param name="command">The command, with its text.</param>
/// <param name="binder">Sets the provider's parameters.</param>
/// <param name="isKept">True (the default) to prepare it at its first execution; false for a text that is executed once.</param>
/// <param name="cursor">Makes the cursor over a reader; null (the default) for an <see cref="AdoCursor"/>.</param>
/// <param name="unprepare">Has the server forget the prepared command; null (the default) where disposing the command does.</param>
/// <param name="insertedKey">The key that the database gave to the row that the command has just inserted, 0 for none; null (the default) where the provider does not tell.</param>
public sealed class AdoStatement(
    DbCommand command, AdoBinder binder, bool isKept = true, Func<DbDataReader, ReaderCursor>? cursor = null, Action<DbCommand>? unprepare = null, Func<DbCommand, long>? insertedKey = null) : Statement
{
    private bool _prepared;
    private ReaderCursor? _cursor;

    /// <inheritdoc/>
    public override bool IsActive => _cursor is { IsOpen: true };

    /// <inheritdoc/>
    public override void Set<T>(int ordinal, SqlType type, T value) => binder.Set(command.Parameters, ordinal, type, value);

    /// <inheritdoc/>
    public override async ValueTask<Cursor> OpenCore(IOBehavior io, CancellationToken cancellationToken)
    {
        await PrepareCore(io, cancellationToken).ConfigureAwait(false);
        var reader = io is IOBehavior.Synchronous ? command.ExecuteReader() : await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return _cursor = cursor?.Invoke(reader) ?? new AdoCursor(reader);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> RunCore(IOBehavior io, CancellationToken cancellationToken)
    {
        await PrepareCore(io, cancellationToken).ConfigureAwait(false);
        return io is IOBehavior.Synchronous ? command.ExecuteNonQuery() : await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override bool TryGetInsertedKey(out long key)
    {
        key = insertedKey?.Invoke(command) ?? 0;
        return key != 0;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (_prepared)
        {
            unprepare?.Invoke(command);
        }

        command.Dispose();
    }

    private async ValueTask PrepareCore(IOBehavior io, CancellationToken cancellationToken)
    {
        if (_prepared || !isKept)
        {
            return;
        }

        if (io is IOBehavior.Synchronous)
        {
            command.Prepare();
        }
        else
        {
            await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }

        _prepared = true;
    }
}
