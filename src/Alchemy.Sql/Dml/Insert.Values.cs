namespace Alchemy;

public sealed partial class Insert
{
    /// <summary>Sets a column; null is bound as NULL.</summary>
    /// <exception cref="InvalidStatementException">It is no column of the table, or the statement inserts many rows or the rows of a SELECT.</exception>
    public Insert Value(ColumnElement column, object? value) => Given(Assignment.Of(Table, Own(column), value));

    /// <summary>The same as <see cref="DefaultValues"/>.</summary>
    public Insert Values() => DefaultValues();

    /// <summary>Sets columns by name; null is bound as NULL.</summary>
    /// <exception cref="UnknownColumnException">The table has no such column.</exception>
    public Insert Values(params (string Column, object? Value)[] values)
        => values.Aggregate(this, (insert, v) => insert.Value(Table.Column(v.Column), v.Value));

    /// <summary>Sets columns; null is bound as NULL.</summary>
    public Insert Values(params (ColumnElement Column, object? Value)[] values) => values.Aggregate(this, (insert, v) => insert.Value(v.Column, v.Value));

    /// <summary>Sets columns by name.</summary>
    /// <exception cref="UnknownColumnException">The table has no such column.</exception>
    public Insert Values(IReadOnlyDictionary<string, object?> row) => Values([.. row.Select(v => (v.Key, v.Value))]);

    /// <summary>Many rows by the names of columns; every row names the same, but for columns with a default: <c>VALUES (:name_m0), (:name_m1)</c></summary>
    /// <exception cref="InvalidStatementException">There is no row, or one names other columns than the first.</exception>
    public Insert Values(IEnumerable<IReadOnlyDictionary<string, object?>> rows)
        => Many(rows.Select(row => row.Select(v => (Table.Column(v.Key), v.Value)).ToList()).ToList());

    /// <summary>Many rows, each with a value for these columns.</summary>
    /// <exception cref="InvalidStatementException">There is no row, or one has another number of values.</exception>
    public Insert Values(IReadOnlyList<ColumnElement> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        List<Column> own = [.. columns.Select(Own)];
        return Many(rows.Select((row, i) => row.Count == own.Count
            ? own.Zip(row).ToList()
            : throw new InvalidStatementException($"Row {i} of the INSERT into '{Table.Name}' has {row.Count} values for {own.Count} columns.")).ToList());
    }

    /// <summary>One value for each of the table's columns, in their order; fewer values are for the first columns.</summary>
    public Insert Row(params object?[] values) => values.Length <= Table.Columns.Count
        ? values.Select((value, i) => (Column: Table.Columns[i], value)).Aggregate(this, (insert, v) => insert.Value(v.Column, v.value))
        : throw new InvalidStatementException($"The row has {values.Length} values, and table '{Table.Name}' {Table.Columns.Count} columns.");

    /// <summary>Names columns whose values are given when the statement is executed, by the columns' names.</summary>
    public Insert Parameters(params ColumnElement[] columns) => columns.Aggregate(this, (insert, column) => insert.Given(Assignment.Later(insert.Own(column))));

    /// <summary>Inserts a row of the defaults that the table's definition has.</summary>
    public Insert DefaultValues() => new(this) { IsDefaultRow = true };

    /// <summary>Inserts the rows of a SELECT: <c>INSERT INTO table (columns) SELECT …</c></summary>
    /// <param name="columns">The columns that the SELECT fills, in order.</param>
    /// <param name="select">The SELECT.</param>
    /// <param name="includeDefaults">Whether columns that have a <see cref="Column.Default"/> and are not named get it too.</param>
    /// <exception cref="InvalidStatementException">The SELECT has another number of columns.</exception>
    public Insert FromSelect(IReadOnlyList<ColumnElement> columns, SelectBase select, bool includeDefaults = true)
        => Assignments.Count > 0 || Rows.Count > 0 ? throw Both() : columns.Count == select.Columns.Count
            ? new(this) { Source = select, SourceColumns = [.. columns.Select(Own)], IncludesDefaults = includeDefaults }
            : throw new InvalidStatementException($"INSERT names {columns.Count} columns and its SELECT returns {select.Columns.Count}.");

    /// <summary>Inserts the rows of a SELECT into columns taken by name.</summary>
    public Insert FromSelect(IReadOnlyList<string> columns, SelectBase select, bool includeDefaults = true) => FromSelect([.. columns.Select(Table.Column)], select, includeDefaults);

    private Insert Given(Assignment assignment) => Source is not null ? throw Both() : Rows.Count > 0
        ? throw new InvalidStatementException("This INSERT has many rows: give each of them the value.")
        : new(this) { Assignments = Assignment.Add(Assignments, assignment) };

    private Insert Many(List<List<(Column Column, object? Value)>> rows)
    {
        if (Source is not null)
        {
            throw Both();
        }

        if (rows.Count == 0 || rows[0].Count == 0 || Assignments.Count > 0)
        {
            throw new InvalidStatementException($"An INSERT of many rows into '{Table.Name}' needs at least one row with at least one value, and no values outside of its rows.");
        }

        // A column with a default is given that where a row does not name it.
        var first = rows[0].Select(v => v.Column).Where(c => c.Default is null).ToHashSet();
        for (var i = 1; i < rows.Count; i++)
        {
            if (!first.SetEquals(rows[i].Select(v => v.Column).Where(c => c.Default is null)))
            {
                throw new InvalidStatementException($"Row {i} of the INSERT into '{Table.Name}' names ({Names(rows[i])}), the first row ({Names(rows[0])}): give every row the same columns, with Sql.Default where the database shall choose.");
            }
        }

        // A second call adds rows after those that are there.
        List<IReadOnlyList<Assignment>> all = [.. Rows];
        all.AddRange(rows.Select((row, i) => Assignment.Sorted([.. row.Select(v => Assignment.Of(Table, v.Column, v.Value, $"_m{Rows.Count + i}"))], Table)));
        return all.All(r => Targets(r).SequenceEqual(Targets(all[0])))
            ? new(this) { Rows = all }
            : throw new InvalidStatementException($"The added rows of the INSERT into '{Table.Name}' name other columns than those before.");
    }

    private static IEnumerable<ColumnElement> Targets(IReadOnlyList<Assignment> row) => row.Select(a => a.Target).Where(t => t is not Column { Default: not null });

    private Column Own(ColumnElement column) => column.Node is Column own && ReferenceEquals(own.Table, Table)
        ? own
        : throw new InvalidStatementException($"Only a column of table '{Table.Name}' can be set, not {(column.Node as NamedColumn)?.Name ?? column.GetType().Name}.");

    private static string Names(IEnumerable<(Column Column, object? Value)> row) => string.Join(", ", row.Select(v => v.Column.Name));

    private static InvalidStatementException Both() => new("An INSERT has values or a SELECT, not both: select the value as a column of the SELECT.");
}
