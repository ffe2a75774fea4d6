namespace Alchemy;

/// <summary><c>CHECK (condition)</c>. Among the items of a column it stands in the column's line.</summary>
public sealed class CheckConstraint : TableConstraint, IColumnItem
{
    /// <summary>A condition as SQL text. Never put values into it.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="name">The constraint's name, or null.</param>
    public CheckConstraint(string condition, string? name = null)
        : this(new TextClause(condition, SqlTypes.Boolean), name)
    {
    }

    /// <summary>A condition; its values are written into the text.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="name">The constraint's name, or null.</param>
    public CheckConstraint(ColumnElement condition, string? name = null)
        : base(name) => Condition = condition.Node;

    /// <summary>The condition.</summary>
    public ColumnElement Condition { get; private set; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> ColumnNames => [.. Columns.Select(c => c.Key)];

    private IEnumerable<Column> Columns => ColumnFinder.Columns(Condition);

    private protected override Table? FoundTable => Columns.FirstOrDefault()?.Table;

    /// <inheritdoc/>
    protected internal override void Move(SqlRewriter move) => Condition = move.Rewrite(Condition);

    void IColumnItem.Attach(Column column) => column.Add(this);

    /// <inheritdoc/>
    protected internal override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitCheck(this, sql);
}
