using System.Data.Common;
using Npgsql;

namespace Alchemy.Drivers;

/// <summary>PostgreSQL through Npgsql, with its pooling off: the engine keeps the connections and their prepared statements.</summary>
public sealed class NpgsqlDriver : Driver
{
    /// <inheritdoc/>
    public override string Name => "npgsql";

    /// <inheritdoc/>
    public override DbConnection CreateConnection(EngineUrl url)
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = url.Host ?? "localhost", Username = url.User, Password = url.Password, Database = url.Database, Pooling = false,
        };
        if (url.Port is { } port)
        {
            builder.Port = port;
        }

        return new NpgsqlConnection(builder.ConnectionString);
    }

    /// <inheritdoc/>
    public override Dialect CreateDialect(Version? serverVersion) => new PostgreSqlDialect(serverVersion);

    /// <inheritdoc/>
    public override DriverConnection Attach(DbConnection open) => new NpgsqlDriverConnection((NpgsqlConnection)open);

    /// <inheritdoc/>
    public override ErrorFacts? Describe(Exception error) => error switch
    {
        PostgresException failure => new ErrorFacts(
            failure.MessageText, SqlState: failure.SqlState, Constraint: failure.ConstraintName, Table: failure.TableName,
            Columns: failure.ColumnName is null ? [] : [failure.ColumnName]),
        // Npgsql reads one result at a time; the connection is well.
        NpgsqlOperationInProgressException => new ErrorFacts("Another result of this connection is still being read: read it to its end, dispose it, or take a second connection"),
        NpgsqlException { InnerException: TimeoutException } late => new ErrorFacts(late.Message, Canceled: true),
        NpgsqlException lost => new ErrorFacts(lost.Message, ConnectionLost: true),
        _ => null,
    };
}
