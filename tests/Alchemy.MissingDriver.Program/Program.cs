using Alchemy;

// Started by MissingDriverTests: an application that has SQLite's driver and no other.
foreach (var scheme in new[] { "postgresql", "mssql", "oracle" })
{
    try
    {
        Engine.Create($"{scheme}://u:p@localhost/db").Dispose();
        Console.WriteLine("a driver was found");
    }
    catch (DriverNotFoundException missing)
    {
        Console.WriteLine(missing.Message);
    }
}

using var engine = Engine.Create("sqlite://");
using var connection = engine.Connect();
Console.WriteLine($"sqlite says {connection.Execute(Sql.Select(Sql.Literal(41) + Sql.Literal(1))).Scalar<int>()}");
