using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/dialect/mysql/test_compiler.py, InsertOnDuplicateTest and CustomExtensionTest.</summary>
[TestFixture]
public sealed class OnDuplicateKeyFacts : FactFixture
{
    private static readonly Table Foos = new("foos", new MetaData(), DmlTables.Key("id"), Str("bar"), Str("baz"));

    private static StandardDialect WithoutRowAlias { get; } = new MySqlDialect(new Version(8, 0, 19)).With(f => f with { ParameterStyle = ParameterStyle.Format });

    private static Insert Rows(Table table) => Sql.Insert(table).Values([table.C("id"), table.C("bar")], [[1, "ab"], [2, "b"]]);

    private static Insert Expressions(Table table) => Rows(table).OnConflict().DoUpdate(set => set
        .Set("bar", Func.Call<string>("coalesce", set.Excluded("bar")))
        .Set("baz", set.Excluded(table.C<string>("baz")) + "some literal" + set.Excluded(table.C<string>("bar"))));

    [Test]
    public void The_new_row_is_spoken_of()
    {
        var update = Rows(Foos).OnConflict().DoUpdateExcluded(Foos.C("bar"), Foos.C("baz"));
        Fact(1030, WithoutRowAlias, update, "INSERT INTO foos (id, bar) VALUES (%s, %s), (%s, %s) ON DUPLICATE KEY UPDATE bar = VALUES(bar), baz = VALUES(baz)", ("id_m0", 1), ("bar_m0", "ab"), ("id_m1", 2), ("bar_m1", "b"));
        Fact(1031, FactDialects.MySql, update, "INSERT INTO foos (id, bar) VALUES (%s, %s), (%s, %s) AS new ON DUPLICATE KEY UPDATE bar = new.bar, baz = new.baz", ("id_m0", 1), ("bar_m0", "ab"), ("id_m1", 2), ("bar_m1", "b"));
        Assert.That(update.ToString(Dialects.MariaDb), Does.EndWith("ON DUPLICATE KEY UPDATE bar = VALUES(bar), baz = VALUES(baz)"));
        Fact(1028, FactDialects.MySql, Sql.Insert(Foos).FromSelect(["id", "bar"], Sql.Select(Foos.C("id"), Sql.Value("bar2")).OrderBy(Foos.C("id"))).OnConflict().DoUpdateExcluded(Foos.C("bar"), Foos.C("baz")),
            "INSERT INTO foos (id, bar) SELECT foos.id, %s AS anon_1 FROM foos ORDER BY foos.id ON DUPLICATE KEY UPDATE bar = VALUES(bar), baz = VALUES(baz)", ("param_1", "bar2"));
    }

    [Test]
    public void Values_are_text_or_parameters()
    {
        Fact(1027, FactDialects.MySql, Rows(Foos).OnConflict().DoUpdate((Foos.C("bar"), Sql.Text<string>("bb"))), "INSERT INTO foos (id, bar) VALUES (%s, %s), (%s, %s) ON DUPLICATE KEY UPDATE bar = bb");
        Fact(1034, FactDialects.MySql, Rows(Foos).OnConflict().DoUpdate((Foos.C("bar"), "foobar")), "INSERT INTO foos (id, bar) VALUES (%s, %s), (%s, %s) ON DUPLICATE KEY UPDATE bar = %s",
            ("id_m0", 1), ("bar_m0", "ab"), ("id_m1", 2), ("bar_m1", "b"), ("param_1", "foobar"));
    }

    [Test]
    public void Expressions_are_set()
    {
        Fact(1035, WithoutRowAlias, Expressions(Foos), "INSERT INTO foos (id, bar) VALUES (%s, %s), (%s, %s) ON DUPLICATE KEY UPDATE bar = coalesce(VALUES(bar)), baz = (concat(VALUES(baz), %s, VALUES(bar)))");
        Fact(1036, FactDialects.MySql, Expressions(Foos), "INSERT INTO foos (id, bar) VALUES (%s, %s), (%s, %s) AS new ON DUPLICATE KEY UPDATE bar = coalesce(new.bar), baz = (concat(new.baz, %s, new.bar))");
        Fact(1032, FactDialects.MySql, Expressions(new Table("new", new MetaData(), Int("id"), Str("bar"), Str("baz"))),
            "INSERT INTO new (id, bar) VALUES (%s, %s), (%s, %s) AS new_1 ON DUPLICATE KEY UPDATE bar = coalesce(new_1.bar), baz = (concat(new_1.baz, %s, new_1.bar))");
    }

