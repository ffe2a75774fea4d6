namespace Alchemy.Tests;

/// <summary>Decimals and instants are text on SQLite: what gives the text its meaning must stand in the SQL.</summary>
[TestFixture]
public sealed class MeaningOnSqliteTests
{
    private readonly Users _users = new();

    private static string Sqlite(ClauseElement statement) => statement.ToString(Dialects.Sqlite);

    [Test]
    public void Decimal_comparisons_name_the_collation()
    {
        Assert.That(Sqlite(_users.Credit > 10m), Is.EqualTo("users.credit COLLATE alchemy_decimal > ?"));
        Assert.That(Sqlite(_users.Credit == 10m), Is.EqualTo("users.credit COLLATE alchemy_decimal = ?"));
        Assert.That(Sqlite(_users.Credit.In(1m, 2m)), Is.EqualTo("(users.credit COLLATE alchemy_decimal) IN (?, ?)"));
        Assert.That(Sqlite(_users.Credit.Between(1m, 2m)), Is.EqualTo("(users.credit COLLATE alchemy_decimal) BETWEEN ? AND ?"));
        Assert.That(Sqlite(_users.Credit == null), Is.EqualTo("users.credit IS NULL"));
    }

    [Test]
    public void Decimal_arithmetic_and_aggregates_are_exact_functions()
    {
        Assert.That(Sqlite(_users.Credit * 2m > 3m), Is.EqualTo("alchemy_mul(users.credit, ?) COLLATE alchemy_decimal > ?"));
        Assert.That(Sqlite(Func.Sum(_users.Credit)), Is.EqualTo("alchemy_sum(users.credit)"));
        Assert.That(Sqlite(Func.Avg((ColumnExpression<decimal>)_users.Credit)), Is.EqualTo("alchemy_avg(users.credit)"));
        Assert.That(Sqlite(Func.Max(_users.Credit)), Is.EqualTo("max(users.credit COLLATE alchemy_decimal)"));
        Assert.That(Sqlite(-_users.Credit), Is.EqualTo("alchemy_neg(users.credit)"));
        Assert.That(Sqlite(_users.Age.Cast<decimal>()), Is.EqualTo("alchemy_decimal(users.age)"));
    }

    [Test]
    public void Instants_compare_sort_and_group_by_instant()
    {
        var noon = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.That(Sqlite(_users.Seen < noon), Is.EqualTo("users.seen COLLATE alchemy_instant < ?"));
        Assert.That(
            Sqlite(Sql.Select(_users.Seen).GroupBy(_users.Seen).OrderBy(_users.Seen.Desc())),
            Is.EqualTo("SELECT users.seen FROM users GROUP BY users.seen COLLATE alchemy_instant ORDER BY users.seen COLLATE alchemy_instant DESC"));
    }

    [Test]
    public void Other_types_are_left_alone()
        => Assert.That(Sqlite(Sql.Select(Func.Sum(_users.Age)).Where(_users.Age > 1)), Is.EqualTo("SELECT sum(users.age) AS sum_1 FROM users WHERE users.age > ?"));
}
