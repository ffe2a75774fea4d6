using Alchemy;

// Started by tests that need a second process: `drivers`, or `write FILE`.
switch (args)
{
    case ["drivers"]:
        TryDrivers();
        return 0;
    case ["write", var file]:
        Write(file);
        return 0;
    default:
        return 2;
}

// An application that has SQLite's driver and no other.
static void TryDrivers()
{
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
}

// Writes more than fits in memory and stays in the transaction until it is told to commit, or is ended.
static void Write(string file)
{
    using var engine = Engine.Create($"sqlite:///{Uri.EscapeDataString(file)}");
    using var connection = engine.Connect();
    connection.ExecuteText("PRAGMA cache_size = 2");
    using var transaction = connection.Begin();
    for (var i = 0; i < 50; i++)
    {
        connection.ExecuteText("INSERT INTO t SELECT hex(zeroblob(5000))");
    }

    Console.WriteLine("written");
    if (Console.ReadLine() is "commit")
    {
        transaction.Commit();
        Console.WriteLine("committed");
    }
}
