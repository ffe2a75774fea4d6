namespace Alchemy;

/// <summary>What SQLite says differently in statements.</summary>
/// <remarks>SQLite has no decimal and no instant: both are text. A comparison, an order or a group of them names the collation that gives the text its meaning,
/// and decimal arithmetic is done by functions over exact decimals.</remarks>
internal sealed class SqliteCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
{
    private static readonly Version FirstWithRightJoin = new(3, 39);

    /// <inheritdoc/>
    protected override void VisitBinary(BinaryExpression node)
    {
        if (node.Type is NumericType && ArithmeticFunction(node.Operator) is { } function)
        {
            Write(function + "(").Render(node.Left).Write(", ").Render(node.Right).Write(")");
        }
        else if (IsComparison(node.Operator) && (CollationOf(node.Left) ?? CollationOf(node.Right)) is { } collation)
        {
            Render(node.Left).Write($" COLLATE {collation} {OperatorText(node.Operator)} ").Render(node.Right);
        }
        else
        {
            base.VisitBinary(node);
        }
    }

    /// <inheritdoc/>
    protected override void VisitUnary(UnaryExpression node)
    {
        if (node is { Operator: SqlOperator.Negate, Type: NumericType })
        {
            Write("alchemy_neg(").Render(node.Operand).Write(")");
        }
        else
        {
            base.VisitUnary(node);
        }
    }

    /// <inheritdoc/>
    protected override void VisitIn(InExpression node)
    {
        // The collation of the left operand decides.
        base.VisitIn(CollationOf(node.Left) is { } collation ? new InExpression(new Collation(node.Left, collation), node.Right, node.IsNegated) : node);
    }

    /// <inheritdoc/>
    protected override void VisitBetween(Between node)
        => base.VisitBetween(CollationOf(node.Operand) is { } collation ? new Between(new Collation(node.Operand, collation), node.Low, node.High, node.IsNegated, node.IsSymmetric) : node);

    /// <inheritdoc/>
    protected override void VisitCast(Cast node)
    {
        if (node.Type is NumericType)
        {
            Write("alchemy_decimal(").Render(node.Operand).Write(")");
        }
        else
        {
            base.VisitCast(node);
        }
    }

    /// <inheritdoc/>
    protected override void VisitExtract(Extract node) => Write($"CAST(STRFTIME('{ExtractField(node.Field)}', ").Render(node.Operand).Write(") AS INTEGER)");

    /// <inheritdoc/>
    protected override string ExtractField(string field) => field switch
    {
        "year" => "%Y",
        "month" => "%m",
        "day" => "%d",
        "hour" => "%H",
        "minute" => "%M",
        "second" => "%S",
        "dow" => "%w",
        "doy" => "%j",
        "epoch" => "%s",
        "week" => "%W",
        _ => throw Unsupported($"EXTRACT({field})", "SQLite has year, month, day, hour, minute, second, dow, doy, week and epoch."),
    };

    /// <inheritdoc/>
    protected override void VisitFunction(FunctionCall node)
    {
        if (SqliteFunctions.TryWrite(this, node))
        {
            return;
        }

        if (node is { FunctionName: "localtimestamp", Arguments.Count: 0 })
        {
            Write("DATETIME(CURRENT_TIMESTAMP, 'localtime')");
            return;
        }

        if (node.FunctionName is "min" or "max" or "count" && node.Arguments is [var only] && CollationOf(only) is { } collation)
        {
            base.VisitFunction(new FunctionCall(node.FunctionName, [new Collation(only, collation)], node.Type, node.IsNullable, node.IsDistinct));
        }
        else
        {
            base.VisitFunction(node);
        }
    }

    /// <inheritdoc/>
    protected override bool IsWord(FunctionCall node) => node.FunctionName is "now" || base.IsWord(node);

    /// <inheritdoc/>
    protected override string FunctionName(FunctionCall node)
        => (node.FunctionName, node.Type) switch
        {
            ("sum" or "avg" or "abs" or "floor" or "ceiling" or "trunc", NumericType) => "alchemy_" + node.FunctionName,
            ("lower_invariant", _) => "alchemy_lower",
            ("upper_invariant", _) => "alchemy_upper",
            ("strpos", _) => "instr",
            ("now", _) => "CURRENT_TIMESTAMP",
            ("char_length", _) => "length",
            _ => base.FunctionName(node),
        };

    /// <inheritdoc/>
    protected override void RenderGroupBy(ColumnElement item) => base.RenderGroupBy(Collated(item));

