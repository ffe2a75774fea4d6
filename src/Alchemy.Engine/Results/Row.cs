namespace Alchemy;

/// <summary>One row, by position, by name or by the expression that was selected. Rows with equal values are equal.</summary>
public sealed class Row : IEquatable<Row>
{
    private readonly CompiledSql _compiled;
    private readonly object?[] _values;

    internal Row(CompiledSql compiled, object?[] values) => (_compiled, _values) = (compiled, values);

    /// <summary>How many columns it has.</summary>
    public int Count => _values.Length;

    /// <summary>The value at a position, from 0; null for NULL.</summary>
    public object? this[int index] => _values[index];

    /// <summary>The value of a column by name; null for NULL.</summary>
    /// <exception cref="UnknownColumnException">There is no column of that name.</exception>
    public object? this[string name] => _values[IndexOf(c => c.Name == name, name)];

    /// <summary>The value at a position; the default value for NULL.</summary>
    /// <exception cref="ResultShapeException">The value is of another type.</exception>
    public T? Get<T>(int index) => _values[index] switch
    {
        null => default,
        T value => value,
        var other => throw new ResultShapeException($"Column '{_compiled.Columns[index].Name}' holds a {other.GetType().Name}, not a {typeof(T).Name}: ask for that type, or add Cast<{typeof(T).Name}>()."),
    };

    /// <summary>The value of a selected expression; the default value for NULL.</summary>
    /// <exception cref="UnknownColumnException">The statement does not select it.</exception>
    public T? Get<T>(ColumnExpression<T> column) => Get<T>(IndexOf(c => ReferenceEquals(c.Element, column.Node), column.Name ?? column.ToString()));

    /// <summary>The value of a column by name; the default value for NULL.</summary>
    /// <exception cref="UnknownColumnException">There is no column of that name.</exception>
    /// <exception cref="ResultShapeException">The value is of another type.</exception>
    public T? Get<T>(string name) => Get<T>(IndexOf(c => c.Name == name, name));

    /// <summary>The names of the columns, in order.</summary>
    public IReadOnlyList<string> Names => [.. _compiled.Columns.Select(c => c.Name)];

    /// <summary>The values by the columns' names; of columns of one name, the first counts.</summary>
    public IReadOnlyDictionary<string, object?> ToDictionary()
    {
        var values = new Dictionary<string, object?>(_values.Length);
        for (var i = 0; i < _values.Length; i++)
        {
            values.TryAdd(_compiled.Columns[i].Name, _values[i]);
        }

        return values;
    }

    /// <inheritdoc/>
    public bool Equals(Row? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Row);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in _values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>The values, to read.</summary>
    public override string ToString() => $"({string.Join(", ", _values.Select(v => v switch { null => "NULL", string text => $"'{text}'", IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture), _ => v.ToString() }))})";

    private int IndexOf(Func<ResultColumn, bool> isIt, string name)
    {
        for (var i = 0; i < _compiled.Columns.Count; i++)
        {
            if (isIt(_compiled.Columns[i]))
            {
                return i;
            }
        }

        throw new UnknownColumnException(name, "the result", _compiled.Columns.Select(c => c.Name));
    }
}
