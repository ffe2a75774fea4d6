using Alchemy.Internals;

namespace Alchemy;

/// <summary>Root of what can stand in FROM: tables, aliases, joins, subqueries, CTEs.</summary>
public abstract class FromClause : ClauseElement
{
    /// <summary>The name it is known by in the statement, or null for a join or an anonymous subquery.</summary>
    public abstract string? Name { get; }

    /// <summary>Whether the name stands in quotes; null for when it needs them.</summary>
    internal virtual bool? NameQuote => null;

    /// <summary>Its columns.</summary>
    public abstract ColumnSet Columns { get; }

    /// <summary>What a join contains; otherwise nothing. Contained FROMs are not listed again in FROM.</summary>
    internal virtual IEnumerable<FromClause> Contained => [];

    /// <summary>A column by name, whose type the program does not say.</summary>
    /// <exception cref="UnknownColumnException">There is none of that name.</exception>
    public UntypedColumn C(string name) => new(Columns[name]);

    /// <summary>A column by name, as <typeparamref name="T"/>.</summary>
    /// <exception cref="UnknownColumnException">There is none of that name.</exception>
    public Column<T> C<T>(string name) => new(Columns[name]);

    /// <summary><c>from AS name</c>; without a name the statement gives one, such as <c>orders_1</c>.</summary>
    public Alias As(string? name = null) => new(this, name);

    /// <summary><c>from AS name</c>, with or without quotes as the name says itself.</summary>
    public Alias As(QuotedName name) => new(this, name.Text) { Quote = name.Quote };

    /// <summary><c>left JOIN right ON condition</c></summary>
    public Join Join(FromClause right, ColumnElement on) => new(this, right, on, JoinKind.Inner);

    /// <summary><c>left JOIN right ON condition</c>, by the foreign key between them.</summary>
    /// <exception cref="InvalidStatementException">There is none, or more than one.</exception>
    public Join Join(FromClause right) => new(this, right, JoinCondition.Between(this, right), JoinKind.Inner);

    /// <summary><c>left LEFT OUTER JOIN right ON condition</c></summary>
    public Join OuterJoin(FromClause right, ColumnElement on) => new(this, right, on, JoinKind.LeftOuter);

    /// <summary><c>left LEFT OUTER JOIN right ON condition</c>, by the foreign key between them.</summary>
    /// <exception cref="InvalidStatementException">There is none, or more than one.</exception>
    public Join OuterJoin(FromClause right) => new(this, right, JoinCondition.Between(this, right), JoinKind.LeftOuter);

    /// <summary><c>left RIGHT OUTER JOIN right ON condition</c>; without a condition, by the foreign key between them.</summary>
    public Join RightJoin(FromClause right, ColumnElement? on = null) => new(this, right, on ?? JoinCondition.Between(this, right), JoinKind.RightOuter);

    /// <summary><c>left FULL OUTER JOIN right ON condition</c>; without a condition, by the foreign key between them.</summary>
    public Join FullJoin(FromClause right, ColumnElement? on = null) => new(this, right, on ?? JoinCondition.Between(this, right), JoinKind.FullOuter);

    /// <summary><c>left CROSS JOIN right</c></summary>
    public Join CrossJoin(FromClause right) => new(this, right, null, JoinKind.Cross);

    /// <summary>A sample of the rows: <c>from AS name TABLESAMPLE system(percent)</c></summary>
    /// <param name="percent">Which share of the rows.</param>
    /// <param name="name">The name of the sample; null to have the statement give one.</param>
    /// <param name="seed">What makes the sample the same each time, or null.</param>
    public TableSample TableSample(double percent, string? name = null, ColumnElement? seed = null)
        => TableSample(new FunctionCall("system", [new BindParameter("system", SqlTypes.Double, percent, hasValue: true, unique: true)], SqlTypes.Null), name, seed);

    /// <summary>A sample of the rows: <c>from AS name TABLESAMPLE bernoulli(percent) REPEATABLE (seed)</c></summary>
    /// <param name="method">How the sample is taken: <c>Func.Call&lt;double&gt;("bernoulli", 1.0)</c>.</param>
    /// <param name="name">The name of the sample; null to have the statement give one.</param>
    /// <param name="seed">What makes the sample the same each time, or null.</param>
    public TableSample TableSample(ColumnElement method, string? name = null, ColumnElement? seed = null) => new(this, method.Node, name, seed?.Node);

    /// <summary>Whether this FROM is another one, or contains it: an alias what it renames, a join its sides, a subquery what it selects from.</summary>
    public bool IsDerivedFrom(FromClause part) => ReferenceEquals(this, part) || this switch
    {
        Alias alias => alias.Inner.IsDerivedFrom(part),
        TableSample sample => sample.Inner.IsDerivedFrom(part),
        Join join => join.Left.IsDerivedFrom(part) || join.Right.IsDerivedFrom(part),
        Subquery subquery => IsDerivedFrom(subquery.Select, part),
        CommonTableExpression { Element: SelectBase select } => IsDerivedFrom(select, part),
        _ => false,
    };

    private static bool IsDerivedFrom(SelectBase select, FromClause part) => select switch
    {
        Select plain => SelectJoins.Froms(plain).Any(f => f.IsDerivedFrom(part)),
        CompoundSelect compound => compound.Selects.Any(s => IsDerivedFrom(s, part)),
        _ => false,
    };

    /// <summary>The column of this FROM that stands for an element of something inside it, or null.</summary>
    /// <remarks>When several do, the one with the fewest steps between is taken. An own column stands for itself.</remarks>
    public NamedColumn? CorrespondingColumn(ColumnElement element)
    {
        var wanted = element.Node;
        NamedColumn? best = null;
        var bestDistance = int.MaxValue;
        foreach (var column in Columns)
        {
            var distance = Distance(column, wanted);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (column, distance);
            }
        }

        return best;
    }

    private static int Distance(ColumnElement from, ColumnElement wanted)
    {
        var steps = 0;
        for (ColumnElement? at = from; at is not null; at = Inner(at), steps++)
        {
            if (ReferenceEquals(at, wanted))
            {
                return steps;
            }
        }

        return int.MaxValue;
    }

    private static ColumnElement? Inner(ColumnElement element) => element switch
    {
        ProxyColumn proxy => proxy.Source,
        Label label => label.Element,
        _ => null,
    };
}
