using System.Linq.Expressions;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>How a statement takes its values from an object: the member's getter, straight into the driver's marker.</summary>
/// <param name="Bind">Compiled for the statement.</param>
/// <param name="Markers">The attribute of each marker, in order.</param>
internal sealed record RowBinder(Action<Statement, StateEntry> Bind, IReadOnlyList<ScalarAttribute> Markers)
{
    /// <param name="driver">The driver whose statements are bound.</param>
    /// <param name="markers">The attribute of each marker, in order.</param>
    public static RowBinder Compile(Driver driver, IReadOnlyList<ScalarAttribute> markers)
    {
        var (statement, state) = (Expression.Parameter(typeof(Statement), "statement"), Expression.Parameter(typeof(StateEntry), "state"));
        var own = Expression.Variable(driver.StatementType, "own");
        var body = markers.Select((a, i) => driver.Bind(own, Expression.Constant(i), a.Column.Type, Value(state, a)))
            .Prepend(Expression.Assign(own, Expression.Convert(statement, driver.StatementType)));
        return new(Expression.Lambda<Action<Statement, StateEntry>>(Expression.Block(typeof(void), [own], body), statement, state).Compile(), markers);
    }

    /// <summary>The attribute's value as an expression over a <see cref="StateEntry"/>. A value that has no member is nullable: nobody may have set it.</summary>
    public static Expression Value(Expression state, ScalarAttribute attribute)
    {
        if (attribute.Storage is MemberStorage member)
        {
            return attribute.Access(Expression.Convert(Expression.Property(state, nameof(StateEntry.Entity)), member.Member.DeclaringType!));
        }

        var boxed = Expression.Call(Expression.Constant(attribute), nameof(ScalarAttribute.GetValue), null, state);
        return Expression.Convert(boxed, attribute.Type.IsValueType && Nullable.GetUnderlyingType(attribute.Type) is null ? typeof(Nullable<>).MakeGenericType(attribute.Type) : attribute.Type);
    }
}

/// <summary>The values of an object's row.</summary>
/// <param name="binder">Made for the statement.</param>
/// <param name="state">The object.</param>
internal readonly struct RowValues(RowBinder binder, StateEntry state) : IStatementValues
{
    public void Bind(Statement statement, FilledSql sql) => binder.Bind(statement, state);

    public object? Value(FilledSql sql, int marker) => binder.Markers[marker].GetValue(state);
}
