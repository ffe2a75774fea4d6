namespace Alchemy.Tests;

/// <summary>A server that answers, and lets nobody in: another try does not help, and none is made.</summary>
public sealed class RefusedLoginTests(Database database) : DatabaseFixture(database)
{
    [Test]
    [Except(Database.Sqlite, "SQLite has no users.")]
    public void A_user_who_is_not_there_is_refused_once()
    {
        var url = new UriBuilder(Url(Lane)) { UserName = "nobody_of_that_name", Password = "wrong" }.Uri.ToString();
        using var engine = Engine.Create(url);
        var tried = 0;
        var refused = Assert.Catch<DatabaseException>(() => engine.RunInTransaction(_ => tried++, new RetryOptions { Tries = 3 }))!;
        Assert.That(refused, Is.InstanceOf<DatabasePermissionException>().With.Property("IsTransient").False);
        Assert.That(refused.Message, Does.Not.Contain("wrong"));
        Assert.That(tried, Is.Zero);
    }

    [Test]
    [Except(Database.Sqlite, "SQLite has files, and makes them.")]
    public void A_database_that_is_not_there_is_named()
    {
        var url = new UriBuilder(Url(Lane)) { Path = "/no_such_database" }.Uri.ToString();
        using var engine = Engine.Create(url);
        var refused = Assert.Catch<DatabaseException>(() => engine.Connect())!;
        Assert.That(refused.IsTransient, Is.False);
        Assert.That(refused.Message, Does.Contain("no_such_database"));
    }
}