    [Test]
    public void Doing_nothing_sets_the_key_to_itself()
    {
        Assert.That(Rows(Foos).OnConflict(Foos.C("id")).DoNothing().ToString(Dialects.MySql), Does.EndWith("VALUES (@id_m0, @bar_m0), (@id_m1, @bar_m1) ON DUPLICATE KEY UPDATE id = foos.id"));
        Assert.That(Rows(Foos).OnConflict().DoNothing().ToString(Dialects.MariaDb), Does.EndWith(" ON DUPLICATE KEY UPDATE id = foos.id"));
    }

    [Test]
    public void What_would_mean_something_else_is_refused()
    {
        var keyed = new Table("people", new MetaData(), DmlTables.Key("id"), Str("mail"), Str("name"), new UniqueConstraint(["mail"]));
        string Refused(Insert insert) => Assert.Throws<CompileException>(() => insert.ToString(Dialects.MySql))!.Message;
        Assert.That(Refused(Rows(Foos).OnConflictConstraint("x").DoNothing()), Does.Contain("ON CONSTRAINT"));
        Assert.That(Refused(Rows(Foos).OnConflict("id").DoUpdate(set => set.Set("bar", "x").Where(Foos.C("bar") == "y"))), Does.Contain("CASE"));
        Assert.That(Refused(Sql.Insert(keyed).Values(("id", 1), ("mail", "a")).OnConflict("id").DoUpdateExcluded(keyed.C("name"))), Does.Contain("another one (mail)"));
        Assert.That(Sql.Insert(keyed).Values(("mail", "a")).OnConflict("mail").DoUpdateExcluded(keyed.C("mail")).ToString(Dialects.MySql), Does.Contain("ON DUPLICATE KEY UPDATE mail = new.mail"), "the id is made by the database");
    }

    [Test]
    public void Update_and_delete_take_a_limit()
    {
        var t = new Table("t", new MetaData(), Int("col1"), Int("col2"));
        var update = Sql.Update(t).Values(("col1", 123));
        Fact(877, FactDialects.MySql, update.Limit(5), "UPDATE t SET col1=%s LIMIT __[POSTCOMPILE_param_1]", ("col1", 123), ("param_1", 5));
        Fact(872, FactDialects.MySql, Sql.Delete(t).Limit(5), "DELETE FROM t LIMIT __[POSTCOMPILE_param_1]", ("param_1", 5));
        Fact(1310, FactDialects.MySql, update, "UPDATE t SET col1=%s", ("col1", 123));
        Fact(1311, FactDialects.MySql, update.Limit(Sql.Literal(5)), "UPDATE t SET col1=%s LIMIT 5");
        Fact(1312, FactDialects.MySql, update.Limit(Sql.Literal(0)), "UPDATE t SET col1=%s LIMIT 0");
        Fact(1314, FactDialects.MySql, update.Where(t.C("col2") == 456).Limit(Sql.Literal(1)), "UPDATE t SET col1=%s WHERE t.col2 = %s LIMIT 1", ("col1", 123), ("col2_1", 456));
        Assert.That(update.OrderBy(t.C("col2").Desc()).Limit(1).ToString(Dialects.MySql), Is.EqualTo("UPDATE t SET col1=@col1 ORDER BY t.col2 DESC LIMIT 1"));
        Assert.That(Assert.Throws<CompileException>(() => update.Limit(1).ToString(Dialects.PostgreSql))!.Message, Does.Contain("ORDER BY or LIMIT"));
    }
}
