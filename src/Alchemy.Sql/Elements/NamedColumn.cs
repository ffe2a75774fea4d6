namespace Alchemy;

/// <summary>A column of a FROM: of a table (<see cref="Column"/>), or of an alias, subquery or CTE (<see cref="ProxyColumn"/>).</summary>
public abstract class NamedColumn : ColumnElement
{
    /// <summary>The table, alias, subquery or CTE that it belongs to.</summary>
    /// <exception cref="InvalidStatementException">The column is not part of a table yet.</exception>
    public abstract FromClause From { get; }

    /// <summary>What it belongs to; null for a column that stands by its name alone.</summary>
    internal virtual FromClause? Owner => From;

    /// <summary>The column's name.</summary>
    public abstract override string Name { get; }
}
