namespace Alchemy.Tests;

/// <summary>Walks over statements, and SELECTs made of others.</summary>
[TestFixture]
public sealed class VisitorsTests
{
    private readonly Users _users = new();
    private readonly Orders _orders = new();

    private Select Adults => Sql.Select(_users.Name).Where(_users.Age > 17).Where(_users.Id.In(Sql.Select(_orders.UserId)));

    [Test]
    public void A_walk_meets_every_node()
    {
        Assert.That(Visitors.Iterate(Adults).First(), Is.InstanceOf<Select>());
        Assert.That(Visitors.FindTables(Adults).Select(t => t.Name), Is.EquivalentTo(new[] { "users", "orders" }));
        var keys = new List<string>();
        Visitors.Traverse<BindParameter>(Adults, bind => keys.Add(bind.Key));
        Assert.That(keys, Is.EqualTo(new[] { "age" }));
    }

    [Test]
    public void A_copy_has_parameters_of_its_own()
    {
        var both = Adults.Union(Visitors.ClonedTraverse(Adults.Where(_users.Id > 3)));
        Assert.That(Dialects.PostgreSql.Compile(both).Binds, Has.Count.EqualTo(3));
        var adults = Adults;
        Assert.That(Dialects.Sqlite.Compile(adults.Union(Visitors.ClonedTraverse(adults))).Binds.Distinct().Count(), Is.EqualTo(2));
        Assert.That(Visitors.ReplacementTraverse(adults, node => node is BindParameter ? Sql.Literal(21) : null).ToString(), Does.Contain("users.age > 21"));
    }

    [Test]
    public void Rows_between_two_places()
    {
        var all = Sql.Select(_users.Id);
        Assert.That(all.Slice(5, 15).ToLiteralString(Dialects.PostgreSql), Is.EqualTo("SELECT users.id FROM users LIMIT 10 OFFSET 5"));
        Assert.That(all.Offset(3).Slice(0, 2).ToLiteralString(Dialects.PostgreSql), Is.EqualTo("SELECT users.id FROM users LIMIT 2"));
        Assert.That(all.Limit(3).Slice(4).ToLiteralString(Dialects.PostgreSql), Is.EqualTo("SELECT users.id FROM users LIMIT ALL OFFSET 4"));
        Assert.Throws<InvalidStatementException>(() => all.Slice(4, 3));
        Assert.That(all.Fetch(3, approximate: true).ToLiteralString(new OracleDialect(new Version(23, 4))), Is.EqualTo("SELECT users.id FROM users FETCH APPROX FIRST 3 ROWS ONLY"));
        Assert.That(Assert.Throws<CompileException>(() => all.Fetch(3, approximate: true).ToString(Dialects.SqlServer))!.Message, Does.Contain("FETCH APPROX"));
    }

    [Test]
    public void FROMs_and_columns()
    {
        Assert.That(Adults.GetFinalFroms(), Is.EqualTo(new[] { _users.From }));
        Assert.That(Adults.ColumnsClauseFroms, Is.EqualTo(new[] { _users.From }));
        Assert.That(Sql.Select(_users.Id).WithOnlyColumns(maintainColumnFroms: true, Sql.Literal(1)).ToString(), Is.EqualTo("SELECT 1 AS anon_1 FROM users"));
    }

    [Test]
    public void EXISTS_is_built_on()
    {
        var exists = new Exists(Sql.Select(_orders.Id)).Where(_orders.UserId == _users.Id).Correlate(_users.From);
        Assert.That(Sql.Select(_users.Id).Where(exists).ToString(), Is.EqualTo("SELECT users.id FROM users WHERE EXISTS (SELECT orders.id FROM orders WHERE orders.user_id = users.id)"));
        Assert.That(new Exists(Sql.Select(Sql.Literal(1))).SelectFrom(_orders.From).Select().ToString(), Is.EqualTo("SELECT EXISTS (SELECT 1 AS anon_2 FROM orders) AS anon_1").Or.EqualTo("SELECT EXISTS (SELECT 1 FROM orders) AS anon_1"));
        Assert.Throws<InvalidStatementException>(() => new Exists(Adults.Union(Adults)).Where(_users.Active));
    }

    [Test]
    public void Text_as_a_column_of_a_subquery()
    {
        var named = Sql.Select(_users.Id, Sql.Text("whatever")).Subquery("s");
        Assert.That(Sql.Select(named).ToString(), Is.EqualTo("SELECT s.id FROM (SELECT users.id AS id, whatever FROM users) AS s"));
        Assert.That(Sql.Select(named.C("whatever")).ToString(), Does.StartWith("SELECT s.whatever FROM"));
        Assert.That(Sql.Select(Sql.Select(Sql.Text("whatever")).Subquery("s")).ToString(), Is.EqualTo("SELECT s.whatever FROM (SELECT whatever) AS s"));
        var expression = Sql.Select(Sql.Text("a + b")).SelectFrom(_users.From).Subquery("s");
        Assert.That(Assert.Throws<CompileException>(() => Sql.Select(expression.C("a + b")).ToString())!.Message, Does.Contain("give it one, Sql.LiteralColumn(text).As(name)"));
    }

    [Test]
    public void Two_of_one_name_with_other_values_are_not_one()
    {
        CommonTableExpression Aged(int age) => Sql.Select(_users.Id).Where(_users.Age > age).Cte("c");
        var (young, old) = (Aged(1), Aged(60));
        Assert.That(Assert.Throws<CompileException>(() => Sql.Select(young).Union(Sql.Select(old)).ToString())!.Message, Does.Contain("two different ones have this name"));
        Assert.That(Assert.Throws<CompileException>(() => Sql.Select(young.Columns[0], old.Columns[0]).ToString())!.Message, Does.Contain("two different ones have this name"));
    }

    [Test]
    public void Changes_through_and_beside_common_table_expressions()
    {
        var cte = Sql.Select(_users.Id, _users.Age).Cte("c");
        Assert.That(Sql.Update(cte).ToString(), Is.EqualTo("WITH c AS (SELECT users.id AS id, users.age AS age FROM users) UPDATE c SET id=:id, age=:age"));
        var text = Sql.Text("SELECT id FROM users").Columns(_users.Id).AddCte(Sql.Delete(_orders).Cte("d"));
        Assert.That(text.ToString(Dialects.PostgreSql), Is.EqualTo("WITH d AS (DELETE FROM orders) SELECT id FROM users"));
        Assert.That(Sql.Select(Sql.Delete(_orders).Returning(_orders.Id).Cte("d", recursive: true)).ToString(), Is.EqualTo("WITH RECURSIVE d(id) AS (DELETE FROM orders RETURNING orders.id) SELECT d.id FROM d"));
    }
}
