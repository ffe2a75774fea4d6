using Alchemy.Internals;

namespace Alchemy;

/// <summary>A mapped type over a FROM.</summary>
public abstract class EntitySource
{
    private protected EntitySource(Mapper mapper, FromClause from) => (Mapper, From) = (mapper, from);

    /// <summary>The mapping.</summary>
    public Mapper Mapper { get; }

    /// <summary>What stands in FROM: the table, or an alias of it.</summary>
    public FromClause From { get; }

    /// <summary>The source wherever Core takes a FROM.</summary>
    public static implicit operator FromClause(EntitySource source) => source.From;

    /// <summary>The columns that hold an entity, in the order in which it is read.</summary>
    internal ColumnElement[] Columns => [.. Mapper.Scalars.Select(s => From.CorrespondingColumn(s.Column)!)];

    internal ColumnElement Column(string member) => Mapper.Attribute(member) is ScalarAttribute scalar
        ? From.CorrespondingColumn(scalar.Column)!
        : throw new UnknownColumnException(member, Mapper.ClrType.Name, Mapper.Scalars.Select(s => s.Name));

    /// <summary>The condition that joins this source to another along a relationship.</summary>
    internal ColumnElement JoinCondition(Relationship relationship, FromClause target)
        => BooleanClauseList.And(relationship.LocalColumns.Zip(relationship.RemoteColumns,
            (local, remote) => (ColumnElement)From.CorrespondingColumn(local)!.Condition(SqlOperator.Equal, target.CorrespondingColumn(remote)!)));
}
