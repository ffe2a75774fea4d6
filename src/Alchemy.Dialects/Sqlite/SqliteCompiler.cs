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
        if (IsDecimal(node.Type) && ArithmeticFunction(node.Operator) is { } function)
        {
            Write(function + "(").Render(node.Left).Write(", ").Render(node.Right).Write(")");
        }
        else if (IsComparison(node.Operator) && (CollationOf(node.Left) ?? CollationOf(node.Right)) is { } collation)
        {
            Render(Exact(node.Left)).Write($" COLLATE {collation} {OperatorText(node.Operator)} ").Render(Exact(node.Right));
        }
        else if (node.Operator is SqlOperator.Modulo && Stored(node.Left.Type) is DoubleType or RealType)
        {
            Write("alchemy_mod_real(").Render(node.Left).Write(", ").Render(node.Right).Write(")");
        }
        else
        {
            DialectChecks.RefuseTimes(node, Dialect);
            base.VisitBinary(node);
        }
    }

    /// <inheritdoc/>
    protected override void VisitUnary(UnaryExpression node)
    {
        if (node.Operator is SqlOperator.Negate && IsDecimal(node.Type))
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
        base.VisitIn(CollationOf(node.Left) is { } collation ? new InExpression(new Collation(Exact(node.Left), collation), node.Right, node.IsNegated) : node);
    }

    /// <inheritdoc/>
    protected override void VisitBetween(Between node)
        => base.VisitBetween(CollationOf(node.Operand) is { } collation ? new Between(new Collation(Exact(node.Operand), collation), Exact(node.Low), Exact(node.High), node.IsNegated, node.IsSymmetric) : node);

    /// <inheritdoc/>
    protected override void VisitCast(Cast node)
    {
        if (IsDecimal(node.Type))
        {
            Write("alchemy_decimal(").Render(node.Operand).Write(")");
        }
        else
        {
            base.VisitCast(node);
        }
    }

    /// <inheritdoc/>
    protected override void VisitOver(Over node)
    {
        if (node.Element is FunctionCall { FunctionName: "sum" or "avg" } call && IsDecimal(call.Type))
        {
            throw Unsupported($"{call.FunctionName}(...) OVER of decimals", "exact sums are functions of this library here, and SQLite takes such a function without a window only: cast to a DOUBLE before summing, or sum in a sub-query.");
        }

        base.VisitOver(node);
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
            base.VisitFunction(new FunctionCall(node.FunctionName, [new Collation(Exact(only), collation)], node.Type, node.IsNullable, node.IsDistinct));
        }
        else
        {
            DialectChecks.RefuseSums(node, Dialect);
            base.VisitFunction(node);
        }
    }

    /// <summary>The rows of DISTINCT and of a UNION are compared too.</summary>
    protected override ColumnElement? Compared(ColumnElement column)
        => Stored(column.Type) is DateTimeOffsetType && column is not Constant ? Collated(column is Label label ? label.Element : column) : null;

    /// <inheritdoc/>
    protected override bool IsWord(FunctionCall node) => node.FunctionName is "now" || base.IsWord(node);

    /// <inheritdoc/>
    protected override string FunctionName(FunctionCall node)
        => (node.FunctionName, Stored(node.Type)) switch
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

    private ColumnElement Collated(ColumnElement element) => CollationOf(element) is { } collation ? new Collation(Exact(element), collation) : element;

    // Another program may have kept a decimal as REAL. A column has an affinity, which makes the other side a number too; what is computed from it has none, and a number is less than every text.
    private ColumnElement Exact(ColumnElement element) => !IsDecimal(element.Type) || IsText(element) ? element : new FunctionCall("alchemy_decimal", [element], element.Type, element.IsNullable);

    private static bool IsText(ColumnElement element) => element switch
    {
        Grouping group => IsText(group.Element),
        Annotated annotated => IsText(annotated.Element),
        ProxyColumn proxy => proxy.From is Alias { Inner: Table },
        BinaryExpression or UnaryExpression => true,
        FunctionCall call => call.FunctionName is "sum" or "avg" or "abs" or "floor" or "ceiling" or "trunc" or "round" or "round_even",
        _ => element is Column or ColumnClause or TextClause or BindParameter or LiteralValue or Constant or Cast or Collation,
    };

    // A decorator, a variant and a type under its own name mean what is stored for them.
    private SqlType Stored(SqlType type) => Dialect.Types.Stored(type).StorageType;

    private bool IsDecimal(SqlType type) => Stored(type) is NumericType;

    private string? CollationOf(ColumnElement element) => element is Constant or Collation ? null : Stored(element.Type) switch
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
