namespace Alchemy.Internals;

/// <summary>The values of one execution, in the order of <see cref="CompiledSql.Binds"/>.</summary>
internal static class BindValues
{
    public static object?[] Of(CompiledSql compiled, ClauseElement statement, (string Name, object? Value)[] given)
    {
        if (given.FirstOrDefault(g => !compiled.Binds.Any(b => b.Key == g.Name)) is { Name: { } unknown })
        {
            throw new InvalidStatementException($"The statement has no parameter '{unknown}'.");
        }

        // The compiled statement may come from an equal one with other values; a dialect's own binds follow at the end.
        var own = StatementShape.Of(statement).Binds;
        var values = new object?[compiled.Binds.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var bind = i < own.Length ? own[i] : compiled.Binds[i];
            var named = Array.FindIndex(given, g => g.Name == bind.Key);
            values[i] = named >= 0 ? given[named].Value : bind.HasValue ? bind.Value : throw new MissingValueException(bind.Key);
        }

        return values;
    }
}
