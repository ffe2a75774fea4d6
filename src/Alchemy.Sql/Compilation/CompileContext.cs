namespace Alchemy.Internals;

/// <summary>Where in the statement the compiler is: which SELECTs enclose the place, and what a column looks like there.</summary>
internal sealed class CompileContext
{
    private readonly Stack<SelectScope> _scopes = new();

    /// <summary>The innermost SELECT, UPDATE or DELETE; null outside of any.</summary>
    public SelectScope? Scope => _scopes.Count == 0 ? null : _scopes.Peek();

    /// <summary>True when the SELECT that comes next gives the rows that the program reads, alone or as one of a UNION: its columns are converted.</summary>
    public bool IsResult { get; set; }

    /// <summary>True while a FROM list is rendered: a SELECT met there does not see its neighbours.</summary>
    public bool InFrom { get; set; }

    /// <summary>The tables of a schema that a SELECT gives another name, because it has one of the same name without a schema.</summary>
    public IReadOnlySet<FromClause> Renamed { get; set; } = new HashSet<FromClause>();

    /// <summary>The hints at the FROMs of the innermost SELECT.</summary>
    public IReadOnlyList<TableHint> Hints { get; set; } = [];

    /// <summary>The named windows of the innermost SELECT.</summary>
    public IReadOnlyList<NamedWindow> Windows { get; set; } = [];

    /// <summary>True where columns stand without their table, as in the ORDER BY of a UNION.</summary>
    public bool BareColumns { get; set; }

    /// <summary>True where the database takes no parameters: their values are written into the text at execution.</summary>
    public bool LiteralBinds { get; set; }

    /// <summary>True in a definition: values are written into the text when it is compiled.</summary>
    public bool InDdl { get; set; }

    /// <summary>The table that the next SELECT's rows make, or null.</summary>
    public Table? Into { get; set; }

    /// <summary>The INSERT, UPDATE, DELETE or MERGE around the place, or null.</summary>
    public DmlScope? Dml { get; set; }

    public void Push(SelectScope scope) => _scopes.Push(scope);

    public void Pop() => _scopes.Pop();
}

/// <summary>What a nested SELECT may correlate to.</summary>
/// <param name="Immediate">The FROMs of the SELECT around it.</param>
/// <param name="All">Those, and the FROMs of every SELECT further out.</param>
internal sealed record SelectScope(IReadOnlySet<FromClause> Immediate, IReadOnlySet<FromClause> All)
{
    public static SelectScope Over(IEnumerable<FromClause> froms, SelectScope? outer)
    {
        var immediate = new HashSet<FromClause>(froms.SelectMany(f => f.Contained.Prepend(f)), ReferenceEqualityComparer.Instance);
        var all = new HashSet<FromClause>(immediate, ReferenceEqualityComparer.Instance);
        all.UnionWith(outer?.All ?? Empty);
        return new SelectScope(immediate, all);
    }

    private static readonly IReadOnlySet<FromClause> Empty = new HashSet<FromClause>();
}
