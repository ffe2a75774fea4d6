using System.Text.RegularExpressions;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>Writes CREATE and DROP. The base speaks standard SQL; a dialect overrides what differs.</summary>
/// <remarks>One method a kind of statement or clause; each writes to the <see cref="SqlCompiler"/> it is given, which renders expressions, names, schemas and literals.</remarks>
public partial class DdlCompiler(Dialect dialect)
{
    /// <summary>The dialect.</summary>
    protected Dialect Dialect { get; } = dialect;

    /// <summary>The statements that create the sequences, types, tables, indexes and comments, in an order in which foreign keys find their tables.</summary>
    public IReadOnlyList<string> CreateAll(MetaData metadata) => [.. CreateStatements(metadata).Select(Text)];

    /// <summary>The statements that drop every table, sequence and type that is there, in the opposite order.</summary>
    public IReadOnlyList<string> DropAll(MetaData metadata) => [.. DropStatements(metadata).Select(Text)];

    /// <summary>As <see cref="CreateAll"/>, as statements: to execute with a <see cref="SchemaMap"/>.</summary>
    public virtual IEnumerable<DdlStatement> CreateStatements(MetaData metadata)
    {
        var order = TableOrder.Of(metadata.Tables);
        var sequences = Dialect.Features.NextValue is NextValueForm.None ? [] : metadata.Sequences.Select(s => new CreateSequence(s));
        IEnumerable<DdlStatement> tables = order.Tables.SelectMany(t => Of(t.Events.BeforeCreate, t).Concat(OfTable(t, order)).Concat(Of(t.Events.AfterCreate, t)));
        return [.. Of(metadata.Events.BeforeCreate), .. NamedTypes(order.Tables).Select(t => new CreateType(t)), .. sequences, .. tables, .. Later(order).Select(c => new AddConstraint(c)), .. Of(metadata.Events.AfterCreate)];
    }

    /// <summary>As <see cref="DropAll"/>, as statements.</summary>
    public virtual IEnumerable<DdlStatement> DropStatements(MetaData metadata)
    {
        var order = TableOrder.Of(metadata.Tables);
        var sequences = Dialect.Features.NextValue is NextValueForm.None ? [] : metadata.Sequences.Select(s => new DropSequence(s, ifExists: true));
        var can = Dialect.Features.IfExists is Alchemy.Existence.Everything;
        var keys = Later(order).OfType<ForeignKeyConstraint>().Reverse().Select(c => new DropConstraint(c, ifExists: can) { IfTableExists = Dialect.Features.AlterIfExists is Support.Yes });
        var tables = order.Tables.Reverse().SelectMany(t => Of(t.Events.BeforeDrop, t).Append(t.Definition?.Drop(ifExists: true) ?? new DropTable(t, ifExists: true)).Concat(Of(t.Events.AfterDrop, t)));
        return [.. Of(metadata.Events.BeforeDrop), .. keys, .. tables, .. sequences, .. NamedTypes(order.Tables).Select(t => new DropType(t, ifExists: true)), .. Of(metadata.Events.AfterDrop)];
    }

    // The statements of an event that are for this database; a text is about the table, unless it says another.
    private IEnumerable<DdlStatement> Of(IEnumerable<DdlStatement> statements, Table? table = null)
        => statements.Where(s => s.ExecuteIf?.Invoke(Dialect) != false).Select(s => s is DdlText { Target: null } text && table is not null ? text.Against(table) : s);

    // What ALTER TABLE adds when every table is there: what says so itself, and the keys of tables that refer to each other.
    private IEnumerable<TableConstraint> Later(TableOrder order) => Dialect.Features.AlterConstraints is Support.No ? []
        : order.Tables.SelectMany(t => t.Constraints).Where(c => (c.UseAlter || c is ForeignKeyConstraint key && order.Apart.Contains(key)) && IsFor(c));

    /// <summary><c>CREATE TABLE name (…)</c></summary>
    public string CreateTable(Table table) => Text(new CreateTable(table));

    /// <summary><c>DROP TABLE [IF EXISTS] name</c></summary>
    public string DropTable(Table table, bool ifExists = false) => Text(new DropTable(table, ifExists));

    /// <summary><c>CREATE [UNIQUE] INDEX name ON table (columns)</c></summary>
    /// <param name="table">The table, for an index that is not part of one.</param>
    /// <param name="index">The index.</param>
    public string CreateIndex(Table table, TableIndex index) => Text(new CreateIndex(index.TryTable is null ? new TableIndex(index.Name, index.Items, index.IsUnique) { Options = index.Options, Within = table } : index));

