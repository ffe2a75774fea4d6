using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>The begin or end of a transaction: the provider wants it through its own object, because it commits every command outside of one.</summary>
/// <param name="run">Begins or ends it.</param>
internal sealed class OracleTransactionStatement(Func<IOBehavior, CancellationToken, ValueTask> run) : Statement
{
    public override bool IsActive => false;

    public override void Set<T>(int ordinal, SqlType type, T value) => throw new InvalidStatementException("The begin and end of a transaction take no values.");

    public override ValueTask<Cursor> OpenCore(IOBehavior io, CancellationToken cancellationToken) => throw new InvalidStatementException("The begin and end of a transaction return no rows.");

    public override async ValueTask<int> RunCore(IOBehavior io, CancellationToken cancellationToken)
    {
        await run(io, cancellationToken).ConfigureAwait(false);
        return 0;
    }

    public override bool TryGetInsertedKey(out long key)
    {
        key = 0;
        return false;
    }

    public override void Dispose()
    {
    }
}
