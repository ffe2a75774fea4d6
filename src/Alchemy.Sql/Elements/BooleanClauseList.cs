namespace Alchemy;

/// <summary>Conditions joined by AND or by OR, kept flat.</summary>
public sealed class BooleanClauseList : ColumnElement
{
    private BooleanClauseList(SqlOperator op, IReadOnlyList<ColumnElement> clauses) => (Operator, Clauses) = (op, clauses);

    /// <summary><see cref="SqlOperator.And"/> or <see cref="SqlOperator.Or"/>.</summary>
    public SqlOperator Operator { get; }

    /// <summary>The conditions, at least two.</summary>
    public IReadOnlyList<ColumnElement> Clauses { get; }

    /// <inheritdoc/>
    public override SqlType Type => SqlTypes.Boolean;

    /// <inheritdoc/>
    public override bool IsNullable => Clauses.Any(c => c.IsNullable);

    internal override SqlOperator? TopOperator => Operator;

    /// <summary>All of the conditions; true when there are none.</summary>
    public static ColumnElement And(IEnumerable<ColumnElement> clauses) => Create(SqlOperator.And, clauses, Constant.True, Constant.False);

    /// <summary>One of the conditions; false when there are none.</summary>
    public static ColumnElement Or(IEnumerable<ColumnElement> clauses) => Create(SqlOperator.Or, clauses, Constant.False, Constant.True);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitBooleanClauseList(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Number((int)Operator).Nodes(Clauses);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var clauses = rewriter.Rewrite(Clauses);
        if (ReferenceEquals(clauses, Clauses))
        {
            return this;
        }

        return Operator == SqlOperator.And ? And(clauses) : Or(clauses);
    }

    // true AND x is x; false AND x is false; and the other way round for OR.
    private static ColumnElement Create(SqlOperator op, IEnumerable<ColumnElement> clauses, Constant neutral, Constant absorbing)
    {
        var flat = new List<ColumnElement>();
        foreach (var clause in clauses.Select(c => c.Node))
        {
            if (ReferenceEquals(clause, absorbing))
            {
                return absorbing;
            }

            if (clause is BooleanClauseList list && list.Operator == op)
            {
                flat.AddRange(list.Clauses);
            }
            else if (!ReferenceEquals(clause, neutral))
            {
                flat.Add(Grouping.IfNeeded(clause, op));
            }
        }

        return flat.Count switch { 0 => neutral, 1 => flat[0], _ => new BooleanClauseList(op, flat) };
    }
}
