using System.Data.Common;
using System.Reflection;
using Alchemy.Drivers;
using Microsoft.Data.SqlClient;

namespace Alchemy.Tests;

/// <summary>The real provider's parameters and errors, over a connection that records: there is no server.</summary>
public abstract class SqlClientFixture
{
    private protected FakeServer Server { get; private set; } = null!;

    private protected Engine Engine { get; private set; } = null!;

    private protected Connection Connection { get; private set; } = null!;

    private protected Goods Goods { get; } = new();

    [SetUp]
    public void Connect()
    {
        DriverRegistry.Register("mssql", new SqlClientDriver(SqlClientFactory.Instance));
        Server = new FakeServer("16.00.1000") { Shows = Shown };
        Engine = Engine.FromFactory("mssql", () => new FakeConnection(Server));
        Connection = Engine.Connect();
        Server.Sent.Clear();
    }

    [TearDown]
    public void Close()
    {
        Connection.Dispose();
        Engine.Dispose();
    }

    /// <summary>An exception of the provider's, as it makes one out of what a server sends.</summary>
    private protected static SqlException Error(params (int Number, byte Class, string Message)[] errors)
    {
        const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var all = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        foreach (var (number, severity, message) in errors)
        {
            var make = typeof(SqlError).GetConstructors(Hidden).First(c => c.GetParameters() is { Length: 8 } p && p[6].ParameterType == typeof(int));
            typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(all, [make.Invoke([number, (byte)1, severity, "server", message, "", 1, null])]);
        }

        return (SqlException)typeof(SqlException).GetMethod("CreateException", Hidden, [typeof(SqlErrorCollection), typeof(string)])!.Invoke(null, [all, "16.00.1000"])!;
    }

    private static string Shown(DbParameter given)
    {
        var parameter = (SqlParameter)given;
        var size = parameter.Size != 0 ? $"({parameter.Size})" : parameter.Precision != 0 ? $"({parameter.Precision},{parameter.Scale})" : "";
        var value = parameter.Value switch { byte[] bytes => Convert.ToHexString(bytes), DBNull => "NULL", IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture), var v => v };
        return $"{parameter.ParameterName} {parameter.SqlDbType}{size} {value}";
    }
}
