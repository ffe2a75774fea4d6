namespace Alchemy.Tests;

/// <summary>Tests of transactions: an engine with several connections on each database, and a table with two accounts of 100.</summary>
public abstract class TransactionFixture(Database database) : DatabaseFixture(database)
{
    /// <summary>Millions of rows, where no table counts: of MySQL 5.6.</summary>
    private protected const string Millions = "information_schema.collations AS a, information_schema.collations AS b, information_schema.collations AS c";

    private string _directory = null!;

    private protected Engine Bank { get; private set; } = null!;

    private protected Accounts Accounts { get; private set; } = null!;

    private protected virtual EngineOptions BankOptions => new() { Pool = new PoolOptions { Size = 3 } };

    [SetUp]
    public void OpenBank()
    {
        _directory = Directory.CreateTempSubdirectory("alchemy").FullName;
        Bank = Engine.Create(BankUrl, BankOptions);
        var metadata = new MetaData();
        Accounts = new Accounts(metadata);
        using var connection = Bank.Connect();
        if (On is Database.Sqlite)
        {
            // Readers see the state of their begin while another writes.
            connection.ExecuteText("PRAGMA journal_mode = WAL");
        }

        foreach (var text in Bank.Dialect.Ddl.DropAll(metadata).Concat(Bank.Dialect.Ddl.CreateAll(metadata)))
        {
            connection.ExecuteText(text);
        }

        Deposit(connection, 1);
        Deposit(connection, 2);
        if (connection.Transaction is not null)
        {
            connection.Commit();
        }
    }

    [TearDown]
    public void CloseBank()
    {
        Bank?.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private protected string BankUrl => On is Database.Sqlite ? $"sqlite:///{Path.Combine(_directory, "bank.db")}" : Url(Lane);

    private protected void Deposit(Connection connection, int id, int balance = 100) => connection.Execute(Sql.Insert(Accounts).Value(Accounts.Id, id).Value(Accounts.Balance, balance));

    private protected Task DepositAsync(Connection connection, int id, CancellationToken cancellationToken)
        => connection.ExecuteAsync(Sql.Insert(Accounts).Value(Accounts.Id, id).Value(Accounts.Balance, 100), null, cancellationToken);

    private protected void SetBalance(Connection connection, int id, int balance) => connection.Execute(Sql.Update(Accounts).Set(Accounts.Balance, balance).Where(Accounts.Id == id));

    private protected int Balance(Connection connection, int id) => connection.Execute(Sql.Select(Accounts.Balance).Where(Accounts.Id == id)).Scalar<int>();

    private protected long Count(Connection connection) => connection.Execute(Sql.Select(Func.Count()).SelectFrom(Accounts)).Scalar<long>();

    /// <summary>What a connection of its own sees.</summary>
    private protected long Count()
    {
        using var connection = Bank.Connect();
        return Count(connection);
    }
}

internal sealed class Accounts(MetaData metadata) : TypedTable("alchemy_bank_accounts", metadata)
{
    public Column<int> Id => field ??= Int("id", primaryKey: true);

    public Column<int> Balance => field ??= Int("balance", nullable: false);
}
