using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Alchemy.Tests;

/// <summary>A connection that records what it is sent.</summary>
internal class FakeConnection(FakeServer server) : DbConnection
{
    private ConnectionState _state = ConnectionState.Closed;

    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override string Database => "shop";

    public override string DataSource => "db.example.com,1433";

    public override string ServerVersion => server.Version;

    public override ConnectionState State => _state;

    public FakeServer Server => server;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Close() => _state = ConnectionState.Closed;

    public override void Open() => _state = ConnectionState.Open;

    protected override DbTransaction BeginDbTransaction(System.Data.IsolationLevel isolationLevel)
    {
        server.Sent.Add($"(begin {isolationLevel})");
        return new FakeTransaction(this, isolationLevel);
    }

    protected override DbCommand CreateDbCommand() => new FakeCommand { Connection = this };

    protected override void Dispose(bool disposing)
    {
        Close();
        base.Dispose(disposing);
    }
}

internal sealed class FakeTransaction(FakeConnection connection, System.Data.IsolationLevel level) : DbTransaction
{
    public override System.Data.IsolationLevel IsolationLevel => level;

    protected override DbConnection DbConnection => connection;

    public override void Commit()
    {
        connection.Server.Sent.Add("(commit)");
        if (connection is OracleConnection { CommitError: { } error })
        {
            throw error;
        }
    }

    public override void Rollback() => connection.Server.Sent.Add("(rollback)");
}
