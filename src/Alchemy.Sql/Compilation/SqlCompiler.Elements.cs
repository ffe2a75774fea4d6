namespace Alchemy;

public partial class SqlCompiler
{
    /// <inheritdoc/>
    protected internal override void VisitBindParameter(BindParameter node)
    {
        var index = _binds.Index(node);
        if (node.IsExpanding)
        {
            throw Unsupported($"The list parameter '{node.Key}'", "a list can only stand right of IN.");
        }

        WriteParameter(node, index);
    }

    private void WriteParameter(BindParameter node, int index)
    {
        var name = _binds.Name(node, isInner: _context.Dml is { IsInner: true });
        var cast = Features.ParameterCast is ParameterCast.Suffix && node.Type is not NullType ? "::" + Dialect.Types.Render(node.Type) : "";
        _writer.Write(node.IsLiteral || _context.LiteralBinds ? new LiteralSegment(index, name) : new ParameterSegment(index, name, cast));
    }

    /// <summary>Renders a value where the database takes no parameter: a bind parameter becomes a slot into which its value is written at execution.</summary>
    protected SqlCompiler RenderLiteral(ColumnElement node)
    {
        if (node.Node is not BindParameter bind)
        {
            return Render(node);
        }

        _writer.Write(new LiteralSegment(_binds.Index(bind), _binds.Name(bind)));
        return this;
    }

    /// <inheritdoc/>
    protected internal override void VisitConstant(Constant node) => Write((node.Kind, Features.BooleanLiteral) switch
    {
        (ConstantKind.Null, _) => "NULL",
        (ConstantKind.Default, _) => Features.DefaultKeyword is Support.Yes ? "DEFAULT" : throw Unsupported("DEFAULT as a value", "leave the column out."),
        (ConstantKind.True, BooleanLiteral.Keyword) => "true",
        (ConstantKind.True, BooleanLiteral.Number) => "1",
        (ConstantKind.False, BooleanLiteral.Keyword) => "false",
        (ConstantKind.False, BooleanLiteral.Number) => "0",
    });

    /// <inheritdoc/>
    protected internal override void VisitLiteralValue(LiteralValue node) => Write(Dialect.Literals.Render(node.Value, node.Type));

    /// <inheritdoc/>
    protected internal override void VisitText(TextClause node) => Write(node.Text);

    /// <inheritdoc/>
    protected internal override void VisitLabel(Label node) => Render(node.Element);

    /// <inheritdoc/>
    protected internal override void VisitGrouping(Grouping node) => Write("(").Render(node.Element).Write(")");

    /// <inheritdoc/>
    protected internal override void VisitUnary(UnaryExpression node) => _ = node.Operator switch
    {
        SqlOperator.Not => Write("NOT ").RenderCondition(node.Operand),
        SqlOperator.Negate => Write("-").Render(node.Operand),
        var other => throw Unsupported($"{other} with one operand", "it takes two."),
    };

    /// <inheritdoc/>
    protected internal override void VisitBinary(BinaryExpression node)
    {
        switch (node.Operator)
        {
            case SqlOperator.Concat when Features.Concat is Concat.Function:
                Write("concat(").Render(Concatenated(node), ", ").Write(")");
                return;
            case SqlOperator.Modulo when Features.Modulo is Modulo.Function:
                Write("mod(").Render(node.Left).Write(", ").Render(node.Right).Write(")");
                return;
            case SqlOperator.IsDistinctFrom or SqlOperator.IsNotDistinctFrom:
                WriteNullSafe(node.Left, node.Right, isEqual: node.Operator is SqlOperator.IsNotDistinctFrom);
                return;
            default:
                Render(node.Left).Write(" " + OperatorText(node.Operator) + " ").Render(node.Right);
                break;
        }

        if (node.Escape is { } escape)
        {
            Write($" ESCAPE '{(escape == '\'' ? "''" : escape.ToString())}'");
        }
    }

    // a || b || c is one call of concat, not one inside another.
    private static IEnumerable<ColumnElement> Concatenated(ColumnElement node) => node switch
    {
        BinaryExpression { Operator: SqlOperator.Concat } both => Concatenated(both.Left).Concat(Concatenated(both.Right)),
        _ => [node],
    };

    private void WriteNullSafe(ColumnElement left, ColumnElement right, bool isEqual)
    {
        switch (Features.NullSafeEquality)
        {
            case NullSafeEquality.IsDistinctFrom:
                Render(left).Write(isEqual ? " IS NOT DISTINCT FROM " : " IS DISTINCT FROM ").Render(right);
                break;
            case NullSafeEquality.Is:
                Render(left).Write(isEqual ? " IS " : " IS NOT ").Render(right);
                break;
            case NullSafeEquality.Spaceship:
                Write(isEqual ? "" : "NOT (").Render(left).Write(" <=> ").Render(right).Write(isEqual ? "" : ")");
                break;
            case NullSafeEquality.Intersect:
                Write(isEqual ? "EXISTS (SELECT " : "NOT EXISTS (SELECT ").Render(left).Write(" INTERSECT SELECT ").Render(right).Write(")");
                break;
            case NullSafeEquality.Decode:
                Write("DECODE(").Render(left).Write(", ").Render(right).Write(isEqual ? ", 0, 1) = 0" : ", 0, 1) = 1");
                break;
        }
    }

