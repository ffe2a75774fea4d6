namespace Alchemy.Tests;

/// <summary>FROMs that nothing connects.</summary>
[TestFixture]
public sealed class FromLinterTests
{
    private readonly Users _users;
    private readonly Orders _orders;

    public FromLinterTests()
    {
        var metadata = new MetaData();
        (_users, _orders) = (new Users(metadata), new Orders(metadata));
    }

    [Test]
    public void Two_tables_without_a_condition_are_found()
    {
        var finding = FromLinter.Find(Sql.Select(_users.Name, _orders.Id)).Single();
        Assert.That(finding.ToString(), Does.Contain("'users'").And.Contain("'orders'").And.Contain("CrossJoin"));
        Assert.Throws<InvalidStatementException>(() => FromLinter.Refuse(Sql.Select(_users.Name, _orders.Id).Where(_users.Age > 5)));
    }

    [Test]
    public void A_condition_or_a_join_connects()
    {
        Assert.That(FromLinter.Find(Sql.Select(_users.Name, _orders.Id).Where(_users.Id == _orders.UserId)), Is.Empty);
        Assert.That(FromLinter.Find(Sql.Select(_users.Name).SelectFrom(_users.Join(_orders, _users.Id == _orders.UserId))), Is.Empty);
        Assert.That(FromLinter.Find(Sql.Select(_users.Name).SelectFrom(_users.From.CrossJoin(_orders))), Is.Empty);
        Assert.That(FromLinter.Find(Sql.Select(_users.Name)), Is.Empty);
    }

    [Test]
    public void A_subquery_that_reads_the_table_around_is_connected()
    {
        var mine = Sql.Select(Func.Count()).Where(_orders.UserId == _users.Id);
        Assert.That(FromLinter.Find(Sql.Select(_users.Name, mine.Correlate(_users).Scalar<long>())), Is.Empty);
        var last = Sql.Select(_orders.Id).Where(_orders.UserId == _users.Id).Correlate(_users).Lateral("l");
        Assert.That(FromLinter.Find(Sql.Select(_users.Name, last.C("id")).SelectFrom(_users, last)), Is.Empty);
    }

    [Test]
    public void It_is_found_in_a_subquery_too()
        => Assert.That(FromLinter.Find(Sql.Select(Sql.Select(_users.Name, _orders.Id).Subquery())), Has.Count.EqualTo(1));

    [Test]
    public void Three_tables_of_which_two_are_connected()
    {
        var other = _users.As("other");
        var finding = FromLinter.Find(Sql.Select(_users.Name, _orders.Id, other.Name).Where(_users.Id == _orders.UserId)).Single();
        Assert.That(finding.Groups, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_table_of_the_select_around_needs_no_connection_inside()
    {
        var old = Sql.Select(Sql.LiteralColumn("1")).SelectFrom(_orders).Where(_users.Age > 5).Exists();
        Assert.That(FromLinter.Find(Sql.Select(_users.Name).Where(old)), Is.Empty);
    }

    [Test]
    public void A_dialect_reports_or_refuses()
    {
        var found = new List<CartesianProduct>();
        var product = Sql.Select(_users.Name, _orders.Id);
        Dialects.Sqlite.WithPass(FromLinter.Report(found.Add)).Compile(product);
        Assert.That(found, Has.Count.EqualTo(1));
        Assert.Throws<InvalidStatementException>(() => Dialects.Sqlite.WithPass(FromLinter.Refuse).Compile(product));
        Assert.DoesNotThrow(() => Dialects.Sqlite.Compile(product));
    }
}
