using System.Data.Common;
using System.Linq.Expressions;

namespace Alchemy.Drivers;

/// <summary>One ADO.NET provider: how its connections are opened and what its statements and errors are. Knows no mapping.</summary>
public abstract class Driver
{
    private TypeCompiler? _types;

    // Which type stands for another is the same on every version.
    private TypeCompiler Types => _types ??= CreateDialect(null).Types;

    /// <summary>The driver's name, such as <c>sqlite</c>.</summary>
    public abstract string Name { get; }

    /// <summary>A closed connection to the database of a URL.</summary>
    /// <exception cref="EngineUrlException">The URL asks for what the driver does not have.</exception>
    public abstract DbConnection CreateConnection(EngineUrl url);

    /// <summary>True when every connection to the URL is a database of its own, so that only one may exist.</summary>
    public virtual bool IsPrivate(EngineUrl url) => false;

    /// <summary>The dialect for a server of that version.</summary>
    /// <param name="serverVersion">The version, or null when it is not known.</param>
    public abstract Dialect CreateDialect(Version? serverVersion);

    /// <summary>Takes over a connection that has just been opened: registers functions, runs what every connection needs.</summary>
    public abstract DriverConnection Attach(DbConnection open);

    /// <summary>The class of this driver's cursors, so that compiled readers call it directly.</summary>
    public virtual Type CursorType => typeof(AdoCursor);

    /// <summary>The expression that reads a column without boxing.</summary>
    /// <param name="cursor">The cursor, of type <see cref="CursorType"/>.</param>
    /// <param name="ordinal">The column from 0, an <see cref="int"/>.</param>
    /// <param name="type">The SQL type.</param>
    /// <param name="clr">The CLR type wanted.</param>
    /// <param name="nullable">False when the column is never NULL.</param>
    public virtual Expression Read(Expression cursor, Expression ordinal, SqlType type, Type clr, bool nullable) => ColumnReader.Read(cursor, ordinal, Types.Implementation(type), clr, nullable);

    /// <summary>The class of this driver's statements, so that compiled binders call it directly.</summary>
    public virtual Type StatementType => typeof(AdoStatement);

    /// <summary>The expression that sets a marker without boxing.</summary>
    /// <param name="statement">The statement, of type <see cref="StatementType"/>.</param>
    /// <param name="ordinal">The marker from 0, an <see cref="int"/>.</param>
    /// <param name="type">The SQL type.</param>
    /// <param name="value">The value, of the type's CLR type, its nullable form, or a number or enum that converts to it.</param>
    public virtual Expression Bind(Expression statement, Expression ordinal, SqlType type, Expression value) => ColumnBinder.Bind(statement, ordinal, Types.Implementation(type), value);

    /// <summary>What an exception of the provider says; null when it is not one of the provider's.</summary>
    public abstract ErrorFacts? Describe(Exception error);
}
