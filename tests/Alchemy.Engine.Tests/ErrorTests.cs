namespace Alchemy.Tests;

public sealed class ErrorTests : EngineFixture
{
    [Test]
    public void Each_constraint_has_its_kind()
    {
        using var connection = Engine.Connect();
        Add(connection, "x");
        var unique = Refused(() => Add(connection, "x"), DatabaseErrorKind.UniqueViolation);
        Assert.That(unique.Table, Is.EqualTo("things"));
        Assert.That(unique.Columns, Is.EqualTo(new[] { "name" }));
        Assert.That(unique.Statement, Does.StartWith("INSERT INTO things"));
        Refused(() => connection.Execute(Sql.Insert(Things).DefaultValues()), DatabaseErrorKind.NotNullViolation);
        Refused(() => Add(connection, "y", big: -11), DatabaseErrorKind.CheckViolation);
        Refused(() => connection.Execute(Sql.Insert(Parts).Value(Parts.ThingId, 999)), DatabaseErrorKind.ForeignKeyViolation);
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(Things)).Scalar<long>(), Is.EqualTo(1), "the connection is usable after errors");
    }

    [TestCase("CONSTRAINT ck_a CHECK (a > -10.5)", "ck_a")]
    [TestCase("CHECK (a > -10.5)", null)]
    public void A_check_is_told_by_its_name_only(string check, string? name)
    {
        using var connection = Engine.Connect();
        connection.ExecuteText($"CREATE TABLE checked (a INTEGER, {check})");
        var error = Refused(() => connection.Execute(Sql.Text("INSERT INTO checked VALUES (-20)")), DatabaseErrorKind.CheckViolation);
        Assert.That((error.Constraint, error.Table), Is.EqualTo((name, (string?)null)));
        Assert.That(error.Columns, Is.Empty, "an expression's dots are no columns");
    }

    [Test]
    public void A_check_of_one_bare_column_is_no_name_and_names_may_have_dots()
    {
        var odd = new Table("odd.table", new MetaData(), new Column("flag", SqlTypes.Integer), new Column("a.b", SqlTypes.Integer), new Column("c, d", SqlTypes.Integer),
            new CheckConstraint("flag"), new UniqueConstraint(["a.b", "c, d"], "odd_pair"));
        using var connection = Engine.Connect();
        foreach (var text in Engine.Dialect.Ddl.CreateAll(odd.MetaData))
        {
            connection.ExecuteText(text);
        }

        Assert.That(Refused(() => connection.Execute(Sql.Insert(odd).Values(("flag", 0))), DatabaseErrorKind.CheckViolation).Constraint, Is.Null);
        connection.Execute(Sql.Insert(odd).Values(("flag", 1), ("a.b", 1), ("c, d", 2)));
        var unique = Refused(() => connection.Execute(Sql.Insert(odd).Values(("flag", 1), ("a.b", 1), ("c, d", 2))), DatabaseErrorKind.UniqueViolation);
        Assert.That((unique.Table, string.Join('|', unique.Columns), unique.Constraint), Is.EqualTo(("odd.table", "a.b|c, d", "odd_pair")));
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

    [Test]
    public void After_the_database_rolled_back_by_itself_nothing_commits_alone()
    {
        using var connection = Engine.Connect();
        connection.ExecuteText("CREATE TRIGGER stop BEFORE INSERT ON things WHEN NEW.name = 'bad' BEGIN SELECT RAISE(ROLLBACK, 'no'); END");
        var transaction = connection.Begin();
        Add(connection, "first");
        Assert.Catch<DatabaseException>(() => Add(connection, "bad"));
        Assert.That(Assert.Throws<ConnectionStateException>(() => Add(connection, "alone"))!.Message, Does.Contain("Rollback()"));
        Assert.Throws<ConnectionStateException>(transaction.Commit);
        transaction.Rollback();
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(Things)).Scalar<long>(), Is.Zero);
        Add(connection, "afterwards");
        Assert.That(connection.Execute(Sql.Select(Things.Name)).Scalar<string>(), Is.EqualTo("afterwards"));
    }

    [TestCase("DELETE FROM things; DELETE FROM parts")]
    [TestCase("")]
    [TestCase("-- nothing")]
    public void Text_that_would_be_run_in_part_is_refused(string text)
    {
        using var connection = Engine.Connect();
        Add(connection, "x");
        Assert.Throws<InvalidStatementException>(() => connection.ExecuteText(text));
        Assert.That(connection.ExecuteText("DELETE FROM things; "), Is.EqualTo(1), "the refused text did nothing");
    }

    [TestCase("'abc'")]
    [TestCase("1.9")]
    [TestCase("1e300")]
    public void A_value_that_is_no_integer_is_not_made_one(string stored)
    {
        using var connection = Engine.Connect();
        Assert.Throws<ResultShapeException>(() => connection.Execute(Sql.Select(Sql.Text<int>(stored))).One());
        Assert.That(connection.Execute(Sql.Select(Sql.Text<int>("2.0"))).Scalar<int>(), Is.EqualTo(2));
    }

    [Test]
    public void Counts_and_keys_belong_to_their_own_statement()
    {
        using var connection = Engine.Connect();
        Add(connection, "a");
        Assert.That(connection.ExecuteText("CREATE INDEX things_big ON things (big)"), Is.Zero);
        var update = connection.Execute(Sql.Update(Things).Set(Things.Big, 1L));
        Assert.That((update.RowsAffected, update.InsertedKey), Is.EqualTo((1, (long?)null)));
        Assert.That(connection.Execute(Sql.Update(Things).Set(Things.Big, 1L).Where(Things.Id == -1)).RowsAffected, Is.Zero);
        var none = Sql.Insert(Things).FromSelect([Things.Name], Sql.Select(Sql.Value("z")).SelectFrom(Things).Where(Things.Id == -1));
        Assert.That(connection.Execute(none).InsertedKey, Is.Null);
    }

    [Test]
    public void A_row_that_was_refused_is_not_tried_again_when_its_connection_ends()
    {
        using (var connection = Engine.Connect())
        {
            Add(connection, "x");
            Assert.Throws<ConstraintViolationException>(() => connection.Execute(Sql.Insert(Things).Value(Things.Name, "x").Returning(Things.Id)).Read());
            connection.Execute(Sql.Delete(Things));
        }

        using var next = Engine.Connect();
        Assert.That(next.Execute(Sql.Select(Func.Count()).SelectFrom(Things)).Scalar<long>(), Is.Zero);
    }

    [Test]
    public async Task A_token_stops_a_statement_before_it_is_executed()
    {
        using var connection = await Engine.ConnectAsync();
        foreach (var insert in new[] { Sql.Insert(Things).Value(Things.Name, "x"), Sql.Insert(Things).Value(Things.Name, "y").Returning(Things.Id) })
        {
            Assert.That(async () => await connection.ExecuteAsync(insert, cancellationToken: new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        }

        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(Things)).Scalar<long>(), Is.Zero);
    }

    [Test]
    public void Text_that_is_no_decimal_has_one_place_in_the_order()
    {
        using var connection = Engine.Connect();
        connection.ExecuteText("CREATE TABLE mixed (v TEXT)");
        connection.ExecuteText("INSERT INTO mixed VALUES ('1x'), ('9'), ('10'), ('abc'), ('-1')");
        var table = new Table("mixed", new MetaData(), new Column("v", SqlTypes.Text));
        var sorted = Sql.Select(table.C("v")).OrderBy(table.C("v").Collate("alchemy_decimal"));
        Assert.That(connection.Execute(sorted).ToList().Select(r => r[0]), Is.EqualTo(new[] { "-1", "9", "10", "1x", "abc" }));
    }

    private static ConstraintViolationException Refused(Action work, DatabaseErrorKind kind)
    {
        var error = Assert.Throws<ConstraintViolationException>(work)!;
        Assert.That(error.Kind, Is.EqualTo(kind));
        Assert.That(error.Code, Is.EqualTo("ALQ3005"));
        return error;
    }
}
