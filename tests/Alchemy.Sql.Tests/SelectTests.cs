namespace Alchemy.Tests;

[TestFixture]
public sealed class SelectTests
{
    private readonly Users _users;
    private readonly Orders _orders;

    public SelectTests()
    {
        var metadata = new MetaData();
        (_users, _orders) = (new Users(metadata), new Orders(metadata));
    }

    [Test]
    public void The_froms_come_from_columns_and_conditions()
    {
        SqlAssert.Renders(Sql.Select(_users.Name).Where(_users.Age > 30).OrderBy(_users.Name).Limit(10).Offset(5),
            "SELECT users.name FROM users WHERE users.age > :age_1 ORDER BY users.name LIMIT :param_1 OFFSET :param_2");
        SqlAssert.Renders(Sql.Select(_users.Name).Where(_users.Id == _orders.UserId), "SELECT users.name FROM users, orders WHERE users.id = orders.user_id");
    }

    [Test]
    public void Offset_without_limit() => SqlAssert.Renders(
        Sql.Select(_users.Id).Offset(5), "SELECT users.id FROM users LIMIT -1 OFFSET :param_1", pg: "SELECT users.id FROM users LIMIT ALL OFFSET $1", sqlite: "SELECT users.id FROM users LIMIT -1 OFFSET ?");

    [Test]
    public void Joins_hide_what_they_contain()
    {
        SqlAssert.Renders(
            Sql.Select(_users.Name, _orders.Id).SelectFrom(_users.Join(_orders, _users.Id == _orders.UserId)),
            "SELECT users.name, orders.id FROM users JOIN orders ON users.id = orders.user_id");
        SqlAssert.Renders(
            Sql.Select(_users.Name).SelectFrom(_users.OuterJoin(_orders, _users.Id == _orders.UserId)),
            "SELECT users.name FROM users LEFT OUTER JOIN orders ON users.id = orders.user_id");
    }

    [Test]
    public void Two_columns_of_one_name_are_told_apart() => SqlAssert.Renders(
        Sql.Select(_users.Id, _orders.Id).SelectFrom(_users.Join(_orders, _users.Id == _orders.UserId)),
        "SELECT users.id, orders.id AS id_1 FROM users JOIN orders ON users.id = orders.user_id");

    [Test]
    public void Aliases_have_the_name_given_or_a_numbered_one()
    {
        var (named, first, second) = (_users.As("u"), _users.As(), _users.As());
        SqlAssert.Renders(Sql.Select(named.Name), "SELECT u.name FROM users AS u");
        SqlAssert.Renders(Sql.Select(first.Id).Where(first.Age == second.Age),
            "SELECT users_1.id FROM users AS users_1, users AS users_2 WHERE users_1.age = users_2.age");
    }

    [Test]
    public void A_seed_stands_bare_the_first_time()
    {
        var (o, again) = (new Alias(_orders.Table, seed: "o"), new Alias(_orders.Table, seed: "o"));
        SqlAssert.Renders(Sql.Select(o.C("id")).Where(o.C("id") == again.C("id")), "SELECT o.id FROM orders AS o, orders AS o_1 WHERE o.id = o_1.id");
    }

    [Test]
    public void Group_by_having_and_labels() => SqlAssert.Renders(
        Sql.Select(_orders.UserId, Func.Count().As("n")).GroupBy(_orders.UserId).Having(Func.Count() > 2).OrderBy(_orders.UserId.Desc()),
        "SELECT orders.user_id, count(*) AS n FROM orders GROUP BY orders.user_id HAVING count(*) > :count_1 ORDER BY orders.user_id DESC");

    [Test]
    public void A_label_is_sorted_by_its_name()
    {
        var n = Func.Count().As("n");
        SqlAssert.Renders(Sql.Select(_users.Age, n).GroupBy(_users.Age).OrderBy(n.Node.Desc()), "SELECT users.age, count(*) AS n FROM users GROUP BY users.age ORDER BY n DESC");
    }

    [Test]
    public void Subqueries_are_selected_from()
    {
        var recent = Sql.Select(_orders.UserId, Func.Count()).GroupBy(_orders.UserId).Subquery();
        SqlAssert.Renders(Sql.Select(_users.Name, recent.C("count_1")).SelectFrom(_users.Join(recent, _users.Id == recent.C<int>("user_id"))),
            "SELECT users.name, anon_1.count_1 FROM users JOIN (SELECT orders.user_id AS user_id, count(*) AS count_1 FROM orders GROUP BY orders.user_id) AS anon_1 ON users.id = anon_1.user_id");
    }

