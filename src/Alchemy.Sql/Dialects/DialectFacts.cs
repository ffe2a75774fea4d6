namespace Alchemy;

/// <summary>What the engine must know about a database beyond its SQL: pure data and functions, no I/O.</summary>
public abstract partial class DialectFacts
{
    /// <summary>Tells which portable kind an error is.</summary>
    /// <param name="error">What the driver read off its exception.</param>
    public abstract DatabaseErrorKind Classify(ErrorFacts error);

    /// <summary>What to do about an error whose kind does not say it; null (the default) for what its kind says.</summary>
    /// <param name="error">What the driver read off its exception.</param>
    public virtual string? Remedy(ErrorFacts error) => null;

    /// <summary>Statements to run once on every new connection, in order.</summary>
    public virtual IReadOnlyList<string> OnConnect => [];

    /// <summary>A query that tells what a server is, where there may be several; null (the default) where none does, and every server counts as one that takes writes. One row: 1 for one that takes writes, 0 for one that only follows,
    /// -1 for one that serves nobody, as a 64 bit integer; how far it has written or applied, as a 64 bit integer or NULL; how many seconds it is behind, as a 64 bit floating point number or NULL.</summary>
    public virtual string? ServerState => null;

    /// <summary>A statement after which those of the connection see all that other servers have committed before; null (the default) where there is none.</summary>
    public virtual string? WaitForOthers => null;

    /// <summary><c>SAVEPOINT name</c>; the name comes with the quotes that it needs.</summary>
    public virtual string Savepoint(string name) => $"SAVEPOINT {name}";

    /// <summary><c>ROLLBACK TO SAVEPOINT name</c></summary>
    public virtual string RollbackToSavepoint(string name) => $"ROLLBACK TO SAVEPOINT {name}";

    /// <summary><c>RELEASE SAVEPOINT name</c>; null where savepoints are not released.</summary>
    public virtual string? ReleaseSavepoint(string name) => $"RELEASE SAVEPOINT {name}";
}

/// <summary>What a driver read off an exception.</summary>
/// <param name="Message">The database's message, without values of rows.</param>
/// <param name="Number">The database's own error number, or null.</param>
/// <param name="SqlState">The five character SQLSTATE, or null.</param>
/// <param name="Constraint">The constraint's name, where the database tells it.</param>
/// <param name="Table">The table's name, where the database tells it.</param>
/// <param name="Columns">The columns' names, where the database tells them.</param>
/// <param name="ConnectionLost">True when the connection can not be used again.</param>
/// <param name="Canceled">True when the statement ended because it was asked to.</param>
/// <param name="ValuesMessage">The database's message with the values of rows that it says; null where <paramref name="Message"/> is all. It is shown only when values are.</param>
/// <param name="Stale">True when what was prepared of the statement does not fit its tables any more.</param>
public sealed record ErrorFacts(
    string Message, int? Number = null, string? SqlState = null, string? Constraint = null, string? Table = null, IReadOnlyList<string>? Columns = null, bool ConnectionLost = false, bool Canceled = false,
    string? ValuesMessage = null, bool Stale = false);
