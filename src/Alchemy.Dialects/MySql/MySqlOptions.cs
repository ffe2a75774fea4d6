namespace Alchemy;

/// <summary>What MySQL and MariaDB say after the columns of CREATE TABLE, in the order given: <c>ENGINE=InnoDB CHARSET=utf8mb4</c>.</summary>
/// <example><code>new MySqlTableOptions { ["engine"] = "InnoDB", ["charset"] = "utf8mb4", ["partition_by"] = "KEY(id)", ["partitions"] = "2" }</code></example>
public sealed class MySqlTableOptions : DialectOptions
{
    private readonly List<(string Name, string Value)> _values = [];

    /// <summary>The value of an option, as SQL text; text in quotes where the option takes one, such as <c>data_directory</c>.</summary>
    /// <param name="name">The option's name; underscores may stand for spaces.</param>
    public string this[string name]
    {
        get => _values.Find(v => v.Name == Named(name)).Value;
        set
        {
            _values.RemoveAll(v => v.Name == Named(name));
            _values.Add((Named(name), value));
        }
    }

    /// <summary>The options in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Values => _values;

    private static string Named(string name) => name.ToUpperInvariant().Replace(' ', '_');
}

/// <summary>What MySQL and MariaDB say about an index.</summary>
public sealed class MySqlIndexOptions : DialectOptions
{
    /// <summary>The word before INDEX: <c>FULLTEXT</c>, <c>SPATIAL</c>.</summary>
    public string? Prefix { get; init; }

    /// <summary>How many characters of each column count.</summary>
    public int? Length { get; init; }

    /// <summary>How many characters of a column count, by its name.</summary>
    public IReadOnlyDictionary<string, int> Lengths { get; init; } = new Dictionary<string, int>();

    /// <summary>The word after USING: <c>btree</c>, <c>hash</c>.</summary>
    public string? Using { get; init; }

    /// <summary>The parser of a full text index.</summary>
    public string? WithParser { get; init; }
}

/// <summary>What MySQL and MariaDB say about a primary key.</summary>
public sealed class MySqlKeyOptions : DialectOptions
{
    /// <summary>The word after USING: <c>btree</c>, <c>hash</c>.</summary>
    public string? Using { get; init; }
}
