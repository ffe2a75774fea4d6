namespace Alchemy.Internals;

/// <summary>An entity: its columns, and the references it leads to, which are joined when a column of theirs is needed.</summary>
internal abstract class EntityShape(Mapper mapper, SelectBuilder owner, bool isOptional) : Shape(mapper.ClrType)
{
    private readonly Dictionary<Relationship, ReferenceShape> _references = [];

    public Mapper Mapper => mapper;

    /// <summary>The SELECT whose FROM it stands in.</summary>
    public virtual SelectBuilder Owner { get; set; } = owner;

    /// <summary>True when there may be no row: an outer join.</summary>
    public virtual bool IsOptional { get; set; } = isOptional;

    /// <summary>True when the SELECT is grouped by it, so that what it refers to is one row a group.</summary>
    public virtual bool IsGroupKey { get; set; }

    /// <summary>The columns in the order of the mapper's scalars.</summary>
    public abstract override IReadOnlyList<ColumnElement> Columns { get; }

    public virtual ColumnElement Column(ScalarAttribute attribute) => Columns[mapper.OrdinalOf(attribute)];

    public ColumnElement Column(Column column) => Column(RelationshipKeys.AttributeOf(mapper, column));

    public ReferenceShape Reference(Relationship relationship)
    {
        if (!_references.TryGetValue(relationship, out var reference))
        {
            _references.Add(relationship, reference = new ReferenceShape(this, relationship));
        }

        return reference;
    }

    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner) => new SourceShape(mapper, owner, [.. Columns.Select(replace)], IsOptional);
}

/// <summary>An entity of a FROM.</summary>
internal sealed class SourceShape(Mapper mapper, SelectBuilder owner, IReadOnlyList<ColumnElement> columns, bool isOptional) : EntityShape(mapper, owner, isOptional)
{
    public override IReadOnlyList<ColumnElement> Columns => columns;
}

/// <summary>The target of a reference. Its key is the parent's foreign key; anything else joins the table.</summary>
internal sealed class ReferenceShape(EntityShape parent, Relationship relationship)
    : EntityShape(relationship.Target, parent.Owner, !relationship.IsRequired)
{
    private IReadOnlyList<ColumnElement>? _joined;

    /// <summary>A reference stands where its parent does, also after that was joined to another SELECT.</summary>
    public override SelectBuilder Owner
    {
        get => parent.Owner;
        set => parent.Owner = value;
    }

    /// <summary>The parent may become optional after a key of this reference was read: an outer join's condition.</summary>
    public override bool IsOptional
    {
        get => base.IsOptional || parent.IsOptional;
        set => base.IsOptional = value;
    }

    public override bool IsGroupKey
    {
        get => base.IsGroupKey || parent.IsGroupKey;
        set => base.IsGroupKey = value;
    }

    public override IReadOnlyList<ColumnElement> Columns => _joined ??= Join();

    public override ColumnElement Column(ScalarAttribute attribute)
    {
        var place = relationship.RemoteColumns.ToList().IndexOf(attribute.Column);
        return _joined is null && place >= 0 ? parent.Column(relationship.LocalColumns[place]) : base.Column(attribute);
    }

    private List<ColumnElement> Join()
    {
        var builder = parent.Owner;
        var from = new Alias(relationship.Target.Table, seed: AliasSeed.Of(relationship.Attribute.Name));
        var on = BooleanClauseList.And(relationship.LocalColumns.Zip(relationship.RemoteColumns,
            (local, remote) => (ColumnElement)parent.Column(local).Condition(SqlOperator.Equal, from.CorrespondingColumn(remote)!)));
        builder.Join(from, on, IsOptional ? JoinKind.LeftOuter : JoinKind.Inner);
        List<ColumnElement> columns = [.. relationship.Target.Scalars.Select(s => from.CorrespondingColumn(s.Column)!)];
        if (builder.IsGrouped && parent.IsGroupKey)
        {
            builder.GroupAlso(columns);
        }

        return columns;
    }
}