    /// <summary>The types with a name that the tables' columns have, where the database has such types.</summary>
    private IEnumerable<SqlType> NamedTypes(IEnumerable<Table> tables) => tables.SelectMany(t => t.Columns).Select(c => c.Type is ArrayType array ? array.Item : c.Type).Where(Dialect.Types.IsDefined).Distinct();

    private IEnumerable<DdlStatement> OfTable(Table table, TableOrder order)
    {
        var apart = Dialect.Features.AlterConstraints is Support.Yes && table.ForeignKeys.Any(order.Apart.Contains);
        yield return table.Definition ?? (DdlStatement)new CreateTable(table) { IncludeForeignKeys = apart ? [.. table.ForeignKeys.Where(k => !order.Apart.Contains(k))] : null };
        foreach (var index in table.Indexes.Where(i => i.DdlIf?.Invoke(Dialect) != false))
        {
            yield return new CreateIndex(index);
        }

        if (Dialect.Features.Comments is not CommentForm.Statement)
        {
            yield break;
        }

        if (table.Comment is not null)
        {
            yield return new SetTableComment(table);
        }

        foreach (var column in table.Columns.Cast<Column>().Where(c => c.Comment is not null))
        {
            yield return new SetColumnComment(column);
        }

        foreach (var constraint in table.Constraints.Prepend(table.PrimaryKeyConstraint).Where(c => c.Comment is not null && Dialect.Features.ConstraintComments is Support.Yes && IsFor(c) && !Later(order).Contains(c)))
        {
            yield return new SetConstraintComment(constraint);
        }
    }

    /// <summary>Writes <c>IF NOT EXISTS</c>.</summary>
    /// <param name="sql">Where to.</param>
    /// <param name="isAsked">False to write nothing.</param>
    /// <param name="what">What is created.</param>
    /// <exception cref="CompileException">The database cannot ask that.</exception>
    protected SqlCompiler IfNotExists(SqlCompiler sql, bool isAsked, string what) => Existence(sql, isAsked, Dialect.Features.IfNotExists, "IF NOT EXISTS", what);

    /// <summary>Writes <c>IF EXISTS</c>; see <see cref="IfNotExists"/>.</summary>
    protected SqlCompiler IfExists(SqlCompiler sql, bool isAsked, string what) => Existence(sql, isAsked, Dialect.Features.IfExists, "IF EXISTS", what);

    private SqlCompiler Existence(SqlCompiler sql, bool isAsked, Existence possible, string words, string what)
    {
        var can = (possible is Alchemy.Existence.Everything || possible is Alchemy.Existence.Tables && what is ("TABLE" or "SCHEMA" or "VIEW"))
            && !(what is "VIEW" && words is "IF NOT EXISTS" && Dialect.Features.ViewIfNotExists is Support.No);
        return !isAsked ? sql : can ? sql.Write(words + " ")
            : throw new CompileException($"{words} of {what}", Dialect.Name, "the database cannot ask that: look first, and create or drop what you found missing or there.");
    }

    /// <summary>Whether CREATE TABLE has the constraint in this dialect.</summary>
    protected bool IsFor(TableConstraint constraint) => constraint.DdlIf?.Invoke(Dialect) != false;

    private string Text(DdlStatement statement) => Dialect.Compile(statement).ToString();

    /// <summary>The name of a constraint or index: one that was given must fit, one that was made up is cut.</summary>
    /// <exception cref="CompileException">The name is longer than the database takes.</exception>
    protected internal string NameOf(string name, bool isMadeUp)
    {
        var longest = Dialect.Features.MaxIdentifierLength;
        if (Dialect.Features.LengthOf(name) <= longest)
        {
            return Dialect.Identifiers.Quote(name);
        }

        return isMadeUp
            ? Dialect.Identifiers.Quote($"{Dialect.Features.Cut(name, Math.Max(longest - 8, 0))}_{Digest(name)[^4..]}")
            : throw Dialect.Features.TooLong(name, Dialect.Name);
    }

    // Not for security: the end of a name that was cut, the same one each time.
#pragma warning disable CA5351
    private static string Digest(string name) => Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(name)));
#pragma warning restore CA5351

    /// <summary>Words of the program's own that must be words: <c>SET NULL</c>, <c>gist</c>.</summary>
    /// <exception cref="CompileException">The text holds something else.</exception>
    protected string Words(string what, string words) => WordsOnly().IsMatch(words)
        ? words
        : throw new CompileException($"{what} '{words}'", Dialect.Name, "only words can stand there.");

    [GeneratedRegex(@"^\w+(?: \w+)*(?: ?\([\w"" ,]+\))?$")]
    private static partial Regex WordsOnly();
}
