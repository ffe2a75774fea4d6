namespace Alchemy.Internals;

/// <summary>A compiled statement that takes its values from rows: where in them each of its parameters finds its value.</summary>
internal sealed class StatementRows
{
    private const int Constant = -1;
    private readonly BindParameter[] _binds;
    private readonly int[] _places;

    /// <param name="statement">The statement.</param>
    /// <param name="compiled">The same, or an equal one, compiled.</param>
    /// <param name="place">The place of a parameter's value in the row; null for one that has its own.</param>
    /// <exception cref="MissingValueException">A parameter has no value.</exception>
    public StatementRows(ClauseElement statement, CompiledSql compiled, Func<BindParameter, int?> place)
    {
        Compiled = compiled;
        var own = StatementShape.Of(statement).Binds;
        // A dialect's own binds follow at the end.
        _binds = [.. compiled.Binds.Select((b, i) => i < own.Length ? own[i] : b)];
        _places = [.. _binds.Select(b => place(b) ?? (b.HasValue || b.IsOutput ? Constant : throw new MissingValueException(b.Key)))];
    }

    public CompiledSql Compiled { get; }

    /// <summary>The values for a row, in the order of <see cref="CompiledSql.Binds"/>.</summary>
    public object?[] Values(object?[] row)
    {
        var values = new object?[_places.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _places[i] == Constant ? _binds[i].Value : row[_places[i]];
        }

        return values;
    }

    /// <summary>The same for values that several rows hold one after the other.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="width">How many values a row has.</param>
    public object?[] Values(ReadOnlySpan<object?[]> rows, int width)
    {
        var values = new object?[_places.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _places[i] == Constant ? _binds[i].Value : rows[_places[i] / width][_places[i] % width];
        }

        return values;
    }
}
