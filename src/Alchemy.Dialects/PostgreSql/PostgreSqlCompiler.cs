namespace Alchemy;

/// <summary>What PostgreSQL says differently in statements.</summary>
internal sealed class PostgreSqlCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
{
    /// <inheritdoc/>
    protected override string FunctionName(FunctionCall node) => node.FunctionName is "pow" ? "power" : base.FunctionName(node);

    /// <inheritdoc/>
    protected override string OperatorText(SqlOperator op) => op is SqlOperator.BitwiseXor ? "#" : base.OperatorText(op);

    /// <inheritdoc/>
    protected override void VisitFunction(FunctionCall node)
    {
        if (PostgreSqlFunctions.TryWrite(this, node))
        {
            return;
        }

        base.VisitFunction(node);
    }

    /// <inheritdoc/>
    protected override void CheckConflict(ConflictClause conflict)
    {
        if (!conflict.HasTarget && conflict.Assignments.Count > 0)
        {
            throw Unsupported("ON CONFLICT DO UPDATE without columns", "PostgreSQL must know which unique key is meant: OnConflict(columns).");
        }
    }

    /// <summary>ONLY stands before the table.</summary>
    protected override SqlCompiler WriteHinted(FromClause from, string hint)
        => hint.Equals("ONLY", StringComparison.OrdinalIgnoreCase) ? Write("ONLY ").Render(from)
            : throw Unsupported($"The hint '{hint}'", "PostgreSQL has only ONLY; give the hint the name of its dialect, and the others leave it out.");
}
