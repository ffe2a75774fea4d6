namespace Alchemy.Drivers;

/// <summary>The markers of a statement, which take the values of one execution.</summary>
public abstract class StatementParameters
{
    /// <summary>Sets the value of a marker.</summary>
    /// <param name="ordinal">The marker, from 0.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="value">The value; null is NULL.</param>
    /// <typeparam name="T">The CLR type that the SQL type is stored as, so that the value is not boxed; <see cref="object"/> where it is only known at run time, for any value that converts to it.</typeparam>
    /// <exception cref="InvalidStatementException">The value's CLR type does not belong to the type.</exception>
    public abstract void Set<T>(int ordinal, SqlType type, T value);
}
