namespace Alchemy;

public partial class SqlCompiler
{
    private bool _asCondition;

    /// <summary>Renders an element where a condition is expected: in WHERE, ON, HAVING, CASE WHEN, NOT. A database without a boolean type compares a value to make a condition of it.</summary>
    public SqlCompiler RenderCondition(ColumnElement node)
    {
        var element = node.Node;
        if (Features.BooleanValue is BooleanValue.Condition || element is not Constant && (element.Type is not BooleanType || IsPredicate(element)))
        {
            _asCondition = true;
            return Render(element);
        }

        return element switch
        {
            Constant { Kind: ConstantKind.True } => Write("1 = 1"),
            Constant { Kind: ConstantKind.False } => Write("0 = 1"),
            Constant or TextClause or ExtensionElement => Render(element),
            Grouping { Element: var inner } => RenderCondition(inner),
            _ => Render(Grouping.IfNeeded(element, SqlOperator.Equal)).Write(" = 1"),
        };
    }

    /// <summary>Renders conditions with AND or OR between them.</summary>
    protected SqlCompiler RenderConditions(IReadOnlyList<ColumnElement> conditions, string separator)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            Write(i == 0 ? "" : separator).RenderCondition(conditions[i]);
        }

        return this;
    }

    /// <summary>Whether an element is a comparison or the like, which a database without a boolean type does not take for a value.</summary>
    protected virtual bool IsPredicate(ColumnElement element) => element switch
    {
        Grouping group => IsPredicate(group.Element),
        Label label => IsPredicate(label.Element),
        TypeCoerce coerced => IsPredicate(coerced.Operand),
        BinaryExpression { Type: BooleanType } or InExpression or Between or Exists or BooleanClauseList or UnaryExpression { Operator: SqlOperator.Not }
            or LikeExpression or MatchExpression or RegexpMatch => true,
        _ => false,
    };

    // The parentheses around a condition, or its name, do not make a value of it.
    private bool WriteAsValue(ClauseElement node)
    {
        var asCondition = _asCondition;
        _asCondition = asCondition && node is (Grouping or Label or TypeCoerce);
        if (asCondition || Features.BooleanValue is not BooleanValue.Apart || ReferenceEquals(node, _statement) || node is not ColumnElement element || !IsPredicate(element))
        {
            return false;
        }

        Write("CASE WHEN (").RenderCondition(element).Write(") THEN 1 ELSE 0 END");
        return true;
    }
}