    /// <summary>A label's name would compare decimals and instants as text.</summary>
    protected override bool IsGroupedByName(Label label) => CollationOf(label.Element) is null && base.IsGroupedByName(label);

    /// <inheritdoc/>
    protected override void RenderOrderBy(ColumnElement item, IReadOnlyList<ColumnElement> columns)
    {
        var element = item is Ordering ordering ? ordering.Element : item;
        if (CollationOf(element) is null)
        {
            base.RenderOrderBy(item, columns);
            return;
        }

        // A label is sorted by what it names: its name takes no collation in a UNION, and the expression does everywhere.
        var collated = Collated(element is Label label ? label.Element : element);
        base.RenderOrderBy(item is Ordering o ? new Ordering(collated, o.IsDescending, o.Nulls) : collated, columns);
    }

    /// <summary>A member takes no parentheses: it is selected from.</summary>
    protected override void WriteMember(SelectBase member)
    {
        if (NeedsParentheses(member))
        {
            Write("SELECT * FROM ");
            base.WriteMember(member);
        }
        else
        {
            base.WriteMember(member);
        }
    }

    /// <inheritdoc/>
    protected override string SetOperatorText(SetOperator op) => op is SetOperator.IntersectAll or SetOperator.ExceptAll
        ? throw Unsupported(op is SetOperator.IntersectAll ? "INTERSECT ALL" : "EXCEPT ALL", "SQLite has it without ALL only: count the rows of each side with GROUP BY.")
        : base.SetOperatorText(op);

    /// <inheritdoc/>
    protected override string JoinText(JoinKind kind) => kind is JoinKind.RightOuter or JoinKind.FullOuter && Dialect.ServerVersion < FirstWithRightJoin
        ? throw Unsupported(kind is JoinKind.RightOuter ? "RIGHT JOIN" : "FULL JOIN", $"it begins with SQLite {FirstWithRightJoin}: turn the join round, or use a newer library.")
        : base.JoinText(kind);

    /// <summary>SQLite names the columns of VALUES itself: column1, column2 and so on.</summary>
    protected override void WriteNamedValues(Values node, string name)
    {
        Write("(SELECT ");
        for (var i = 0; i < node.Columns.Count; i++)
        {
            Write($"{(i == 0 ? "" : ", ")}column{i + 1} AS ").WriteName(node.Columns[i].Name);
        }

        Write(" FROM (");
        WriteRows(node);
        Write(")) AS ").WriteName(name);
    }

    /// <inheritdoc/>
    protected override void VisitUnnest(Unnest node) => throw Unsupported("UNNEST", "SQLite has no arrays: select each row and join them with UnionAll(...).");

    /// <summary>Without WHERE, SQLite takes the ON of ON CONFLICT for the condition of a join.</summary>
    protected override SelectBase ConflictSource(SelectBase source) => source switch
    {
        Select { WhereClauses.Count: 0, GroupByClauses.Count: 0, OrderByClauses.Count: 0, LimitClause: null, OffsetClause: null } open => open.Where(Constant.True),
        CompoundSelect { OrderByClauses.Count: 0, LimitClause: null, OffsetClause: null } union => new CompoundSelect(union.Operator, [.. union.Selects.SkipLast(1), ConflictSource(union.Selects[^1])]),
        _ => source,
    };

    private static ColumnElement Collated(ColumnElement element) => CollationOf(element) is { } collation ? new Collation(element, collation) : element;

    private static string? CollationOf(ColumnElement element) => element is Constant or Collation ? null : element.Type switch
    {
        NumericType => "alchemy_decimal",
        DateTimeOffsetType => "alchemy_instant",
        _ => null,
    };

    private static string? ArithmeticFunction(SqlOperator op) => op switch
    {
        SqlOperator.Add => "alchemy_add",
        SqlOperator.Subtract => "alchemy_sub",
        SqlOperator.Multiply => "alchemy_mul",
        SqlOperator.Divide or SqlOperator.TrueDivide => "alchemy_div",
        SqlOperator.Modulo => "alchemy_mod",
        _ => null,
    };

    private static bool IsComparison(SqlOperator op) => op is SqlOperator.Equal or SqlOperator.NotEqual or SqlOperator.Less or SqlOperator.LessOrEqual
        or SqlOperator.Greater or SqlOperator.GreaterOrEqual or SqlOperator.IsDistinctFrom or SqlOperator.IsNotDistinctFrom;
}
