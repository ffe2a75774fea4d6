using Microsoft.Data.Sqlite;

namespace Alchemy.Tests;

/// <summary>What an engine can be made of.</summary>
[TestFixture]
public sealed class EngineSourceTests
{
    [Test]
    public void A_URL_names_hosts_ports_and_options()
    {
        var url = EngineUrl.Parse("postgresql://ann:p@ss:w@one:5432,[::1]:6432,[fe80::1%25eth0],two/my%2Fshop?Command Timeout=5&Search Path=a%26b");
        Assert.That((url.Scheme, url.User, url.Password, url.Database), Is.EqualTo(("postgresql", "ann", "p@ss:w", "my/shop")));
        Assert.That(url.Hosts, Is.EqualTo(new[] { new EngineHost("one", 5432), new EngineHost("::1", 6432), new EngineHost("fe80::1%25eth0", null), new EngineHost("two", null) }));
        Assert.That(url.Options, Is.EqualTo(new[] { ("Command Timeout", "5"), ("Search Path", "a&b") }));
        Assert.That(url.ToString(), Is.EqualTo("postgresql://ann:***@one:5432,[::1]:6432,[fe80::1%25eth0],two/my/shop?Command Timeout=***&Search Path=***"));
    }

    [TestCase("sqlite://", null, null)]
    [TestCase("sqlite:///shop.db", null, "shop.db")]
    [TestCase("sqlite:////var/shop.db", null, "/var/shop.db")]
    [TestCase("postgresql://localhost", "localhost", null)]
    [TestCase("POSTGRESQL://h?a=b", "h", null)]
    public void Parts_that_are_not_there_are_null(string url, string? host, string? database)
    {
        var parsed = EngineUrl.Parse(url);
        Assert.That((parsed.Host, parsed.Database, parsed.User, parsed.Port), Is.EqualTo((host, database, (string?)null, (int?)null)));
    }

    [TestCase("postgresql://h:0/x", "'0' is no port")]
    [TestCase("postgresql://h:70000/x", "'70000' is no port")]
    [TestCase("postgresql://h:+5/x", "'+5' is no port")]
    [TestCase("postgresql://a,,b/x", "'' is no host")]
    [TestCase("postgresql://::1/x", "'::1' is no host")]
    [TestCase("postgresql://h/x?timeout", "'timeout' after '?' is no option")]
    [TestCase("sqlite:///x.db?no such=1", "the option 'no such'")]
    [TestCase("sqlite:///x.db?Mode=sideways", "the option 'Mode'")]
    public void What_is_wrong_with_a_URL_is_said(string url, string part)
        => Assert.That(Assert.Throws<EngineUrlException>(() => Engine.Create(url).Dispose())!.Message, Does.Contain(part));

    [Test]
    public void Options_reach_the_provider()
    {
        var file = Path.Combine(Path.GetTempPath(), $"alchemy-{Guid.NewGuid():N}.db");
        try
        {
            using (var writing = Engine.Create($"sqlite:///{Uri.EscapeDataString(file)}"))
            {
                using var connection = writing.Connect();
                connection.ExecuteText("CREATE TABLE t (x INTEGER)");
            }

            using var reading = Engine.Create($"sqlite:///{Uri.EscapeDataString(file)}?Mode=ReadOnly");
            using var refused = reading.Connect();
            Assert.That(() => refused.ExecuteText("INSERT INTO t VALUES (1)"), Throws.InstanceOf<DatabaseException>().With.Message.Contains("readonly"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public void A_connection_string_or_a_factory_makes_an_engine_too()
    {
        using var text = Engine.FromConnectionString("sqlite", "Data Source=:memory:");
        using var factory = Engine.FromFactory("sqlite", () => new SqliteConnection("Data Source=:memory:"));
        foreach (var engine in new[] { text, factory })
        {
            using var connection = engine.Connect();
            Assert.That(connection.Execute(Sql.Select(Sql.Literal(7))).Scalar<int>(), Is.EqualTo(7));
            Assert.That(engine.HasOneConnection, Is.True);
        }

        Assert.Throws<EngineUrlException>(() => Engine.FromConnectionString("sqlite", "Data Source"));
        Assert.Throws<DriverNotFoundException>(() => Engine.FromConnectionString("db2", "x"));
    }

    [TestCase("sqlite://", true)]
    [TestCase("sqlite:///:memory:", true)]
    [TestCase("sqlite:///x?Mode=Memory", true)]
    [TestCase("sqlite:///x?Mode=Memory&Cache=Shared", false)]
    [TestCase("sqlite:///x.db", false)]
    public void A_private_database_has_one_connection(string url, bool expected)
    {
        using var engine = Engine.Create(url);
        Assert.That(engine.HasOneConnection, Is.EqualTo(expected));
    }
}