    /// <summary>The text of an operator with two operands.</summary>
    protected virtual string OperatorText(SqlOperator op) => op switch
    {
        SqlOperator.Add => "+",
        SqlOperator.Subtract => "-",
        SqlOperator.Multiply => "*",
        SqlOperator.Divide => "/",
        SqlOperator.Modulo => "%",
        SqlOperator.Concat => Features.Concat is Concat.Plus ? "+" : "||",
        SqlOperator.Equal => "=",
        SqlOperator.NotEqual => "!=",
        SqlOperator.Less => "<",
        SqlOperator.LessOrEqual => "<=",
        SqlOperator.Greater => ">",
        SqlOperator.GreaterOrEqual => ">=",
        SqlOperator.Like => "LIKE",
        SqlOperator.NotLike => "NOT LIKE",
        SqlOperator.Is => "IS",
        SqlOperator.IsNot => "IS NOT",
        SqlOperator.IsDistinctFrom => "IS DISTINCT FROM",
        SqlOperator.IsNotDistinctFrom => "IS NOT DISTINCT FROM",
        SqlOperator.BitwiseAnd => "&",
        SqlOperator.BitwiseOr => "|",
        SqlOperator.And => "AND",
        SqlOperator.Or => "OR",
        SqlOperator.In or SqlOperator.Between or SqlOperator.Exists or SqlOperator.Not or SqlOperator.Negate or SqlOperator.Collate
            => throw Unsupported($"{op} between two operands", "use the expression made for it."),
    };

    /// <inheritdoc/>
    protected internal override void VisitBooleanClauseList(BooleanClauseList node)
        => RenderConditions(node.Clauses, node.Operator is SqlOperator.And ? " AND " : " OR ");

    /// <inheritdoc/>
    protected internal override void VisitIn(InExpression node)
    {
        var list = node.Right as BindParameter;
        Write(list is not null && node.IsNegated ? "(" : "").Render(node.Left).Write(node.IsNegated ? " NOT IN (" : " IN (");
        if (list is not null)
        {
            // NULL keeps the type open; the comparison after it decides.
            _writer.Write(new ExpandingSegment(_binds.Index(list), _binds.Name(list), node.IsNegated ? "NULL) OR (1 = 1" : "NULL) AND (1 != 1"));
            Write(node.IsNegated ? "))" : ")");
            return;
        }

        RenderNested(node.Right).Write(")");
    }

    /// <inheritdoc/>
    protected internal override void VisitBetween(Between node)
        => Render(node.Operand).Write(node.IsNegated ? " NOT BETWEEN " : " BETWEEN ").Render(node.Low).Write(" AND ").Render(node.High);

    /// <inheritdoc/>
    protected internal override void VisitCast(Cast node) => Write("CAST(").Render(node.Operand).Write(" AS " + Dialect.Types.Render(node.Type) + ")");

    /// <inheritdoc/>
    protected internal override void VisitExtract(Extract node) => Write($"EXTRACT({DatePartName(node.Part)} FROM ").Render(node.Operand).Write(")");

    /// <summary>The word for a part of a date.</summary>
    protected virtual string DatePartName(DatePart part) => part switch
    {
        DatePart.Year => "year",
        DatePart.Month => "month",
        DatePart.Day => "day",
        DatePart.Hour => "hour",
        DatePart.Minute => "minute",
        DatePart.Second => "second",
        DatePart.DayOfWeek => "dow",
        DatePart.DayOfYear => "doy",
    };

    /// <inheritdoc/>
    protected internal override void VisitCollation(Collation node)
        => Render(node.Operand).Write(" COLLATE ").WriteName(node.CollationName);

    /// <inheritdoc/>
    protected internal override void VisitCase(Case node)
    {
        Write("CASE");
        for (var i = 0; i < node.Conditions.Count; i++)
        {
            Write(" WHEN ").RenderCondition(node.Conditions[i]).Write(" THEN ").Render(node.Results[i]);
        }

        if (node.Otherwise is not null)
        {
            Write(" ELSE ").Render(node.Otherwise);
        }

        Write(" END");
    }

    /// <inheritdoc/>
    protected internal override void VisitFunction(FunctionCall node) => WriteCall(FunctionName(node), node);

    /// <summary>The dialect's name for a function.</summary>
    protected virtual string FunctionName(FunctionCall node) => node.FunctionName;

    /// <summary>Writes a call under a name.</summary>
    protected void WriteCall(string name, FunctionCall node)
    {
        var plain = name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '$');
        Write(plain ? name : Dialect.Identifiers.QuoteAlways(name)).Write(node.IsDistinct ? "(DISTINCT " : "(").Render(node.Arguments).Write(")");
        if (node.Filter is not null)
        {
            Write(" FILTER (WHERE ").RenderCondition(node.Filter).Write(")");
        }
    }

    /// <inheritdoc/>
    protected internal override void VisitExists(Exists node) => Write("EXISTS (").Nested(node.Subquery).Write(")");

    /// <inheritdoc/>
    protected internal override void VisitScalarSelect(ScalarSelect node) => Write("(").Nested(node.Select).Write(")");

    /// <inheritdoc/>
    protected internal override void VisitOrdering(Ordering node)
    {
        if (node.Nulls is not NullsOrder.Database && Features.NullsOrder is Support.No)
        {
            throw Unsupported("NULLS FIRST or NULLS LAST", "sort by a CASE that tells NULL from a value first.");
        }

        Render(node.Element).Write(node.IsDescending switch { null => "", false => " ASC", true => " DESC" });
        Write(node.Nulls switch { NullsOrder.Database => "", NullsOrder.First => " NULLS FIRST", NullsOrder.Last => " NULLS LAST" });
    }

    /// <inheritdoc/>
    protected internal override void VisitExtension(ExtensionElement node) => RenderExtension(node, node.Render);

    private void RenderExtension(ClauseElement node, Action<SqlCompiler> otherwise)
    {
        if (ExtensionRenderers.Find(node, Dialect) is { } registered)
        {
            registered(node, this);
        }
        else
        {
            otherwise(this);
        }
    }
}
