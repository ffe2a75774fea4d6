namespace Alchemy;

/// <summary>What MySQL and MariaDB say differently in statements.</summary>
internal sealed class MySqlCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
{
    /// <inheritdoc/>
    protected override string JoinText(JoinKind kind) => kind switch
    {
        JoinKind.Inner => " INNER JOIN ",
        JoinKind.FullOuter => throw Unsupported("FULL JOIN", "MySQL and MariaDB have none: join a LEFT JOIN and a RIGHT JOIN with UnionAll(...)."),
        _ => base.JoinText(kind),
    };

    /// <summary>A CAST takes few types, under names of its own.</summary>
    protected override string? CastType(SqlType type) => Dialect.Types.Implementation(type) switch
    {
        NativeType { CastName: { } name } native when Dialect.Types.Render(native) == native.Name => name.Length == 0 ? null : name,
        EnumerationType { IsNative: true } => null,
        FloatType or RealType when Features.FloatCast is Support.No => null,
        NativeType { Name: "FLOAT" or "REAL" or "DOUBLE" or "DOUBLE PRECISION" } or DoubleType when Features.FloatCast is Support.No => null,
        FloatType or RealType => Dialect.Types.Render(type),
        IntervalType => "DATETIME",
        var stored => CastTypeOf(stored.StorageType),
    };

    /// <summary>MariaDB makes room in VALUES when it prepares the statement, before it has parameters: for empty text.</summary>
    protected override bool HasLiteralValues => true;

    /// <inheritdoc/>
    protected override ColumnElement InValues(ColumnElement value)
        => value is BindParameter { Type: DateTimeType or DateTimeOffsetType or DateType or TimeType } bind ? new Cast(bind, bind.Type) : value;

    private string CastTypeOf(SqlType type) => type switch
    {
        SmallIntegerType or IntegerType or BigIntegerType or BooleanType => "SIGNED INTEGER",
        NumericType number => "DECIMAL" + Dialect.Types.Render(number)["NUMERIC".Length..],
        StringType { Length: int length } => $"CHAR({length})",
        StringType or TextType or GuidType => "CHAR",
        BinaryType { Length: int length } => $"BINARY({length})",
        BinaryType => "BINARY",
        var other => Dialect.Types.Render(other),
    };

    /// <inheritdoc/>
    protected override void VisitExtract(Extract node)
    {
        switch (node.Field)
        {
            case "dow":
                Write("(DAYOFWEEK(").Render(node.Operand).Write(") - 1)");
                break;
            case "doy":
                Write("DAYOFYEAR(").Render(node.Operand).Write(")");
                break;
            default:
                base.VisitExtract(node);
                break;
        }
    }

    /// <inheritdoc/>
    protected override string ExtractField(string field) => field is "milliseconds" ? "millisecond" : field;

    /// <inheritdoc/>
    protected override string FunctionName(FunctionCall node) => node.FunctionName switch
    {
        "random" => "rand",
        "sysdate" => "SYSDATE",
        _ => base.FunctionName(node),
    };

    /// <inheritdoc/>
    protected override bool IsWord(FunctionCall node) => node.FunctionName is not "sysdate" && base.IsWord(node);

    /// <summary>The division of whole numbers: here <c>/</c> makes a fraction of them.</summary>
    protected override void VisitBinary(BinaryExpression node)
    {
        if (node is { Operator: SqlOperator.Divide, Type: SmallIntegerType or IntegerType or BigIntegerType })
        {
            WriteOperator(node.Left, "DIV", node.Right);
        }
        else
        {
            base.VisitBinary(node);
        }
    }

    /// <inheritdoc/>
    protected override void VisitFunction(FunctionCall node)
    {
        if (node.FunctionName is "rollup")
        {
            Render(node.Arguments).Write(" WITH ROLLUP");
        }
        else if (node is { FunctionName: "trunc", Arguments: [var number] })
        {
            Write("truncate(").Render(number).Write(", 0)");
        }
        else if (node is { FunctionName: "round_even" or "ticks" or "date_trunc" } or { FunctionName: "date_add", Arguments.Count: 3 } or { FunctionName: "trim", Arguments.Count: 2 })
        {
            throw Unsupported($"The function {node.FunctionName} of {node.Arguments.Count} arguments, as LINQ calls it for dates, rounding and Trim(characters),", "MySQL and MariaDB have none like it: select the columns, and compute it in the program after AsEnumerable().");
        }
        else
        {
            base.VisitFunction(node);
        }
    }
}
