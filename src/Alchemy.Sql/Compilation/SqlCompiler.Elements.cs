using System.Globalization;

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

        _writer.Write(new ParameterSegment(index, _binds.Name(node)));
    }

    /// <inheritdoc/>
    protected internal override void VisitConstant(Constant node) => Write((node.Kind, Features.BooleanLiteral) switch
    {
        (ConstantKind.Null, _) => "NULL",
        (ConstantKind.True, BooleanLiteral.Keyword) => "true",
        (ConstantKind.True, BooleanLiteral.Number) => "1",
        (ConstantKind.False, BooleanLiteral.Keyword) => "false",
        (ConstantKind.False, BooleanLiteral.Number) => "0",
    });

    /// <inheritdoc/>
    protected internal override void VisitLiteralValue(LiteralValue node) => Write(Literal(node.Value));

    /// <summary>A value written into the text.</summary>
    /// <exception cref="CompileException">The value's type has no literal form.</exception>
    protected virtual string Literal(object value) => value switch
    {
        string text when !text.Contains('\0') => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'",
        bool flag => Features.BooleanLiteral == BooleanLiteral.Keyword ? (flag ? "true" : "false") : flag ? "1" : "0",
        decimal number => WithPoint(number.ToString(CultureInfo.InvariantCulture)),
        short or int or long or byte => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        double number when double.IsFinite(number) => WithPoint(number.ToString("R", CultureInfo.InvariantCulture)),
        DateOnly date => $"'{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        DateTime time => $"'{time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)}'",
        Guid id => $"'{id}'",
        Enum number => Literal(Convert.ChangeType(number, number.GetTypeCode(), CultureInfo.InvariantCulture)),
        _ => throw Unsupported($"A literal {value.GetType().Name}", "bind the value as a parameter."),
    };

    // 5 instead of 5.0 would divide as an integer.
    private static string WithPoint(string number) => number.AsSpan().IndexOfAny('.', 'E') < 0 ? number + ".0" : number;

    /// <inheritdoc/>
    protected internal override void VisitText(TextClause node) => Write(node.Text);

    /// <inheritdoc/>
    protected internal override void VisitLabel(Label node) => Render(node.Element);

    /// <inheritdoc/>
    protected internal override void VisitGrouping(Grouping node) => Write("(").Render(node.Element).Write(")");

    /// <inheritdoc/>
    protected internal override void VisitUnary(UnaryExpression node) => Write(node.Operator switch
    {
        SqlOperator.Not => "NOT ",
        SqlOperator.Negate => "-",
        var other => throw Unsupported($"{other} with one operand", "it takes two."),
    }).Render(node.Operand);

    /// <inheritdoc/>
    protected internal override void VisitBinary(BinaryExpression node)
    {
        switch (node.Operator)
        {
            case SqlOperator.Concat when Features.Concat is Concat.Function:
                Write("concat(").Render(node.Left).Write(", ").Render(node.Right).Write(")");
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

    /// <summary>The text of an operator with two operands.</summary>
    protected virtual string OperatorText(SqlOperator op) => op switch
    {
        SqlOperator.Add => "+",
        SqlOperator.Subtract => "-",
        SqlOperator.Multiply => "*",
        SqlOperator.Divide => "/",
        SqlOperator.Modulo => "%",
        SqlOperator.Concat => "||",
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
        SqlOperator.IsDistinctFrom => Features.NullSafeEquality is NullSafeEquality.Is ? "IS NOT" : "IS DISTINCT FROM",
        SqlOperator.IsNotDistinctFrom => Features.NullSafeEquality is NullSafeEquality.Is ? "IS" : "IS NOT DISTINCT FROM",
        SqlOperator.BitwiseAnd => "&",
        SqlOperator.BitwiseOr => "|",
        SqlOperator.And => "AND",
        SqlOperator.Or => "OR",
        SqlOperator.In or SqlOperator.Between or SqlOperator.Exists or SqlOperator.Not or SqlOperator.Negate or SqlOperator.Collate
            => throw Unsupported($"{op} between two operands", "use the expression made for it."),
    };

    /// <inheritdoc/>
    protected internal override void VisitBooleanClauseList(BooleanClauseList node)
        => Render(node.Clauses, node.Operator is SqlOperator.And ? " AND " : " OR ");

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

        Render(node.Right).Write(")");
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
            Write(" WHEN ").Render(node.Conditions[i]).Write(" THEN ").Render(node.Results[i]);
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
            Write(" FILTER (WHERE ").Render(node.Filter).Write(")");
        }
    }

    /// <inheritdoc/>
    protected internal override void VisitExists(Exists node) => Write("EXISTS (").Nested(node.Subquery).Write(")");

    /// <inheritdoc/>
    protected internal override void VisitScalarSelect(ScalarSelect node) => Write("(").Nested(node.Select).Write(")");

    /// <inheritdoc/>
    protected internal override void VisitOrdering(Ordering node)
    {
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
