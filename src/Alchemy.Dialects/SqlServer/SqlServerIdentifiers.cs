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
            var close = at < schema.Length && schema[at] == '[' ? schema.IndexOf(']', at) : -1;
            var isBracketed = close > at && (close + 1 == schema.Length || schema[close + 1] == '.');
            var point = schema.IndexOf('.', isBracketed ? close : at);
            var end = point < 0 ? schema.Length : point;
            yield return isBracketed ? (schema[(at + 1)..close], true) : (schema[at..end], false);
            at = end + 1;
        }
    }
}
