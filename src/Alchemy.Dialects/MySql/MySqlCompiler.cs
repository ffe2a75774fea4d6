namespace Alchemy;

/// <summary>What MySQL and MariaDB say differently in statements.</summary>
internal sealed class MySqlCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
{
    private bool _inUnion;
    private int _computed;

    /// <inheritdoc/>
    protected override void WriteMember(SelectBase member)
    {
        _inUnion = true;
        var isTable = member is CompoundSelect && NeedsParentheses(member) && Dialect is MySqlDialect { HasSets: false };
        Write(isTable ? "SELECT * FROM " : "");
        base.WriteMember(member);
        Write(isTable ? " AS members" : "");
        _inUnion = false;
    }

    /// <inheritdoc/>
    protected override string SetOperatorText(SetOperator op) => op is not (SetOperator.Union or SetOperator.UnionAll) && Dialect is MySqlDialect { HasSets: false }
        ? throw Unsupported("INTERSECT and EXCEPT", "MySQL has them from 8.0.31 on: use EXISTS, or NOT EXISTS.")
        : base.SetOperatorText(op);

    /// <summary>MariaDB (10.11) cuts a text of more than 65,535 bytes that is a parameter alone in a SELECT of a UNION: it keeps the rest of the division by 65,536.</summary>
    protected override void RenderResult(ColumnElement column)
    {
        var value = column is Label label ? label.Element : column;
        if (value is BindParameter or LiteralValue && Dialect is MySqlDialect { HasTypedParameters: false } && IsMistaken(Stored(value.Type), value is LiteralValue))
        {
            Visit(new Cast(value, Stored(value.Type) is IntervalType ? SqlTypes.DateTime : value.Type));
        }
        else if (_inUnion && value is BindParameter bind && Stored(bind.Type) is StringType or TextType or BinaryType or JsonType)
        {
            Write("concat(").Render(bind).Write(")");
        }
        else
        {
            base.RenderResult(column);
        }
    }

    // In a table that it makes for a UNION or a subquery, an old MySQL keeps parameters of text as bytes, those of time without their fraction, and a large number as the largest with a digit less.
    private static bool IsMistaken(SqlType type, bool isLiteral)
        => isLiteral ? type is NumericType : type is StringType or TextType or GuidType or EnumerationType or DateTimeType or DateTimeOffsetType or DateType or TimeType or IntervalType;

    /// <inheritdoc/>
    protected override void VisitSelect(Select node)
    {
        // MariaDB (10.11) makes a LIMIT 1 of a DISTINCT of values alone, and forgets the OFFSET.
        if (node is { IsDistinct: true, OffsetClause: not null } && !node.Columns.SelectMany(Visitors.Iterate).Any(e => e is NamedColumn or SelectBase))
        {
            throw Unsupported("OFFSET of a DISTINCT of values alone", "all its rows are one row: leave DISTINCT or the OFFSET out.");
        }

        base.VisitSelect(node);
    }

    /// <summary>MySQL 5.6 takes <c>x IN (SELECT 1 FROM DUAL WHERE …)</c> for <c>x = 1</c>, whatever the condition.</summary>
    protected override void WriteEmptyFrom(Select select, bool isNested)
    {
        if (Features.EmptyFrom is EmptyFrom.Dual && isNested && select.WhereClauses.Count > 0)
        {
            throw Unsupported("WHERE of a SELECT without tables that stands in another", "the condition would not be heeded by an IN around it: put it beside the subquery, or select from a table.");
        }

        base.WriteEmptyFrom(select, isNested);
    }

    /// <summary>And of a UNION it heeds it.</summary>
    protected override string NoRows(string select) => Features.EmptyFrom is EmptyFrom.Dual ? $"{base.NoRows(select)} UNION ALL {base.NoRows(select)}" : base.NoRows(select);

    /// <summary>MySQL 5.6 does not know whether <c>(NULL, 6)</c> is in a list of several tuples, though none of them has the 6.</summary>
    protected override void VisitIn(InExpression node)
    {
        if (node is { IsNegated: true, Left: TupleExpression tuple, Right: not SelectBase } && Dialect is MySqlDialect { ComparesTuplesWithNull: false } && tuple.IsNullable)
        {
            throw Unsupported("NOT IN of tuples that may hold NULL", "rows would be left out that differ in another of their values: compare the columns of each tuple, and join that by OR and AND.");
        }

        base.VisitIn(node);
    }

