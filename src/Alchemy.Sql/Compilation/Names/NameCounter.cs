namespace Alchemy.Internals;

/// <summary>Numbers names by their stem: <c>name_1</c>, <c>name_2</c>. One sequence a stem and statement, for parameters, labels and aliases alike.</summary>
/// <param name="features">Say how long a name that the statement makes up may be.</param>
internal sealed class NameCounter(DialectFeatures features)
{
    // Room for the underscore and number that take the place of the end.
    private const int Tail = 6;
    private readonly Dictionary<string, int> _counters = new(StringComparer.Ordinal);
    private readonly Dictionary<NameClass, int> _cut = [];

    /// <summary>The next name of a stem.</summary>
    public string Next(string stem)
    {
        var number = _counters[stem] = _counters.GetValueOrDefault(stem) + 1;
        return $"{stem}_{number}";
    }

    /// <summary>The name, cut and numbered when it is too long.</summary>
    public string Cut(NameClass kind, string name)
    {
        var most = (features.LabelLength ?? features.MaxIdentifierLength) - Tail;
        if (features.LengthOf(name) <= most)
        {
            return name;
        }

        var number = _cut[kind] = _cut.GetValueOrDefault(kind) + 1;
        return $"{features.Cut(name, Math.Max(most, 0))}_{number:x}";
    }
}

/// <summary>What a name is of: each kind numbers its cut names by itself.</summary>
internal enum NameClass
{
    /// <summary>A column or label.</summary>
    Column,

    /// <summary>A FROM.</summary>
    From,

    /// <summary>A bind parameter.</summary>
    Bind,
}
