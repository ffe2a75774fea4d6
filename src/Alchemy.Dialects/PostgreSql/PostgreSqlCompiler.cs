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

    /// <summary>PostgreSQL gives a numeric, and seconds with their fraction.</summary>
    protected override void VisitExtract(Extract node)
    {
        Write(node.Part is DatePart.Second ? "CAST(floor(" : "CAST(");
        base.VisitExtract(node);
        Write(node.Part is DatePart.Second ? ") AS INTEGER)" : " AS INTEGER)");
    }
}
