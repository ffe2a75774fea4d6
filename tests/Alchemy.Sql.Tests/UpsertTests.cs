namespace Alchemy.Tests;

/// <summary>One spelling of an upsert in every dialect.</summary>
[TestFixture]
public sealed class UpsertTests
{
    private readonly Users _users = new();

    private Insert One => Sql.Insert(_users).Values((_users.Id, 1), (_users.Name, "ann"));

    private Insert Upsert => One.OnConflict(_users.Id).DoUpdate(set => set.Set(_users.Name, set.Excluded(_users.Name)));

    [Test]
    public void The_row_that_is_there_is_updated()
    {
        const string OnConflict = "INSERT INTO users (id, name) VALUES (:id, :name) ON CONFLICT (id) DO UPDATE SET name = excluded.name";
        SqlAssert.Renders(Upsert, OnConflict);
        Assert.That(Upsert.ToString(Dialects.MySql), Is.EqualTo("INSERT INTO users (id, name) VALUES (@id, @name) AS new ON DUPLICATE KEY UPDATE name = new.name"));
        Assert.That(Upsert.ToString(Dialects.MariaDb), Is.EqualTo("INSERT INTO users (id, name) VALUES (@id, @name) ON DUPLICATE KEY UPDATE name = VALUES(name)"));
        Assert.That(Upsert.ToString(Dialects.Oracle), Is.EqualTo(
            "MERGE INTO users USING (SELECT :id AS id, :name AS name FROM DUAL) excluded ON (users.id = excluded.id) WHEN MATCHED THEN UPDATE SET name = excluded.name "
            + "WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id, excluded.name)"));
        Assert.That(Upsert.ToString(Dialects.SqlServer), Is.EqualTo(
            "MERGE INTO users WITH (HOLDLOCK) USING (VALUES (@id, @name)) AS excluded (id, name) ON users.id = excluded.id WHEN MATCHED THEN UPDATE SET name = excluded.name "
            + "WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id, excluded.name);"));
    }

    [Test]
    public void The_row_that_is_there_is_left()
    {
        var insert = One.OnConflict(_users.Id).DoNothing();
        SqlAssert.Renders(insert, "INSERT INTO users (id, name) VALUES (:id, :name) ON CONFLICT (id) DO NOTHING");
        Assert.That(insert.ToString(Dialects.MySql), Does.EndWith("ON DUPLICATE KEY UPDATE id = users.id"));
        Assert.That(insert.ToString(Dialects.Oracle), Does.EndWith("ON (users.id = excluded.id) WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id, excluded.name)"));
    }

    [Test]
    public void Conditions_expressions_and_RETURNING()
    {
        var insert = One.OnConflict(_users.Id).DoUpdate(set => set.Set(_users.Name, _users.Name + set.Excluded(_users.Name)).Set(_users.Id, set.Excluded(_users.Id)).Where(_users.Active)).Returning(_users.Name);
        SqlAssert.Renders(insert, "INSERT INTO users (id, name) VALUES (:id, :name) ON CONFLICT (id) DO UPDATE SET name = (users.name || excluded.name), id = excluded.id WHERE users.active RETURNING users.name",
            sqlite: "INSERT INTO users (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = (users.name || excluded.name), id = excluded.id WHERE users.active RETURNING name");
        Assert.That(insert.ToString(Dialects.SqlServer), Is.EqualTo(
            "MERGE INTO users WITH (HOLDLOCK) USING (VALUES (@id, @name)) AS excluded (id, name) ON users.id = excluded.id WHEN MATCHED AND users.active = 1 THEN UPDATE SET name = (users.name + excluded.name) "
            + "WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id, excluded.name) OUTPUT inserted.name;"), "the key that is set to itself is left out");
        Assert.That(Refused(insert, Dialects.Oracle), Does.Contain("RETURNING of a MERGE"));
    }

    [Test]
    public void Many_rows_and_a_select_are_sources()
    {
        var many = Sql.Insert(_users).Values([_users.Id, _users.Name], [[1, "a"], [2, "b"]]).OnConflict(_users.Id).DoUpdateExcluded(_users.Name);
        Assert.That(many.ToString(Dialects.Oracle), Does.StartWith("MERGE INTO users USING (SELECT :id_m0 AS id, :name_m0 AS name FROM DUAL UNION ALL SELECT :id_m1 AS id, :name_m1 AS name FROM DUAL) excluded ON"));
        Assert.That(many.ToString(Dialects.SqlServer), Does.Contain("USING (VALUES (@id_m0, @name_m0), (@id_m1, @name_m1)) AS excluded (id, name)"));
        var from = _users.As("u");
        var select = Sql.Insert(_users).FromSelect([_users.Id, _users.Name], Sql.Select(from.Age, from.Name)).OnConflict(_users.Id).DoUpdateExcluded(_users.Name);
        Assert.That(select.ToString(Dialects.SqlServer), Does.Contain("USING (SELECT u.age AS id, u.name AS name FROM users AS u) AS excluded ON users.id = excluded.id"));
    }

    [Test]
    public void What_a_MERGE_cannot_say_is_refused()
    {
        Assert.That(Refused(One.OnConflict().DoUpdateExcluded(_users.Name), Dialects.SqlServer), Does.Contain("ON CONFLICT without columns"));
        Assert.That(Refused(One.OnConflictConstraint("pk").DoNothing(), Dialects.Oracle), Does.Contain("ON CONSTRAINT"));
        Assert.That(Refused(One.OnConflict(_users.Age).DoNothing(), Dialects.Oracle), Does.Contain("does not give that column"));
        Assert.That(Refused(One.OnConflict(_users.Id).DoUpdate((_users.Id, 5)), Dialects.Oracle), Does.Contain("SET of the key 'id'"));
        Assert.That(Refused(One.OnConflict(_users.Id).DoUpdateExcluded(_users.Age), Dialects.SqlServer), Does.Contain("Excluded(age)"));
        Assert.That(Refused(Sql.Insert(_users).Values((_users.Id, 1), (_users.Name, Sql.Default)).OnConflict(_users.Id).DoNothing(), Dialects.SqlServer), Does.Contain("DEFAULT in an upsert"));
    }

    [Test]
    public void A_key_that_is_set_to_itself_needs_no_update()
        => Assert.That(One.OnConflict(_users.Id).DoUpdateExcluded(_users.Id).ToString(Dialects.Oracle), Does.EndWith("ON (users.id = excluded.id) WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id, excluded.name)"));

    [Test]
    public void Excluded_means_something_in_an_upsert_only()
        => Assert.That(Refused(Sql.Update(_users).Set(_users.Name, One.Excluded(_users.Name)), Dialects.PostgreSql), Does.Contain("Excluded(name)"));

    [Test]
    public void A_table_in_a_schema_is_known_by_its_name()
    {
        var orders = new Table("orders", new MetaData(), "shop", new Column("id", SqlTypes.Integer, primaryKey: true), new Column("n", SqlTypes.Integer));
        var insert = Sql.Insert(orders).Values(("id", 1), ("n", 2)).OnConflict("id").DoUpdate(set => set.Set("n", orders.C<int>("n") + set.Excluded(orders.C<int>("n"))));
        Assert.That(insert.ToString(), Is.EqualTo("INSERT INTO shop.orders (id, n) VALUES (:id, :n) ON CONFLICT (id) DO UPDATE SET n = (orders.n + excluded.n)"));
    }

    private static string Refused(ClauseElement statement, Dialect dialect) => Assert.Throws<CompileException>(() => statement.ToString(dialect))!.Message;
}
