namespace Alchemy.Tests;

public sealed class ErrorTests : EngineFixture
{
    [Test]
    public void Each_constraint_has_its_kind()
    {
        using var connection = Engine.Connect();
        Add(connection, "x");
        var unique = Refused(() => Add(connection, "x"), DatabaseErrorKind.UniqueViolation);
        Assert.That(unique.Facts.Table, Is.EqualTo("things"));
        Assert.That(unique.Facts.Columns, Is.EqualTo(new[] { "name" }));
        Assert.That(unique.Statement, Does.StartWith("INSERT INTO things"));
        Refused(() => connection.Execute(Sql.Insert(Things)), DatabaseErrorKind.NotNullViolation);
        Refused(() => Add(connection, "y", big: -11), DatabaseErrorKind.CheckViolation);
        Refused(() => connection.Execute(Sql.Insert(Parts).Value(Parts.ThingId, 999)), DatabaseErrorKind.ForeignKeyViolation);
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(Things)).Scalar<long>(), Is.EqualTo(1), "the connection is usable after errors");
    }

    [Test]
    public void A_missing_table_is_named()
    {
        using var connection = Engine.Connect();
        var nowhere = new Table("nowhere", new MetaData(), new Column("a", SqlTypes.Integer));
        var error = Assert.Throws<StatementException>(() => connection.Execute(Sql.Select(nowhere)));
        Assert.That(error!.Message, Does.Contain("nowhere").And.Contain("ALQ3004"));
    }

    [TestCase("shop.db")]
    [TestCase("://x")]
    [TestCase("sqlite://host/file.db")]
    [TestCase("postgresql://u:p@host:port/db")]
    [TestCase("sqlite:///f.db?mode=ro")]
    public void A_wrong_url_says_what_is_wrong(string url)
    {
        var error = Assert.Throws<EngineUrlException>(() =>
        {
            using var engine = Engine.Create(url);
            engine.Connect().Dispose();
        });
        Assert.That(error!.Code, Is.EqualTo("ALQ3001"));
    }

    [Test]
    public void A_password_is_never_shown_and_escapes_are_read()
    {
        var url = EngineUrl.Parse("postgresql://ann:p%40ss%2F@localhost:5432/shop");
        Assert.That((url.User, url.Password, url.Host, url.Port, url.Database), Is.EqualTo(("ann", "p@ss/", "localhost", 5432, "shop")));
        Assert.That(url.ToString(), Is.EqualTo("postgresql://ann:***@localhost:5432/shop"));
    }

    [Test]
    public void A_missing_driver_is_named()
        => Assert.That(Assert.Throws<DriverNotFoundException>(() => Engine.Create("db2://x/y"))!.Message, Does.Contain("db2").And.Contain("ALQ3002"));

    [Test]
    public void A_database_that_cannot_be_opened_is_a_disconnect()
    {
        using var engine = Engine.Create("sqlite:////nowhere/at/all/x.db");
        Assert.That(Assert.Throws<DisconnectedException>(() => engine.Connect())!.IsTransient, Is.True);
    }

    [Test]
    public void A_result_of_another_shape_is_refused()
    {
        using var connection = Engine.Connect();
        Assert.Throws<ResultShapeException>(() => connection.Execute(Sql.Select(Things.Id)).One());
        Assert.Throws<ResultShapeException>(() => connection.Execute(Sql.Delete(Things)).Read());
        Add(connection, "x");
        Assert.Throws<ResultShapeException>(() => connection.Execute(Sql.Select(Things.Name)).Scalar<int>());
        Assert.Throws<UnknownColumnException>(() => _ = connection.Execute(Sql.Select(Things.Name)).One()["id"]);
    }

    [Test]
    public void Not_a_number_is_refused_before_it_becomes_null()
    {
        using var connection = Engine.Connect();
        Assert.Throws<InvalidStatementException>(() => connection.Execute(Sql.Insert(Things).Value(Things.Name, "x").Value(Things.Ratio, double.NaN)));
    }

    private static ConstraintViolationException Refused(Action work, DatabaseErrorKind kind)
    {
        var error = Assert.Throws<ConstraintViolationException>(work)!;
        Assert.That(error.Kind, Is.EqualTo(kind));
        Assert.That(error.Code, Is.EqualTo("ALQ3005"));
        return error;
    }
}
