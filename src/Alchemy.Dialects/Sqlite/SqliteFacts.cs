namespace Alchemy;

/// <summary>Reads SQLite's extended result codes.</summary>
internal sealed class SqliteFacts : DialectFacts
{
    /// <summary>Foreign keys hold, and LIKE tells upper from lower case, as in the other databases and in C#.</summary>
    public override IReadOnlyList<string> OnConnect { get; } = ["PRAGMA foreign_keys = ON", "PRAGMA case_sensitive_like = ON"];

    /// <inheritdoc/>
    protected override string Name => "sqlite";

    /// <inheritdoc/>
    public override string IsolationQuery => "SELECT CASE read_uncommitted WHEN 0 THEN 'SERIALIZABLE' ELSE 'READ UNCOMMITTED' END FROM pragma_read_uncommitted";

    /// <inheritdoc/>
    public override string DefaultIsolationQuery => "SELECT 'SERIALIZABLE'";

    /// <summary>A COMMIT that is refused, because of a deferred foreign key or a reader, can be tried again.</summary>
    public override bool FailedCommitEndsTransaction => false;

    /// <summary>The level and read-only are settings of the connection, taken back at the end.</summary>
    public override TransactionTexts Transaction(TransactionOptions options)
    {
        if (options == TransactionOptions.Default)
        {
            return TransactionTexts.Plain;
        }

        Check(options, locks: true);
        var (set, restore) = (new List<string>(), new List<string>());
        if (options.Isolation is { } level && ReadsUncommitted(level))
        {
            set.Add("PRAGMA read_uncommitted = 1");
            restore.Add("PRAGMA read_uncommitted = 0");
        }

        if (options.IsReadOnly)
        {
            set.Add("PRAGMA query_only = 1");
            restore.Add("PRAGMA query_only = 0");
        }

        set.Add(options.WriteLock switch { WriteLock.WhenWriting => "BEGIN", WriteLock.AtBegin => "BEGIN IMMEDIATE", WriteLock.Exclusive => "BEGIN EXCLUSIVE" });
        return new TransactionTexts(set) { Restore = restore };
    }

    /// <inheritdoc/>
    public override DatabaseErrorKind Classify(ErrorFacts error) => error.Number switch
    {
        2067 or 1555 or 2579 => DatabaseErrorKind.UniqueViolation,
        787 => DatabaseErrorKind.ForeignKeyViolation,
        1299 => DatabaseErrorKind.NotNullViolation,
        275 => DatabaseErrorKind.CheckViolation,
        517 => DatabaseErrorKind.Serialization,
        _ when (error.Number & 0xFF) is 5 or 6 => DatabaseErrorKind.LockTimeout,
        9 => DatabaseErrorKind.Canceled,
        3091 or 20 => DatabaseErrorKind.InvalidValue,
        18 => DatabaseErrorKind.ValueTooLong,
        23 => DatabaseErrorKind.PermissionDenied,
        // The file was deleted or moved: what is written would be lost with it.
        1032 => DatabaseErrorKind.Disconnected,
        _ when (error.Number & 0xFF) is 8 => DatabaseErrorKind.ReadOnly,
        1 => OfMessage(error.Message),
        _ => DatabaseErrorKind.Other,
    };

    // One code for everything that is wrong with a statement: only the message tells what.
    private static DatabaseErrorKind OfMessage(string message) => message switch
    {
        _ when message.Contains("no such table", StringComparison.Ordinal) => DatabaseErrorKind.MissingTable,
        _ when message.Contains("no such column", StringComparison.Ordinal) || message.Contains("has no column named", StringComparison.Ordinal) => DatabaseErrorKind.MissingColumn,
        _ when message.Contains("integer overflow", StringComparison.Ordinal) => DatabaseErrorKind.OutOfRange,
        _ => DatabaseErrorKind.Syntax,
    };

    private bool ReadsUncommitted(IsolationLevel level) => level switch
    {
        IsolationLevel.ReadUncommitted => true,
        IsolationLevel.Serializable => false,
        IsolationLevel.ReadCommitted or IsolationLevel.RepeatableRead or IsolationLevel.Snapshot => throw NoLevel(level, "it has READ UNCOMMITTED, for connections that share a cache, and SERIALIZABLE, which every transaction is: leave the level out."),
    };
}
