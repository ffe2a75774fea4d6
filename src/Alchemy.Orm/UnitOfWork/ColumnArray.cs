using System.Linq.Expressions;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Makes an array of one attribute's values over many objects, in the CLR type that the column is stored as.</summary>
internal abstract class ColumnArray
{
    public static ColumnArray Of(ScalarAttribute attribute)
    {
        var state = Expression.Parameter(typeof(StateEntry), "state");
        var value = ColumnBinder.Stored(RowBinder.Value(state, attribute), attribute.Column.Type);
        var getter = Expression.Lambda(typeof(Func<,>).MakeGenericType(typeof(StateEntry), value.Type), value, state).Compile();
        return (ColumnArray)Activator.CreateInstance(typeof(ColumnArray<>).MakeGenericType(value.Type), getter)!;
    }

    public abstract object Take(ReadOnlySpan<StateEntry> rows);
}

internal sealed class ColumnArray<T>(Func<StateEntry, T> getter) : ColumnArray
{
    public override object Take(ReadOnlySpan<StateEntry> rows)
    {
        var values = new T[rows.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = getter(rows[i]);
        }

        return values;
    }
}
