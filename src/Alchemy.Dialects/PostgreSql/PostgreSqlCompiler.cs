namespace Alchemy;

/// <summary>What PostgreSQL says differently in statements.</summary>
internal sealed class PostgreSqlCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
{
    /// <inheritdoc/>
    protected override void VisitFunction(FunctionCall node)
    {
        if (PostgreSqlFunctions.TryWrite(this, node))
        {
            return;
        }

        // PostgreSQL widens: sum(integer) is bigint, sum(bigint) and avg(integer) are numeric. The declared type is what the reader expects.
        var widened = node.FunctionName is "sum" && node.Type is SmallIntegerType or IntegerType or BigIntegerType
            || node.FunctionName is "avg" && node.Type is DoubleType;
        if (!widened || node.FunctionName is not ("sum" or "avg"))
        {
            base.VisitFunction(node);
            return;
        }

        Write("CAST(");
        base.VisitFunction(node);
        Write($" AS {Dialect.Types.Render(node.Type)})");
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
        => hint.Equals("ONLY", StringComparison.OrdinalIgnoreCase) ? Write("ONLY ").Render(from) : base.WriteHinted(from, hint);

    /// <summary>PostgreSQL gives a numeric, and seconds with their fraction.</summary>
    protected override void VisitExtract(Extract node)
    {
        Write(node.Part is DatePart.Second ? "CAST(floor(" : "CAST(");
        base.VisitExtract(node);
        Write(node.Part is DatePart.Second ? ") AS INTEGER)" : " AS INTEGER)");
    }
}
