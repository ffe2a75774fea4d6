namespace Alchemy;

/// <summary>One <c>column = value</c> of an INSERT, UPDATE or MERGE.</summary>
/// <param name="Target">The column; in an UPDATE also an expression, such as an element of an array or several columns.</param>
/// <param name="Value">The value.</param>
public readonly record struct Assignment(ColumnElement Target, ColumnElement Value)
{
    /// <summary>The column of the changed table that is set, or null for an expression or another table's column.</summary>
    internal Column? Column => Target as Column ?? (Target as ProxyColumn)?.Source as Column;

    /// <summary>An assignment whose plain value becomes a parameter named after the column.</summary>
    internal static Assignment Of(FromClause changed, ColumnElement target, object? value, string suffix = "")
    {
        var node = target.Node;
        var name = node is not NamedColumn column ? null : BelongsTo(column, changed) ? column.Key + suffix : $"{column.From.Name}_{column.Key}";
        return new Assignment(node, value switch
        {
            ColumnElement or SelectBase => Coercion.Operand(value, node),
            _ when name is null => new BindParameter("param", node.Type, value, hasValue: true, unique: true),
            _ => new BindParameter(name, node.Type, value, hasValue: true) { IsColumnValue = true },
        });
    }

    /// <summary>An assignment whose value is given when the statement is executed.</summary>
    internal static Assignment Later(Column column) => new(column, new BindParameter(column.Key, column.Type) { IsColumnValue = true });

    /// <summary>The assignments with one more; an earlier one of the same column goes.</summary>
    internal static IReadOnlyList<Assignment> Add(IReadOnlyList<Assignment> existing, Assignment added)
        => [.. existing.Where(a => !ReferenceEquals(a.Target, added.Target)), added];

    /// <summary>In the order of the table's columns; what is no column of it comes first.</summary>
    internal static IReadOnlyList<Assignment> Sorted(IReadOnlyList<Assignment> assignments, Table table)
    {
        var places = table.Columns.Select((c, i) => (c, i)).ToDictionary(p => (ColumnElement)p.c, p => p.i, ReferenceEqualityComparer.Instance as IEqualityComparer<ColumnElement>);
        return [.. assignments.OrderBy(a => a.Column is { } column && places.TryGetValue(column, out var place) ? place : -1)];
    }

    internal static void Describe(PartList parts, IReadOnlyList<Assignment> assignments)
    {
        parts.Number(assignments.Count);
        foreach (var assignment in assignments)
        {
            parts.Node(assignment.Target).Node(assignment.Value);
        }
    }

    internal static IReadOnlyList<Assignment> Rewrite(SqlRewriter rewriter, IReadOnlyList<Assignment> assignments)
    {
        Assignment[] rewritten = [.. assignments.Select(a => new Assignment(rewriter.Rewrite(a.Target), rewriter.Rewrite(a.Value)))];
        return rewritten.AsSpan().SequenceEqual([.. assignments]) ? assignments : rewritten;
    }

    // The column itself, of the table behind an alias or of a table of a join.
    private static bool BelongsTo(NamedColumn column, FromClause changed)
        => ReferenceEquals(column.From, changed) || changed is Alias alias && ReferenceEquals(column.From, alias.Inner) || changed is Join join && join.Contained.Contains(column.From);
}
