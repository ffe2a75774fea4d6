using Alchemy.Drivers;
using Microsoft.Data.SqlClient;

namespace Alchemy.Tests;

/// <summary>Connection strings, read back by the provider.</summary>
[TestFixture]
public sealed class SqlClientUrlTests
{
    private static readonly SqlClientDriver Driver = new(SqlClientFactory.Instance);

    [TestCase("mssql://ann:s;x@db.example.com:1444/shop", "db.example.com,1444", "shop", "ann", "s;x", false)]
    [TestCase("sqlserver://localhost\\SQLEXPRESS/shop", "localhost\\SQLEXPRESS", "shop", "", "", true)]
    [TestCase("mssql://", "localhost", "", "", "", true)]
    [TestCase("mssql://db?Authentication=ActiveDirectoryInteractive", "db", "", "", "", false)]
    public void A_URL_becomes_a_connection_string(string url, string source, string database, string user, string password, bool isIntegrated)
    {
        var built = new SqlConnectionStringBuilder(Driver.ConnectionString(EngineUrl.Parse(url)));
        Assert.That((built.DataSource, built.InitialCatalog, built.UserID, built.Password, built.IntegratedSecurity, built.Pooling), Is.EqualTo((source, database, user, password, isIntegrated, false)));
    }

    [Test]
    public void Options_are_the_provider_s()
    {
        var built = new SqlConnectionStringBuilder(Driver.ConnectionString(EngineUrl.Parse("mssql://u:p@h/d?Encrypt=True&TrustServerCertificate=True&Application Name=shop&Pooling=True")));
        Assert.That((built.Encrypt, built.TrustServerCertificate, built.ApplicationName, built.Pooling), Is.EqualTo((true, true, "shop", true)));
    }

    [TestCase("mssql://a,b/d", "one host")]
    [TestCase("mssql://h/d?Nonsense=1", "the option 'Nonsense'")]
    [TestCase("mssql://h/d?Connect Timeout=soon", "the option 'Connect Timeout'")]
    [TestCase("mssql://h/d?MultipleActiveResultSets=True", "MultipleActiveResultSets")]
    public void What_is_refused_is_said(string url, string part) => Assert.That(Assert.Throws<EngineUrlException>(() => Driver.ConnectionString(EngineUrl.Parse(url)))!.Message, Does.Contain(part));

    [TestCase("Data Source=h;MARS=", "")]
    [TestCase("Data Source=h;MultipleActiveResultSets=True", "MultipleActiveResultSets")]
    public void A_wrong_connection_string_is_said(string text, string part) => Assert.That(Assert.Throws<EngineUrlException>(() => Driver.CreateConnection(text))!.Message, Does.Contain(part));

    [TestCase("mssql")]
    [TestCase("SQLSERVER")]
    public void The_schemes_are_known(string scheme) => Assert.That(DriverRegistry.Find(scheme), Is.InstanceOf<SqlClientDriver>());

    [Test]
    public void A_factory_of_another_provider_is_refused()
        => Assert.That(Assert.Throws<DriverNotFoundException>(() => new SqlClientDriver(new OracleClientFactory()))!.Message, Does.Contain("no").IgnoreCase.And.Contain("SqlException").And.Contain("Microsoft.Data.SqlClient"));
}
