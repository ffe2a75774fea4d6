using System.Data.Common;

namespace Alchemy.Bench.Workloads;

/// <summary>What a connection costs that is open already: our pool beside the provider's.</summary>
internal static class Pooling
{
    private const int Threads = 8;
    private const int Each = 200;

    public static Workload TakeAndGiveBack(BenchDatabase database) => new Workload("P1", "a pooled connection, taken and given back", null)
        .Add("raw", () => ByProvider(database))
        .Add("Alchemy", () => ByEngine(database), isOurs: true);

    public static Workload ByManyThreads(BenchDatabase database) => new Workload("P2", $"the same by {Threads} threads at once, {Each} times each", null)
        .Add("raw", () => AtOnce(() => ByProvider(database)))
        .Add("Alchemy", () => AtOnce(() => ByEngine(database)), isOurs: true);

    private static string ByProvider(BenchDatabase database)
    {
        using DbConnection connection = database.Connect();
        connection.Open();
        return "taken";
    }

    private static string ByEngine(BenchDatabase database)
    {
        using var connection = database.Engine.Connect();
        return "taken";
    }

    private static string AtOnce(Func<string> take)
    {
        Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, _ =>
        {
            for (var i = 0; i < Each; i++)
            {
                take();
            }
        });
        return "taken";
    }
}
