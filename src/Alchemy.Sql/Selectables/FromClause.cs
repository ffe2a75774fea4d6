namespace Alchemy;

/// <summary>Root of what can stand in FROM: tables, aliases, joins, subqueries, CTEs.</summary>
public abstract class FromClause : ClauseElement
{
    /// <summary>The name it is known by in the statement, or null for a join or an anonymous subquery.</summary>
    public abstract string? Name { get; }

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

    /// <summary><c>left JOIN right ON condition</c></summary>
    public Join Join(FromClause right, ColumnElement on) => new(this, right, on, JoinKind.Inner);

    /// <summary><c>left LEFT OUTER JOIN right ON condition</c></summary>
    public Join OuterJoin(FromClause right, ColumnElement on) => new(this, right, on, JoinKind.LeftOuter);

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
