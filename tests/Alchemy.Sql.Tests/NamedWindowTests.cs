namespace Alchemy.Tests;

/// <summary>Windows with names: what each database is told, and what none can be told.</summary>
[TestFixture]
public sealed class NamedWindowTests
{
    private readonly Users _users = new();

    private static Dialect[] WithClause => [Dialects.PostgreSql, Dialects.MySql, Dialects.MariaDb, Dialects.Sqlite, Dialects.SqlServer, new OracleDialect(new Version(21, 3))];

    private static Dialect[] Without => [Dialects.Oracle, new SqlServerDialect(new Version(15, 0))];

    private Select Ranked => Sql.Select(_users.Id, Func.Rank().Over("w").As("r"), Func.RowNumber().Over(w => w.BasedOn("w").OrderBy(_users.Id)).As("n")).Window("w", w => w.PartitionBy(_users.Age));

    [TestCaseSource(nameof(WithClause))]
    public void The_window_stands_in_a_clause_of_its_own(Dialect dialect)
        => Assert.That(Ranked.ToString(dialect), Is.EqualTo("SELECT users.id, rank() OVER w AS r, row_number() OVER (w ORDER BY users.id) AS n FROM users WINDOW w AS (PARTITION BY users.age)"));

    [TestCaseSource(nameof(Without))]
    public void Without_the_clause_it_is_written_out(Dialect dialect)
        => Assert.That(Ranked.ToString(dialect), Is.EqualTo("SELECT users.id, rank() OVER (PARTITION BY users.age) AS r, row_number() OVER (PARTITION BY users.age ORDER BY users.id) AS n FROM users"));

    [Test]
    public void An_older_SQLite_goes_on_from_no_window()
        => Assert.That(Ranked.ToString(new SqliteDialect(new Version(3, 26))), Is.EqualTo("SELECT users.id, rank() OVER w AS r, row_number() OVER (PARTITION BY users.age ORDER BY users.id) AS n FROM users WINDOW w AS (PARTITION BY users.age)"));

    [Test]
    public void A_window_goes_on_from_another()
    {
        var select = Sql.Select(Func.Sum(_users.Age).Over("running").As("s"))
            .Window("p", w => w.PartitionBy(_users.Active)).Window("o", w => w.BasedOn("p").OrderBy(_users.Id)).Window("running", w => w.BasedOn("o").Rows(null, 0)).Window("same", _ => Window.Named("o"));
        Assert.That(select.ToString(Dialects.PostgreSql), Is.EqualTo("SELECT sum(users.age) OVER running AS s FROM users WINDOW p AS (PARTITION BY users.active), o AS (p ORDER BY users.id), "
            + "running AS (o ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), same AS (PARTITION BY users.active ORDER BY users.id)"));
        Assert.That(select.ToString(Dialects.Oracle), Is.EqualTo("SELECT sum(users.age) OVER (PARTITION BY users.active ORDER BY users.id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS s FROM users"));
        Assert.That(select.ToString(new SqliteDialect(new Version(3, 26))), Does.Contain("o AS (PARTITION BY users.active ORDER BY users.id), running AS (PARTITION BY users.active ORDER BY users.id ROWS"));
    }

    [Test]
    public void It_stands_between_HAVING_and_ORDER_BY()
    {
        var select = Sql.Select(_users.Age).GroupBy(_users.Age).Having(_users.Age > 1).Window("W x", w => w.OrderBy(_users.Age)).OrderBy(Func.Rank().Over("W x")).Limit(1);
        Assert.That(select.ToString(Dialects.PostgreSql), Is.EqualTo("SELECT users.age FROM users GROUP BY users.age HAVING users.age > $1 WINDOW \"W x\" AS (ORDER BY users.age) ORDER BY rank() OVER \"W x\" LIMIT $2"));
    }

