namespace Alchemy.Internals;

/// <summary>The rows of a table that a query names: by its conditions where they are over the table alone, by a subquery for the keys otherwise.</summary>
internal sealed class BulkRows(QueryModelTranslator query, EntityShape entity)
{
    private readonly Table _table = entity.Mapper.Table;

    private bool IsDirect => query.Builder is { IsSimple: true, From: Alias alias } && ReferenceEquals(alias.Inner, _table);

    /// <exception cref="Alchemy.Linq.LinqTranslationException">The member is no column.</exception>
    public Column Column(string member) => (entity.Mapper.Attribute(member) as ScalarAttribute)?.Column
        ?? throw query.Context.Refuse(System.Linq.Expressions.Expression.Constant(member), "SetProperty", "the member is not a column: set a foreign key instead of a navigation");

    public Delete Delete()
    {
        var condition = Condition();
        return condition is Constant ? Sql.Delete(_table) : Sql.Delete(_table).Where(condition);
    }

    public Update Update(IReadOnlyList<string> members, IReadOnlyList<ColumnElement> values)
    {
        // A value of other tables would have to be a subquery for each row.
        if (!IsDirect)
        {
            throw query.Context.Refuse(System.Linq.Expressions.Expression.Constant(string.Join(", ", members)), "ExecuteUpdate", "the query and the values may use the table's own columns and sub-queries only: put conditions on other tables into Any(...)");
        }

        var update = Sql.Update(_table);
        for (var i = 0; i < members.Count; i++)
        {
            update = update.Set(Column(members[i]), OnTable(values[i]));
        }

        var condition = Condition();
        return condition is Constant ? update : update.Where(condition);
    }

    private ColumnElement Condition()
    {
        if (IsDirect)
        {
            return OnTable(query.Builder.Conditions);
        }

        var key = entity.Mapper.Key;
        var keys = query.Build(key.Select(k => entity.Column(k)));
        if (query.Builder.IsPaged && query.Context.Dialect.Features.LimitedList is Support.No)
        {
            keys = Sql.Select([.. new Subquery(keys, seed: "page").Columns]);
        }

        return key.Count == 1
            ? new InExpression(key[0].Column, keys, negated: false)
            : throw query.Context.Refuse(System.Linq.Expressions.Expression.Constant(entity.Mapper.ClrType.Name), "ExecuteDelete", "over several tables or a page the key must have one member");
    }

    private ColumnElement OnTable(ColumnElement element) => new AliasRemoval(query.Builder.From!, _table).Rewrite(element);

    private sealed class AliasRemoval(FromClause alias, Table table) : SqlRewriter
    {
        protected override ClauseElement? Replace(ClauseElement node) => ReferenceEquals(node, alias) ? table : null;
    }
}
