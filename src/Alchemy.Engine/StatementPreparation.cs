namespace Alchemy;

/// <summary>Whether statements are prepared on the server.</summary>
public enum StatementPreparation
{
    /// <summary>Each connection keeps its statements prepared, the 256 used last: the database plans them once.</summary>
    Kept,

    /// <summary>Never: for a pooler such as pgbouncer in transaction mode between the engine and the server, where the next transaction may meet a session that does not know the statement, or knows another of that name, which gives wrong rows. SQLite, which has no server, keeps its statements all the same.</summary>
    Never,
}
