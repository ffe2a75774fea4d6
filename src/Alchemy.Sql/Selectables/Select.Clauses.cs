using Alchemy.Internals;

namespace Alchemy;

public sealed partial class Select
{
    /// <summary>The same statement with other columns.</summary>
    public Select WithColumns(params ColumnElement[] columns) => new([.. columns.Select(c => c.Node)])
    {
        From = From, WhereClauses = WhereClauses, GroupByClauses = GroupByClauses, HavingClauses = HavingClauses, OrderByClauses = OrderByClauses,
        LimitClause = LimitClause, OffsetClause = OffsetClause, IsDistinct = IsDistinct, Correlated = Correlated, Extras = Extras,
    };

    /// <summary>The same statement with other columns: <see cref="WithColumns"/> by the name that SQLAlchemy gives it.</summary>
    public Select WithOnlyColumns(params ColumnElement[] columns) => WithColumns(columns);

    /// <summary>The same statement with other columns.</summary>
    /// <param name="maintainColumnFroms">True to go on selecting from the FROMs of the columns that are left out.</param>
    /// <param name="columns">The columns.</param>
    public Select WithOnlyColumns(bool maintainColumnFroms, params ColumnElement[] columns) => (maintainColumnFroms ? WithFrom([.. GetFinalFroms()]) : this).WithColumns(columns);

    /// <summary>The FROMs that the statement lists: those that were named and those of its columns and conditions, without what joins contain.</summary>
    public IReadOnlyList<FromClause> GetFinalFroms() => SelectJoins.Froms(this);

    /// <summary>The FROMs of its columns.</summary>
    public IReadOnlyList<FromClause> ColumnsClauseFroms => FromCollector.Collect(Columns);

    /// <summary>The same statement without columns that always equal another of its columns: those of a foreign key beside the key that they refer to.</summary>
    /// <param name="onlySynonyms">True (the default) to leave out only those that have the name of the other; false for all, also those that a condition of WHERE or of a join sets equal to another.</param>
    public Select ReduceColumns(bool onlySynonyms = true) => WithColumns([.. EqualColumns.Reduced(this, onlySynonyms)]);

    /// <summary>The same statement with further columns.</summary>
    public Select AddColumns(params ColumnElement[] columns) => WithColumns([.. Columns, .. columns]);

    /// <summary>Adds a FROM. A FROM that the columns need comes by itself.</summary>
    public Select SelectFrom(FromClause from) => new(this) { From = [.. From, from] };

    /// <summary>Adds FROMs.</summary>
    public Select SelectFrom(params FromClause[] froms) => new(this) { From = [.. From, .. froms] };

    /// <summary>The same statement over these FROMs instead of the named ones.</summary>
    public Select WithFrom(params FromClause[] from) => new(this) { From = from };

    /// <summary>Adds a condition; all conditions must hold.</summary>
    public Select Where(ColumnElement condition) => new(this) { WhereClauses = ConditionList.And(WhereClauses, condition) };

    /// <summary>Adds conditions; all conditions must hold.</summary>
    public Select Where(params ColumnElement[] conditions) => conditions.Aggregate(this, (select, condition) => select.Where(condition));

    /// <summary>Adds expressions to GROUP BY.</summary>
    public Select GroupBy(params ColumnElement[] columns) => new(this) { GroupByClauses = [.. GroupByClauses, .. columns.Select(c => c.Node)] };

    /// <summary>Adds columns of the SELECT list, or of its FROMs, to GROUP BY by their names. A label is written by its name where the database takes it and no FROM has a column of the name; else its expression is.</summary>
    /// <exception cref="UnknownColumnException">There is none of that name.</exception>
    public Select GroupBy(params string[] names) => GroupBy([.. names.Select(SelectedColumn).Select(c => c is Label label ? new LabelReference(label) : c)]);

    /// <summary>Adds a condition on groups; all conditions must hold.</summary>
    public Select Having(ColumnElement condition) => new(this) { HavingClauses = ConditionList.And(HavingClauses, condition) };

