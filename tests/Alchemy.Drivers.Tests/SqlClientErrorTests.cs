namespace Alchemy.Tests;

/// <summary>Errors of the provider: what they tell, and what has become of the transaction.</summary>
[TestFixture]
public sealed class SqlClientErrorTests : SqlClientFixture
{
    private static readonly (int, byte, string) Terminated = (3621, 0, "Die Anweisung wurde beendet.");

    private static IEnumerable<TestCaseData> Places()
    {
        yield return new TestCaseData(2627, "Violation of UNIQUE KEY constraint 'uq_name'. Cannot insert duplicate key in object 'dbo.goods'. The duplicate key value is (ann).", DatabaseErrorKind.UniqueViolation, "uq_name", "goods", null);
        yield return new TestCaseData(2601, "Cannot insert duplicate key row in object 'dbo.goods' with unique index 'ix_name'. The duplicate key value is (ann).", DatabaseErrorKind.UniqueViolation, "ix_name", "goods", null);
        yield return new TestCaseData(547, "The INSERT statement conflicted with the FOREIGN KEY constraint \"fk_shop\". The conflict occurred in database \"shop\", table \"dbo.shops\", column 'id'.", DatabaseErrorKind.ForeignKeyViolation, "fk_shop", null, null);
        yield return new TestCaseData(547, "The DELETE statement conflicted with the REFERENCE constraint \"fk_goods\". The conflict occurred in database \"shop\", table \"dbo.orders\", column 'goods_id'.", DatabaseErrorKind.ForeignKeyViolation, "fk_goods", "orders", "goods_id");
        yield return new TestCaseData(547, "The UPDATE statement conflicted with the CHECK constraint \"ck_big\". The conflict occurred in database \"shop\", table \"dbo.goods\", column 'big'.", DatabaseErrorKind.CheckViolation, "ck_big", "goods", "big");
        yield return new TestCaseData(515, "Cannot insert the value NULL into column 'name', table 'shop.dbo.goods'; column does not allow nulls. INSERT fails.", DatabaseErrorKind.NotNullViolation, null, "goods", "name");
    }

    [TestCaseSource(nameof(Places))]
    public void A_violation_names_its_place_and_no_value(int number, string message, DatabaseErrorKind kind, string? constraint, string? table, string? column)
    {
        var error = Failing((number, 14, message), Terminated);
        Assert.That(error.Kind, Is.EqualTo(kind));
        Assert.That((error.Constraint, error.Table, error.Columns.SingleOrDefault()), Is.EqualTo((constraint, table, column)));
        Assert.That(error.Message, Does.Not.Contain("(ann)"));
    }

    [Test]
    public void All_errors_are_told()
        => Assert.That(Failing((1767, 16, "Foreign key 'fk' references invalid table 'x'."), (1750, 16, "Could not create constraint.")).Message, Does.Contain("'fk'").And.Contain("Could not create constraint"));

    [Test]
    public void After_a_statement_that_was_undone_alone_the_transaction_goes_on()
    {
        using var transaction = Connection.Begin();
        Failing((2627, 14, "Violation of PRIMARY KEY constraint 'pk'. Cannot insert duplicate key in object 'dbo.goods'."), Terminated);
        Connection.Execute(Sql.Select(Goods.Id)).ToList();
        transaction.Commit();
        Assert.That(Server.Sent[^1], Is.EqualTo("COMMIT"));
    }

    [TestCase(2627, "Violation of PRIMARY KEY constraint 'pk'. Cannot insert duplicate key in object 'dbo.log'.", TestName = "In a trigger")]
    [TestCase(245, "Conversion failed when converting the nvarchar value 'ann' to data type int.", TestName = "A batch that ended")]
    [TestCase(3930, "The current transaction cannot be committed.", TestName = "A doomed transaction")]
    public void Where_everything_may_be_undone_the_transaction_takes_a_rollback_only(int number, string message)
    {
        using var transaction = Connection.Begin();
        Failing((number, 16, message));
        Assert.Throws<ConnectionStateException>(() => Connection.Execute(Sql.Select(Goods.Id)));
        Assert.Throws<ConnectionStateException>(transaction.Commit);
        transaction.Rollback();
        Assert.That(Server.Sent[^1], Is.EqualTo("IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION"));
    }

    [Test]
    public void A_deadlock_has_ended_the_transaction()
    {
        using var transaction = Connection.Begin();
        Assert.That(Failing((1205, 13, "Transaction was deadlocked.")), Is.InstanceOf<DatabaseException>().With.Property("IsTransient").True);
        transaction.Rollback();
        Assert.That(Server.Sent, Has.None.Contains("ROLLBACK"));
    }

    [Test]
    public void A_severe_error_has_lost_the_connection() => Assert.That(Failing((10054, 20, "An existing connection was forcibly closed.")), Is.InstanceOf<DisconnectedException>());

    [Test]
    public void A_value_that_could_not_be_converted_is_not_told() => Assert.That(Failing((245, 16, "Conversion failed when converting the nvarchar value 'ann' to data type int.")).Message, Does.Not.Contain("ann"));

    private DatabaseException Failing(params (int, byte, string)[] errors)
    {
        Server.Answer(new FakeAnswer(Error: Error(errors)));
        return Assert.Catch<DatabaseException>(() => Connection.Execute(Sql.Insert(Goods).Value(Goods.Name, "ann")))!;
    }
}
