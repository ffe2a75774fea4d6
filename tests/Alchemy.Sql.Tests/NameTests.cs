namespace Alchemy.Tests;

/// <summary>Names that a statement gives: two columns of one name would be read as one.</summary>
[TestFixture]
public sealed class NameTests
{
    private readonly Users _users = new();

    [Test]
    public void A_parameter_of_Oracle_begins_with_a_letter_and_is_told_from_others()
    {
        var statement = Sql.Select(Sql.Parameter<int>("_x").As("a"), Sql.Parameter<int>("p_x").As("b"));
        Assert.That(statement.ToString(Dialects.Oracle), Is.EqualTo("SELECT :p_x_1 AS a, :p_x AS b FROM DUAL"));
        Assert.That(statement.ToString(), Is.EqualTo("SELECT :_x AS a, :p_x AS b"));
    }

    [Test]
    public void A_given_name_never_meets_a_columns_own()
    {
        var select = Sql.Select(_users.Id, _users.Id, _users.Age.As("id_1"));
        Assert.That(Dialects.PostgreSql.Compile(select).Columns.Select(c => c.Name), Is.EqualTo(new[] { "id", "id__1", "id_1" }));
        var outer = Sql.Select(select.Subquery("s").Columns[1], select.Subquery("s").Columns[2]);
        Assert.That(Sql.Select(select.Subquery("s")).ToString(), Does.StartWith("SELECT s.id, s.id AS id_2, s.id_1 FROM (SELECT users.id AS id, users.id AS id__1, users.age AS id_1 FROM users) AS s"));
        Assert.That(outer.Columns, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_repeated_label_is_sorted_by_what_it_names()
    {
        var (first, second) = (_users.Age.As("n"), _users.Credit.As("n"));
        SqlAssert.Renders(Sql.Select(first, second).OrderBy(second.Node.Desc()),
            "SELECT users.age AS n, users.credit AS n_1 FROM users ORDER BY users.credit DESC",
            sqlite: "SELECT users.age AS n, users.credit AS n_1 FROM users ORDER BY users.credit COLLATE alchemy_decimal DESC");
    }

    [Test]
    public void A_union_is_sorted_by_the_name_it_returns()
    {
        var (a, b) = (_users.As("a"), _users.As("b"));
        var union = Sql.Select(a.Id, b.Id).Where(a.Age == b.Age).Union(Sql.Select(_users.Id, _users.Age)).OrderBy(b.Id.Desc());
        Assert.That(union.ToString(), Does.StartWith("SELECT a.id, b.id AS id_1 FROM").And.EndWith("ORDER BY id_1 DESC"));
    }

    [Test]
    public void Wide_nested_subqueries_are_named_quickly()
    {
        var columns = Enumerable.Range(0, 40).Select(_ => (ColumnElement)(_users.Age + _users.Id)).ToArray();
        var select = Sql.Select(columns);
        for (var depth = 0; depth < 12; depth++)
        {
            select = Sql.Select(select.Subquery());
        }

        Assert.That(Dialects.PostgreSql.Compile(select).Columns.Select(c => c.Name).Distinct().Count(), Is.EqualTo(40));
    }

    [Test]
    public void A_column_twice_in_the_first_SELECT_of_a_UNION_is_two_columns()
    {
        var union = Sql.Select(_users.Id, _users.Id).Union(Sql.Select(_users.Id, _users.Age)).Subquery("u");
        Assert.That(Sql.Select(union).ToString(), Does.StartWith("SELECT u.id, u.id__1 FROM (SELECT users.id AS id, users.id AS id__1 FROM users UNION"));
    }

    [Test]
    public void A_recursive_CTE_names_every_column()
    {
        var cte = Sql.Select(_users.Id, _users.Id, _users.Age).Cte("c", recursive: true);
        Assert.That(Sql.Select(cte).ToString(), Does.StartWith("WITH RECURSIVE c(id, id__1, age) AS (SELECT users.id AS id, users.id AS id__1, users.age AS age FROM users) SELECT c.id, c.id AS id_1, c.age"));
    }

    [Test]
    public void A_made_up_name_is_cut_as_the_database_counts_and_between_characters()
    {
        var metadata = new MetaData { NamingConvention = new NamingConvention { ["uq"] = "uq_%(table_name)s_%(column_0_name)s" } };
        var table = new Table(string.Concat(Enumerable.Repeat("名", 10)), metadata, new Column(string.Concat(Enumerable.Repeat("\U0001F600", 10)), SqlTypes.Integer) { Unique = true });
        var text = Dialects.PostgreSql.Compile(new CreateTable(table)).Text;
        var name = text[text.IndexOf("uq_", StringComparison.Ordinal)..text.LastIndexOf("\" UNIQUE", StringComparison.Ordinal)];
        Assert.That(System.Text.Encoding.UTF8.GetByteCount(name), Is.InRange(50, 63));
        Assert.That(name.EnumerateRunes().All(r => r != System.Text.Rune.ReplacementChar), name);
        var aliased = Sql.Select(table.C(table.Columns[0].Name)).WithLabelStyle(LabelStyle.TableNamePlusColumn);
        var label = Dialects.PostgreSql.Compile(aliased).Columns[0].Name;
        Assert.That(System.Text.Encoding.UTF8.GetByteCount(label), Is.InRange(50, 63));
    }

    [Test]
    public void A_name_that_is_too_long_is_refused_wherever_it_stands()
    {
        var (limit, wide) = (new string('n', 63), new string('ä', 32));
        var users = new Users();
        Assert.DoesNotThrow(() => Sql.Select(users.Id.As(limit)).ToString(Dialects.PostgreSql));
        foreach (var name in new[] { limit + "n", wide })
        {
            ClauseElement[] statements =
            [
                Sql.Select(users.Id.As(name)), Sql.Select(users.As(name).Id), Sql.Select(Sql.Select(users.Id).Cte(name).C("id")), Sql.Select(Sql.Select(users.Id).Subquery(name).C("id")),
                Sql.Select(Sql.Table(name, Sql.Column("a"))), Sql.Select(Sql.Table("t", Sql.Column(name))), Sql.Update(Sql.Table("t", Sql.Column(name))), new CreateTable(new Table("t", new MetaData(), new Column(name, SqlTypes.Integer))),
            ];
            foreach (var statement in statements)
            {
                Assert.That(() => statement.ToString(Dialects.PostgreSql), Throws.TypeOf<CompileException>().With.Message.Contains($"'{name}' of 64"), statement.ToString());
            }
        }

        Assert.DoesNotThrow(() => Sql.Select(users.Id.As(wide)).ToString(Dialects.MySql), "MySQL counts characters");
        Assert.That(() => Sql.Select(users.Id.As(new string('n', 65))).ToString(Dialects.MySql), Throws.TypeOf<CompileException>().With.Message.Contains("65 characters"));
    }
}
