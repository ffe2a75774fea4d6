namespace Alchemy.Bench;

/// <summary>One thing to do, by several contenders. The first is raw ADO.NET, the measure of the others.</summary>
/// <param name="Name">PERF's name.</param>
/// <param name="What">What it does.</param>
/// <param name="Goal">The first mark for our ratio to raw; null where there is none.</param>
internal sealed record Workload(string Name, string What, double? Goal)
{
    public List<Contender> Contenders { get; } = [];

    public Workload Add(string name, Func<string> run, bool isOurs = false)
    {
        Contenders.Add(new Contender(name, run, isOurs));
        return this;
    }
}

/// <summary>A way to do it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Run">Does it once; the text is the same for all contenders.</param>
/// <param name="IsOurs">True for this project.</param>
internal sealed record Contender(string Name, Func<string> Run, bool IsOurs);

/// <summary>What was measured, one operation.</summary>
internal sealed record Measurement(string Contender, bool IsOurs, double CpuMicroseconds, double WallMicroseconds, double Bytes);
