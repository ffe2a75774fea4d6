namespace Alchemy.Tests;

/// <summary>Clauses of SELECT where databases differ.</summary>
[TestFixture]
public sealed class SelectClauseTests
{
    private readonly Users _users;
    private readonly Orders _orders;

    public SelectClauseTests()
    {
        var metadata = new MetaData();
        (_users, _orders) = (new Users(metadata), new Orders(metadata));
    }

    [Test]
    public void A_lateral_subquery_is_applied_on_SqlServer()
    {
        var last = Sql.Select(_orders.Id).Where(_orders.UserId == _users.Id).Correlate(_users).OrderBy(_orders.Id).Limit(1).Lateral("l");
        string On(Join join) => Sql.Select(_users.Name, last.C("id")).SelectFrom(join).ToString(Dialects.SqlServer);
        Assert.That(On(_users.Join(last, Constant.True)), Does.Contain("FROM users CROSS APPLY (SELECT TOP 1 orders.id AS id FROM orders WHERE orders.user_id = users.id ORDER BY orders.id) AS l"));
        Assert.That(On(_users.OuterJoin(last, Constant.True)), Does.Contain("FROM users OUTER APPLY (SELECT"));
        Assert.That(() => On(_users.Join(last, _users.Id == 1)), Throws.TypeOf<CompileException>().With.Message.Contains("APPLY"));
        Assert.That(Sql.Select(_users.Name, last.C("id")).SelectFrom(_users, last).ToString(Dialects.SqlServer), Does.Contain("FROM users CROSS APPLY (SELECT"));
        Assert.That(() => Dialects.MariaDb.Compile(Sql.Select(_users.Name, last.C("id")).SelectFrom(_users, last)), Throws.TypeOf<CompileException>().With.Message.Contains("LATERAL"));
    }

    [Test]
    public void A_limited_UNION_on_SqlServer_keeps_its_limit()
    {
        var union = Sql.Select(_users.Id).Union(Sql.Select(_orders.Id));
        Assert.That(union.OrderBy(_users.Id).Limit(3).ToString(Dialects.SqlServer), Does.EndWith(" ORDER BY id OFFSET 0 ROWS FETCH FIRST @param_1 ROWS ONLY"));
        Assert.Throws<CompileException>(() => Dialects.SqlServer.Compile(union.Limit(3)));
        Assert.Throws<CompileException>(() => new SqlServerDialect(new Version(10, 0)).Compile(union.OrderBy(_users.Id).Limit(3)));
        Assert.Throws<CompileException>(() => Dialects.SqlServer.Compile(Sql.Select(_users.Id).Offset(3)));
    }

    [Test]
    public void FETCH_where_there_is_LIMIT()
    {
        var select = Sql.Select(_users.Id).OrderBy(_users.Id);
        Assert.That(select.Fetch(3).ToString(Dialects.MySql), Does.EndWith("LIMIT @param_1"));
        Assert.That(select.Fetch(3).Offset(2).ToString(Dialects.Sqlite), Does.EndWith("LIMIT ? OFFSET ?"));
        Assert.That(select.Fetch(3, withTies: true).ToString(Dialects.PostgreSql), Does.EndWith("FETCH FIRST ($1) ROWS WITH TIES"));
        Assert.Throws<CompileException>(() => Dialects.MySql.Compile(select.Fetch(3, withTies: true)));
        Assert.Throws<CompileException>(() => Dialects.PostgreSql.Compile(select.Fetch(3, percent: true)));
        Assert.That(select.Fetch(3).Limit(4).FetchClause, Is.Null);
    }

    [Test]
    public void Two_CTEs_of_one_name_are_refused()
    {
        var (a, b) = (Sql.Select(_users.Id).Cte("c"), Sql.Select(_orders.Id).Cte("c"));
        Assert.That(() => Dialects.PostgreSql.Compile(Sql.Select(a.C("id")).Where(a.C("id") == b.C("id"))), Throws.TypeOf<CompileException>().With.Message.Contains("'c'"));
        var again = Sql.Select(_users.Id).Cte("c");
        Assert.That(Sql.Select(a.C("id")).Where(a.C("id").In(Sql.Select(again.C("id")))).ToString(), Does.StartWith("WITH c AS (SELECT users.id AS id FROM users) SELECT"));
        Assert.Throws<CompileException>(() => new MySqlDialect(new Version(5, 7)).Compile(Sql.Select(a)));
    }

