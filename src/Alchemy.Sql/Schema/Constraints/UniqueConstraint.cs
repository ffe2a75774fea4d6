namespace Alchemy;

/// <summary><c>UNIQUE (columns)</c></summary>
/// <param name="columns">The columns' names.</param>
/// <param name="name">The constraint's name, or null.</param>
public sealed class UniqueConstraint(IReadOnlyList<string> columns, string? name = null) : TableConstraint(name)
{
    /// <summary>The columns' names.</summary>
    public override IReadOnlyList<string> ColumnNames { get; } = columns;

    /// <inheritdoc/>
    protected internal override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitUnique(this, sql);
}
