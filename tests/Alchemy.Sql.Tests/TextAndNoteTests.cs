namespace Alchemy.Tests;

/// <summary>Interpolated text, notes on parts of a statement, and values given to it afterwards.</summary>
[TestFixture]
public sealed class TextAndNoteTests
{
    private readonly Users _users = new();
    private readonly Orders _orders = new();

    [Test]
    public void Values_in_an_interpolated_text_are_parameters()
    {
        var evil = "'; DROP TABLE users; --";
        var text = Sql.Text($"SELECT {_users.Id} FROM {_users} WHERE lower({_users.Name}) = {evil} AND age > {30} AND x IS {null as string} AND t::text = ':no'");
        Assert.That(text.ToString(Dialects.PostgreSql), Is.EqualTo("SELECT users.id FROM users WHERE lower(users.name) = $1 AND age > $2 AND x IS NULL AND t::text = ':no'"));
        Assert.That(Dialects.PostgreSql.Compile(text).Binds.Select(b => b.Value), Is.EqualTo(new object[] { evil, 30 }));
        Assert.That(text.ToLiteralString(Dialects.PostgreSql), Does.Contain("= '''; DROP TABLE users; --'"));
    }

    [Test]
    public void Elements_in_an_interpolated_text_stand_as_themselves()
    {
        var alias = _users.As("u");
        var most = Sql.Select(Func.Max(_orders.Id)).SelectFrom(_orders);
        Assert.That(Sql.Text($"SELECT {alias.Name}, {most} FROM {alias}").ToString(), Is.EqualTo("SELECT u.name, (SELECT max(orders.id) AS max_1 FROM orders) FROM users AS u"));
        var condition = Sql.Text<bool>($"{_users.Name} ~ {"^a"}");
        Assert.That(Sql.Select(_users.Id).Where(condition & _users.Age > 3).ToString(), Is.EqualTo("SELECT users.id FROM users WHERE users.name ~ :param_1 AND users.age > :age_1"));
        Assert.That(Sql.Select(Sql.Text<int>($"length({_users.Name})").As("n")).ToString(), Is.EqualTo("SELECT length(users.name) AS n FROM users"), "a column in the text brings its table");
        Assert.That(new ColumnAdapter(alias.From).Rewrite<ClauseElement>(condition).ToString(), Is.EqualTo("u.name ~ :param_1"));
    }

    [Test]
    public void Notes_do_not_show_in_the_SQL_and_stay_when_it_is_rewritten()
    {
        var condition = _orders.UserId.Annotate("foreign", true).Annotate("from", "model").AsUntyped() == _users.Id;
        Assert.That(condition.ToString(), Is.EqualTo((_orders.UserId == _users.Id).ToString()));
        Assert.That(Foreign(condition), Is.EqualTo(new[] { "orders.user_id" }));
        Assert.That(Foreign(new ColumnAdapter(_orders.From.As("o")).Rewrite<ClauseElement>(condition)), Is.EqualTo(new[] { "o.user_id" }));
        Assert.That(Visitors.Iterate(condition).Select(n => n.Annotation("from")), Has.One.EqualTo("model"));
        Assert.That(Foreign(condition.Deannotate()), Is.Empty);
        Assert.That((_users.Age.Annotate("x", 1).AsUntyped() > 5).ToString(), Is.EqualTo("users.age > :age_1"), "a parameter is named after the column");
        Assert.That(Sql.Select(_users.Age.Annotate("x", 1)).ToString(), Is.EqualTo("SELECT users.age FROM users"));
    }

    [Test]
    public void Values_are_given_to_a_statement_afterwards()
    {
        var byAge = Sql.Select(_users.Name).Where(_users.Age > Sql.Parameter<int>("age") & _users.Age < Sql.Parameter<int>("most"));
        var filled = byAge.WithValues(("age", 30), ("most", 40));
        Assert.That(filled.ToLiteralString(), Is.EqualTo("SELECT users.name FROM users WHERE users.age > 30 AND users.age < 40"));
        Assert.That(filled.WithValues(("age", 7)).ToLiteralString(), Does.Contain("users.age > 7 AND users.age < 40"));
        Assert.Throws<MissingValueException>(() => byAge.ToLiteralString(), "the first statement is what it was");
        Assert.That(Assert.Throws<InvalidStatementException>(() => byAge.WithValues(("agee", 1)))!.Message, Does.Contain("'agee'").And.Contain("age, most"));
    }

    private static IEnumerable<string> Foreign(ClauseElement element) => Visitors.Iterate(element).Where(n => n.Annotation("foreign") is true).Select(n => n.ToString());
}
