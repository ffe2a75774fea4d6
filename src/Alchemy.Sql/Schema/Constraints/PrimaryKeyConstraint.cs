namespace Alchemy;

/// <summary><c>PRIMARY KEY (columns)</c>. A table whose columns say <c>primaryKey: true</c> has one by itself; this names it, or gives its columns an order of their own.</summary>
/// <param name="columns">The columns' names in the key's order; empty for those that say so themselves.</param>
/// <param name="name">The constraint's name, or null.</param>
public sealed class PrimaryKeyConstraint(IReadOnlyList<string>? columns = null, string? name = null) : TableConstraint(name)
{
    /// <summary>The columns' names in the key's order.</summary>
    public override IReadOnlyList<string> ColumnNames => columns is { Count: > 0 } ? columns : [.. TryTable?.PrimaryKey.Select(c => c.Key) ?? []];

    internal IReadOnlyList<string> Given => columns ?? [];

    internal bool IsImplicit { get; init; }

    /// <inheritdoc/>
    protected internal override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitPrimaryKey(this, sql);
}