    [Test]
    public void Locks_are_written_or_refused()
    {
        var locked = Sql.Select(_users.Id).WithForUpdate(skipLocked: true);
        Assert.That(locked.ToString(Dialects.PostgreSql), Does.EndWith(" FOR UPDATE SKIP LOCKED"));
        Assert.That(locked.ToString(Dialects.Sqlite), Does.EndWith("FROM users"));
        Assert.That(() => Dialects.SqlServer.Compile(locked), Throws.TypeOf<CompileException>().With.Message.Contains("UPDLOCK"));
        Assert.Throws<CompileException>(() => Dialects.MariaDb.Compile(Sql.Select(_users.Id).WithForUpdate(of: _users.From)));
        Assert.Throws<InvalidStatementException>(() => Sql.Select(_users.Id).WithForUpdate(nowait: true, skipLocked: true));
    }

    [Test]
    public void A_paged_SELECT_of_an_old_server_binds_its_own_values()
    {
        var old = new OracleDialect(new Version(11, 2));
        var compiled = old.Compile(Sql.Select(_users.Id).Where(_users.Age > 5).Limit(3).Offset(2));
        Assert.That(compiled.Binds.Select(b => b.Value), Is.EqualTo(new object[] { 5, 3, 2 }));
        Assert.That(compiled.Fill([7, 30, 20]).Text, Does.Contain("ROWNUM <= 30 + 20").And.Contain("ora_rn > 20"));
    }

    [Test]
    public void A_table_of_a_schema_gets_another_name_beside_one_of_its_name()
    {
        var metadata = new MetaData();
        var here = new Table("account", metadata, new Column("id", SqlTypes.Integer));
        var there = new Table("account", metadata, "shop", new Column("id", SqlTypes.Integer));
        var (id, other) = (here.C<int>("id"), there.C<int>("id"));
        Assert.That(Sql.Select(id, other).Where(id == other).ToString(), Is.EqualTo("SELECT account.id, account_1.id AS id_1 FROM account, shop.account AS account_1 WHERE account.id = account_1.id"));
        Assert.That(Sql.Select(id).Where(Sql.Exists(Sql.Select(other).Where(other == id))).ToString(),
            Is.EqualTo("SELECT account.id FROM account WHERE EXISTS (SELECT account_1.id FROM shop.account AS account_1 WHERE account_1.id = account.id)"), "inside, account.id would be another column");
        Assert.That(Sql.Select(other).Where(Sql.Exists(Sql.Select(id).Where(other == id))).ToString(),
            Is.EqualTo("SELECT shop.account.id FROM shop.account WHERE EXISTS (SELECT account.id FROM account WHERE shop.account.id = account.id)"));
        Assert.That(Sql.Delete(here).Where(id.NotIn(Sql.Select(other))).ToString(), Is.EqualTo("DELETE FROM account WHERE (account.id NOT IN (SELECT account_1.id FROM shop.account AS account_1))"));
        Assert.That(Sql.Select(other).Union(Sql.Select(id)).ToString(), Is.EqualTo("SELECT shop.account.id FROM shop.account UNION SELECT account.id FROM account"));

        // The judges of the syntax read these.
        var bits = new[] { id.BitwiseAnd(other), id.BitwiseOr(other), id.BitwiseXor(other * 2), id.BitwiseNot(), id.BitwiseLShift(2), id.BitwiseRShift(2) };
        foreach (var dialect in new[] { Dialects.Sqlite, Dialects.PostgreSql, Dialects.MySql, Dialects.MariaDb, Dialects.SqlServer, Dialects.Oracle })
        {
            Assert.That(dialect.Compile(Sql.Select([.. bits.Select((b, i) => b.As($"b{i}"))]).Where(id == other & bits[2] > 0)).Text, Does.Contain("account_1.id").And.Not.Contain("shop.account.id"), dialect.Name);
        }
    }

