namespace Alchemy;

/// <summary>A constraint of a table.</summary>
public abstract class TableConstraint : ISchemaItem
{
    private Table? _table;

    private protected TableConstraint(string? name) => Name = name;

    /// <summary>The constraint's name as it was given, or null; see <see cref="FinalName"/>.</summary>
    public string? Name { get; }

    /// <summary>True when <see cref="Name"/> is used as it is, whatever the <see cref="NamingConvention"/> says.</summary>
    public bool IsNameFinal { get; init; }

    /// <summary><c>DEFERRABLE</c> when true, <c>NOT DEFERRABLE</c> when false; null (the default) says nothing.</summary>
    public bool? Deferrable { get; init; }

    /// <summary><c>INITIALLY DEFERRED</c> or <c>INITIALLY IMMEDIATE</c>: the second word; null says nothing.</summary>
    public string? Initially { get; init; }

    /// <summary>The comment in the database, set by <see cref="SetConstraintComment"/>; null for none.</summary>
    public string? Comment { get; init; }

    /// <summary>What one database alone can say.</summary>
    public IReadOnlyList<DialectOptions> Options { get; init; } = [];

    /// <summary>Tells for which dialects the constraint is part of CREATE TABLE; null (the default) for all.</summary>
    public Func<Dialect, bool>? DdlIf { get; init; }

    /// <summary>True when it is added by ALTER TABLE after every table is there, and CREATE TABLE leaves it out: for tables that refer to each other.</summary>
    public bool UseAlter { get; init; }

    /// <summary>The table.</summary>
    /// <exception cref="InvalidStatementException">The constraint is not part of a table.</exception>
    public Table Table => TryTable ?? throw new InvalidStatementException($"Constraint {(Name is null ? "without a name" : $"'{Name}'")} is not part of a table: give it to a Table, or to Table.Append(…).");

    /// <summary>The name that the database gets: the one given, or the one that the <see cref="NamingConvention"/> makes; null leaves it to the database.</summary>
    public string? FinalName => TryTable?.MetaData.NamingConvention?.NameOf(this) ?? Name;

    /// <summary>The columns' names, as far as they are known.</summary>
    public virtual IReadOnlyList<string> ColumnNames => [];

    internal Table? TryTable => _table ?? FoundTable;

    internal bool IsColumnLevel { get; init; }

    /// <summary>Whether <see cref="FinalName"/> was made up, and is cut when the database takes no name of its length.</summary>
    internal bool IsNameMadeUp => FinalName is { } name && name != Name;

    private protected virtual Table? FoundTable => null;

    /// <summary>Makes the constraint part of a table.</summary>
    public virtual void Attach(Table table)
    {
        _table = table;
        table.Add(this);
    }

    /// <summary>The same constraint, part of no table.</summary>
    internal TableConstraint Copy()
    {
        var copy = (TableConstraint)MemberwiseClone();
        copy._table = null;
        return copy;
    }

    /// <summary>Called on a copy for another table: its expressions are to be rewritten, so that they are over that table's columns.</summary>
    /// <param name="move">Rewrites an expression.</param>
    protected internal virtual void Move(SqlRewriter move)
    {
    }

    /// <summary>Calls the method of the compiler that writes this kind of constraint.</summary>
    protected internal abstract void Write(DdlCompiler ddl, SqlCompiler sql);
}

/// <summary>A constraint of the user's own, or of one database: it writes itself.</summary>
public abstract class ExtensionConstraint(string? name) : TableConstraint(name)
{
    /// <summary>Writes the constraint, as it stands in CREATE TABLE.</summary>
    /// <param name="ddl">Writes names and the clauses that constraints have in common.</param>
    /// <param name="sql">Takes the text.</param>
    protected internal abstract override void Write(DdlCompiler ddl, SqlCompiler sql);
}