    [Test]
    public void A_cte_is_written_first()
    {
        var recent = Sql.Select(_orders.UserId).Where(_orders.Id > 5).Cte("recent");
        SqlAssert.Renders(Sql.Select(_users.Name).SelectFrom(_users.Join(recent, _users.Id == recent.C<int>("user_id"))).Where(_users.Age == 1),
            "WITH recent AS (SELECT orders.user_id AS user_id FROM orders WHERE orders.id > :id_1) SELECT users.name FROM users JOIN recent ON users.id = recent.user_id WHERE users.age = :age_1");
    }

    [Test]
    public void Nested_selects_correlate_to_the_one_around_them()
    {
        var mine = Sql.Select(Func.Count()).Where(_orders.UserId == _users.Id);
        SqlAssert.Renders(Sql.Select(_users.Name, mine.Scalar<long>().As("orders")),
            "SELECT users.name, (SELECT count(*) AS count_1 FROM orders WHERE orders.user_id = users.id) AS orders FROM users");
        SqlAssert.Renders(Sql.Select(_users.Name).Where(!Sql.Select(_orders.Id).Where(_orders.UserId == _users.Id).Exists()),
            "SELECT users.name FROM users WHERE NOT (EXISTS (SELECT orders.id FROM orders WHERE orders.user_id = users.id))");
    }

    [Test]
    public void A_nested_select_does_not_change_what_the_statement_returns()
    {
        var mine = Sql.Select(Func.Count()).Where(_orders.UserId == _users.Id).Scalar<long>();
        Assert.That(Dialects.PostgreSql.Compile(Sql.Select(_users.Name, mine.As("n"))).Columns.Select(c => c.Name), Is.EqualTo(new[] { "name", "n" }));
        var update = Sql.Update(_users).Set(_users.Age, 1).Where(_users.Id.In(Sql.Select(_orders.UserId)));
        Assert.That(Dialects.PostgreSql.Compile(update).Columns, Is.Empty);
        Assert.That(Dialects.PostgreSql.Compile(update.Returning(_users.Name)).Columns.Select(c => c.Name), Is.EqualTo(new[] { "name" }));
    }

    [Test]
    public void Union_orders_by_bare_names() => SqlAssert.Renders(
        Sql.Select(_users.Id).Union(Sql.Select(_orders.Id)).OrderBy(_users.Id), "SELECT users.id FROM users UNION SELECT orders.id FROM orders ORDER BY id");

    [Test]
    public void What_sqlite_has_not_is_refused_by_name()
    {
        var right = Sql.Select(_users.Name).SelectFrom(new Join(_orders, _users, _orders.UserId == _users.Id, JoinKind.RightOuter));
        var lateral = Sql.Select(new Subquery(Sql.Select(_orders.Id), "l", lateral: true));
        var all = new CompoundSelect(SetOperator.ExceptAll, [Sql.Select(_users.Id), Sql.Select(_orders.Id)]);
        foreach (var (statement, dialect, feature) in new (ClauseElement, Dialect, string)[]
        {
            (right, new SqliteDialect(new Version(3, 38)), "RIGHT JOIN"), (lateral, Dialects.Sqlite, "LATERAL"), (all, Dialects.Sqlite, "EXCEPT ALL"),
        })
        {
            Assert.That(Assert.Throws<CompileException>(() => dialect.Compile(statement))!.Feature, Is.EqualTo(feature));
            Assert.That(statement.ToString(Dialects.PostgreSql).Replace("OUTER ", ""), Does.Contain(feature));
        }

        Assert.That(right.ToString(Dialects.Sqlite).Replace("OUTER ", ""), Does.Contain("RIGHT JOIN"));
    }

    [Test]
    public void Union_of_different_widths_is_refused()
        => Assert.Throws<InvalidStatementException>(() => Sql.Select(_users.Id).Union(Sql.Select(_orders.Id, _orders.Total)));

