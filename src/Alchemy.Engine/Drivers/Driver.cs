using System.Data.Common;
using System.Linq.Expressions;

namespace Alchemy.Drivers;

/// <summary>One ADO.NET provider: how its connections are opened and what its statements and errors are. Knows no mapping.</summary>
public abstract class Driver
{
    /// <summary>The driver's name, such as <c>sqlite</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The types of the driver's database: they tell which type stands for a variant, on every version.</summary>
    public virtual TypeCompiler Types { get; } = new("standard");

    /// <summary>The driver for the server that an engine has found: itself, unless one driver serves several kinds of them. The same object each time, for readers are kept by it.</summary>
    /// <param name="dialect">The server's dialect.</param>
    public virtual Driver For(Dialect dialect) => this;

    /// <summary>The provider's connection string for the database of a URL, with the provider's own pooling off.</summary>
    /// <exception cref="EngineUrlException">The URL asks for what the driver does not have.</exception>
    public abstract string ConnectionString(EngineUrl url);

    /// <summary>The same with the provider's own pooling on; see <see cref="PoolOptions.KeepsProviderPooling"/>. Providers have one word for it: <c>Pooling</c>.</summary>
    /// <exception cref="EngineUrlException">The URL asks for what the driver does not have.</exception>
    public virtual string PoolingConnectionString(EngineUrl url) => new DbConnectionStringBuilder { ConnectionString = ConnectionString(url), ["Pooling"] = true }.ConnectionString;

    /// <summary>A closed connection of the provider.</summary>
    /// <exception cref="EngineUrlException">The provider cannot read the connection string.</exception>
    public abstract DbConnection CreateConnection(string connectionString);

    /// <summary>True when every connection is a database of its own, so that only one may exist.</summary>
    /// <param name="connection">A connection that has not been opened yet.</param>
    public virtual bool IsPrivate(DbConnection connection) => false;

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

    /// <summary>Gives a connection string the options of a URL.</summary>
    /// <exception cref="EngineUrlException">The provider does not know an option, or its value.</exception>
    protected static string WithOptions(DbConnectionStringBuilder builder, EngineUrl url)
    {
        foreach (var (name, value) in url.Options)
        {
            try
            {
                builder[name] = value;
            }
            catch (Exception unknown) when (unknown is ArgumentException or FormatException or InvalidCastException)
            {
                throw new EngineUrlException($"the option '{name}' is not one that {builder.GetType().Name} takes: {unknown.Message.Split('\n')[0].TrimEnd('.', ' ')}.", unknown);
            }
        }

        return builder.ConnectionString;
    }

    /// <summary>What an exception of the provider says; null when it is not one of the provider's.</summary>
    public abstract ErrorFacts? Describe(Exception error);

    /// <summary>Why no connection could be opened: <see cref="DatabaseErrorKind.Disconnected"/>, where another try may help, unless the server has answered that it lets nobody of that name in, or has no such database.</summary>
    /// <param name="error">What the provider's exception says.</param>
    public virtual DatabaseErrorKind ClassifyRefusal(ErrorFacts error) => error.SqlState switch
    {
        { } state when state.StartsWith("28", StringComparison.Ordinal) => DatabaseErrorKind.PermissionDenied,
        "3D000" => DatabaseErrorKind.Other,
        _ => DatabaseErrorKind.Disconnected,
    };

    /// <summary>What an exception of the provider says, where the table that the statement changes helps to read it; null when it is not one of the provider's.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="table">The table that the statement changes; null for text, and for what changes none.</param>
    public virtual ErrorFacts? Describe(Exception error, Table? table) => Describe(error);
}
