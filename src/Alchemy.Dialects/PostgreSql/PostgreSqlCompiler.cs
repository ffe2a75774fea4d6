namespace Alchemy;

/// <summary>What PostgreSQL says differently in statements.</summary>
internal sealed class PostgreSqlCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
{
    /// <inheritdoc/>
    protected override string FunctionName(FunctionCall node) => (node.FunctionName, Stored(node)) switch
    {
        ("pow", _) => "power",
        // The least of true and false is whether all are true.
        ("min", BooleanType) => "bool_and",
        ("max", BooleanType) => "bool_or",
        _ => base.FunctionName(node),
    };

    /// <inheritdoc/>
    protected override void VisitBinary(BinaryExpression node)
    {
        if (node.Operator is SqlOperator.Modulo && Dialect.Types.Stored(node.Left.Type).StorageType is DoubleType or RealType)
        {
            throw Unsupported("The remainder of doubles", "PostgreSQL has it of whole numbers and decimals: select the operands, and compute it in the program.");
        }

        base.VisitBinary(node);
    }

    /// <inheritdoc/>
    protected override string OperatorText(SqlOperator op) => op is SqlOperator.BitwiseXor ? "#" : base.OperatorText(op);

    /// <summary>In a SELECT, NULL alone is text.</summary>
    protected override string NullOf(SqlType type) => type is NullType ? "NULL" : $"CAST(NULL AS {Dialect.Types.Render(type)})";

    /// <summary>What stands in quotes is text in VALUES, unless a cast says otherwise.</summary>
    protected override ColumnElement InValues(ColumnElement value)
        => value is BindParameter { Type: DateTimeType or DateTimeOffsetType or DateType or TimeType or IntervalType or GuidType or BinaryType or JsonType } bind ? new Cast(bind, bind.Type) : value;

    /// <inheritdoc/>
    protected override void VisitFunction(FunctionCall node)
    {
        if (PostgreSqlFunctions.TryWrite(this, node))
        {
            return;
        }

        // There is no least identifier, but there is a least text, and it is the same one.
        if (node.FunctionName is "min" or "max" && node.Arguments is [var only] && Stored(only) is GuidType { IsNative: true })
        {
            Write($"CAST({node.FunctionName}(CAST(").Render(only).Write(" AS TEXT)) AS UUID)");
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

    private SqlType Stored(ColumnElement element) => Dialect.Types.Stored(element.Type).StorageType;
}
