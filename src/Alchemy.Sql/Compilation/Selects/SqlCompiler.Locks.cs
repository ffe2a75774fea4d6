namespace Alchemy;

public partial class SqlCompiler
{
    /// <summary>Writes FOR UPDATE.</summary>
    /// <param name="lockOf">The locks, or null.</param>
    /// <param name="isNested">Whether the SELECT stands inside another statement.</param>
    protected virtual void WriteLock(ForUpdate? lockOf, bool isNested)
    {
        if (lockOf is null || Features.RowLock is RowLock.WholeDatabase || isNested && Features.RowLock is RowLock.UpdateOfColumns)
        {
            return;
        }

        if (Features.RowLock is RowLock.None)
        {
            throw Unsupported("FOR UPDATE", "use a hint at the table: WithHint(table, \"WITH (UPDLOCK)\").");
        }

        Write(LockText(lockOf));
        if (lockOf.Of.Count > 0)
        {
            WriteLocked(lockOf);
        }

        CheckLock(lockOf);
        Write(lockOf.IsNoWait ? " NOWAIT" : lockOf.IsSkipLocked ? " SKIP LOCKED" : "");
    }

    private string LockText(ForUpdate lockOf) => Features.RowLock switch
    {
        RowLock.KeyShare => (lockOf.IsRead, lockOf.IsKeyShare) switch
        {
            (true, true) => " FOR KEY SHARE",
            (true, false) => " FOR SHARE",
            (false, true) => " FOR NO KEY UPDATE",
            (false, false) => " FOR UPDATE",
        },
        RowLock.Share when lockOf.IsRead => " FOR SHARE",
        RowLock.ShareMode when lockOf.IsRead => " LOCK IN SHARE MODE",
        RowLock.Share or RowLock.ShareMode => " FOR UPDATE",
        _ when lockOf.IsRead => throw Unsupported("FOR SHARE", "the database has locks for writing only: use WithForUpdate()."),
        _ => " FOR UPDATE",
    };

    private void CheckLock(ForUpdate lockOf)
    {
        if (lockOf is { IsNoWait: true } or { IsSkipLocked: true } && Features.LockWait is Support.No)
        {
            throw Unsupported(lockOf.IsNoWait ? "FOR UPDATE NOWAIT" : "FOR UPDATE SKIP LOCKED", "this version of the database has none: it waits for the lock.");
        }
    }

    private void WriteLocked(ForUpdate lockOf)
    {
        if (Features.LockOf is Support.No)
        {
            throw Unsupported("FOR UPDATE OF", "this database locks the rows of every table of the SELECT: leave it out.");
        }

        Write(" OF ");
        if (Features.RowLock is RowLock.UpdateOfColumns)
        {
            Render(lockOf.Of.SelectMany(o => o is FromClause from ? from.Columns.Take(1) : (IEnumerable<ClauseElement>)[o]));
            return;
        }

        var froms = lockOf.Of.SelectMany(Locked).Distinct().ToList();
        for (var i = 0; i < froms.Count; i++)
        {
            Write(i == 0 ? "" : ", ").WriteFromName(froms[i]);
        }
    }

    // A join has no name of its own: its sides are locked.
    private static IEnumerable<FromClause> Locked(ClauseElement item) => item switch
    {
        Join join => [.. Locked(join.Left), .. Locked(join.Right)],
        FromClause from => [from],
        NamedColumn { Owner: { } from } => [from],
        ColumnElement expression => Internals.FromCollector.Collect([expression]),
        _ => [],
    };
}
