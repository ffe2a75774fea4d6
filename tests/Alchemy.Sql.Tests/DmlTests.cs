namespace Alchemy.Tests;

[TestFixture]
public sealed class DmlTests
{
    private readonly Users _users = new();

    [Test]
    public void A_default_is_given_in_the_rows_that_do_not_name_its_column()
    {
        var t = new Table("t", new MetaData(), new Column("id", SqlTypes.Integer, primaryKey: true), new Column("made", SqlTypes.Integer) { Default = ColumnDefault.Sql(Func.Call("f")) }, new Column("n", SqlTypes.Integer) { Default = ColumnDefault.Value(7) });
        Dictionary<string, object?> Row(params (string Name, object? Value)[] values) => values.ToDictionary(v => v.Name, v => v.Value);
        var insert = Sql.Insert(t).Values([Row(("id", 1)), Row(("id", 2), ("made", 5)), Row(("id", 3), ("n", 9))]);
        Assert.That(insert.ToLiteralString(Dialects.PostgreSql), Is.EqualTo("INSERT INTO t (id, made, n) VALUES (1, f(), 7), (2, 5, 7), (3, f(), 9)"));
        Assert.Throws<InvalidStatementException>(() => Sql.Insert(t).Values([Row(("id", 1)), Row(("made", 5))]));
    }

    [Test]
    public void Insert_of_values_defaults_and_select()
    {
        SqlAssert.Renders(Sql.Insert(_users).Value(_users.Name, "ann").Value(_users.Age, null), "INSERT INTO users (name, age) VALUES (:name, :age)");
        SqlAssert.Renders(Sql.Insert(_users).DefaultValues(), "INSERT INTO users DEFAULT VALUES");
        SqlAssert.Renders(Sql.Insert(_users).FromSelect([_users.Name], Sql.Select(_users.As("u").Name)), "INSERT INTO users (name) SELECT u.name FROM users AS u");
    }

    [Test]
    public void Update_and_delete()
    {
        SqlAssert.Renders(Sql.Update(_users).Set(_users.Age, _users.Age + 1).Set(_users.Name, "x").Where(_users.Id == 5),
            "UPDATE users SET age=(users.age + :age_1), name=:name WHERE users.id = :id_1");
        SqlAssert.Renders(Sql.Delete(_users).Where(_users.Id == 5), "DELETE FROM users WHERE users.id = :id_1");
    }

    [Test]
    public void Returning_gives_columns()
    {
        var insert = Sql.Insert(_users).Value(_users.Name, "ann").Returning(_users.Id, Func.Lower(_users.Name));
        SqlAssert.Renders(insert, "INSERT INTO users (name) VALUES (:name) RETURNING users.id, lower(users.name) AS lower_1",
            sqlite: "INSERT INTO users (name) VALUES (?) RETURNING id, lower(name) AS lower_1");
        Assert.That(Dialects.PostgreSql.Compile(insert).Columns.Select(c => c.Name), Is.EqualTo(new[] { "id", "lower_1" }));
        var old = new SqliteDialect(new Version(3, 30));
        Assert.That(Assert.Throws<CompileException>(() => old.Compile(insert))!.Message, Does.StartWith("RETURNING cannot be rendered for sqlite").And.Contain("INSERT INTO users"));
    }

    [Test]
    public void Values_and_a_select_together_are_refused()
    {
        var select = Sql.Select(_users.As("u").Name);
        Assert.Throws<InvalidStatementException>(() => Sql.Insert(_users).Value(_users.Age, 1).FromSelect([_users.Name], select));
        Assert.Throws<InvalidStatementException>(() => Sql.Insert(_users).FromSelect([_users.Name], select).Value(_users.Age, 1));
    }

    [Test]
    public void A_foreign_column_is_refused()
    {
        Assert.Throws<InvalidStatementException>(() => Sql.Insert(_users).Value(new Orders().Total, 1m));
        var error = Assert.Throws<CompileException>(() => Sql.Update(_users).Set(new Orders().Total, 1m).ToString());
        Assert.That(error!.Message, Does.Contain("SET of a column of 'orders'"));
    }

    [Test]
    public void What_is_given_nothing_names_every_column()
    {
        Assert.That(Sql.Insert(_users).ToString(), Does.StartWith("INSERT INTO users (id, name, age").And.EndWith("VALUES (:id, :name, :age, :active, :credit, :seen)"));
        Assert.That(Sql.Update(_users).ToString(), Does.StartWith("UPDATE users SET id=:id, name=:name, age=:age"));
    }

    [Test]
    public void Values_never_stand_in_the_text()
    {
        const string Attack = "'; DROP TABLE users; --";
        foreach (var dialect in new Dialect[] { Dialects.Standard, Dialects.PostgreSql, Dialects.Sqlite })
        {
            Assert.That(Sql.Insert(_users).Value(_users.Name, Attack).ToString(dialect), Does.Not.Contain("DROP"));
            Assert.That(Sql.Select(Sql.Literal(Attack)).ToString(dialect), Is.EqualTo("SELECT '''; DROP TABLE users; --' AS anon_1"));
        }

        Assert.Throws<CompileException>(() => Sql.Select(Sql.Literal("a\0b")).ToString());
    }
}
