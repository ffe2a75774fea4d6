namespace Alchemy.Tests;

/// <summary>What is wrong is said: what, where, and what to do.</summary>
[TestFixture]
public sealed class BadInputTests
{
    private readonly Users _users = new();
    private readonly Orders _orders = new();

    private static string Message<TException>(Func<object?> wrong) where TException : AlchemyException
    {
        var error = Assert.Throws<TException>(() => wrong())!;
        Assert.That(error.Message, Does.Contain(error.Code));
        return error.Message;
    }

    [Test]
    public void An_unknown_column_names_those_that_are_there()
    {
        Assert.That(Message<UnknownColumnException>(() => _users.From.C("agee")), Does.Contain("'agee'").And.Contain("users").And.Contain("'age', 'active'"));
        Assert.That(Message<UnknownColumnException>(() => Sql.Select(_users.Id).Subquery("s").C("name")), Does.Contain("'name'").And.Contain("'s'"));
        Assert.That(Message<UnknownColumnException>(() => Sql.Select(_users.Id).OrderBy("nothing")), Does.Contain("'nothing'"));
        Assert.That(Message<UnknownColumnException>(() => Sql.Insert(_users).Values(("agee", 1))), Does.Contain("'agee'"));
    }

    [Test]
    public void A_name_that_two_FROMs_have_is_ambiguous()
        => Assert.That(Message<InvalidStatementException>(() => Sql.Select(_users.Name, _orders.UserId).FilterBy(("id", 5))), Does.Contain("Several FROMs").And.Contain("'id'"));

    [Test]
    public void Tables_that_refer_to_each_other_twice_need_a_condition()
    {
        var metadata = new MetaData();
        var people = new Table("people", metadata, new Column("id", SqlTypes.Integer, primaryKey: true));
        var letters = new Table("letters", metadata, new Column("sender", SqlTypes.Integer, new ForeignKey("people.id")), new Column("reader", SqlTypes.Integer, new ForeignKey("people.id")));
        Assert.That(Message<InvalidStatementException>(() => people.Join(letters)), Does.Contain("people").And.Contain("letters"));
        Assert.That(Message<InvalidStatementException>(() => people.Join(_orders.From)), Does.Contain("orders"));
    }

    [Test]
    public void SELECTs_of_a_UNION_have_equally_many_columns()
        => Assert.That(Message<InvalidStatementException>(() => Sql.Select(_users.Id).Union(Sql.Select(_users.Id, _users.Age))), Does.Contain("1").And.Contain("2"));

    [Test]
    public void A_parameter_without_a_value_is_named()
        => Assert.That(Message<MissingValueException>(() => Sql.Select(_users.Id).Where(_users.Age > Sql.Parameter<int>("least")).ToLiteralString()), Does.Contain("'least'"));

    [Test]
    public void What_a_database_cannot_say_names_the_database_and_the_statement_so_far()
    {
        var message = Message<CompileException>(() => Sql.Select(_users.Id).SelectFrom(_users).WithForUpdate().ToString(Dialects.SqlServer));
        Assert.That(message, Does.Contain("mssql").And.Contain("SELECT").And.Contain("UPDLOCK"));
        Assert.That(Message<CompileException>(() => Sql.Select(_users.Id).Qualify(_users.Age > 1).ToString(Dialects.PostgreSql)), Does.Contain("QUALIFY").And.Contain("postgresql").And.Contain("SELECT users.id FROM users"));
    }

    [TestCase("select")]
    [TestCase("Order")]
    [TestCase("a\"b")]
    [TestCase("näme")]
    [TestCase("x y")]
    public void Names_that_need_quotes_have_them_everywhere(string name)
    {
        var table = new Table(name, new MetaData(), new Column(name, SqlTypes.Integer));
        var quoted = "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        Assert.That(Sql.Select(table.C(name)).ToString(Dialects.PostgreSql), Is.EqualTo($"SELECT {quoted}.{quoted} FROM {quoted}"));
        Assert.That(Sql.Select(table.C(name)).ToString(Dialects.MySql), Is.EqualTo($"SELECT `{name}`.`{name}` FROM `{name}`"));
        Assert.That(Sql.Select(table.C(name)).ToString(Dialects.SqlServer), Is.EqualTo($"SELECT [{name}].[{name}] FROM [{name}]"));
    }

    [TestCase("")]
    [TestCase("a\0b")]
    public void Names_that_no_database_takes_are_refused(string name)
        => Assert.That(Message<InvalidStatementException>(() => Sql.Select(_users.Id.As(name)).ToString(Dialects.Sqlite)), Does.Contain("name"));

    [Test]
    public void Text_with_NUL_has_no_literal_where_the_database_has_none()
        => Assert.That(() => Sql.Select(Sql.Value("a\0b")).ToLiteralString(Dialects.PostgreSql), Throws.InstanceOf<AlchemyException>().With.Message.Contains("NUL"));
}
