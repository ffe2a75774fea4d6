namespace Alchemy;

public abstract partial class SqlVisitor
{
    /// <summary>Visits a value with notes.</summary>
    protected internal virtual void VisitAnnotated(Annotated node) => VisitChildren(node);

    /// <summary>Visits values in parentheses.</summary>
    protected internal virtual void VisitTuple(TupleExpression node) => VisitChildren(node);

    /// <summary>Visits a value taken to be of another type.</summary>
    protected internal virtual void VisitTypeCoerce(TypeCoerce node) => VisitChildren(node);

    /// <summary>Visits a column without a table.</summary>
    protected internal virtual void VisitColumnClause(ColumnClause node) => VisitChildren(node);

    /// <summary>Visits a label that GROUP BY names.</summary>
    protected internal virtual void VisitLabelReference(LabelReference node) => VisitChildren(node);

    /// <summary>Visits ANY or ALL.</summary>
    protected internal virtual void VisitQuantified(Quantified node) => VisitChildren(node);

    /// <summary>Visits LIKE.</summary>
    protected internal virtual void VisitLike(LikeExpression node) => VisitChildren(node);

    /// <summary>Visits a search for words.</summary>
    protected internal virtual void VisitMatch(MatchExpression node) => VisitChildren(node);

    /// <summary>Visits a match with a regular expression.</summary>
    protected internal virtual void VisitRegexpMatch(RegexpMatch node) => VisitChildren(node);

    /// <summary>Visits a replacement by a regular expression.</summary>
    protected internal virtual void VisitRegexpReplace(RegexpReplace node) => VisitChildren(node);

    /// <summary>Visits FILTER.</summary>
    protected internal virtual void VisitFunctionFilter(FunctionFilter node) => VisitChildren(node);

    /// <summary>Visits an aggregate over rows in an order.</summary>
    protected internal virtual void VisitAggregateOrderBy(AggregateOrderBy node) => VisitChildren(node);

    /// <summary>Visits OVER.</summary>
    protected internal virtual void VisitOver(Over node) => VisitChildren(node);

    /// <summary>Visits a window of the WINDOW clause.</summary>
    protected internal virtual void VisitNamedWindow(NamedWindow node) => VisitChildren(node);

    /// <summary>Visits an element of an array or document.</summary>
    protected internal virtual void VisitIndex(ElementAccess node) => VisitChildren(node);

    /// <summary>Visits a range of places in an array.</summary>
    protected internal virtual void VisitSlice(Slice node) => VisitChildren(node);

    /// <summary>Visits an array made of expressions.</summary>
    protected internal virtual void VisitArray(ArrayExpression node) => VisitChildren(node);

    /// <summary>Visits a FROM used as a value.</summary>
    protected internal virtual void VisitTableValuedColumn(TableValuedColumn node) => VisitChildren(node);

    /// <summary>Visits a column of a function's row.</summary>
    protected internal virtual void VisitFunctionColumn(FunctionColumn node) => VisitChildren(node);

    /// <summary>Visits a SELECT given as text.</summary>
    protected internal virtual void VisitTextSelect(TextSelect node) => VisitChildren(node);

    /// <summary>Visits a FROM given as text.</summary>
    protected internal virtual void VisitTextFrom(TextFrom node) => VisitChildren(node);

    /// <summary>Visits a function used as a FROM.</summary>
    protected internal virtual void VisitTableFunction(TableFunction node) => VisitChildren(node);

    /// <summary>Visits VALUES used as a value.</summary>
    protected internal virtual void VisitScalarValues(ScalarValues node) => VisitChildren(node);
}
