using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    private bool _inOperator;

    /// <inheritdoc/>
    protected internal override void VisitUnary(UnaryExpression node) => _ = node.Operator switch
    {
        SqlOperator.Not when IsNumberCondition(node.Operand) => Render(Grouping.IfNeeded(node.Operand, SqlOperator.Equal)).Write(" = 0"),
        SqlOperator.Not => Write("NOT ").RenderCondition(node.Operand),
        SqlOperator.Negate => Write("-").Render(node.Operand),
        SqlOperator.BitwiseNot => WriteBitwiseNot(node),
        SqlOperator.Distinct => Write("DISTINCT ").Render(node.Operand),
        SqlOperator.Custom => WriteCustom(node),
        var other => throw Unsupported($"{other} with one operand", "it takes two."),
    };

    /// <inheritdoc/>
    protected internal override void VisitBinary(BinaryExpression node)
    {
        switch (node.Operator)
        {
            case SqlOperator.Less or SqlOperator.LessOrEqual or SqlOperator.Greater or SqlOperator.GreaterOrEqual when EnumRank.Of(node.Left, Dialect) is { } left && EnumRank.Of(node.Right, Dialect) is { } right:
                WriteOperator(left, OperatorText(node.Operator), right);
                break;
            case SqlOperator.Concat when Features.Concat is Concat.Function:
                Write("concat(").Render(Concatenated(node), ", ").Write(")");
                break;
            case SqlOperator.Modulo when Features.Modulo is Modulo.Function:
                Write("mod(").Render(node.Left).Write(", ").Render(node.Right).Write(")");
                break;
            case SqlOperator.Modulo:
                Render(node.Left).Write(" % ").Render(node.Right);
                break;
            case SqlOperator.IsDistinctFrom or SqlOperator.IsNotDistinctFrom:
                WriteNullSafe(node.Left, node.Right, isEqual: node.Operator is SqlOperator.IsNotDistinctFrom);
                break;
            case SqlOperator.Is or SqlOperator.IsNot when Features.BooleanValue is BooleanValue.Apart && node.Right is Constant { Kind: ConstantKind.True or ConstantKind.False } constant:
                WriteIsTruth(node.Left, constant.Kind is ConstantKind.True, node.Operator is SqlOperator.Is);
                break;
            case SqlOperator.TrueDivide:
                WriteTrueDivision(node);
                break;
            case SqlOperator.FloorDivide when Features.IntegerDivision is not IntegerDivision.Truncates || !IsInteger(node.Left.Type) || !IsInteger(node.Right.Type):
                Write("FLOOR(").Render(node.Left).Write(" / ").Render(node.Right).Write(")");
                break;
            case SqlOperator.BitwiseAnd or SqlOperator.BitwiseOr or SqlOperator.BitwiseXor or SqlOperator.BitwiseLeftShift or SqlOperator.BitwiseRightShift
                when Features.Bitwise is not Bitwise.Operators:
                WriteBitwise(node.Operator, node.Left, node.Right);
                break;
            case SqlOperator.Custom:
                WriteCustom(node);
                break;
            default:
                WriteOperator(node.Left, OperatorText(node.Operator), node.Right);
                break;
        }
    }

    // IS TRUE tells NULL from true, which a comparison with 1 does not.
    private void WriteIsTruth(ColumnElement operand, bool isTrue, bool isEqual)
        => Write("CASE WHEN ").RenderCondition(isTrue ? operand : Negation.Of(operand)).Write(" THEN 1 ELSE 0 END = " + (isEqual ? "1" : "0"));

    /// <summary>Writes an operator between its operands. What must stand in parentheses as an operand knows by this that it is one.</summary>
    protected SqlCompiler WriteOperator(ColumnElement left, string op, ColumnElement right)
    {
        var outer = _inOperator;
        _inOperator = true;
        Render(left).Write(" " + op + " ").Render(right);
        _inOperator = outer;
        return this;
    }

    /// <summary>Renders an operator of the user's own. A dialect's compiler may give one another form.</summary>
    protected virtual SqlCompiler WriteCustom(BinaryExpression node)
    {
        var op = node.Custom!;
        if (op.IsExtended && Features.ExtendedOperators is Support.No)
        {
            throw Unsupported($"The operator {op.Text}", "it belongs to PostgreSQL's arrays, ranges and documents.");
        }

        var grouped = op.GroupsAsOperand && _inOperator;
        return Write(grouped ? "(" : "").WriteOperator(node.Left, op.Text, node.Right).Write(grouped ? ")" : "");
    }

    /// <summary>Renders an operator of the user's own with one operand. A dialect's compiler may give one another form.</summary>
    protected virtual SqlCompiler WriteCustom(UnaryExpression node)
        => node.IsPostfix ? Render(node.Operand).Write(" " + node.Custom!.Text) : Write(node.Custom!.Text + " ").Render(node.Operand);

    // a || b || c is one call of concat, not one inside another.
    private static IEnumerable<ColumnElement> Concatenated(ColumnElement node) => node switch
    {
        BinaryExpression { Operator: SqlOperator.Concat } both => Concatenated(both.Left).Concat(Concatenated(both.Right)),
        _ => [node],
    };

    private static bool IsInteger(SqlType type) => type is SmallIntegerType or IntegerType or BigIntegerType;

    private bool IsNumberCondition(ColumnElement element)
        => Features.BooleanValue is not BooleanValue.Condition && element is { Type: BooleanType } and not (Constant or TextClause or ExtensionElement or Grouping) && !IsPredicate(element);

    private void WriteTrueDivision(BinaryExpression node)
    {
        Render(node.Left).Write(" / ");
        _ = Features.IntegerDivision switch
        {
            IntegerDivision.Truncates => Render(new Cast(node.Right, node.Right.Type is NumericType or DoubleType or RealType or FloatType ? node.Right.Type : SqlTypes.Numeric())),
            IntegerDivision.TruncatesUnlessFloat => Write("(").Render(node.Right).Write(" + 0.0)"),
            IntegerDivision.Exact => Render(node.Right),
        };
    }

    private void WriteNullSafe(ColumnElement left, ColumnElement right, bool isEqual)
    {
        switch (Features.NullSafeEquality)
        {
            case NullSafeEquality.IsDistinctFrom:
                WriteOperator(left, isEqual ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM", right);
                break;
            case NullSafeEquality.Is:
                WriteOperator(left, isEqual ? "IS" : "IS NOT", right);
                break;
            case NullSafeEquality.Spaceship:
                Write(isEqual ? "" : "NOT (").WriteOperator(left, "<=>", right).Write(isEqual ? "" : ")");
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
        SqlOperator.Divide or SqlOperator.TrueDivide or SqlOperator.FloorDivide => "/",
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
        SqlOperator.BitwiseXor => "^",
        SqlOperator.BitwiseLeftShift => "<<",
        SqlOperator.BitwiseRightShift => ">>",
        SqlOperator.And => "AND",
        SqlOperator.Or => "OR",
        SqlOperator.In or SqlOperator.Between or SqlOperator.Exists or SqlOperator.Not or SqlOperator.Negate or SqlOperator.Collate or SqlOperator.BitwiseNot
            or SqlOperator.Distinct or SqlOperator.LiteralMatch or SqlOperator.Match or SqlOperator.RegexpMatch or SqlOperator.Index or SqlOperator.Quantifier
            or SqlOperator.Filter or SqlOperator.Custom
            => throw Unsupported($"{op} between two operands", "use the expression made for it."),
    };

    /// <inheritdoc/>
    protected internal override void VisitBooleanClauseList(BooleanClauseList node)
    {
        var outer = _inOperator;
        _inOperator = true;
        RenderConditions(node.Clauses, node.Operator is SqlOperator.And ? " AND " : " OR ");
        _inOperator = outer;
    }

    /// <inheritdoc/>
    protected internal override void VisitIn(InExpression node)
    {
        RefuseLimited(node.Right as SelectBase);
        var outer = _inOperator;
        _inOperator = true;
        Write(node.IsNegated ? "(" : "").Render(node.Left).Write(node.IsNegated ? " NOT IN " : " IN ");
        _inOperator = outer;
        _ = node.Right switch
        {
            BindParameter list when _context.InDdl => Write("(").Render(list).Write(")"),
            BindParameter list => Write("(").WriteList(list, node).Write(")"),
            TupleExpression tuple => Render(tuple),
            var other => Write("(").RenderNested(other).Write(")"),
        };
        Write(node.IsNegated ? ")" : "");
    }

    private SqlCompiler WriteList(BindParameter list, InExpression node)
    {
        // NULL keeps the type open; the comparison after it decides.
        var nulls = list.Type is TupleType tuple ? $"({string.Join(", ", tuple.Items.Select(_ => "NULL"))})" : "NULL";
        return WriteList(list, nulls + (node.IsNegated ? ") OR (1 = 1" : ") AND (1 != 1"));
    }

    // In text nothing is known of what stands before the list: an empty one is a SELECT of no rows.
    private void WriteListInText(BindParameter list, string before, string after)
    {
        var isApart = before.TrimEnd().EndsWith('(') && after.TrimStart().StartsWith(')');
        IReadOnlyList<SqlType> items = list.Type is TupleType tuple ? tuple.Items : [list.Type];
        Write(isApart ? "" : "(").WriteList(list, NoRows($"SELECT {string.Join(", ", items.Select(NullOf))}{(Features.EmptyFrom is EmptyFrom.Dual ? " FROM DUAL" : "")}")).Write(isApart ? "" : ")");
    }

    /// <summary>A SELECT without a WHERE, as one that gives no rows.</summary>
    protected virtual string NoRows(string select) => select + " WHERE 1 != 1";

    /// <summary>NULL of a type, where nothing beside it tells the type.</summary>
    protected virtual string NullOf(SqlType type) => "NULL";

    private SqlCompiler WriteList(BindParameter list, string empty)
    {
        var tuple = list.Type as TupleType;
        var (before, after) = AroundElement(list);
        _writer.Write(new ExpandingSegment(_binds.Index(list), _binds.Name(list), empty)
        {
            Arity = tuple?.Items.Count ?? 0,
            Cast = tuple is null ? CastBeside(list.Type) : "",
            Before = before,
            After = after,
            RowKeyword = tuple is not null && Features.TupleList is TupleList.Values ? "VALUES " : "",
            IsLiteral = list.IsLiteral,
        });
        return this;
    }

    // What a type puts around its parameters stands around each element of a list.
    private (IReadOnlyList<SqlSegment> Before, IReadOnlyList<SqlSegment> After) AroundElement(BindParameter list)
    {
        if (list.Type is TupleType || Dialect.Types.Implementation(list.Type).BindExpression(list) is not { } expression)
        {
            return ([], []);
        }

        if (list.IsLiteral)
        {
            throw Unsupported($"A list of {list.Type.GetType().Name} written into the text", "bind it: the type puts an expression around each parameter.");
        }

        var around = _writer;
        _writer = new SqlWriter();
        _element = list;
        Render(expression);
        _element = null;
        var segments = _writer.ToSegments();
        _writer = around;
        var place = segments.ToList().FindIndex(s => s is ElementSegment);
        return place < 0
            ? throw Unsupported($"A list of {list.Type.GetType().Name}", "the expression around its parameters leaves the parameter out: join comparisons with Sql.Or.")
            : ([.. segments.Take(place)], [.. segments.Skip(place + 1)]);
    }

    /// <inheritdoc/>
    protected internal override void VisitBetween(Between node)
    {
        if (node.IsSymmetric && Features.SymmetricBetween is Support.No)
        {
            throw Unsupported("BETWEEN SYMMETRIC", "put the lesser end first.");
        }

        var keyword = (node.IsNegated ? "NOT BETWEEN" : "BETWEEN") + (node.IsSymmetric ? " SYMMETRIC" : "");
        WriteOperator(Ranked(node.Operand), keyword, Ranked(node.Low)).Write(" AND ").Render(Ranked(node.High));
    }

    private ColumnElement Ranked(ColumnElement element) => EnumRank.Of(element, Dialect) ?? element;

    /// <inheritdoc/>
    protected internal override void VisitQuantified(Quantified node)
    {
        var isSubquery = node.Operand is ScalarSelect or ScalarValues;
        if (Features.Quantifier is Quantifier.None || Features.Quantifier is Quantifier.Subquery && !isSubquery)
        {
            throw Unsupported(node.IsAll ? "ALL" : "ANY", Features.Quantifier is Quantifier.None ? "use IN, or EXISTS." : "the database has it of subqueries only, and no arrays.");
        }

        RefuseLimited((node.Operand as ScalarSelect)?.Select);
        Write(node.IsAll ? "ALL " : "ANY ");
        _ = isSubquery ? Render(node.Operand) : Write("(").Render(node.Operand is Grouping group ? group.Element : node.Operand).Write(")");
    }

    private void RefuseLimited(SelectBase? subquery)
    {
        if (Features.LimitedList is Support.No && (subquery switch { Select select => RowLimit.Of(select), CompoundSelect compound => RowLimit.Of(compound), _ => default }) is { IsEmpty: false })
        {
            throw Unsupported("LIMIT in the subquery of IN, ANY or ALL", "put it into a Subquery() and select from that.");
        }
    }
}
