namespace Alchemy.Drivers;

/// <summary>The rows of an executed statement, one at a time. Typed getters neither box nor convert more than the type asks for.</summary>
public abstract class Cursor : IDisposable
{
    /// <summary>How many columns a row has.</summary>
    public abstract int FieldCount { get; }

    /// <summary>Goes to the next row; false after the last.</summary>
    public abstract ValueTask<bool> ReadCore(IOBehavior io, CancellationToken cancellationToken);

    /// <summary>The name of a column, from 0.</summary>
    public abstract string Name(int ordinal);

    /// <summary>True when the value is NULL.</summary>
    public abstract bool IsNull(int ordinal);

    /// <summary>The value as a SQL type's CLR value; null for NULL.</summary>
    public abstract object? Value(int ordinal, SqlType type);

    /// <summary>Ends reading: the statement can be executed again.</summary>
    public abstract void Dispose();
}
