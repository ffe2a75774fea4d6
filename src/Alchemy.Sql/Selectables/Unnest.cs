namespace Alchemy;

/// <summary>Arrays as rows, the n-th elements of all in the n-th row: <c>unnest(a, b) WITH ORDINALITY AS name (columns, n)</c> in FROM. Its text is the same for any number of rows.</summary>
/// <example><code>new Unnest("u", ["id", "name"], [ids, names], ordinality: "n")</code></example>
public sealed class Unnest : FromClause
{
    private readonly IReadOnlyList<string> _names;
    private ColumnSet? _columns;

    /// <summary>Creates rows of arrays.</summary>
    /// <param name="name">The name of the table.</param>
    /// <param name="columns">The names of its columns, one per array.</param>
    /// <param name="arrays">The arrays, at least one, each of an <see cref="ArrayType"/>.</param>
    /// <param name="ordinality">The name of a last column that counts the rows from 1; null for none.</param>
    /// <exception cref="InvalidStatementException">There is no array, another number of names, or an expression that is no array.</exception>
    public Unnest(string name, IReadOnlyList<string> columns, IReadOnlyList<ColumnElement> arrays, string? ordinality = null)
    {
        if (arrays.Count == 0 || arrays.Count != columns.Count || arrays.Any(a => a.Type is not ArrayType))
        {
            throw new InvalidStatementException($"Unnest '{name}' needs at least one array, and {columns.Count} of them for its columns; an array is an expression whose type is an ArrayType.");
        }

        (Name, _names, Arrays, Ordinality) = (name, columns, [.. arrays.Select(a => a.Node)], ordinality);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>The arrays.</summary>
    public IReadOnlyList<ColumnElement> Arrays { get; }

    /// <summary>The name of the last column, which counts the rows from 1; null when there is none.</summary>
    public string? Ordinality { get; }

    /// <summary>One column per array, then <see cref="Ordinality"/>.</summary>
    public override ColumnSet Columns => LazyInitializer.EnsureInitialized(ref _columns, () => new ColumnSet($"unnest '{Name}'", Elements()));

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitUnnest(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Text(Name).Text(Ordinality).Number(_names.Count);
        foreach (var name in _names)
        {
            parts.Text(name);
        }

        parts.Nodes(Arrays);
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var arrays = rewriter.Rewrite(Arrays);
        return ReferenceEquals(arrays, Arrays) ? this : new Unnest(Name, _names, arrays, Ordinality);
    }

    // An element has no expression of its own: a parameter of its type stands for it.
    private IEnumerable<NamedColumn> Elements()
    {
        for (var i = 0; i < Arrays.Count; i++)
        {
            yield return new ProxyColumn(this, _names[i], new BindParameter(_names[i], ((ArrayType)Arrays[i].Type).Item), i);
        }

        if (Ordinality is not null)
        {
            yield return new ProxyColumn(this, Ordinality, new LiteralValue(1L, SqlTypes.BigInteger), Arrays.Count);
        }
    }
}
