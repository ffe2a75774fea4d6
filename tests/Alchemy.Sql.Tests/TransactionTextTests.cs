namespace Alchemy.Tests;

/// <summary>How each dialect begins, ends and restores transactions.</summary>
public sealed class TransactionTextTests
{
    private static readonly IReadOnlyDictionary<string, DialectFacts> All = new Dialect[] { Dialects.Sqlite, Dialects.PostgreSql, Dialects.MariaDb, Dialects.Oracle, Dialects.SqlServer }.ToDictionary(d => d.Name, d => d.Facts);

    [TestCase("sqlite", null, "BEGIN")]
    [TestCase("sqlite", IsolationLevel.Serializable, "BEGIN")]
    [TestCase("sqlite", IsolationLevel.ReadUncommitted, "PRAGMA read_uncommitted = 1; BEGIN; … PRAGMA read_uncommitted = 0")]
    [TestCase("postgresql", null, "BEGIN")]
    [TestCase("postgresql", IsolationLevel.RepeatableRead, "BEGIN ISOLATION LEVEL REPEATABLE READ")]
    [TestCase("mariadb", null, "BEGIN")]
    [TestCase("mariadb", IsolationLevel.ReadCommitted, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; BEGIN")]
    [TestCase("oracle", null, "SET TRANSACTION READ WRITE")]
    [TestCase("oracle", IsolationLevel.Serializable, "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")]
    [TestCase("mssql", null, "BEGIN TRANSACTION")]
    [TestCase("mssql", IsolationLevel.Snapshot, "SET TRANSACTION ISOLATION LEVEL SNAPSHOT; BEGIN TRANSACTION; … SET TRANSACTION ISOLATION LEVEL READ COMMITTED")]
    public void A_level_is_said(string dialect, IsolationLevel? level, string texts) => Assert.That(Texts(dialect, new() { Isolation = level }), Is.EqualTo(texts));

    [TestCase("sqlite", "PRAGMA query_only = 1; BEGIN; … PRAGMA query_only = 0")]
    [TestCase("postgresql", "BEGIN READ ONLY")]
    [TestCase("mariadb", "START TRANSACTION READ ONLY")]
    [TestCase("oracle", "SET TRANSACTION READ ONLY")]
    public void A_read_only_transaction_is_said(string dialect, string texts) => Assert.That(Texts(dialect, new() { IsReadOnly = true }), Is.EqualTo(texts));

    [TestCase("sqlite", "READ COMMITTED", "REPEATABLE READ", "SNAPSHOT")]
    [TestCase("postgresql", "SNAPSHOT")]
    [TestCase("mariadb", "SNAPSHOT")]
    [TestCase("oracle", "READ UNCOMMITTED", "REPEATABLE READ", "SNAPSHOT")]
    [TestCase("mssql")]
    public void Levels_that_a_database_lacks_are_refused_by_name(string dialect, params string[] levels)
    {
        var refused = Enum.GetValues<IsolationLevel>().Where(l => Refusal(dialect, new() { Isolation = l }) is not null).ToList();
        Assert.That(refused.Select(DialectFacts.Words), Is.EqualTo(levels));
        Assert.That(refused.Select(l => Refusal(dialect, new() { Isolation = l })), Has.All.Contain(dialect));
    }

    [Test]
    public void So_is_everything_else()
    {
        Assert.That(Refusal("mssql", new() { IsReadOnly = true }), Does.Contain("mssql").And.Contain("read-only"));
        Assert.That(Refusal("oracle", new() { IsReadOnly = true, Isolation = IsolationLevel.ReadCommitted }), Does.Contain("oracle"));
        Assert.That(Refusal("postgresql", new() { IsDeferrable = true }), Does.Contain("set both"));
        foreach (var dialect in All.Keys.Where(d => d != "sqlite"))
        {
            Assert.That(Refusal(dialect, new() { WriteLock = WriteLock.Exclusive }), Does.Contain(dialect));
            Assert.That(Refusal(dialect, new() { WriteLock = WriteLock.AtBegin }), Is.Null);
        }

        foreach (var dialect in new[] { "sqlite", "oracle", "mssql" })
        {
            Assert.That(Assert.Throws<CompileException>(() => All[dialect].TwoPhase("x"))!.Message, Does.Contain(dialect).And.Contain("two-phase"));
        }

        Assert.Throws<CompileException>(() => _ = All["oracle"].IsolationQuery);
    }

    [Test]
    public void Savepoints_are_said()
    {
        string Three(string dialect) => string.Join("; ", All[dialect].Savepoint("a"), All[dialect].RollbackToSavepoint("a"), All[dialect].ReleaseSavepoint("a") ?? "nothing");
        Assert.That(Three("mssql"), Is.EqualTo("SAVE TRANSACTION a; ROLLBACK TRANSACTION a; nothing"));
        Assert.That(Three("oracle"), Is.EqualTo("SAVEPOINT a; ROLLBACK TO SAVEPOINT a; nothing"));
        Assert.That(Three("postgresql"), Is.EqualTo("SAVEPOINT a; ROLLBACK TO SAVEPOINT a; RELEASE SAVEPOINT a"));
        Assert.Throws<InvalidStatementException>(() => All["mssql"].Savepoint(new string('x', 33)));
        Assert.That(All["mssql"].Transaction(TransactionOptions.Default).Rollback, Is.EqualTo(new[] { "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION" }));
    }

    [TestCase("READ-COMMITTED", IsolationLevel.ReadCommitted)]
    [TestCase("repeatable read", IsolationLevel.RepeatableRead)]
    [TestCase("chaos", null)]
    public void Levels_are_read(string words, IsolationLevel? level) => Assert.That(DialectFacts.ParseIsolation(words), Is.EqualTo(level));

    private static string Texts(string dialect, TransactionOptions options)
    {
        var texts = All[dialect].Transaction(options);
        return string.Join("; ", texts.Restore.Count == 0 ? texts.Begin : [.. texts.Begin, $"… {string.Join("; ", texts.Restore)}"]);
    }

    private static string? Refusal(string dialect, TransactionOptions options)
    {
        try
        {
            All[dialect].Transaction(options);
            return null;
        }
        catch (CompileException refused)
        {
            return refused.Message;
        }
    }
}
