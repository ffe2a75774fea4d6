using System.Data.Common;
using Alchemy.Internals;
using Npgsql;

namespace Alchemy.Drivers;

/// <summary>PostgreSQL through Npgsql, with its pooling off: the engine keeps the connections and their prepared statements.</summary>
public sealed class NpgsqlDriver : Driver
{
    /// <inheritdoc/>
    public override string Name => "npgsql";

    /// <inheritdoc/>
    public override TypeCompiler Types { get; } = new PostgreSqlDialect().Types;

    /// <inheritdoc/>
    public override Type CursorType => typeof(NpgsqlCursor);

    /// <inheritdoc/>
    public override string ConnectionString(EngineUrl url) => WithOptions(
        new NpgsqlConnectionStringBuilder
        {
            Host = url.Hosts.Count == 0 ? "localhost" : string.Join(',', url.Hosts), Username = url.User, Password = url.Password, Database = url.Database, Pooling = false,
            // The detail names the columns of a key. The values in it are shown only where the engine may.
            IncludeErrorDetail = true,
        },
        url);

    /// <inheritdoc/>
    public override DbConnection CreateConnection(string connectionString)
    {
        try
        {
            return new NpgsqlConnection(connectionString);
        }
        catch (ArgumentException wrong)
        {
            throw new EngineUrlException($"{wrong.Message.TrimEnd('.')}.", wrong);
        }
    }

    /// <inheritdoc/>
    public override DriverConnection Attach(DbConnection open) => new NpgsqlDriverConnection((NpgsqlConnection)open);

    /// <inheritdoc/>
    public override ErrorFacts? Describe(Exception error) => error switch
    {
        PostgresException failure => NpgsqlErrors.Read(failure),
        // Npgsql reads one result at a time; the connection is well.
        NpgsqlOperationInProgressException => new ErrorFacts("Another result of this connection is still being read: read it to its end, dispose it, or take a second connection"),
        NpgsqlException { InnerException: TimeoutException } late => new ErrorFacts(late.Message, Canceled: true),
        NpgsqlException lost => new ErrorFacts(lost.Message, ConnectionLost: true),
        _ => null,
    };
}
