using System.Diagnostics;

namespace Alchemy.Bench;

/// <summary>Interleaved rounds in rotated order, after the JIT has settled; medians.</summary>
internal static class Runner
{
    public static IReadOnlyList<Measurement> Measure(Workload workload, int rounds, TimeSpan sample)
    {
        var expected = workload.Contenders[0].Run();
        foreach (var contender in workload.Contenders)
        {
            if (contender.Run() is var found && found != expected)
            {
                throw new InvalidOperationException($"{workload.Name}: {contender.Name} gives '{found}', raw gives '{expected}'.");
            }
        }

        var counts = workload.Contenders.Select(c => Settle(c, sample)).ToArray();
        var samples = workload.Contenders.Select(_ => new List<(double Cpu, double Wall, double Bytes)>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < workload.Contenders.Count; i++)
            {
                var who = (i + round) % workload.Contenders.Count;
                samples[who].Add(Sample(workload.Contenders[who], counts[who]));
            }
        }

        return [.. workload.Contenders.Select((c, i) => new Measurement(c.Name, c.IsOurs, Median(samples[i].Select(s => s.Cpu)), Median(samples[i].Select(s => s.Wall)), Median(samples[i].Select(s => s.Bytes))))];
    }

    // How many operations fill a sample, after enough of them for the last tier of the JIT.
    private static int Settle(Contender contender, TimeSpan sample)
    {
        var clock = Stopwatch.StartNew();
        var runs = 0;
        while (runs < 100 && clock.Elapsed < sample * 8 || runs < 3)
        {
            contender.Run();
            runs++;
        }

        Thread.Sleep(150);
        clock.Restart();
        contender.Run();
        return Math.Clamp((int)(sample / clock.Elapsed), 1, 100_000);
    }

    private static (double Cpu, double Wall, double Bytes) Sample(Contender contender, int count)
    {
        GC.Collect();
        var (cpu, bytes, clock) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        for (var i = 0; i < count; i++)
        {
            contender.Run();
        }

        return ((Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / count, clock.Elapsed.TotalMicroseconds / count, (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / count);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
