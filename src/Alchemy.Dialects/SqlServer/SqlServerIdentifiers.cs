namespace Alchemy;

/// <summary>Brackets, and schemas of several parts: <c>database.owner</c>, <c>[a.b].owner</c>.</summary>
internal sealed class SqlServerIdentifiers() : IdentifierPreparer(SqlServerReservedWords.All, '[', ']')
{
    /// <summary>A point separates parts; what stands in brackets is one part, points and all.</summary>
    public override string QuoteSchema(string schema) => string.Join('.', Parts(schema).Select(p => p.IsBracketed ? QuoteAlways(p.Name) : Quote(p.Name)));

    private static IEnumerable<(string Name, bool IsBracketed)> Parts(string schema)
    {
        for (var at = 0; at <= schema.Length;)
        {
            var isBracketed = at < schema.Length && schema[at] == '[' && schema.IndexOf(']', at) > at;
            var end = isBracketed ? schema.IndexOf(']', at) : schema.IndexOf('.', at);
            end = end < 0 ? schema.Length : end;
            yield return (schema[(isBracketed ? at + 1 : at)..end], isBracketed);
            // After a bracket comes the point, if any.
            at = (isBracketed ? end + 1 : end) + 1;
        }
    }
}
