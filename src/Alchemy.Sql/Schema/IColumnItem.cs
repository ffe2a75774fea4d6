namespace Alchemy;

/// <summary>What a <see cref="Column"/> may be given: a foreign key, a check, <see cref="Computed"/>, <see cref="Identity"/>, a <see cref="Sequence"/>, options of a dialect.</summary>
public interface IColumnItem
{
    /// <summary>Called once, when the item becomes part of a column.</summary>
    void Attach(Column column);
}

/// <summary>A column whose value the database computes from others: <c>GENERATED ALWAYS AS (x + 2)</c>.</summary>
public sealed class Computed : IColumnItem
{
    /// <summary>An expression as SQL text.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="persisted">True to keep the value with the row, false to compute it when it is read; null (the default) for what the database does by itself.</param>
    public Computed(string expression, bool? persisted = null)
        : this(new TextClause(expression, SqlTypes.Null), persisted)
    {
    }

    /// <summary>An expression; its values are written into the text.</summary>
    public Computed(ColumnElement expression, bool? persisted = null) => (Expression, IsPersisted) = (expression.Node, persisted);

    /// <summary>The expression.</summary>
    public ColumnElement Expression { get; }

    /// <summary>True when the value is kept with the row, false when it is computed when it is read, null for what the database does by itself.</summary>
    public bool? IsPersisted { get; }

    void IColumnItem.Attach(Column column) => column.Add(this);
}
