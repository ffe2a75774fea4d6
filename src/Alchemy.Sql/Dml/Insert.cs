namespace Alchemy;

/// <summary>An INSERT statement. Immutable: each method returns a changed copy.</summary>
/// <example><code>Sql.Insert(users).Value(users.Name, "ann").Returning(users.Id)</code>
/// becomes <c>INSERT INTO users (name) VALUES (:name) RETURNING users.id</c></example>
/// <remarks>An INSERT that is given nothing names every column, and their values are given when it is executed; <see cref="DefaultValues"/> inserts a row of defaults.</remarks>
public sealed partial class Insert : DmlStatement
{
    private InsertContent? _content;

    internal Insert(Table table)
        : base(table)
    {
    }

    private Insert(Insert other)
        : base(other)
    {
        (Assignments, Rows, Source, SourceColumns) = (other.Assignments, other.Rows, other.Source, other.SourceColumns);
        (IncludesDefaults, IsDefaultRow, Conflicts) = (other.IncludesDefaults, other.IsDefaultRow, other.Conflicts);
    }

    /// <summary>The columns given and their values, for one row.</summary>
    public IReadOnlyList<Assignment> Assignments { get; private init; } = [];

    /// <summary>Many rows, each with the same columns; empty for one row and for a SELECT.</summary>
    public IReadOnlyList<IReadOnlyList<Assignment>> Rows { get; private init; } = [];

    /// <summary>The SELECT whose rows are inserted, or null.</summary>
    public SelectBase? Source { get; private init; }

    /// <summary>The columns that <see cref="Source"/> fills, in order.</summary>
    public IReadOnlyList<Column> SourceColumns { get; private init; } = [];

    /// <summary>Whether columns with a default are added to those that <see cref="Source"/> fills.</summary>
    public bool IncludesDefaults { get; private init; } = true;

    /// <summary>True for a row that is given no values on purpose.</summary>
    public bool IsDefaultRow { get; private init; }

    /// <summary>What is done where a row is there already, in order.</summary>
    public IReadOnlyList<ConflictClause> Conflicts { get; private init; } = [];

    /// <summary>What is inserted, with the defaults: made once, because its parameters are told by identity.</summary>
    internal InsertContent Content => LazyInitializer.EnsureInitialized(ref _content, () => InsertContent.Of(this));

    internal override DmlStatement Copy() => new Insert(this);

    /// <summary>The same INSERT of other rows, which counts the defaults in already.</summary>
    internal Insert WithContent(InsertContent content) => new(this) { _content = content };

    internal Insert WithConflict(ConflictClause conflict) => Conflicts is [.., { HasTarget: false }]
        ? throw new InvalidStatementException("This INSERT has an ON CONFLICT without columns already, which is met by every conflict: it must be the last.")
        : new(this) { Conflicts = [.. Conflicts, conflict] };

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitInsert(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Node(Table);
        Content.Describe(parts);
        parts.Number(Conflicts.Count);
        foreach (var conflict in Conflicts)
        {
            conflict.Describe(parts);
        }

        DescribeShared(parts);
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var content = Content.Rewrite(rewriter);
        List<ConflictClause> conflicts = [.. Conflicts.Select(c => c.Rewrite(rewriter))];
        if (ReferenceEquals(content, Content) && conflicts.SequenceEqual(Conflicts) && !ChangesShared(rewriter))
        {
            return this;
        }

        var copy = new Insert(this) { Conflicts = conflicts };
        copy._content = content;
        copy.TakeShared(rewriter);
        return copy;
    }
}
