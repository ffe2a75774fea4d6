namespace Alchemy.Internals;

/// <summary>The values that join two objects.</summary>
internal static class RelationshipKeys
{
    /// <summary>The values of columns of an object, in order.</summary>
    public static object?[] Values(StateEntry state, IReadOnlyList<Column> columns) => Values(state, columns, static (s, a) => a.GetValue(s));

    /// <summary>The values that the object's row has.</summary>
    public static object?[] RowValues(StateEntry state, IReadOnlyList<Column> columns) => Values(state, columns, static (s, a) => EntityBinding.Original(s, a));

    private static object?[] Values(StateEntry state, IReadOnlyList<Column> columns, Func<StateEntry, ScalarAttribute, object?> value)
    {
        var values = new object?[columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(state, AttributeOf(state.Mapper, columns[i]));
        }

        return values;
    }

    /// <summary>True when the object's foreign key holds the key of the target object.</summary>
    public static bool PointsTo(StateEntry state, Relationship reference, object target)
    {
        for (var i = 0; i < reference.LocalColumns.Count; i++)
        {
            var key = (MemberStorage)AttributeOf(reference.Target, reference.RemoteColumns[i]).Storage;
            if (!Equals(AttributeOf(reference.Owner, reference.LocalColumns[i]).GetValue(state), key.GetFrom(target)))
            {
                return false;
            }
        }

        return true;
    }

    public static ScalarAttribute AttributeOf(Mapper mapper, Column column)
        => mapper.AttributeOf(column) ?? throw new MappingException(mapper.ClrType, column.Name, "the column takes part in a relationship but no member holds it.");
}
