namespace Alchemy.Tests;

/// <summary>A table is changed while a connection keeps statements of it prepared.</summary>
public sealed class ChangedTableTests(Database database) : DatabaseFixture(database)
{
    [Test]
    public void A_kept_statement_goes_on_after_its_table_was_changed()
    {
        using var connection = Engine.Connect();
        var select = Keep(connection);
        Change(connection);
        Assert.That(connection.Execute(select).ToList()[0][1], Is.EqualTo(7));
    }

    [Test]
    public async Task What_writes_and_returns_goes_on_too()
    {
        await using var connection = Engine.Connect();
        Insert Adding(string name) => Sql.Insert(Things).Values((Things.Name, name), (Things.Big, 6L)).Returning(Things.Big);
        Assert.That((await connection.ExecuteAsync(Adding("a"))).Scalar<long>(), Is.EqualTo(6));
        Change(connection);
        Assert.That((await connection.ExecuteAsync(Adding("b"))).Scalar<long>(), Is.EqualTo(6));
        Assert.That(connection.Execute(Sql.Select(Things.Id)).ToList(), Has.Count.EqualTo(2), "written once each time");
    }

    [Test]
    public void In_a_transaction_it_is_the_transaction_that_is_run_again()
    {
        using (var connection = Engine.Connect())
        {
            var select = Keep(connection);
            Change(connection);
            using var transaction = connection.Begin();
            if (Database is Database.PostgreSql)
            {
                Assert.That(Assert.Throws<TransientDatabaseException>(() => connection.Execute(select).ToList())!.Kind, Is.EqualTo(DatabaseErrorKind.StaleStatement));
            }
            else
            {
                Assert.That(connection.Execute(select).ToList()[0][1], Is.EqualTo(7));
            }
        }

        var runs = 0;
        var read = Engine.RunInTransaction(connection =>
        {
            runs++;
            return connection.Execute(Sql.Select(Things.Name, Things.Big).OrderBy(Things.Id)).ToList()[0][1];
        });
        Assert.That((read, runs), Is.EqualTo(((object)7L, 1)));
    }

    private ClauseElement Keep(Connection connection)
    {
        var select = Sql.Select(Things.Name, Things.Big).OrderBy(Things.Id);
        connection.Execute(Sql.Insert(Things).Values((Things.Name, "a"), (Things.Big, 5L)));
        for (var i = 0; i < 2; i++)
        {
            Assert.That(connection.Execute(select).ToList()[0][1], Is.EqualTo(5));
        }

        return select;
    }

    // Another column of the name, of another type.
    private static void Change(Connection connection)
    {
        connection.ExecuteText("ALTER TABLE alchemy_things DROP COLUMN big");
        connection.ExecuteText("ALTER TABLE alchemy_things ADD COLUMN big NUMERIC(10, 2)");
        connection.ExecuteText("UPDATE alchemy_things SET big = 7");
    }
}
