namespace Alchemy.Drivers;

/// <summary>A prepared statement, used again and again.</summary>
public abstract class Statement : IDisposable
{
    /// <summary>True while a cursor reads its rows: until then it is neither executed again nor closed to make room.</summary>
    public abstract bool IsActive { get; }

    /// <summary>Sets the value of a marker.</summary>
    /// <param name="ordinal">The marker, from 0.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="value">The value; null is NULL.</param>
    /// <typeparam name="T">The CLR type that the SQL type is stored as, so that the value is not boxed; <see cref="object"/> where it is only known at run time, for any value that converts to it.</typeparam>
    /// <exception cref="InvalidStatementException">The value's CLR type does not belong to the type.</exception>
    public abstract void Set<T>(int ordinal, SqlType type, T value);

    /// <summary>Executes, giving rows. Dispose the cursor before the statement is used again.</summary>
    public abstract ValueTask<Cursor> OpenCore(IOBehavior io, CancellationToken cancellationToken);

    /// <summary>Executes, giving the number of rows changed.</summary>
    public abstract ValueTask<int> RunCore(IOBehavior io, CancellationToken cancellationToken);

    /// <summary>The key that the database gave to the row just inserted, where the driver can tell without RETURNING.</summary>
    public abstract bool TryGetInsertedKey(out long key);

    /// <summary>Closes the statement.</summary>
    public abstract void Dispose();
}
