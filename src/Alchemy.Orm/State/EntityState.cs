namespace Alchemy;

/// <summary>Where an object stands between the program and the database.</summary>
public enum EntityState
{
    /// <summary>No session knows it.</summary>
    Transient,

    /// <summary>Added: the next flush inserts it.</summary>
    Pending,

    /// <summary>It has a row and is in the identity map; changes are seen at the next flush.</summary>
    Persistent,

    /// <summary>Its row is deleted by the current transaction.</summary>
    Deleted,

    /// <summary>It had a session once: evicted, or its deletion was committed.</summary>
    Detached,
}
