using System.Data.Common;

namespace Alchemy.Drivers;

/// <summary>How a provider's parameters take values: part of a driver that is built on <see cref="AdoStatement"/>.</summary>
public abstract class AdoBinder
{
    /// <summary>Sets the parameter of a marker; adds it when it is the next one.</summary>
    /// <param name="parameters">The command's parameters.</param>
    /// <param name="ordinal">The marker, from 0.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="value">The value; null is NULL.</param>
    /// <typeparam name="T">The CLR type that the SQL type is stored as, or <see cref="object"/> for any value that converts to it.</typeparam>
    /// <exception cref="InvalidStatementException">The value's CLR type does not belong to the type.</exception>
    public abstract void Set<T>(DbParameterCollection parameters, int ordinal, SqlType type, T value);
}
