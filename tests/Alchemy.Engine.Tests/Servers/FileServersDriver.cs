using System.Data.Common;
using System.Linq.Expressions;
using Alchemy.Drivers;

namespace Alchemy.Tests;

/// <summary>A database with several servers: each host is a file of SQLite's, and its table <c>server</c> says what it is.</summary>
internal sealed class FileServersDriver(string folder) : Driver
{
    private readonly SqliteDriver _files = new();

    public override string Name => "files";

    public override Type CursorType => _files.CursorType;

    public override Type StatementType => _files.StatementType;

    public override string ConnectionString(EngineUrl url) => $"Data Source={Path.Combine(folder, url.Host!)}.db;Pooling=False;Mode=ReadWrite";

    public override DbConnection CreateConnection(string connectionString) => _files.CreateConnection(connectionString);

    public override DriverConnection Attach(DbConnection open) => new FileConnection(_files.Attach(open));

    public override Expression Read(Expression cursor, Expression ordinal, SqlType type, Type clr, bool nullable) => _files.Read(cursor, ordinal, type, clr, nullable);

    public override Expression Bind(Expression statement, Expression ordinal, SqlType type, Expression value) => _files.Bind(statement, ordinal, type, value);

    // A file that cannot be opened (14) is a server that cannot be reached.
    public override ErrorFacts? Describe(Exception error) => _files.Describe(error) is { } facts ? facts with { ConnectionLost = facts.Number == 14 } : null;

    private sealed class FileConnection(DriverConnection file) : DriverConnection(file.Ado)
    {
        public override Dialect CreateDialect() => new FilesDialect();

        public override Statement Get(FilledSql sql) => file.Get(sql);

        public override Statement Prepare(string text) => file.Prepare(text);

        public override TransactionFate FateAfter(ErrorFacts error) => file.FateAfter(error);

        public override ValueTask ReturnCore(IOBehavior io) => file.ReturnCore(io);

        public override void Dispose() => file.Dispose();
    }

    private sealed class FilesDialect : StandardDialect
    {
        public override DialectFacts Facts { get; } = new FilesFacts();
    }

    private sealed class FilesFacts : StandardFacts
    {
        public override string ServerState => "SELECT role, position, lag FROM server";

        public override string WaitForOthers => "CREATE TEMP TABLE waits (x)";

        public override DatabaseErrorKind Classify(ErrorFacts error) => error.Number == 8 ? DatabaseErrorKind.ReadOnly : base.Classify(error);
    }
}
