namespace Alchemy.Internals;

/// <summary>Compiled statements by structure: statements that differ in the values of their binds share one. Those not used for longest go first.</summary>
internal sealed class CompileCache
{
    private const int Capacity = 1024;
    private readonly RecentCache<StructuralKey, CompiledSql> _statements = new(Capacity, StructuralKey.Comparer);
    private readonly Func<StructuralWalk, StructuralKey?> _known;

    public CompileCache() => _known = _statements.KeyLike;

    public CompiledSql Get(ClauseElement statement, Dialect dialect)
    {
        var key = StatementShape.Of(statement, _known).Key;
        var known = _statements.Find(key);
        var counter = known is null ? Instruments.CompileMisses : Instruments.CompileHits;
        if (counter.Enabled)
        {
            counter.Add(1, new KeyValuePair<string, object?>("db.system.name", dialect.SystemName));
        }

        return known ?? _statements.Add(key, dialect.Compile(statement));
    }
}
