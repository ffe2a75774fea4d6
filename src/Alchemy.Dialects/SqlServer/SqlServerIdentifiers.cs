namespace Alchemy;

/// <summary>Brackets, and schemas of several parts: <c>database.owner</c>, <c>[a.b].owner</c>.</summary>
internal sealed class SqlServerIdentifiers() : IdentifierPreparer(SqlServerReservedWords.All, '[', ']')
{
    /// <summary>A point separates parts; what stands in brackets is one part, points and all.</summary>
    public override string QuoteSchema(string schema)
    {
        var parts = Parts(schema).ToList();
        var owner = Quote(parts[^1].Name);
        return parts.Count switch
        {
            1 => owner,
            2 => $"{Quote(parts[0].Name)}.{owner}",
            // Without brackets nobody knows where the database's name ends: it is one name, points and all.
            _ when !parts.Exists(p => p.IsBracketed) => $"{Quote(string.Join('.', parts.SkipLast(1).Select(p => p.Name)))}.{owner}",
            _ => $"{string.Join('.', parts.SkipLast(1).Select(p => p.IsBracketed ? QuoteAlways(p.Name) : Quote(p.Name)))}.{owner}",
        };
    }

    /// <summary>A collation is a word, never in brackets.</summary>
    public override string QuoteCollation(string collation, string? schema = null) => collation.All(c => char.IsAsciiLetterOrDigit(c) || c is '_')
        ? collation
        : throw new CompileException($"The collation '{collation}'", "mssql", "the database knows collations by letters, digits and underscores only.");

    private static IEnumerable<(string Name, bool IsBracketed)> Parts(string schema)
    {
        for (var at = 0; at <= schema.Length;)
        {
            var close = at < schema.Length && schema[at] == '[' ? schema.IndexOf(']', at) : -1;
            var isBracketed = close > at && (close + 1 == schema.Length || schema[close + 1] == '.');
            var point = schema.IndexOf('.', isBracketed ? close : at);
            var end = point < 0 ? schema.Length : point;
            yield return isBracketed ? (schema[(at + 1)..close], true) : (schema[at..end], false);
            at = end + 1;
        }
    }
}
