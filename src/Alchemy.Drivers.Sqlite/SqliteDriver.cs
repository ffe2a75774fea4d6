using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Alchemy.Drivers;

/// <summary>SQLite through Microsoft.Data.Sqlite; statements are prepared, bound and read on its native handle.</summary>
public sealed class SqliteDriver : Driver
{
    private const int CheckFailed = 275;

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
    public override ErrorFacts? Describe(Exception error)
    {
        if (error is not SqliteException failure)
        {
            return null;
        }

        var failed = failure.Message.Split("constraint failed: ", 2) is [_, var told] ? told.TrimEnd('\'', '.') : "";
        if (failure.SqliteExtendedErrorCode == CheckFailed)
        {
            // A CHECK without a name is told by its expression, which may have dots and commas.
            return new ErrorFacts(failure.Message, CheckFailed, Constraint: failed.All(c => char.IsLetterOrDigit(c) || c == '_') ? failed : null, Columns: []);
        }

        // UNIQUE constraint failed: users.name, users.age
        var names = failed.Split(", ");
        var columns = names.Where(f => f.Contains('.')).Select(f => f[(f.IndexOf('.') + 1)..]).ToList();
        return new ErrorFacts(
            failure.Message, failure.SqliteExtendedErrorCode == 0 ? failure.SqliteErrorCode : failure.SqliteExtendedErrorCode,
            Table: columns.Count > 0 ? names[0][..names[0].IndexOf('.')] : null, Columns: columns);
    }
}
