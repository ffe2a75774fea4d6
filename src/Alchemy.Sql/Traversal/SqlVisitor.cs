using Alchemy.Internals;

namespace Alchemy;

/// <summary>Walks a statement. Each kind of node has a method; by default it visits the children.</summary>
public abstract partial class SqlVisitor
{
    /// <summary>Visits a node.</summary>
    public virtual void Visit(ClauseElement node) => node.Accept(this);

    /// <summary>Visits the node's children; what every method does unless overridden.</summary>
    protected virtual void VisitChildren(ClauseElement node)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var part in CollectedParts.Of(node))
        {
            if (part is { Kind: PartKind.Node or PartKind.Bind, Value: ClauseElement child } && !ReferenceEquals(child, node))
            {
                Visit(child);
            }
        }
    }

    /// <summary>Visits a table's column.</summary>
    protected internal virtual void VisitColumn(Column node) => VisitChildren(node);

    /// <summary>Visits a column of an alias, subquery or CTE.</summary>
    protected internal virtual void VisitProxyColumn(ProxyColumn node) => VisitChildren(node);

    /// <summary>Visits a bind parameter.</summary>
    protected internal virtual void VisitBindParameter(BindParameter node) => VisitChildren(node);

    /// <summary>Visits NULL, true or false.</summary>
    protected internal virtual void VisitConstant(Constant node) => VisitChildren(node);

    /// <summary>Visits a value written into the text.</summary>
    protected internal virtual void VisitLiteralValue(LiteralValue node) => VisitChildren(node);

    /// <summary>Visits raw text.</summary>
    protected internal virtual void VisitText(TextClause node) => VisitChildren(node);

    /// <summary>Visits a label.</summary>
    protected internal virtual void VisitLabel(Label node) => VisitChildren(node);

    /// <summary>Visits an operator with one operand.</summary>
    protected internal virtual void VisitUnary(UnaryExpression node) => VisitChildren(node);

    /// <summary>Visits an operator with two operands.</summary>
    protected internal virtual void VisitBinary(BinaryExpression node) => VisitChildren(node);

    /// <summary>Visits conditions joined by AND or OR.</summary>
    protected internal virtual void VisitBooleanClauseList(BooleanClauseList node) => VisitChildren(node);

    /// <summary>Visits parentheses.</summary>
    protected internal virtual void VisitGrouping(Grouping node) => VisitChildren(node);

    /// <summary>Visits IN.</summary>
    protected internal virtual void VisitIn(InExpression node) => VisitChildren(node);

    /// <summary>Visits BETWEEN.</summary>
    protected internal virtual void VisitBetween(Between node) => VisitChildren(node);

    /// <summary>Visits CAST.</summary>
    protected internal virtual void VisitCast(Cast node) => VisitChildren(node);

    /// <summary>Visits EXTRACT.</summary>
    protected internal virtual void VisitExtract(Extract node) => VisitChildren(node);

    /// <summary>Visits COLLATE.</summary>
    protected internal virtual void VisitCollation(Collation node) => VisitChildren(node);

    /// <summary>Visits CASE.</summary>
    protected internal virtual void VisitCase(Case node) => VisitChildren(node);

    /// <summary>Visits a function call.</summary>
    protected internal virtual void VisitFunction(FunctionCall node) => VisitChildren(node);

    /// <summary>Visits EXISTS.</summary>
    protected internal virtual void VisitExists(Exists node) => VisitChildren(node);

    /// <summary>Visits a scalar subquery.</summary>
    protected internal virtual void VisitScalarSelect(ScalarSelect node) => VisitChildren(node);

    /// <summary>Visits the column of a row that was refused by a conflict.</summary>
    protected internal virtual void VisitExcludedColumn(ExcludedColumn node) => VisitChildren(node);

    /// <summary>Visits the value that the statement gives to another column.</summary>
    protected internal virtual void VisitDmlColumn(DmlColumn node) => VisitChildren(node);

    /// <summary>Visits an item of ORDER BY.</summary>
    protected internal virtual void VisitOrdering(Ordering node) => VisitChildren(node);

    /// <summary>Visits a value of the user's own.</summary>
    protected internal virtual void VisitExtension(ExtensionElement node) => VisitChildren(node);

    /// <summary>Visits a table.</summary>
    protected internal virtual void VisitTable(Table node) => VisitChildren(node);

    /// <summary>Visits an alias.</summary>
    protected internal virtual void VisitAlias(Alias node) => VisitChildren(node);

    /// <summary>Visits a join.</summary>
    protected internal virtual void VisitJoin(Join node) => VisitChildren(node);

    /// <summary>Visits a SELECT used as a FROM.</summary>
    protected internal virtual void VisitSubquery(Subquery node) => VisitChildren(node);

    /// <summary>Visits VALUES used as a FROM.</summary>
    protected internal virtual void VisitValues(Values node) => VisitChildren(node);

    /// <summary>Visits arrays used as a FROM.</summary>
    protected internal virtual void VisitUnnest(Unnest node) => VisitChildren(node);

    /// <summary>Visits a common table expression.</summary>
    protected internal virtual void VisitCte(CommonTableExpression node) => VisitChildren(node);

    /// <summary>Visits a sample of a table.</summary>
    protected internal virtual void VisitTableSample(TableSample node) => VisitChildren(node);

    /// <summary>Visits a FROM of the user's own.</summary>
    protected internal virtual void VisitExtensionFrom(ExtensionFromClause node) => VisitChildren(node);

    /// <summary>Visits a SELECT.</summary>
    protected internal virtual void VisitSelect(Select node) => VisitChildren(node);

    /// <summary>Visits UNION, INTERSECT or EXCEPT.</summary>
    protected internal virtual void VisitCompound(CompoundSelect node) => VisitChildren(node);

    /// <summary>Visits an INSERT.</summary>
    protected internal virtual void VisitInsert(Insert node) => VisitChildren(node);

    /// <summary>Visits an UPDATE.</summary>
    protected internal virtual void VisitUpdate(Update node) => VisitChildren(node);

    /// <summary>Visits a DELETE.</summary>
    protected internal virtual void VisitDelete(Delete node) => VisitChildren(node);

    /// <summary>Visits a MERGE.</summary>
    protected internal virtual void VisitMerge(Merge node) => VisitChildren(node);

    /// <summary>Visits a definition: CREATE, DROP, ALTER, COMMENT.</summary>
    protected internal virtual void VisitDdl(DdlStatement node) => VisitChildren(node);

    /// <summary>Visits the next value of a sequence.</summary>
    protected internal virtual void VisitNextValue(NextValue node) => VisitChildren(node);

    /// <summary>Visits a clause of the user's own.</summary>
    protected internal virtual void VisitSyntaxExtension(SyntaxExtension node) => VisitChildren(node);

    /// <summary>Visits a statement of the user's own.</summary>
    protected internal virtual void VisitExtensionStatement(ExtensionStatement node) => VisitChildren(node);
}
