namespace Alchemy;

/// <summary>One <c>column = value</c> of an INSERT or UPDATE.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The value.</param>
public readonly record struct Assignment(Column Column, ColumnElement Value)
{
    internal static IReadOnlyList<Assignment> Add(IReadOnlyList<Assignment> existing, Table table, ColumnElement target, object? value)
    {
        if (target.Node is not Column column || !ReferenceEquals(column.Table, table))
        {
            throw new InvalidStatementException($"Only a column of table '{table.Name}' can be set, not {(target.Node as NamedColumn)?.Name ?? target.GetType().Name}.");
        }

        var element = value is null ? Constant.Null : value is ColumnElement or SelectBase ? Coercion.Operand(value, column)
            : new BindParameter(column.Name, column.Type, value, hasValue: true);
        return [.. existing.Where(a => !ReferenceEquals(a.Column, column)), new Assignment(column, element)];
    }

    internal static void Describe(PartList parts, IReadOnlyList<Assignment> assignments)
    {
        parts.Number(assignments.Count);
        foreach (var assignment in assignments)
        {
            parts.Identity(assignment.Column).Node(assignment.Value);
        }
    }

    internal static IReadOnlyList<Assignment> Rewrite(SqlRewriter rewriter, IReadOnlyList<Assignment> assignments)
    {
        var values = assignments.Select(a => a.Value).ToList();
        var rewritten = rewriter.Rewrite<ColumnElement>(values);
        return ReferenceEquals(values, rewritten) ? assignments : [.. assignments.Select((a, i) => a with { Value = rewritten[i] })];
    }
}
