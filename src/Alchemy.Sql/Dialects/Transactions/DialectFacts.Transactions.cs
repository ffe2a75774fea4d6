namespace Alchemy;

public abstract partial class DialectFacts
{
    /// <summary>The dialect's name, for messages.</summary>
    protected virtual string Name => "standard";

    /// <summary>The level in the words of standard SQL.</summary>
    public static string Words(IsolationLevel level) => level switch
    {
        IsolationLevel.ReadUncommitted => "READ UNCOMMITTED",
        IsolationLevel.ReadCommitted => "READ COMMITTED",
        IsolationLevel.RepeatableRead => "REPEATABLE READ",
        IsolationLevel.Snapshot => "SNAPSHOT",
        IsolationLevel.Serializable => "SERIALIZABLE",
    };

    /// <summary>The level that a database tells in those words, with blanks or hyphens between them; null for another word.</summary>
    public static IsolationLevel? ParseIsolation(string words)
    {
        foreach (var level in Enum.GetValues<IsolationLevel>())
        {
            if (Words(level).Equals(words.Replace('-', ' '), StringComparison.OrdinalIgnoreCase))
            {
                return level;
            }
        }

        return null;
    }

    /// <summary>The texts of a transaction.</summary>
    /// <param name="options">How it is to begin.</param>
    /// <exception cref="CompileException">The database does not have it; the message names what.</exception>
    public abstract TransactionTexts Transaction(TransactionOptions options);

    /// <summary>The texts of a transaction that is prepared before it is committed; refused by default.</summary>
    /// <param name="id">Its name: letters, digits and <c>_ - . :</c> only.</param>
    /// <exception cref="CompileException">The database has no such transactions.</exception>
    public virtual TwoPhaseTexts TwoPhase(string id) => throw NoTwoPhase();

    /// <summary>A query for the prepared transactions of the server, whose names are in the last column of <see cref="PreparedTransactionsColumns"/>; refused by default.</summary>
    /// <exception cref="CompileException">The database has no such transactions.</exception>
    public virtual string PreparedTransactions => throw NoTwoPhase();

    /// <summary>The columns of <see cref="PreparedTransactions"/>, in order.</summary>
    public virtual IReadOnlyList<string> PreparedTransactionsColumns => ["id"];

    /// <summary>A query for the isolation level in use, in the words of SQL: that of the open transaction where the database tells it, otherwise that of the connection's next one.</summary>
    /// <exception cref="CompileException">The database does not tell it.</exception>
    public virtual string IsolationQuery => throw new CompileException("A query for the isolation level", Name, "the database does not tell it.");

    /// <summary>A query for the isolation level of transactions that ask for none; <see cref="IsolationQuery"/> by default.</summary>
    public virtual string DefaultIsolationQuery => IsolationQuery;

    /// <summary>True (the default) when a COMMIT that the server refuses has rolled the transaction back; false when the transaction stays as it was.</summary>
    public virtual bool FailedCommitEndsTransaction => true;

    /// <summary>The error for a level that the database does not have.</summary>
    /// <param name="level">The level.</param>
    /// <param name="instead">A sentence that says what the database has.</param>
    protected CompileException NoLevel(IsolationLevel level, string instead) => new($"The isolation level {Words(level)}", Name, instead);

    /// <summary>Refuses what nobody can mean, and what only some databases have.</summary>
    /// <param name="options">The options.</param>
    /// <param name="readOnly">Whether the database has read-only transactions.</param>
    /// <param name="deferrable">Whether it has deferrable ones.</param>
    /// <param name="locks">Whether it has one lock for its writers.</param>
    /// <exception cref="CompileException">The database does not have it, or the options contradict each other.</exception>
    protected void Check(TransactionOptions options, bool readOnly = true, bool deferrable = false, bool locks = false)
    {
        if (options.IsReadOnly && !readOnly)
        {
            throw new CompileException("A read-only transaction", Name, "the database has none: give the program a user that may only read, or leave IsReadOnly out.");
        }

        if (options.IsDeferrable && !(deferrable && options is { IsReadOnly: true, Isolation: IsolationLevel.Serializable }))
        {
            throw new CompileException("A deferrable transaction", Name, deferrable ? "it is Serializable and IsReadOnly too: set both." : "only PostgreSQL has them: leave IsDeferrable out.");
        }

        if (options.WriteLock is not WriteLock.WhenWriting && options.IsReadOnly)
        {
            throw new CompileException("A read-only transaction with a write lock", Name, "it writes nothing: leave one of the two out.");
        }

        if (options.WriteLock is WriteLock.Exclusive && !locks)
        {
            throw new CompileException("WriteLock.Exclusive", Name, "only SQLite locks a database as a whole: lock the tables that you mean.");
        }
    }

    private CompileException NoTwoPhase() => new("A two-phase transaction", Name, "the database has none that a session can prepare by SQL: use an ordinary transaction.");
}
