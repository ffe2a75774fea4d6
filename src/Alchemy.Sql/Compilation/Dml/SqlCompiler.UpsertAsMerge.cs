using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    private const string ExcludedRow = "excluded";

    // INSERT … ON CONFLICT (key) DO UPDATE as MERGE INTO table USING (rows) excluded ON (table.key = excluded.key).
    private Merge UpsertAsMerge(Insert node)
    {
        var conflict = node.Conflicts.Count == 1 ? node.Conflicts[0] : throw Unsupported("More than one OnConflict(...) in an INSERT", "the database takes one.");
        var content = node.Content;
        CheckMergeUpsert(node, conflict, content);
        var source = MergeSource(content);
        NamedColumn New(Column column) => source.Columns[Array.IndexOf([.. content.Columns], column)];

        var replaced = new ExcludedByColumn(column => content.Columns.Contains(column) ? New(column)
            : throw Unsupported($"Excluded({column.Name})", "the INSERT does not give that column: in a MERGE only given columns are known."));
        var on = BooleanClauseList.And(conflict.Keys.Cast<Column>().Select(k => k.Condition(SqlOperator.Equal, New(k))));
        var merge = new Merge(node.Table).Using(source, on);
        var set = conflict.Assignments.Where(a => !IsKeyItself(a, conflict)).ToList();
        if (set.Count > 0)
        {
            var condition = conflict.WhereClauses.Count == 0 ? null : BooleanClauseList.And(replaced.Rewrite(conflict.WhereClauses));
            merge = merge.WhenMatched(condition).ThenUpdate([.. set.Select(a => (a.Target, (object?)replaced.Rewrite(a.Value)))]);
        }

        merge = merge.WhenNotMatched().ThenInsert([.. content.Columns.Select(c => ((ColumnElement)c, (object?)New(c)))]);
        // Without the lock two sessions could both find no row, and both insert one.
        merge = Features.Merge is MergeForm.Terminated ? merge.WithHint("WITH (HOLDLOCK)") : merge;
        return merge.WithShared(node);
    }

    private void CheckMergeUpsert(Insert node, ConflictClause conflict, InsertContent content)
    {
        if (conflict.ConstraintName is not null || conflict.Keys.Count == 0 || conflict.Keys.Any(k => k is not Column))
        {
            throw Unsupported(conflict.ConstraintName is null ? "ON CONFLICT without columns" : "ON CONFLICT ON CONSTRAINT",
                "it becomes a MERGE, which must know the columns to compare: OnConflict(columns).");
        }

        if (conflict.IndexWhere is not null)
        {
            throw Unsupported("ON CONFLICT with the condition of an index", "a MERGE has none: use Sql.Merge(...) with the condition in ON.");
        }

        if (conflict.Keys.Cast<Column>().FirstOrDefault(k => !content.Columns.Contains(k)) is { } missing)
        {
            throw Unsupported($"ON CONFLICT ({missing.Name})", "the INSERT does not give that column: a MERGE compares the given values only.");
        }

        if (conflict.Assignments.FirstOrDefault(a => conflict.Keys.Contains(a.Target) && !IsKeyItself(a, conflict)) is { Target: { } key })
        {
            throw Unsupported($"SET of the key '{key.Name}' in DoUpdate(...)", "a MERGE does not update the columns that it compares.");
        }

        if (node.Prefixes.Count > 0)
        {
            throw Unsupported("PrefixWith(...) of an upsert", "it becomes a MERGE, where the words have no place.");
        }
    }

    // key = excluded.key changes nothing, and Oracle refuses it.
    private static bool IsKeyItself(Assignment assignment, ConflictClause conflict)
        => conflict.Keys.Contains(assignment.Target) && assignment.Value is ExcludedColumn excluded && ReferenceEquals(excluded.Column, assignment.Target);

    private FromClause MergeSource(InsertContent content)
    {
        List<string> names = [.. content.Columns.Select(c => c.Name)];
        if (content.Source is { } source)
        {
            return source is Select select
                ? new Subquery(select.WithColumns([.. select.Columns.Select((c, i) => c.As(names[i]))]), ExcludedRow)
                : new Subquery(Sql.Select([.. source.Subquery(ExcludedRow).Columns.Select((c, i) => c.As(names[i]))]), ExcludedRow);
        }

        if (content.Rows.Any(r => r.Contains(Constant.Default)))
        {
            throw Unsupported("DEFAULT in an upsert", "it becomes a MERGE, whose rows take no DEFAULT: leave the column out.");
        }

        if (Features.ManyRows is ManyRows.Values)
        {
            return new Values(ExcludedRow, names, content.Rows);
        }

        SelectBase[] rows = [.. content.Rows.Select(row => Sql.Select([.. row.Select((v, i) => v.As(names[i]))]))];
        return new Subquery(rows.Length == 1 ? rows[0] : new CompoundSelect(SetOperator.UnionAll, rows), ExcludedRow);
    }

    private sealed class ExcludedByColumn(Func<Column, NamedColumn> column) : SqlRewriter
    {
        protected override ClauseElement? Replace(ClauseElement node) => node is ExcludedColumn excluded ? column(excluded.Column) : null;
    }
}
