using System.Globalization;

namespace Alchemy.Bench.Workloads;

/// <summary>What it costs to tell of statements: raw ADO.NET, the engine while nobody listens, and while an event is heard.</summary>
internal static class Listening
{
    public static Workload Statement(BenchDatabase database)
    {
        const string text = "SELECT \"Id\" FROM customers WHERE \"Id\" = @id";
        var raw = database.Connect();
        raw.Open();
        var command = Raw.Command(raw, text, ("@id", 7));
        command.Prepare();
        var connection = database.Engine.Connect();
        var customers = new BenchContext(database.Engine).Model.MetaData.Tables.Single(t => t.Name == "customers");
        var select = Sql.Select(customers.C("Id")).Where(customers.C<int>("Id") == 7);
        string Ask() => connection.Execute(select).Scalar<int>().ToString(CultureInfo.InvariantCulture);
        return new Workload("T1", "a statement of Core, while nobody listens and while an event is heard", null)
            .Add("raw", () => ((IConvertible)command.ExecuteScalar()!).ToString(CultureInfo.InvariantCulture))
            .Add("Alchemy", Ask, isOurs: true)
            .Add("Alchemy, heard", () =>
            {
                database.Engine.Events.Executed += Ignore;
                try
                {
                    return Ask();
                }
                finally
                {
                    database.Engine.Events.Executed -= Ignore;
                }
            });
    }

    private static void Ignore(object told)
    {
    }
}
