using System.Data.Common;
using Alchemy.Drivers;

namespace Alchemy.Tests;

/// <summary>Connection strings, and providers that are not there.</summary>
[TestFixture]
public sealed class OracleUrlTests
{
    private static readonly OracleDriver Driver = new(new OracleClientFactory());

    [TestCase("oracle://ann:s;x@db.example.com:1522/shop.example.com", "//db.example.com:1522/shop.example.com", "ann", "s;x")]
    [TestCase("oracle://ann:p@a,b:1600/shop", "//a:1521,b:1600/shop", "ann", "p")]
    [TestCase("oracle://ann:p@[::1]/shop", "//[::1]:1521/shop", "ann", "p")]
    [TestCase("oracle:///shop", "//localhost:1521/shop", "/", null)]
    [TestCase("oracle://ann:p@?Data Source=shop_tns&Tns_Admin=%2Fetc", "shop_tns", "ann", "p")]
    public void A_URL_becomes_a_connection_string(string url, string source, string user, string? password)
    {
        var built = new DbConnectionStringBuilder { ConnectionString = Driver.ConnectionString(EngineUrl.Parse(url)) };
        Assert.That((built["Data Source"], built["User Id"], built.TryGetValue("Password", out var given) ? given : null, built["Pooling"]), Is.EqualTo(((object)source, (object)user, (object?)password, (object)"False")));
    }

    [Test]
    public void A_service_is_needed() => Assert.That(Assert.Throws<EngineUrlException>(() => Driver.ConnectionString(EngineUrl.Parse("oracle://h")))!.Message, Does.Contain("service"));

    [Test]
    public void A_provider_that_is_missing_is_named_in_one_sentence()
        => Assert.That(Assert.Throws<DriverNotFoundException>(() => new OracleDriver())!.Message, Does.Contain("add the package Oracle.ManagedDataAccess.Core to the application"));

    [Test]
    public void A_factory_of_another_provider_is_refused()
        => Assert.That(Assert.Throws<DriverNotFoundException>(() => new OracleDriver(Microsoft.Data.SqlClient.SqlClientFactory.Instance))!.Message, Does.Contain("BindByName").And.Contain("Oracle.ManagedDataAccess.Core"));
}
