using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>The rows of a result, each read by one function.</summary>
internal sealed class TypedResult<T>(ReadingCursor? reading, Func<Cursor, T> read) : RowSource<T>
{
    private ReadingCursor? _reading = reading;

    private protected override T Current => read(_reading!.Row);

    private protected override ValueTask DisposeCore(IOBehavior io)
    {
        var cursor = _reading;
        _reading = null;
        return cursor?.DisposeCore(io) ?? default;
    }

    private protected override async ValueTask<bool> ReadRowCore(IOBehavior io, CancellationToken cancellationToken)
    {
        if (_reading is not null && await _reading.ReadCore(io, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        await DisposeCore(io).ConfigureAwait(false);
        return false;
    }
}
