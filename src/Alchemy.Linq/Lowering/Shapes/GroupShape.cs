namespace Alchemy.Internals;

/// <summary>The groups of a GROUP BY: the key, and the rows that aggregates run over.</summary>
internal sealed class GroupShape(Type type, Shape key, Shape? element) : Shape(type)
{
    public Shape Key => key;

    /// <summary>What an item of a group is; null once the grouping is inside of a subquery, where no aggregate reaches it.</summary>
    public Shape? Element => element;

    public override IEnumerable<ColumnElement> Columns => key.Columns;

    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner) => new GroupShape(Type, key.Over(replace, owner), null);
}
