namespace Alchemy;

/// <summary>A column of a FROM: of a table (<see cref="Column"/>), or of an alias, subquery or CTE (<see cref="ProxyColumn"/>).</summary>
public abstract class NamedColumn : ColumnElement
{
    /// <summary>The table, alias, subquery or CTE that it belongs to.</summary>
    /// <exception cref="InvalidStatementException">The column is not part of a table yet.</exception>
    public abstract FromClause From { get; }

    /// <summary>What it belongs to; null for a column that stands by its name alone.</summary>
    internal virtual FromClause? Owner => From;

    /// <summary>The column's name in the database.</summary>
    public abstract override string Name { get; }

    /// <summary>The name by which the program finds it among the columns of its FROM, and after which parameters for it are named; <see cref="Name"/> unless it was given another.</summary>
    public string Key { get => field ?? Name; init; }
}
