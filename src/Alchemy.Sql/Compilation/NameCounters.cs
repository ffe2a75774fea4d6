namespace Alchemy.Internals;

/// <summary>Counts the names that a statement gives, one sequence a stem: parameters, labels and aliases share it.</summary>
internal sealed class NameCounters
{
    private readonly Dictionary<string, int> _counters = new(StringComparer.Ordinal);

    public int Next(string stem) => _counters[stem] = _counters.GetValueOrDefault(stem) + 1;
}