    /// <summary>Gives a window a name, for the functions of this SELECT to be over: <c>WINDOW name AS (PARTITION BY … ORDER BY …)</c>. Where the database has no such clause, each function gets the window itself.</summary>
    /// <example><code>Sql.Select(Func.Rank().Over("w"), Func.Sum(o.Total).Over("w")).Window("w", w => w.PartitionBy(o.CustomerId).OrderBy(o.Total))</code></example>
    /// <param name="name">The name.</param>
    /// <param name="window">The rows that functions over it see.</param>
    /// <exception cref="InvalidStatementException">The SELECT has a window of that name, or none of the name that it goes on from.</exception>
    public Select Window(string name, Func<Window, Window> window)
    {
        var made = new NamedWindow(name, window(Alchemy.Window.Everything));
        if (Windows.Any(w => w.Name == name))
        {
            throw new InvalidStatementException($"The SELECT has a window '{name}' already: give this one another name.");
        }

        return made.Window.Base is { } other && Windows.All(w => w.Name != other)
            ? throw new InvalidStatementException($"Window '{name}' goes on from '{other}', which the SELECT does not have: define that one first.")
            : new(this) { Extras = Extras with { Windows = [.. Windows, made] } };
    }

    /// <summary>The same statement with these conditions on groups instead of those that it has.</summary>
    public Select WithHaving(IReadOnlyList<ColumnElement> conditions) => new(this) { HavingClauses = [.. conditions.Select(c => c.Node)] };

    /// <summary>Adds a condition on window functions: <c>QUALIFY condition</c>. Few databases have it, and none of the six that come with the library.</summary>
    public Select Qualify(ColumnElement condition) => new(this) { Extras = Extras with { Qualify = ConditionList.And(Extras.Qualify, condition) } };

    /// <summary>Adds to ORDER BY, after what is there.</summary>
    public Select OrderBy(params ColumnElement[] columns) => new(this) { OrderByClauses = [.. OrderByClauses, .. columns.Select(c => c.Node)] };

    /// <summary>Adds columns of the SELECT list, or of its FROMs, to ORDER BY by their names.</summary>
    /// <exception cref="UnknownColumnException">There is none of that name.</exception>
    public Select OrderBy(params string[] names) => OrderBy([.. names.Select(SelectedColumn)]);

    /// <summary>The same statement without ORDER BY.</summary>
    public Select WithoutOrderBy() => new(this) { OrderByClauses = [] };

    /// <summary>The most rows to return; replaces an earlier limit.</summary>
    public Select Limit(int rows) => Limit(Rows(rows));

    /// <summary>The most rows to return; replaces an earlier limit.</summary>
    public Select Limit(ColumnElement? rows) => new(this) { LimitClause = rows?.Node, Extras = Extras.Fetch is null ? Extras : Extras with { Fetch = null, IsApproximate = false } };

    /// <summary>The rows from one place to before another, counted from 0: <c>LIMIT stop - start OFFSET start</c>. Replaces an earlier limit and offset.</summary>
    /// <exception cref="InvalidStatementException">The end is before the beginning.</exception>
    public Select Slice(int start, int? stop = null)
    {
        if (start < 0 || stop < start)
        {
            throw new InvalidStatementException($"Slice({start}, {stop}): rows are counted from 0, and the end is not before the beginning.");
        }

        var limited = stop is int end ? Limit(end - start) : Limit((ColumnElement?)null);
        return start == 0 ? limited.Offset((ColumnElement?)null) : limited.Offset(start);
    }

    /// <summary>The rows to leave out before the first; replaces an earlier offset.</summary>
    public Select Offset(int rows) => Offset(Rows(rows));

    /// <summary>The rows to leave out before the first; replaces an earlier offset.</summary>
    public Select Offset(ColumnElement? rows) => new(this) { OffsetClause = rows?.Node };

