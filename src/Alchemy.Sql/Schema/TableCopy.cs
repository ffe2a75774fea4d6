namespace Alchemy.Internals;

/// <summary>Copies a table into another MetaData: expressions over its columns become expressions over the copy's.</summary>
internal sealed class TableCopy : SqlRewriter
{
    private readonly Table _from;
    private readonly Func<ForeignKeyConstraint, string?, string?> _referredSchema;
    private Table? _to;

    /// <param name="from">The table.</param>
    /// <param name="referredSchema">The schema in which a foreign key of the copy looks for the other table, whose schema is given.</param>
    public TableCopy(Table from, Func<ForeignKeyConstraint, string?, string?> referredSchema) => (_from, _referredSchema) = (from, referredSchema);

    /// <summary>The copy.</summary>
    public Table To(MetaData metadata, string name, string? schema)
    {
        var columns = _from.Columns.Cast<Column>().Select(c => c.CopyFor(metadata, schema)).ToList();
        var key = _from.PrimaryKeyConstraint is { IsImplicit: false } own ? own.Copy() : null;
        var copy = _to = new Table(name, metadata, schema ?? "", [.. columns, .. key is null ? [] : new ISchemaItem[] { key }])
        {
            Quote = _from.Quote, QuoteSchema = _from.QuoteSchema, Prefixes = _from.Prefixes, Comment = _from.Comment, Definition = _from.Definition,
        };
        foreach (var (word, value) in _from.Info)
        {
            copy.Info[word] = value;
        }

        IEnumerable<ISchemaItem> items = [.. _from.Constraints.Select(Copied), .. _from.Indexes.Select(i => i.CopyFor(this)), .. _from.Options];
        foreach (var item in items)
        {
            copy.Append(item);
        }

        return copy;
    }

    /// <inheritdoc/>
    protected override ClauseElement? Replace(ClauseElement node) => node switch
    {
        Column { Owner: { } owner } column when ReferenceEquals(owner, _from) => _to!.Columns[column.Key],
        Table table when ReferenceEquals(table, _from) => _to,
        _ => null,
    };

    private TableConstraint Copied(TableConstraint constraint)
    {
        var copy = constraint.Copy();
        copy.Move(this);
        if (constraint is ForeignKeyConstraint key)
        {
            ((ForeignKeyConstraint)copy).ReferTo(Referred(key));
        }

        return copy;
    }

    private string Referred(ForeignKeyConstraint key)
    {
        if (key.TryReferredTable is { } table)
        {
            return ReferenceEquals(table, _from) ? _to!.FullName : Full(_referredSchema(key, table.Schema), table.Name);
        }

        var point = key.ReferredName.LastIndexOf('.');
        return Full(_referredSchema(key, point < 0 ? null : key.ReferredName[..point]), key.ReferredName[(point + 1)..]);
    }

    private static string Full(string? schema, string name) => string.IsNullOrEmpty(schema) ? name : $"{schema}.{name}";
}
