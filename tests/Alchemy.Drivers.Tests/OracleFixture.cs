using System.Data.Common;
using Alchemy.Drivers;

namespace Alchemy.Tests;

/// <summary>A stand-in for ODP.NET that records: neither the provider nor a server is to be had on every machine.</summary>
public abstract class OracleFixture
{
    private protected FakeServer Server { get; private set; } = null!;

    private protected Engine Engine { get; private set; } = null!;

    private protected Connection Connection { get; private set; } = null!;

    private protected OracleConnection Raw { get; private set; } = null!;

    private protected Goods Goods { get; } = new();

    private protected virtual string Version => "19.3.0.0.0";

    [SetUp]
    public void Connect()
    {
        DriverRegistry.Register("oracle", new OracleDriver(new OracleClientFactory()));
        Server = new FakeServer(Version) { Shows = Shown };
        Engine = Engine.FromFactory("oracle", () => Raw = new OracleConnection(Server));
        Connection = Engine.Connect();
        Server.Sent.Clear();
    }

    [TearDown]
    public void Close()
    {
        Connection.Dispose();
        Engine.Dispose();
    }

    /// <summary>Fills the output parameters, in order.</summary>
    private protected static Func<DbCommand, FakeAnswer> Outputs(int affected, params object[] values) => command =>
    {
        var outputs = command.Parameters.Cast<DbParameter>().Where(p => p.Direction is System.Data.ParameterDirection.Output).ToList();
        for (var i = 0; i < outputs.Count; i++)
        {
            outputs[i].Value = values[i];
        }

        var rows = ((OracleCommand)command).ArrayBindCount;
        ((OracleCommand)command).ArrayBindRowsAffected = rows == 0 ? null : [.. Enumerable.Repeat(1L, rows)];
        return new FakeAnswer(affected);
    };

    private protected static string Text(object? value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DBNull or null => "NULL",
        object[] many => $"[{string.Join(", ", many.Select(Text))}]",
        IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Shown(DbParameter given) => (OracleParameter)given is { Direction: System.Data.ParameterDirection.Output } output
        ? $"{output.ParameterName} -> {output.OracleDbType}{(output.ArrayBindSize is { } sizes ? $"({string.Join(',', sizes)})" : output.Size != 0 ? $"({output.Size})" : "")}"
        : $"{given.ParameterName} {((OracleParameter)given).OracleDbType} {Text(given.Value)}";
}
