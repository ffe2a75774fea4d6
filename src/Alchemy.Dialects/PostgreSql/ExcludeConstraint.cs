namespace Alchemy;

/// <summary>PostgreSQL: no two rows for which all of the operators hold: <c>EXCLUDE USING gist (room WITH =, during WITH &amp;&amp;)</c>.</summary>
/// <example><code>new ExcludeConstraint([("room", "="), ("during", "&amp;&amp;")])</code></example>
/// <param name="items">Columns and expressions, each with its operator.</param>
/// <param name="name">The constraint's name, or null.</param>
public sealed class ExcludeConstraint(IReadOnlyList<(IndexItem Item, string Operator)> items, string? name = null) : ExtensionConstraint(name)
{
    private ColumnElement? _where;

    /// <summary>Columns and expressions, each with its operator.</summary>
    public IReadOnlyList<(IndexItem Item, string Operator)> Items { get; private set; } = items;

    /// <summary>The word after USING.</summary>
    public string Using { get; init; } = "gist";

    /// <summary>Which rows count; null for all.</summary>
    public ColumnElement? Where
    {
        get => _where;
        init => _where = value;
    }

    /// <summary>Operator classes by the column's name or the expression's label.</summary>
    public IReadOnlyDictionary<string, string> Ops { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override IReadOnlyList<string> ColumnNames => [.. Items.Select(i => i.Item.ColumnName).OfType<string>()];

    /// <inheritdoc/>
    protected override void Move(SqlRewriter move)
        => (Items, _where) = ([.. Items.Select(i => (i.Item.Moved(move), i.Operator))], _where is null ? null : move.Rewrite(_where));

    /// <inheritdoc/>
    protected override void Write(DdlCompiler ddl, SqlCompiler sql)
    {
        if (ddl is not PostgreSqlDdlCompiler postgres)
        {
            throw new CompileException("EXCLUDE", sql.Dialect.Name, "PostgreSQL alone has it: use UniqueConstraint, or say DdlIf.");
        }

        postgres.WriteExclude(this, sql);
    }
}
