namespace Alchemy;

/// <summary>The words of SQL for what a transaction is asked to be.</summary>
internal static class TransactionWords
{
    private static readonly string[] begin = ["BEGIN"];

    /// <summary>A transaction of the database's own defaults.</summary>
    public static TransactionTexts Plain { get; } = new(begin);

    /// <summary>The level in the words of standard SQL.</summary>
    public static string Of(IsolationLevel level) => level switch
    {
        IsolationLevel.ReadUncommitted => "READ UNCOMMITTED",
        IsolationLevel.ReadCommitted => "READ COMMITTED",
        IsolationLevel.RepeatableRead => "REPEATABLE READ",
        IsolationLevel.Snapshot => "SNAPSHOT",
        IsolationLevel.Serializable => "SERIALIZABLE",
    };

    /// <summary>The level that a database tells in those words, with blanks or hyphens between them; null for another word.</summary>
    public static IsolationLevel? Parse(string words)
    {
        foreach (var level in Enum.GetValues<IsolationLevel>())
        {
            if (Of(level).Equals(words.Replace('-', ' '), StringComparison.OrdinalIgnoreCase))
            {
                return level;
            }
        }

        return null;
    }

    /// <summary>Refuses a level that the database does not have.</summary>
    public static CompileException NoLevel(IsolationLevel level, string dialect, string instead) => new($"The isolation level {Of(level)}", dialect, instead);

    /// <summary>Refuses a two-phase transaction.</summary>
    public static CompileException NoTwoPhase(string dialect) => new("A two-phase transaction", dialect, "the database has none that a session can prepare by SQL: use an ordinary transaction.");

    /// <summary>Refuses what nobody can mean, and what only some databases have.</summary>
    /// <param name="options">The options.</param>
    /// <param name="dialect">The dialect's name.</param>
    /// <param name="readOnly">Whether the database has read-only transactions.</param>
    /// <param name="deferrable">Whether it has deferrable ones.</param>
    /// <param name="locks">Whether it has one lock for its writers.</param>
    /// <exception cref="CompileException">The database does not have it, or the options contradict each other.</exception>
    public static void Check(TransactionOptions options, string dialect, bool readOnly = true, bool deferrable = false, bool locks = false)
    {
        if (options.IsReadOnly && !readOnly)
        {
            throw new CompileException("A read-only transaction", dialect, "the database has none: give the program a user that may only read, or leave IsReadOnly out.");
        }

        if (options.IsDeferrable && !(deferrable && options is { IsReadOnly: true, Isolation: IsolationLevel.Serializable }))
        {
            throw new CompileException("A deferrable transaction", dialect, deferrable ? "it is Serializable and IsReadOnly too: set both." : "only PostgreSQL has them: leave IsDeferrable out.");
        }

        if (options.WriteLock is not WriteLock.WhenWriting && options.IsReadOnly)
        {
            throw new CompileException("A read-only transaction with a write lock", dialect, "it writes nothing: leave one of the two out.");
        }

        if (options.WriteLock is WriteLock.Exclusive && !locks)
        {
            throw new CompileException("WriteLock.Exclusive", dialect, "only SQLite locks a database as a whole: lock the tables that you mean.");
        }
    }
}
