namespace Alchemy;

/// <summary>A function used as a FROM: <c>jsonb_each(a) AS anon_1</c>, <c>generate_series(1, 4) WITH ORDINALITY AS s(value, place)</c>.</summary>
public sealed class TableFunction : FromClause
{
    private ColumnSet? _columns;

    /// <summary>Creates the FROM.</summary>
    /// <param name="function">The call.</param>
    /// <param name="columns">The columns that it returns, by name and type.</param>
    /// <param name="name">The alias; null to have the statement give one.</param>
    public TableFunction(ColumnElement function, IReadOnlyList<(string Name, SqlType Type)> columns, string? name = null)
        => (Function, Definitions, Name, HasAlias) = (function.Node, columns, name, true);

    private TableFunction(TableFunction other)
    {
        (Function, Definitions, Name, HasAlias) = (other.Function, other.Definitions, other.Name, other.HasAlias);
        (HasOrdinality, IsDerived, HasTypes, IsLateral) = (other.HasOrdinality, other.IsDerived, other.HasTypes, other.IsLateral);
    }

    /// <summary>The call.</summary>
    public ColumnElement Function { get; private init; }

    /// <summary>The columns, by name and type.</summary>
    public IReadOnlyList<(string Name, SqlType Type)> Definitions { get; private init; }

    /// <inheritdoc/>
    public override string? Name { get; }

    /// <summary>False when the function stands alone, without a name.</summary>
    public bool HasAlias { get; private init; }

    /// <summary>True for WITH ORDINALITY: a last column counts the rows.</summary>
    public bool HasOrdinality { get; private init; }

    /// <summary>True to name the columns after the alias.</summary>
    public bool IsDerived { get; private init; }

    /// <summary>True to name their types too.</summary>
    public bool HasTypes { get; private init; }

    /// <summary>True for LATERAL: the arguments are columns of FROMs before it.</summary>
    public bool IsLateral { get; private init; }

    /// <inheritdoc/>
    public override ColumnSet Columns => LazyInitializer.EnsureInitialized(ref _columns, () => new ColumnSet(
        $"function '{(Function as FunctionCall)?.FunctionName}'",
        Definitions.Select((d, i) => new ProxyColumn(this, d.Name, new ColumnClause(d.Name, d.Type), i))));

    /// <summary>The same function with a last column that counts its rows from 1: <c>WITH ORDINALITY</c>.</summary>
    public TableFunction WithOrdinality(string column = "ordinality") => new(this) { HasOrdinality = true, Definitions = [.. Definitions, (column, SqlTypes.BigInteger)] };

    /// <summary>The columns' names written after the alias: <c>AS t(a, b)</c>.</summary>
    /// <param name="withTypes">True to write their types too: <c>AS t(a INTEGER, b TEXT)</c>, which PostgreSQL needs for functions that return records.</param>
    public TableFunction RenderDerived(bool withTypes = false) => new(this) { IsDerived = true, HasTypes = withTypes };

    /// <summary><c>LATERAL function</c></summary>
    public TableFunction Lateral() => new(this) { IsLateral = true };

    /// <summary>The function without an alias: its columns have no table before them, so they are named by <see cref="Sql.Column{T}"/>.</summary>
    public TableFunction Plain() => new(this) { HasAlias = false };

    /// <summary>The whole row as a value: its alias.</summary>
    public TableValuedColumn Row(SqlType? type = null) => new(this, type ?? SqlTypes.Null);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitTableFunction(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Node(Function).Text(Name).Number((HasAlias ? 1 : 0) + (HasOrdinality ? 2 : 0) + (IsDerived ? 4 : 0) + (HasTypes ? 8 : 0) + (IsLateral ? 16 : 0)).Number(Definitions.Count);
        foreach (var (name, type) in Definitions)
        {
            parts.Text(name).Type(type);
        }
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var function = rewriter.Rewrite(Function);
        return ReferenceEquals(function, Function) ? this : new TableFunction(this) { Function = function };
    }
}