    [Test]
    public void Ten_thousand_conditions_stay_flat_and_branches_do_not_meet()
    {
        var root = Sql.Select(_users.Id).Where(_users.Age > 0);
        var (left, right) = (root.Where(_users.Age == 1), root.Where(_users.Age == 2));
        Assert.That(left.WhereClauses, Has.Count.EqualTo(2));
        Assert.That(right.ToString(), Does.Contain("users.age > :age_1 AND users.age = :age_2"));
        Assert.That(right.WhereClauses[1], Is.Not.SameAs(left.WhereClauses[1]));
        var many = Enumerable.Range(0, 10_000).Aggregate(root, (s, i) => s.Where(_users.Age != i));
        Assert.That(many.WhereClauses, Has.Count.EqualTo(10_001));
        Assert.That(many.ToString(Dialects.PostgreSql), Does.EndWith("$10001"));
    }

    [Test]
    public void An_unknown_column_names_those_there_are()
    {
        var error = Assert.Throws<UnknownColumnException>(() => _users.From.C("nmae"));
        Assert.That(error!.Code, Is.EqualTo("ALQ1001"));
        Assert.That(error.Message, Does.Contain("'nmae'").And.Contain("'name'").And.Contain("users"));
    }

    [Test]
    public void Values_stand_in_FROM_with_names()
    {
        var values = new Values("v", ["id", "name"], [[Sql.Value(1), Sql.Value("a")], [Sql.Value(2), Sql.Value("b")]]);
        var query = Sql.Select(values.C("name")).Where(values.C<int>("id") > 1);
        Assert.That(query.ToString(), Is.EqualTo("SELECT v.name FROM (VALUES (:param_1, :param_2), (:param_3, :param_4)) AS v (id, name) WHERE v.id > :id_1"));
        Assert.That(query.ToString(Dialects.PostgreSql), Is.EqualTo("SELECT v.name FROM (VALUES ($1, $2), ($3, $4)) AS v (id, name) WHERE v.id > $5"));
        Assert.That(query.ToString(Dialects.Sqlite), Is.EqualTo("SELECT v.name FROM (SELECT column1 AS id, column2 AS name FROM (VALUES (?, ?), (?, ?))) AS v WHERE v.id > ?"));
        Assert.That(() => new Values("v", ["id"], []), Throws.TypeOf<InvalidStatementException>());
    }

    [Test]
    public void A_type_prints_its_parameters()
        => Assert.That($"{SqlTypes.Real} {SqlTypes.Binary(5)}", Is.EqualTo("RealType { } BinaryType { Length = 5 }"));

    [Test]
    public void Arrays_stand_in_FROM_as_rows()
    {
        BindParameter ids = new("ids", new ArrayType(SqlTypes.Integer)), names = new("names", new ArrayType(SqlTypes.Text));
        var rows = new Unnest("u", ["id", "name"], [ids, names], ordinality: "n");
        var query = Sql.Select(rows.C("name"), rows.C("n")).Where(rows.C<int>("id") > 1);
        Assert.That(query.ToString(), Is.EqualTo("SELECT u.name, u.n FROM unnest(:ids, :names) WITH ORDINALITY AS u (id, name, n) WHERE u.id > :id_1"));
        Assert.That(query.ToString(Dialects.PostgreSql), Is.EqualTo("SELECT u.name, u.n FROM unnest($1, $2) WITH ORDINALITY AS u (id, name, n) WHERE u.id > $3"));
        Assert.That(Sql.Select(new Unnest("u", ["id"], [ids])).ToString(), Is.EqualTo("SELECT u.id FROM unnest(:ids) AS u (id)"));
        Assert.That(rows.Columns.Select(c => c.Type), Is.EqualTo(new SqlType[] { SqlTypes.Integer, SqlTypes.Text, SqlTypes.BigInteger }));
        Assert.That(Dialects.PostgreSql.Types.Render(ids.Type), Is.EqualTo("INTEGER[]"));
        Assert.That(() => Dialects.Sqlite.Compile(query), Throws.TypeOf<CompileException>().With.Message.Contains("UnionAll"));
        Assert.That(() => new Unnest("u", ["id"], [new BindParameter("id", SqlTypes.Integer)]), Throws.TypeOf<InvalidStatementException>());
        Assert.That(() => new Unnest("u", [], []), Throws.TypeOf<InvalidStatementException>());
    }
}