    /// <summary>The most rows to return: <c>FETCH FIRST n ROWS ONLY</c>; replaces an earlier limit.</summary>
    /// <param name="rows">How many rows, or how many percent.</param>
    /// <param name="withTies">True to return also the rows that are equal to the last in the order.</param>
    /// <param name="percent">True for a share of the rows instead of their number.</param>
    /// <param name="approximate">True to take rows that are nearly the first, as an index of vectors finds them: <c>FETCH APPROX</c> of Oracle 23.4.</param>
    public Select Fetch(int rows, bool withTies = false, bool percent = false, bool approximate = false) => Fetch(Rows(rows), withTies, percent, approximate);

    /// <summary>The most rows to return: <c>FETCH FIRST n ROWS ONLY</c>; replaces an earlier limit.</summary>
    /// <param name="rows">How many rows, or how many percent.</param>
    /// <param name="withTies">True to return also the rows that are equal to the last in the order.</param>
    /// <param name="percent">True for a share of the rows instead of their number.</param>
    /// <param name="approximate">True to take rows that are nearly the first, as an index of vectors finds them: <c>FETCH APPROX</c> of Oracle 23.4.</param>
    public Select Fetch(ColumnElement rows, bool withTies = false, bool percent = false, bool approximate = false)
        => new(this) { LimitClause = null, Extras = Extras with { Fetch = rows.Node, WithTies = withTies, IsPercent = percent, IsApproximate = approximate } };

    /// <summary>Each different row once: <c>SELECT DISTINCT</c>.</summary>
    public Select Distinct() => new(this) { IsDistinct = true };

    /// <summary>The first row of each group of rows with equal values: <c>SELECT DISTINCT ON (columns)</c>; PostgreSQL.</summary>
    public Select DistinctOn(params ColumnElement[] columns) => new(this) { IsDistinct = true, Extras = Extras with { DistinctOn = [.. Extras.DistinctOn, .. columns.Select(c => c.Node)] } };

    /// <summary>The first row of each group with equal values, by the names of columns of the SELECT list or of its FROMs; PostgreSQL.</summary>
    /// <exception cref="UnknownColumnException">There is none of that name.</exception>
    public Select DistinctOn(string name, params string[] others) => DistinctOn([.. others.Prepend(name).Select(SelectedColumn)]);

    /// <summary>Takes these FROMs from the enclosing SELECT instead of listing them here; none to list every FROM. Without it, FROMs of the enclosing SELECT are found by themselves.</summary>
    public Select Correlate(params FromClause[] froms) => new(this) { Correlated = [.. Correlated ?? [], .. froms] };

    /// <summary>Takes every FROM that an enclosing SELECT has from there, except these.</summary>
    public Select CorrelateExcept(params FromClause[] froms)
        => new(this) { Correlated = Correlated ?? [], Extras = Extras with { CorrelateExcept = [.. Extras.CorrelateExcept ?? [], .. froms] } };

    /// <summary>Names the columns in another way.</summary>
    public Select WithLabelStyle(LabelStyle style) => new(this) { Extras = Extras with { LabelStyle = style } };

    /// <summary>Locks the rows that it returns: <c>FOR UPDATE</c>. SQLite, where a writer locks the whole database, leaves it out; SQL Server refuses it.</summary>
    /// <param name="read">True for a lock that others may share: <c>FOR SHARE</c>.</param>
    /// <param name="nowait">True to fail at a row that is locked.</param>
    /// <param name="skipLocked">True to leave out rows that are locked.</param>
    /// <param name="keyShare">True for the weaker lock: <c>FOR NO KEY UPDATE</c>, <c>FOR KEY SHARE</c>.</param>
    /// <param name="of">The columns or FROMs whose rows are locked; none for all.</param>
    public Select WithForUpdate(bool read = false, bool nowait = false, bool skipLocked = false, bool keyShare = false, params ClauseElement[] of)
        => new(this) { Extras = Extras with { ForUpdate = new ForUpdate(read, nowait, skipLocked, keyShare, [.. of.Select(o => o is ColumnElement column ? column.Node : o)]) } };

