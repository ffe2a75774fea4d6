namespace Alchemy.Tests;

/// <summary>Transactions through the provider's object, and errors.</summary>
[TestFixture]
public sealed class OracleTransactionTests : OracleFixture
{
    private static IEnumerable<TestCaseData> Places()
    {
        yield return new TestCaseData(1, "ORA-00001: unique constraint (SHOP.UQ_NAME) violated", DatabaseErrorKind.UniqueViolation, "UQ_NAME", null, null);
        yield return new TestCaseData(1, "ORA-00001: unique constraint (SHOP.UQ_NAME) violated on table SHOP.GOODS columns (NAME)\nORA-03301: (ORA-00001 details) row with column values (NAME:'ann') already exists\nhttps://docs.oracle.com/error-help/db/ora-00001/", DatabaseErrorKind.UniqueViolation, "UQ_NAME", "GOODS", "NAME");
        yield return new TestCaseData(2291, "ORA-02291: integrity constraint (SHOP.FK_SHOP) violated - parent key not found", DatabaseErrorKind.ForeignKeyViolation, "FK_SHOP", null, null);
        yield return new TestCaseData(2290, "ORA-02290: check constraint (SHOP.CK_BIG) violated", DatabaseErrorKind.CheckViolation, "CK_BIG", null, null);
        yield return new TestCaseData(1400, "ORA-01400: cannot insert NULL into (\"SHOP\".\"GOODS\".\"NAME\")", DatabaseErrorKind.NotNullViolation, null, "GOODS", "NAME");
        yield return new TestCaseData(12899, "ORA-12899: value too large for column \"SHOP\".\"GOODS\".\"NAME\" (actual: 51, maximum: 50)", DatabaseErrorKind.ValueTooLong, null, "GOODS", "NAME");
    }

    [TestCaseSource(nameof(Places))]
    public void A_violation_names_its_place_and_no_value(int number, string message, DatabaseErrorKind kind, string? constraint, string? table, string? column)
    {
        var error = Failing(new OracleError(number, message));
        Assert.That((error.Kind, error.Constraint, error.Table, error.Columns.SingleOrDefault()), Is.EqualTo((kind, constraint, table, column)));
        Assert.That(error.Message, Does.Not.Contain("'ann'").And.Not.Contain("https://"));
    }

    [Test]
    public void The_error_of_one_row_among_many_is_told()
        => Assert.That(Failing(new OracleError(24381, "ORA-24381: error(s) in array DML"), new OracleError(1, "ORA-00001: unique constraint (SHOP.UQ_NAME) violated")).Kind, Is.EqualTo(DatabaseErrorKind.UniqueViolation));

    [Test]
    public void A_transaction_is_the_provider_s()
    {
        using (var transaction = Connection.Begin())
        {
            using (var savepoint = transaction.Savepoint())
            {
                savepoint.Rollback();
            }

            transaction.Commit();
        }

        Connection.Begin().Dispose();
        Assert.That(Server.Sent, Is.EqualTo(new[] { "(begin ReadCommitted)", "SAVEPOINT alchemy_1", "ROLLBACK TO SAVEPOINT alchemy_1", "(commit)", "(begin ReadCommitted)", "(rollback)" }));
    }

    [Test]
    public async Task It_is_so_asynchronously_too()
    {
        await using (var transaction = await Connection.BeginAsync())
        {
            await transaction.CommitAsync();
        }

        Assert.That(Server.Sent, Is.EqualTo(new[] { "(begin ReadCommitted)", "(commit)" }));
    }

    [TestCase("SET TRANSACTION READ WRITE", "(begin ReadCommitted)")]
    [TestCase("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE", "(begin Serializable)")]
    [TestCase("SET TRANSACTION READ ONLY", "(begin ReadCommitted),SET TRANSACTION READ ONLY")]
    public void A_transaction_begun_as_text_is_the_provider_s_too(string text, string sent)
    {
        Connection.ExecuteText(text);
        Connection.ExecuteText("COMMIT");
        Assert.That(string.Join(',', Server.Sent), Is.EqualTo(sent + ",(commit)"));
    }

    [Test]
    public void A_connection_that_is_given_back_has_no_transaction()
    {
        using (var other = Engine.Connect())
        {
            other.ExecuteText("SET TRANSACTION READ WRITE");
        }

        Assert.That(Server.Sent[^1], Is.EqualTo("(rollback)"));
    }

    [Test]
    public void A_violation_undoes_the_statement_alone()
    {
        using var transaction = Connection.Begin();
        Failing(new OracleError(1, "ORA-00001: unique constraint (SHOP.UQ_NAME) violated"));
        transaction.Commit();
        Assert.That(Server.Sent[^1], Is.EqualTo("(commit)"));
    }

    [Test]
    public void A_COMMIT_that_failed_is_not_tried_again()
    {
        using var transaction = Connection.Begin();
        Raw.CommitError = new OracleException(new OracleError(2091, "ORA-02091: transaction rolled back"), new OracleError(2290, "ORA-02290: check constraint (SHOP.CK) violated"));
        Assert.Catch<DatabaseException>(transaction.Commit);
        Assert.Catch<ConnectionStateException>(transaction.Commit);
        Assert.That(Server.Sent, Is.EqualTo(new[] { "(begin ReadCommitted)", "(commit)" }));
    }

    private DatabaseException Failing(params OracleError[] errors)
    {
        Server.Answer(new FakeAnswer(Error: new OracleException(errors)));
        return Assert.Catch<DatabaseException>(() => Connection.Execute(Sql.Insert(Goods).Value(Goods.Name, "ann")))!;
    }
}

/// <summary>From 23ai on.</summary>
[TestFixture]
public sealed class OracleOfTodayTests : OracleFixture
{
    private protected override string Version => "23.6.0.24.10";

    [Test]
    public void True_is_true()
    {
        Server.Answer(new FakeAnswer(1));
        Connection.Execute(Sql.Insert(Goods).Value(Goods.Flag, true));
        Assert.That(Server.Sent.Single(), Does.EndWith(":flag Boolean True"));
        Assert.That(Engine.Dialect.ServerVersion, Is.EqualTo(new Version(23, 6, 0)));
    }
}