    /// <inheritdoc/>
    protected override string JoinText(JoinKind kind) => kind switch
    {
        JoinKind.Inner => " INNER JOIN ",
        JoinKind.FullOuter => throw Unsupported("FULL JOIN", "MySQL and MariaDB have none: join a LEFT JOIN and a RIGHT JOIN with UnionAll(...)."),
        _ => base.JoinText(kind),
    };

    /// <summary>MariaDB (10.11) takes all rows for one where DISTINCT or GROUP BY meets a value computed from a parameter of bytes: <c>concat</c> gives that a length.</summary>
    protected override void VisitBindParameter(BindParameter node)
    {
        if (_computed > 0 && Stored(node.Type) is BinaryType)
        {
            Write("concat(");
            base.VisitBindParameter(node);
            Write(")");
        }
        else
        {
            base.VisitBindParameter(node);
        }
    }

    /// <inheritdoc/>
    protected override void VisitCase(Case node)
    {
        _computed++;
        base.VisitCase(node);
        _computed--;
    }

    /// <inheritdoc/>
    protected override void VisitBetween(Between node)
        => base.VisitBetween(IsUuid(node.Operand) ? new Between(AsText(node.Operand), AsText(node.Low), AsText(node.High), node.IsNegated, node.IsSymmetric) : node);

    /// <inheritdoc/>
    protected override void RenderOrderBy(ColumnElement item, IReadOnlyList<ColumnElement> columns)
    {
        var element = item is Ordering ordering ? ordering.Element : item;
        if (IsUuid(element))
        {
            var text = AsText(element is Label label ? label.Element : element);
            item = item is Ordering o ? new Ordering(text, o.IsDescending, o.Nulls) : text;
        }

        base.RenderOrderBy(item, columns);
    }

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
        // LENGTH counts bytes.
        "length" => "char_length",
        "strpos" => "instr",
        "sysdate" => "SYSDATE",
        _ => base.FunctionName(node),
    };

    /// <inheritdoc/>
    protected override bool IsWord(FunctionCall node) => node.FunctionName is not "sysdate" && base.IsWord(node);

    /// <summary>The division of whole numbers: here <c>/</c> makes a fraction of them.</summary>
    protected override void VisitBinary(BinaryExpression node)
    {
        if (node.Operator is SqlOperator.Divide && Stored(node.Type) is SmallIntegerType or IntegerType or BigIntegerType)
        {
            WriteOperator(node.Left, "DIV", node.Right);
        }
        else if (node.Operator is SqlOperator.Less or SqlOperator.LessOrEqual or SqlOperator.Greater or SqlOperator.GreaterOrEqual && (IsUuid(node.Left) || IsUuid(node.Right)))
        {
            WriteOperator(AsText(node.Left), OperatorText(node.Operator), AsText(node.Right));
        }
        else
        {
            DialectChecks.RefuseTimes(node, Dialect);
            base.VisitBinary(node);
        }
    }

    /// <inheritdoc/>
    protected override void VisitFunction(FunctionCall node)
    {
        if (MySqlFunctions.TryWrite(this, node))
        {
            return;
        }

        if (node is { FunctionName: "round_even" or "ticks" or "date_trunc" or "ltrim" or "rtrim", Arguments.Count: > 1 } or { FunctionName: "trim", Arguments.Count: 2 } or { FunctionName: "date_add", Arguments.Count: 3 })
        {
            throw Unsupported($"The function {node.FunctionName} of these {node.Arguments.Count} arguments", "MySQL and MariaDB have none like it: a unit and characters to trim must be literals, characters are trimmed from MySQL 8 on, and other numbers are rounded as decimals or doubles.");
        }

        if (node.FunctionName is "rollup")
        {
            Render(node.Arguments).Write(" WITH ROLLUP");
        }
        else if (node.FunctionName is "min" or "max" && node.Arguments is [var only] && IsUuid(only))
        {
            base.VisitFunction(new FunctionCall(node.FunctionName, [AsText(only)], node.Type, node.IsNullable));
        }
        else
        {
            DialectChecks.RefuseSums(node, Dialect);
            _computed++;
            base.VisitFunction(node);
            _computed--;
        }
    }

    // The order of MariaDB's UUID is not that of its text, which is C#'s.
    private bool IsUuid(ColumnElement element) => Stored(element.Type) is GuidType type && Dialect.Types.Render(type) is "UUID";

    private static ColumnElement AsText(ColumnElement id) => id is BindParameter or LiteralValue or Constant ? id : new Cast(id, SqlTypes.String());

    private SqlType Stored(SqlType type) => Dialect.Types.Stored(type).StorageType;
}
