using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>A value of the execution. Its SQL type is that of what it meets.</summary>
internal sealed class SlotShape(SlotExpression slot) : Shape(slot.Type)
{
    public SlotExpression Slot => slot;

    public override IEnumerable<ColumnElement> Columns => [];

    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner) => this;
}

/// <summary>A null, true or false of the query's own.</summary>
internal sealed class ConstantShape(ConstantExpression constant) : Shape(constant.Type)
{
    public object? Value => constant.Value;

    public override IEnumerable<ColumnElement> Columns => [];

    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner) => this;
}
