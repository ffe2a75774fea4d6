namespace Alchemy;

/// <summary>What PostgreSQL says differently in statements.</summary>
internal sealed class PostgreSqlCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
{
    /// <inheritdoc/>
    protected override string FunctionName(FunctionCall node) => node.FunctionName is "pow" ? "power" : base.FunctionName(node);

    /// <inheritdoc/>
    protected override string OperatorText(SqlOperator op) => op is SqlOperator.BitwiseXor ? "#" : base.OperatorText(op);
}
