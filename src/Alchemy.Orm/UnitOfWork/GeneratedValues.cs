using System.Globalization;

namespace Alchemy.Internals;

/// <summary>Which columns of a new row the program gives and which the database makes; takes the latter over.</summary>
internal sealed class GeneratedValues
{
    private readonly StateEntry _state;
    private readonly FlushUndo _undo;
    private readonly ScalarAttribute? _insertedKey;

    public GeneratedValues(StateEntry state, FlushUndo undo, DialectFeatures features)
    {
        (_state, _undo) = (state, undo);
        var (given, made) = (new List<ScalarAttribute>(), new List<ScalarAttribute>());
        foreach (var attribute in state.Mapper.Scalars)
        {
            var column = attribute.Column;
            var isDefault = IsDefault(attribute, attribute.GetValue(state));
            if (isDefault && column.IsPrimaryKey && column.Type is GuidType && column.ServerDefault is null)
            {
                undo.Set(state, attribute, Guid.CreateVersion7());
                isDefault = false;
            }

            (isDefault && (column.ServerDefault is not null || column.Table.AutoIncrementColumn == column) ? made : given).Add(attribute);
        }

        Given = given;
        if (made is [{ Column.IsPrimaryKey: true } key] && features.GeneratedKey is GeneratedKey.LastInsertedId)
        {
            (_insertedKey, Returned) = (key, []);
        }
        else
        {
            Returned = made;
        }
    }

    public StateEntry State => _state;

    /// <summary>True when rows can be told by the keys that the database makes, or need not be told.</summary>
    public bool CanBatch => _insertedKey is null && Given.Count > 0 && (Returned.Count == 0 || Returned.Any(r => r.Column == r.Column.Table.AutoIncrementColumn));

    public IReadOnlyList<ScalarAttribute> Given { get; }

    public IReadOnlyList<ScalarAttribute> Returned { get; }

    public void TakeInsertedKey(long? key)
    {
        if (_insertedKey is not null)
        {
            Take(_insertedKey, key ?? throw new SessionStateException($"The database did not tell the key of a new {_state.Mapper.ClrType.Name}."));
        }
    }

    public bool HasShapeOf(GeneratedValues other) => _state.Mapper == other._state.Mapper && Given.SequenceEqual(other.Given) && Returned.SequenceEqual(other.Returned);

    public void Take(IReadOnlyList<object?> values)
    {
        for (var i = 0; i < Returned.Count; i++)
        {
            Take(Returned[i], values[i]);
        }
    }

    private void Take(ScalarAttribute attribute, object? value)
    {
        var type = KeyShape.NotNull(attribute.Type);
        _undo.Set(_state, attribute, value is null || value.GetType() == type ? value : Convert.ChangeType(value, type, CultureInfo.InvariantCulture));
    }

    private static bool IsDefault(ScalarAttribute attribute, object? value)
        => value is null || attribute.Type.IsValueType && Nullable.GetUnderlyingType(attribute.Type) is null && value.Equals(Activator.CreateInstance(attribute.Type));
}
