namespace Alchemy.Internals;

/// <summary>What an expression of a query stands for in SQL.</summary>
/// <param name="type">The CLR type.</param>
internal abstract class Shape(Type type)
{
    public Type Type { get; } = type;

    /// <summary>The columns that it is made of.</summary>
    public abstract IEnumerable<ColumnElement> Columns { get; }

    /// <summary>The same over other columns: what became of those of a SELECT that is now a subquery.</summary>
    public abstract Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner);
}
