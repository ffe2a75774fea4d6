using System.Collections.Concurrent;

namespace Alchemy.Internals;

/// <summary>Compiled statements by structure: statements that differ in the values of their binds share one.</summary>
internal sealed class CompileCache
{
    private const int Capacity = 1024;
    private readonly ConcurrentDictionary<StructuralKey, CompiledSql> _statements = new();

    public CompiledSql Get(ClauseElement statement, Dialect dialect)
    {
        var key = new StructuralKey(statement);
        if (_statements.TryGetValue(key, out var known))
        {
            return known;
        }

        // A program with that many different statements makes them at run time: starting again costs less than keeping an order of use.
        if (_statements.Count >= Capacity)
        {
            _statements.Clear();
        }

        return _statements.GetOrAdd(key, dialect.Compile(statement));
    }
}
