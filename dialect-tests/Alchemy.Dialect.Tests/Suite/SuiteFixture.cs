namespace Alchemy.Tests;

/// <summary>A class of the dialect suite: what SQLAlchemy asks of every dialect, asked of ours. Its tables are made once, and each test runs in a transaction that is rolled back.</summary>
public abstract class SuiteFixture(Database database) : DatabaseFixture(database)
{
    private protected MetaData Metadata { get; } = new();

    private bool _isMade;

    private protected Connection Connection { get; private set; } = null!;

    /// <summary>Puts in the rows that every test finds.</summary>
    private protected virtual void Fill(Connection connection)
    {
    }

    private protected sealed override void Open()
    {
        if (Engine is null)
        {
            CreateEngine();
        }

        if (!_isMade)
        {
            using var connection = Engine!.Connect();
            DropAll(connection);
            foreach (var statement in Engine.Dialect.Ddl.CreateStatements(Metadata))
            {
                connection.Execute(statement);
            }

            Fill(connection);
            _isMade = true;
        }

        Connection = Engine!.Connect();
        Connection.Begin();
    }

    private protected sealed override void Close() => Connection?.Dispose();

    [OneTimeTearDown]
    public void CloseEngine()
    {
        if (Engine is not null)
        {
            using (var connection = Engine.Connect())
            {
                DropAll(connection);
            }

            Engine.Dispose();
        }
    }

    private protected IReadOnlyList<T> Read<T>(ClauseElement statement, params (string Name, object? Value)[] values) => Connection.Execute(statement, values).As<T>().ToList();

    private void DropAll(Connection connection)
    {
        foreach (var statement in Engine.Dialect.Ddl.DropStatements(Metadata))
        {
            connection.Execute(statement);
        }
    }
}
