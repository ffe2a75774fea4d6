using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Alchemy.Bench;
using Alchemy.Bench.Workloads;
using Spectre.Console;

var quick = new Option<bool>("--quick") { Description = "Few rounds: to see that it works." };
var filter = new Option<string?>("--filter") { Description = "Only workloads whose name begins with this, such as W2." };
var json = new Option<FileInfo?>("--json") { Description = "Writes one object a workload to this file." };
var cold = new Option<string?>("--cold") { Hidden = true };
var file = new Option<string?>("--file") { Hidden = true };
var root = new RootCommand("Measures this project beside raw ADO.NET, Dapper and EF Core: interleaved rounds, medians, ratios to raw.") { quick, filter, json, cold, file };
root.SetAction(arguments =>
{
    if (arguments.GetValue(cold) is { } who)
    {
        Console.WriteLine(ColdStart.Run(who, arguments.GetValue(file)!));
        return 0;
    }

    return Bench(arguments.GetValue(quick), arguments.GetValue(filter), arguments.GetValue(json));
});
return root.Parse(args).Invoke();

static int Bench(bool quick, string? filter, FileInfo? json)
{
    // A table in a pipe is not cut to a terminal.
    AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 170);
    var results = new SortedDictionary<string, object>(StringComparer.Ordinal);
    using (var sqlite = BenchDatabase.Sqlite())
    {
        Run(sqlite, quick, filter, results);
    }

    if (Environment.GetEnvironmentVariable("ALCHEMY_POSTGRESQL_URL") is { Length: > 0 } url)
    {
        using var postgresql = BenchDatabase.PostgreSql(url);
        Run(postgresql, quick, filter, results);
    }
    else
    {
        AnsiConsole.MarkupLine("No PostgreSQL: start it with ./tools/databases up and set ALCHEMY_POSTGRESQL_URL.");
    }

    if (json is not null)
    {
        File.WriteAllText(json.FullName, JsonSerializer.Serialize(results, new JsonSerializerOptions { WriteIndented = true }));
    }

    return 0;
}

static void Run(BenchDatabase database, bool quick, string? filter, SortedDictionary<string, object> results)
{
    database.Fill(10_000);
    var table = new Table().Title(database.Name).AddColumns("workload", "contender", "CPU us", "x raw", "wall us", "x raw", "bytes", "x raw", "first mark");
    foreach (var make in Workloads(database))
    {
        var workload = make();
        if (filter is not null && !workload.Name.StartsWith(filter, StringComparison.OrdinalIgnoreCase))
        {
            continue;
        }

        var measured = Runner.Measure(workload, quick ? 3 : 15, TimeSpan.FromMilliseconds(quick ? 20 : 100));
        var raw = measured[0];
        foreach (var m in measured)
        {
            // PostgreSQL's writes are round trips: wall counts there.
            var ratio = database.IsSqlite ? m.CpuMicroseconds / raw.CpuMicroseconds : m.WallMicroseconds / raw.WallMicroseconds;
            var mark = m.IsOurs && workload.Goal is { } goal ? string.Create(CultureInfo.InvariantCulture, $"{goal:0.##} {(ratio <= goal ? "met" : "missed")}") : "";
            table.AddRow(m == raw ? $"{workload.Name} {workload.What}" : "", m.Contender, Number(m.CpuMicroseconds), Number(m.CpuMicroseconds / raw.CpuMicroseconds), Number(m.WallMicroseconds), Number(m.WallMicroseconds / raw.WallMicroseconds), Number(m.Bytes), Number(m.Bytes / raw.Bytes), mark);
        }

        results[database.IsSqlite ? workload.Name : $"{workload.Name}-{database.Name}"] = measured.ToDictionary(m => m.Contender, m => new { cpuUs = m.CpuMicroseconds, cpuRatio = m.CpuMicroseconds / raw.CpuMicroseconds, wallUs = m.WallMicroseconds, wallRatio = m.WallMicroseconds / raw.WallMicroseconds, bytes = m.Bytes, bytesRatio = m.Bytes / raw.Bytes });
    }

    AnsiConsole.Write(table);
}

static IEnumerable<Func<Workload>> Workloads(BenchDatabase database)
{
    yield return () => Reads.LookUp(database);
    yield return () => Reads.LookUpKept(database);
    yield return () => Reads.ReadAll(database, tracked: false);
    yield return () => Reads.ReadAll(database, tracked: true);
    yield return () => Reads.JoinToDto(database);
    yield return () => Reads.Group(database);
    yield return () => Writes.InsertMany(database, 10_000);
    yield return () => Translation.Seen(database);
    yield return () => Listening.Statement(database);
    yield return () => Pooling.TakeAndGiveBack(database);
    yield return () => Pooling.ByManyThreads(database);
    if (database.IsSqlite)
    {
        yield return () => ColdStart.Start(database);
        yield return () => Compilation.MidSize(database);
        yield return () => Compilation.Columns(database);
    }
}

static string Number(double value) => value.ToString(value < 100 ? "0.##" : "N0", CultureInfo.InvariantCulture);