    /// <summary>The same statement without FOR UPDATE.</summary>
    public Select WithoutLock() => Extras.ForUpdate is null ? this : new(this) { Extras = Extras with { ForUpdate = null } };

    /// <summary>The same locks as another SELECT's, on the columns of a FROM that stand for those it names.</summary>
    public Select WithLockOf(ForUpdate? lockOf, FromClause inner)
        => lockOf is null ? this : new(this) { Extras = Extras with { ForUpdate = lockOf.Rewrite(new ColumnAdapter(inner)) } };

    /// <summary>A hint at a FROM, at the place where the dialect has it. It is written as it is: never put values into it.</summary>
    /// <param name="from">The FROM.</param>
    /// <param name="text">The hint; <c>{name}</c> stands for the FROM's name in the statement.</param>
    /// <param name="dialect">The only dialect that writes it, such as <c>oracle</c>; null for all.</param>
    public Select WithHint(FromClause from, string text, string? dialect = null) => new(this) { Extras = Extras with { Hints = [.. Extras.Hints, new TableHint(from, text, dialect)] } };

    /// <summary>A hint at the end of the statement. It is written as it is: never put values into it.</summary>
    /// <param name="text">The hint.</param>
    /// <param name="dialect">The only dialect that writes it; null for all.</param>
    public Select WithStatementHint(string text, string? dialect = null) => new(this) { Extras = Extras with { StatementHints = [.. Extras.StatementHints, new DialectText(text, dialect)] } };

    /// <summary>Words after SELECT. They are written as they are: never put values into them.</summary>
    /// <param name="words">The words.</param>
    /// <param name="dialect">The only dialect that writes them; null for all.</param>
    public Select PrefixWith(string words, string? dialect = null) => new(this) { Extras = Extras with { Prefixes = [.. Extras.Prefixes, new DialectText(words, dialect)] } };

    /// <summary>Words at the end of the statement. They are written as they are: never put values into them.</summary>
    /// <param name="words">The words.</param>
    /// <param name="dialect">The only dialect that writes them; null for all.</param>
    public Select SuffixWith(string words, string? dialect = null) => new(this) { Extras = Extras with { Suffixes = [.. Extras.Suffixes, new DialectText(words, dialect)] } };

    /// <summary>Puts in a clause of the user's own.</summary>
    /// <exception cref="InvalidStatementException">The clause stands at a place that a SELECT does not have.</exception>
    public Select Ext(SyntaxExtension clause) => new(this)
    {
        Extras = Extras with
        {
            Extensions = SyntaxExtension.Add(Extras.Extensions, clause, "a SELECT", ExtensionPoint.AfterSelect, ExtensionPoint.BeforeColumns, ExtensionPoint.AfterCriteria, ExtensionPoint.AfterBody),
        },
    };

    /// <inheritdoc cref="SelectBase.AddCte"/>
    public new Select AddCte(params CommonTableExpression[] ctes) => (Select)base.AddCte(ctes);

    /// <summary>A column of the SELECT list by its name, or else of the FROMs.</summary>
    /// <exception cref="UnknownColumnException">There is none of that name.</exception>
    public ColumnElement SelectedColumn(string name)
    {
        var names = SelectColumns.Names(this);
        var index = names.Select((n, i) => (n, i)).Where(n => n.n == name).Select(n => n.i).DefaultIfEmpty(-1).First();
        return index >= 0 ? Columns[index]
            : SelectJoins.Froms(this).Select(f => f.Columns.Find(name)).FirstOrDefault(c => c is not null) ?? throw new UnknownColumnException(name, "the SELECT", names);
    }

    internal static BindParameter Rows(int rows) => new("param", SqlTypes.Integer, rows, hasValue: true, unique: true);
}
