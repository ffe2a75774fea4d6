using System.Data.Common;

namespace Alchemy.Drivers;

/// <summary>A statement over any provider's command.</summary>
/// <param name="command">The command, with its text.</param>
/// <param name="binder">Sets the provider's parameters.</param>
/// <param name="isKept">True (the default) to prepare it at its first execution; false for a text that is executed once.</param>
/// <param name="cursor">Makes the cursor over a reader; null (the default) for an <see cref="AdoCursor"/>.</param>
/// <param name="unprepare">Has the server forget the prepared command; null (the default) where disposing the command does.</param>
/// <param name="heedsNothing">True for a provider that heeds neither tokens nor, waiting asynchronously, timeouts: its command's <see cref="DbCommand.Cancel"/> is called; false by default.</param>
/// <param name="insertedKey">The key that the database gave to the row that the command has just inserted, 0 for none; null (the default) where the provider does not tell.</param>
public sealed class AdoStatement(
    DbCommand command, AdoBinder binder, bool isKept = true, Func<DbDataReader, ReaderCursor>? cursor = null, Action<DbCommand>? unprepare = null, Func<DbCommand, long>? insertedKey = null, bool heedsNothing = false) : Statement
{
    private readonly int _defaultSeconds = command.CommandTimeout;
    private bool _prepared;
    private ReaderCursor? _cursor;

    /// <inheritdoc/>
    public override bool IsActive => _cursor is { IsOpen: true };

    /// <inheritdoc/>
    public override TimeSpan? Timeout
    {
        get;
        set
        {
            if (value != field)
            {
                field = value;
                command.CommandTimeout = Seconds(value) ?? _defaultSeconds;
            }
        }
    }

    /// <inheritdoc/>
    public override void Set<T>(int ordinal, SqlType type, T value) => binder.Set(command.Parameters, ordinal, type, value);

    /// <inheritdoc/>
    public override async ValueTask<Cursor> OpenCore(IOBehavior io, CancellationToken cancellationToken)
    {
        await PrepareCore(io, cancellationToken).ConfigureAwait(false);
        var reader = heedsNothing
            ? await InterruptibleCore(io, static (c, i, t) => ReaderCore(c, i, t), cancellationToken).ConfigureAwait(false)
            : await ReaderCore(command, io, cancellationToken).ConfigureAwait(false);
        return _cursor = cursor?.Invoke(reader) ?? new AdoCursor(reader);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> RunCore(IOBehavior io, CancellationToken cancellationToken)
    {
        await PrepareCore(io, cancellationToken).ConfigureAwait(false);
        return heedsNothing
            ? await InterruptibleCore(io, static (c, i, t) => AffectedCore(c, i, t), cancellationToken).ConfigureAwait(false)
            : await AffectedCore(command, io, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A timeout in the whole seconds of a command, the next ones, 0 for ever; null for the provider's default.</summary>
    internal static int? Seconds(TimeSpan? timeout) => timeout switch
    {
        null => null,
        { } time when time == System.Threading.Timeout.InfiniteTimeSpan => 0,
        { } time => (int)Math.Min(Math.Ceiling(time.TotalSeconds), int.MaxValue),
    };

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

    private static async ValueTask<DbDataReader> ReaderCore(DbCommand command, IOBehavior io, CancellationToken cancellationToken)
        => io is IOBehavior.Synchronous ? command.ExecuteReader() : await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);

    private static async ValueTask<int> AffectedCore(DbCommand command, IOBehavior io, CancellationToken cancellationToken)
        => io is IOBehavior.Synchronous ? command.ExecuteNonQuery() : await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);

    private async ValueTask<T> InterruptibleCore<T>(IOBehavior io, Func<DbCommand, IOBehavior, CancellationToken, ValueTask<T>> execute, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var timeout = Timeout ?? (_defaultSeconds == 0 ? System.Threading.Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(_defaultSeconds));
        command.CommandTimeout = 0;
        using var interruption = new CommandInterruption(command, timeout, cancellationToken);
        try
        {
            // MySql.Data gives no reader, and fails over that itself, when its command was interrupted.
            return await execute(command, io, CancellationToken.None).ConfigureAwait(false) ?? throw interruption.Error(null);
        }
        catch (Exception interrupted) when (interruption.HasInterrupted && interrupted is DbException or NullReferenceException)
        {
            throw interruption.Error(interrupted);
        }
    }
}
