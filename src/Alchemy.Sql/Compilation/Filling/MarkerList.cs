namespace Alchemy.Internals;

/// <summary>The parameters of a text that is being filled. Where markers have numbers or names, the same bind twice is one parameter.</summary>
internal sealed class MarkerList
{
    private readonly List<FilledParameter> _parameters = [];
    private readonly Dictionary<(int Bind, int Element), int> _numbers = [];

    public FilledParameter[] ToArray() => [.. _parameters];

    /// <summary>A parameter of its own for each place.</summary>
    public string Append(int bind, int element, SqlType type, string marker)
    {
        _parameters.Add(new FilledParameter(bind, element, type, null));
        return marker;
    }

    /// <summary>One parameter for all places; returns its number, from 1.</summary>
    public int Once(int bind, int element, SqlType type, string? marker)
    {
        if (!_numbers.TryGetValue((bind, element), out var number))
        {
            _parameters.Add(new FilledParameter(bind, element, type, marker));
            _numbers.Add((bind, element), number = _parameters.Count);
        }

        return number;
    }

    /// <summary>One parameter for all places; returns its marker.</summary>
    public string Named(int bind, int element, SqlType type, string marker)
    {
        _ = Once(bind, element, type, marker);
        return marker;
    }
}