    [Test]
    public void Rows_equal_to_the_last_and_members_of_a_union_are_written_as_each_database_reads_them()
    {
        var ties = Sql.Select(_users.Id).OrderBy(_users.Age).Fetch(2, withTies: true).Offset(1);
        Assert.That(ties.ToString(Dialects.MariaDb), Does.EndWith("ORDER BY users.age OFFSET @param_2 ROWS FETCH FIRST @param_1 ROWS WITH TIES").Or.EndWith("OFFSET @param_1 ROWS FETCH FIRST @param_2 ROWS WITH TIES"));
        Assert.That(() => new MariaDbDialect(new Version(10, 5)).Compile(ties), Throws.TypeOf<CompileException>().With.Message.Contains("WITH TIES"));
        Assert.That(Sql.Select(_users.Id).OrderBy(_users.Age).Fetch(2).ToString(Dialects.MariaDb), Does.EndWith("LIMIT @param_1"));
        var union = Sql.Select(_users.Id).OrderBy(_users.Age).Limit(1).Union(Sql.Select(_users.Id));
        Assert.That(union.ToString(Dialects.Sqlite), Is.EqualTo("SELECT * FROM (SELECT users.id FROM users ORDER BY users.age LIMIT ?) UNION SELECT users.id FROM users"));
    }

    [Test]
    public void SQL_Server_selects_from_members_with_an_order_and_compares_no_rows()
    {
        var union = Sql.Select(_users.Id).OrderBy(_users.Age).Limit(1).Union(Sql.Select(_users.Id).OrderBy(_users.Age));
        Assert.That(union.ToString(Dialects.SqlServer), Is.EqualTo(
            "SELECT member.id FROM (SELECT TOP 1 users.id AS id FROM users ORDER BY users.age) AS member UNION SELECT member.id FROM (SELECT users.id AS id FROM users) AS member"));
        Assert.That(() => Dialects.SqlServer.Compile(Sql.Select(_users.Id).Where(Sql.Tuple(_users.Id, _users.Age).InList(new[] { (1, 2) }))), Throws.TypeOf<CompileException>().With.Message.Contains("several values"));
        var trimmed = Sql.Select(new FunctionCall("trim", [_users.Name.Node, new LiteralValue("xy", SqlTypes.Text)], SqlTypes.Text));
        Assert.That(trimmed.ToString(Dialects.SqlServer), Does.StartWith("SELECT TRIM('xy' FROM users.name)").Or.StartWith("SELECT TRIM(N'xy' FROM users.name)"));
    }

    [Test]
    public void Frames_that_a_database_does_not_have_are_refused()
    {
        Select Framed(Func<Window, Window> frame) => Sql.Select(Func.RowNumber().Over(w => frame(w.OrderBy(_users.Id))));
        var (groups, range, rows) = (Framed(w => w.Groups(null, 0)), Framed(w => w.Range(-5, 5)), Framed(w => w.Rows(-5, 0)));
        foreach (var dialect in new StandardDialect[] { Dialects.MySql, Dialects.MariaDb, Dialects.SqlServer, new OracleDialect(new Version(19, 0)), new SqliteDialect(new Version(3, 27)) })
        {
            Assert.That(() => dialect.Compile(groups), Throws.TypeOf<CompileException>().With.Message.Contains("GROUPS"), dialect.ToString());
            Assert.That(() => dialect.Compile(Framed(w => w.Rows().Exclude(FrameExclusion.Ties))), Throws.TypeOf<CompileException>().With.Message.Contains("EXCLUDE"));
        }

        Assert.That(() => Dialects.SqlServer.Compile(range), Throws.TypeOf<CompileException>().With.Message.Contains("RANGE"));
        Assert.That(Dialects.SqlServer.Compile(Framed(w => w.Range(null, 0))).Text, Does.Contain("RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"));
        Assert.That(Dialects.MariaDb.Compile(rows).Fill([7]).Text, Does.Contain("ROWS BETWEEN 7 PRECEDING AND CURRENT ROW"));
        Assert.That(new OracleDialect(new Version(21, 0)).Compile(groups).Text, Does.Contain("GROUPS BETWEEN"));
        foreach (var old in new StandardDialect[] { new MySqlDialect(new Version(5, 7)), new MariaDbDialect(new Version(10, 1)), new SqliteDialect(new Version(3, 24)) })
        {
            Assert.That(() => old.Compile(rows), Throws.TypeOf<CompileException>().With.Message.Contains("no windows"), old.ToString());
        }
    }
}
