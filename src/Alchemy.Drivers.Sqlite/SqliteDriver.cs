using System.Data.Common;
using Alchemy.Internals;
using Microsoft.Data.Sqlite;

namespace Alchemy.Drivers;

/// <summary>SQLite through Microsoft.Data.Sqlite; statements are prepared, bound and read on its native handle.</summary>
public sealed class SqliteDriver : Driver
{
    /// <inheritdoc/>
    public override string Name => "sqlite";

    /// <inheritdoc/>
    public override TypeCompiler Types { get; } = new SqliteDialect().Types;

    /// <inheritdoc/>
    public override Type CursorType => typeof(SqliteCursor);

    /// <inheritdoc/>
    public override Type StatementType => typeof(SqliteStatement);

    /// <inheritdoc/>
    public override bool IsPrivate(DbConnection connection)
        => new SqliteConnectionStringBuilder(connection.ConnectionString) is { Cache: not SqliteCacheMode.Shared } text && (text.DataSource is "" or ":memory:" || text.Mode is SqliteOpenMode.Memory);

    /// <inheritdoc/>
    public override string ConnectionString(EngineUrl url)
    {
        if (url.Host is not null || url.User is not null)
        {
            throw new EngineUrlException($"SQLite has files, not hosts; '{url.Host ?? url.User}' stands where a host would: write three slashes before the file.");
        }

        // Our pool keeps connections open; a second pool beneath would keep files open after the engine's end.
        return WithOptions(new SqliteConnectionStringBuilder { DataSource = url.Database ?? ":memory:", Pooling = false }, url);
    }

    /// <inheritdoc/>
    public override DbConnection CreateConnection(string connectionString)
    {
        try
        {
            return new SqliteConnection(connectionString);
        }
        catch (ArgumentException wrong)
        {
            throw new EngineUrlException($"{wrong.Message.TrimEnd('.')}.", wrong);
        }
    }

    /// <inheritdoc/>
    public override DriverConnection Attach(DbConnection open) => new SqliteDriverConnection((SqliteConnection)open);

    /// <inheritdoc/>
    public override ErrorFacts? Describe(Exception error) => Describe(error, null);

    /// <inheritdoc/>
    public override ErrorFacts? Describe(Exception error, Table? table) => error is SqliteException failure ? SqliteErrors.Read(failure, table) : null;
}