    [Test]
    public void Parameters_of_a_window_come_once_by_number_and_at_each_place_by_mark()
    {
        var select = Sql.Select(Func.Sum(_users.Age).Over("w").As("a"), Func.Count().Over("w").As("b")).Window("w", w => w.OrderBy(_users.Id).Rows(-2, 0)).Where(_users.Age > 1);
        Assert.That(select.ToString(Dialects.PostgreSql), Does.EndWith("WHERE users.age > $1 WINDOW w AS (ORDER BY users.id ROWS BETWEEN $2 PRECEDING AND CURRENT ROW)"));
        var inlined = new SqliteDialect().With(f => f with { NamedWindows = NamedWindows.Inlined }).Compile(select);
        Assert.That(inlined.Text, Is.EqualTo("SELECT sum(users.age) OVER (ORDER BY users.id ROWS BETWEEN ? PRECEDING AND CURRENT ROW) AS a, count(*) OVER (ORDER BY users.id ROWS BETWEEN ? PRECEDING AND CURRENT ROW) AS b FROM users WHERE users.age > ?"));
        var values = inlined.Binds.Select(b => b.Value).ToArray();
        Assert.That(inlined.Fill(values).Parameters.Select(p => values[p.Bind]), Is.EqualTo(new object[] { 2, 2, 1 }));
    }

    [Test]
    public void Ends_of_frames_are_part_of_the_text_where_they_take_no_parameter()
    {
        var select = Sql.Select(Func.Sum(_users.Age).Over(w => w.OrderBy(_users.Id).Rows(-2, 0)).As("a"));
        Assert.That(select.ToString(Dialects.MariaDb), Does.Contain("ROWS BETWEEN 2 PRECEDING"));
        Assert.That(select.ToString(Dialects.SqlServer), Does.Contain("ROWS BETWEEN 2 PRECEDING"));
        Assert.That(select.ToString(Dialects.MySql), Does.Contain("ROWS BETWEEN @param_1 PRECEDING"));
    }

    [Test]
    public void A_nested_SELECT_has_windows_of_its_own()
    {
        var inner = Sql.Select(Func.Rank().Over("w").As("r")).SelectFrom(_users.From).Window("w", w => w.OrderBy(_users.Age)).Subquery("i");
        var outer = Sql.Select(inner.C("r"), Func.Rank().Over("w").As("q")).Window("w", w => w.OrderBy(inner.C("r")));
        Assert.That(outer.ToString(Dialects.PostgreSql), Is.EqualTo("SELECT i.r, rank() OVER w AS q FROM (SELECT rank() OVER w AS r FROM users WINDOW w AS (ORDER BY users.age)) AS i WINDOW w AS (ORDER BY i.r)"));
        var unknown = Sql.Select(_users.Id, Sql.Select(Func.Rank().Over("w")).SelectFrom(_users.As("o").From).ScalarSubquery()).Window("w", w => w.OrderBy(_users.Id));
        Assert.That(Assert.Throws<CompileException>(() => unknown.ToString())!.Message, Does.Contain("The window 'w'").And.Contain("does not define it"));
    }

    [Test]
    public void A_rewriting_reaches_windows()
    {
        var adapted = new ClauseAdapter(_users.From.As("u")).Rewrite(Ranked);
        Assert.That(adapted.ToString(Dialects.PostgreSql), Does.EndWith("(w ORDER BY u.id) AS n FROM users AS u WINDOW w AS (PARTITION BY u.age)"));
    }

    [Test]
    public void What_no_database_takes_is_refused()
    {
        Refused("cannot change PARTITION BY", Over(w => w.PartitionBy(_users.Id)));
        Refused("cannot change ORDER BY", Over(w => w.OrderBy(_users.Id)));
        Refused("cannot change the frame", Sql.Select(Func.Rank().Over(w => w.BasedOn("w").OrderBy(_users.Id))).Window("w", w => w.Rows(0, 1)));
        Assert.That(Assert.Throws<InvalidStatementException>(() => Ranked.Window("w", w => w))!.Message, Does.Contain("has a window 'w' already"));
        Assert.That(Assert.Throws<InvalidStatementException>(() => Ranked.Window("v", w => w.BasedOn("u")))!.Message, Does.Contain("goes on from 'u'"));
    }

    private Select Over(Func<Window, Window> change) => Sql.Select(Func.Rank().Over(w => change(w.BasedOn("w")))).Window("w", w => w.PartitionBy(_users.Age).OrderBy(_users.Age));

    private static void Refused(string reason, Select select) => Assert.That(Assert.Throws<InvalidStatementException>(() => select.ToString(Dialects.PostgreSql))!.Message, Does.Contain(reason));
}
