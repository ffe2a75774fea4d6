namespace Alchemy.Tests;

[TestFixture]
public sealed class MergeTests
{
    private readonly Users _users = new();
    private readonly Orders _orders = new();

    private Merge Using => Sql.Merge(_users).Using(_orders, _users.Id == _orders.UserId);

    private Merge UpdateOrInsert => Using.WhenMatched().ThenUpdate((_users.Age, _users.Age + 1)).WhenNotMatched().ThenInsert((_users.Id, _orders.UserId), (_users.Name, "new"));

    [Test]
    public void Rows_are_updated_or_inserted()
    {
        const string Standard = "MERGE INTO users USING orders ON users.id = orders.user_id WHEN MATCHED THEN UPDATE SET age = (users.age + :age_1) WHEN NOT MATCHED THEN INSERT (id, name) VALUES (orders.user_id, :name_1)";
        Assert.That(UpdateOrInsert.ToString(), Is.EqualTo(Standard));
        Assert.That(UpdateOrInsert.ToString(Dialects.PostgreSql), Is.EqualTo(Standard.Replace(":age_1", "$1").Replace(":name_1", "$2")));
        Assert.That(UpdateOrInsert.ToString(Dialects.SqlServer), Is.EqualTo(Standard.Replace(":", "@") + ";"));
        Assert.That(UpdateOrInsert.ToString(Dialects.Oracle), Is.EqualTo(Standard.Replace("users.id = orders.user_id", "(users.id = orders.user_id)")));
    }

    [Test]
    public void The_first_clause_that_fits_counts()
    {
        var merge = Using.WhenMatched(_orders.Total > 5m).ThenDelete().WhenMatched(_users.Age == 1).ThenDoNothing().WhenNotMatched(_orders.Total == 0m).ThenDoNothing().WhenNotMatchedBySource().ThenDelete();
        Assert.That(merge.ToString(), Is.EqualTo(
            "MERGE INTO users USING orders ON users.id = orders.user_id WHEN MATCHED AND orders.total > :total_1 THEN DELETE WHEN MATCHED AND users.age = :age_1 THEN DO NOTHING "
            + "WHEN NOT MATCHED AND orders.total = :total_2 THEN DO NOTHING WHEN NOT MATCHED BY SOURCE THEN DELETE"));
        Assert.That(merge.ToString(Dialects.SqlServer), Is.EqualTo(
            "MERGE INTO users USING orders ON users.id = orders.user_id WHEN MATCHED AND orders.total > @total_1 THEN DELETE WHEN NOT MATCHED BY SOURCE THEN DELETE;"), "what no clause takes is left alone");
        Assert.That(Refused(merge, new PostgreSqlDialect(new Version(16, 0))), Does.Contain("BY SOURCE"));
    }

    [Test]
    public void Oracle_puts_conditions_last()
    {
        var merge = Using.WhenMatched(_orders.Total > 5m).ThenUpdate((_users.Age, 1)).WhenNotMatched(_orders.Total > 6m).ThenInsert((_users.Id, _orders.UserId));
        Assert.That(merge.ToString(Dialects.Oracle), Does.EndWith("WHEN MATCHED THEN UPDATE SET age = :age_1 WHERE orders.total > :total_1 WHEN NOT MATCHED THEN INSERT (id) VALUES (orders.user_id) WHERE orders.total > :total_2"));
        Assert.That(Refused(Using.WhenMatched().ThenDelete(), Dialects.Oracle), Does.Contain("DELETE in a MERGE"));
        Assert.That(Refused(merge.WhenMatched().ThenUpdate((_users.Age, 2)), Dialects.Oracle), Does.Contain("More than one clause"));
    }

    [Test]
    public void Changed_rows_are_returned()
    {
        var merge = UpdateOrInsert.Returning(_users.Id, _orders.Total);
        Assert.That(merge.ToString(Dialects.PostgreSql), Does.EndWith(" RETURNING users.id, orders.total"));
        Assert.That(merge.ToString(Dialects.SqlServer), Does.EndWith(" OUTPUT inserted.id, orders.total;"));
        Assert.That(Refused(merge, new PostgreSqlDialect(new Version(16, 0))), Does.Contain("RETURNING of a MERGE"));
        Assert.That(Refused(merge, Dialects.Oracle), Does.Contain("RETURNING of a MERGE"));
    }

    [Test]
    public void An_alias_and_a_subquery_are_merged()
    {
        var (users, source) = (_users.As("u"), Sql.Select(_orders.UserId, Func.Sum(_orders.Total).As("total")).GroupBy(_orders.UserId).Subquery("s"));
        var merge = Sql.Merge(users).Using(source, users.Id == source.C<int>("user_id")).WhenMatched().ThenUpdate((users.Credit, source.C("total")));
        Assert.That(merge.ToString(Dialects.PostgreSql), Does.StartWith("MERGE INTO users AS u USING (SELECT orders.user_id").And.EndWith("AS s ON u.id = s.user_id WHEN MATCHED THEN UPDATE SET credit = s.total"));
    }

    [Test]
    public void Databases_without_MERGE_refuse_it_by_name()
    {
        foreach (var dialect in new Dialect[] { Dialects.Sqlite, Dialects.MySql, Dialects.MariaDb, new PostgreSqlDialect(new Version(14, 0)) })
        {
            Assert.That(Refused(UpdateOrInsert, dialect), Does.StartWith($"MERGE cannot be rendered for {dialect.Name}").And.Contain("OnConflict"));
        }

        Assert.That(Refused(Sql.Merge(_users), Dialects.PostgreSql), Does.Contain("MERGE without USING"));
        Assert.That(Refused(Using.WhenMatched(_users.Active).ThenDoNothing().WhenMatched().ThenDelete(), Dialects.SqlServer), Does.Contain("DO NOTHING before"));
        Assert.Throws<InvalidStatementException>(() => Using.WhenMatched().ThenUpdate((_orders.Total, 1m)));
    }

    private static string Refused(ClauseElement statement, Dialect dialect) => Assert.Throws<CompileException>(() => statement.ToString(dialect))!.Message;
}
