namespace Alchemy;

/// <summary>What an INSERT writes once defaults are counted in: columns, and rows of values or a SELECT for them.</summary>
internal sealed record InsertContent(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<ColumnElement>> Rows, SelectBase? Source)
{
    public static InsertContent Of(Insert insert) => insert switch
    {
        { Source: { } source } => OfSelect(insert, source),
        { Rows.Count: > 0 } => OfRows(insert),
        _ => OfRow(insert),
    };

    public void Describe(PartList parts)
    {
        parts.Nodes(Columns).Number(Rows.Count);
        foreach (var row in Rows)
        {
            parts.Nodes(row);
        }

        parts.Node(Source);
    }

    public InsertContent Rewrite(SqlRewriter rewriter)
    {
        var source = Source is null ? null : rewriter.Rewrite(Source);
        List<IReadOnlyList<ColumnElement>> rows = [.. Rows.Select(rewriter.Rewrite)];
        return ReferenceEquals(source, Source) && rows.Zip(Rows).All(r => ReferenceEquals(r.First, r.Second)) ? this : new InsertContent(Columns, rows, source);
    }

    /// <summary>Without the keys whose values a sequence would give: a database that has none counts them by itself.</summary>
    public InsertContent WithoutSequences()
    {
        List<int> kept = [.. Enumerable.Range(0, Columns.Count).Where(i => !IsOfSequence(i))];
        return kept.Count == Columns.Count ? this : new InsertContent(
            [.. kept.Select(i => Columns[i])],
            [.. Rows.Select(row => kept.Select(i => row[i]).ToList())],
            Source is Select select ? select.WithColumns([.. kept.Select(i => select.Columns[i])]) : Source);
    }

    private bool IsOfSequence(int index)
        => Columns[index] is { IsPrimaryKey: true, Sequence: { } sequence }
            && (Source is null ? Rows.Select(r => r[index]) : [Source.Columns[index]]).All(v => v is NextValue next && ReferenceEquals(next.Sequence, sequence));

    private static InsertContent OfRow(Insert insert)
    {
        var table = insert.Table;
        var row = insert.Assignments.Count == 0 && !insert.IsDefaultRow
            ? [.. table.Columns.Cast<Column>().Where(c => c.IsGiven).Select(Assignment.Later)]
            : WithDefaults(insert.Assignments, table, "");
        row = Assignment.Sorted(row, table);
        return new InsertContent([.. row.Select(a => a.Column!)], [[.. row.Select(a => a.Value)]], null);
    }

    private static InsertContent OfRows(Insert insert)
    {
        // The defaults of the first row have the columns' own names.
        List<IReadOnlyList<Assignment>> rows = [.. insert.Rows.Select((row, i) => Assignment.Sorted(WithDefaults(row, insert.Table, i == 0 ? "" : $"_m{i}"), insert.Table))];
        return new InsertContent([.. rows[0].Select(a => a.Column!)], [.. rows.Select(r => r.Select(a => a.Value).ToList())], null);
    }

    private static InsertContent OfSelect(Insert insert, SelectBase source)
    {
        List<Column> missing = insert.IncludesDefaults ? [.. Defaults(insert.Table).Where(c => !insert.SourceColumns.Contains(c))] : [];
        if (missing.Count == 0)
        {
            return new InsertContent(insert.SourceColumns, [], source);
        }

        var select = source as Select ?? throw new InvalidStatementException(
            $"The defaults of {string.Join(", ", missing.Select(c => $"'{c.Name}'"))} cannot be added to a {source.GetType().Name}: select from it as a Subquery(), or pass includeDefaults: false.");
        return new InsertContent([.. insert.SourceColumns, .. missing], [], select.WithColumns([.. select.Columns, .. missing.Select(c => c.Default!.ForRow(c))]));
    }

    private static IReadOnlyList<Assignment> WithDefaults(IReadOnlyList<Assignment> given, Table table, string suffix)
        => [.. given, .. Defaults(table).Where(c => !given.Any(a => ReferenceEquals(a.Column, c))).Select(c => new Assignment(c, c.Default!.ForRow(c, suffix)))];

    private static IEnumerable<Column> Defaults(Table table) => table.Columns.Cast<Column>().Where(c => c.Default is not null);
}
