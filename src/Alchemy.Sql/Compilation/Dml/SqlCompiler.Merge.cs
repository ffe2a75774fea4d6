using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    /// <inheritdoc/>
    protected internal override void VisitMerge(Merge node)
    {
        if (Features.Merge is MergeForm.None)
        {
            throw Unsupported("MERGE", "use Sql.Insert(...).OnConflict(...), or an UPDATE and an INSERT in a transaction.");
        }

        if (node is not { Source: { } source, On: { } on, Clauses.Count: > 0 })
        {
            throw Unsupported("MERGE without USING or WHEN", "say Using(source, on), and at least one WhenMatched(...) or WhenNotMatched(...).");
        }

        var outer = EnterDml(node, [node.Target, source]);
        Write("MERGE ").WritePrefixes(node).Write("INTO ").WriteTables(node, [node.Target]).Write(" USING ").WriteTables(node, [source]);
        _ = Features.Merge is MergeForm.Where ? Write(" ON (").RenderCondition(on).Write(")") : Write(" ON ").RenderCondition(on);
        for (var i = 0; i < node.Clauses.Count; i++)
        {
            WriteMergeClause(node, i);
        }

        WriteOutput(node, "inserted");
        if (node.ReturningColumns.Count > 0 && Features.Merge is MergeForm.Standard or MergeForm.Where && Features.Returning is not Returning.Output)
        {
            throw Unsupported("RETURNING of a MERGE", "read the rows with a SELECT.");
        }

        WriteReturning(node);
        Write(Features.Merge is MergeForm.Terminated ? ";" : "");
        LeaveDml(outer);
    }

    private void WriteMergeClause(Merge node, int index)
    {
        var clause = node.Clauses[index];
        if (clause.Match is MergeMatch.NotMatchedBySource && Features.Merge is MergeForm.Standard or MergeForm.Where)
        {
            throw Unsupported("WHEN NOT MATCHED BY SOURCE", "use a DELETE or UPDATE with NOT EXISTS.");
        }

        var isLast = !node.Clauses.Skip(index + 1).Any(c => c.Match == clause.Match);
        if (clause.Action is MergeAction.Nothing && Features.Merge is MergeForm.Terminated or MergeForm.Where)
        {
            // What no clause takes is left alone anyway.
            _ = isLast ? this : throw Unsupported("DO NOTHING before another clause of a MERGE", "put the opposite of its condition on the clauses that follow.");
            return;
        }

        if (Features.Merge is MergeForm.Where && (!isLast || clause.Action is MergeAction.Delete))
        {
            throw Unsupported(clause.Action is MergeAction.Delete ? "DELETE in a MERGE" : "More than one clause of a kind in a MERGE",
                "Oracle has one UPDATE and one INSERT: use a CASE in the values, or a DELETE of its own.");
        }

        Write(clause.Match switch
        {
            MergeMatch.Matched => " WHEN MATCHED",
            MergeMatch.NotMatched => " WHEN NOT MATCHED",
            MergeMatch.NotMatchedBySource => " WHEN NOT MATCHED BY SOURCE",
        });
        IReadOnlyList<ColumnElement> condition = clause.Condition is null ? [] : [clause.Condition];
        var isAfter = Features.Merge is MergeForm.Where;
        WriteConditions(" AND ", isAfter ? [] : condition);
        Write(" THEN ");
        WriteMergeAction(clause);
        WriteConditions(" WHERE ", isAfter ? condition : []);
    }

    private void WriteMergeAction(MergeClause clause)
    {
        switch (clause.Action)
        {
            case MergeAction.Delete:
                Write("DELETE");
                break;
            case MergeAction.Nothing:
                Write("DO NOTHING");
                break;
            case MergeAction.Update:
                Write("UPDATE");
                WriteConflictSet(" SET ", clause.Assignments);
                break;
            case MergeAction.Insert:
                Write("INSERT");
                WriteColumnNames(clause.Assignments.Select(a => a.Column!));
                Write(" VALUES (").Render(clause.Assignments.Select(a => Grouping.AsValue(a.Value))).Write(")");
                break;
        }
    }
}
