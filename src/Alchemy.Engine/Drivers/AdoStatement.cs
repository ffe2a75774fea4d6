using System.Data.Common;

namespace Alchemy.Drivers;

/// <summary>A statement over any provider's command, prepared at its first execution and kept.</summary>
/// <param name="command">The command, with its text.</param>
/// <param name="makeParameter">Makes the provider's parameter for a type.</param>
/// <param name="convert">Makes the provider's value of a value that is not null.</param>
public sealed class AdoStatement(DbCommand command, Func<SqlType, DbParameter> makeParameter, Func<SqlType, object, object> convert) : Statement
{
    private bool _prepared;

    /// <inheritdoc/>
    public override void Set(int ordinal, SqlType type, object? value)
    {
        if (ordinal == command.Parameters.Count)
        {
            command.Parameters.Add(makeParameter(type));
        }

        command.Parameters[ordinal].Value = value is null ? DBNull.Value : convert(type, value);
    }

    /// <inheritdoc/>
    public override async ValueTask<Cursor> OpenCore(IOBehavior io, CancellationToken cancellationToken)
    {
        await PrepareCore(io, cancellationToken).ConfigureAwait(false);
        return new AdoCursor(io is IOBehavior.Synchronous ? command.ExecuteReader() : await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false));
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
        key = 0;
        return false;
    }

    /// <inheritdoc/>
    public override void Dispose() => command.Dispose();

    private async ValueTask PrepareCore(IOBehavior io, CancellationToken cancellationToken)
    {
        if (_prepared)
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
