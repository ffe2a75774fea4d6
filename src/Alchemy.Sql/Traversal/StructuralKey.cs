namespace Alchemy.Internals;

/// <summary>A statement as a cache key: equal when two statements differ in nothing but the values of their binds.</summary>
internal readonly struct StructuralKey(ClauseElement statement) : IEquatable<StructuralKey>
{
    public ClauseElement Statement { get; } = statement is ColumnElement column ? column.Node : statement;

    /// <summary>The distinct binds in walking order: the order of <see cref="CompiledSql.Binds"/> of an equal statement.</summary>
    public IReadOnlyList<BindParameter> Binds() => BindWalker.Collect(Statement);

    public bool Equals(StructuralKey other) => StructuralComparer.AreEqual(Statement, other.Statement);

    public override bool Equals(object? obj) => obj is StructuralKey other && Equals(other);

    public override int GetHashCode() => Statement.StructuralHash;
}
