namespace Alchemy.Internals;

/// <summary>Comments in front of a statement, from TagWith.</summary>
internal static class QueryTags
{
    /// <summary>The statement with the query's tags before it. A text becomes part of the plan, under a guard.</summary>
    public static CompiledSql Write(IReadOnlyList<QueryOptionResultOperator> options, LoweringContext context, CompiledSql sql)
    {
        var tags = options.Where(o => o.Kind is QueryOptionKind.TagWith).Select(o => o.Argument).OfType<SlotExpression>().Select(context.Known).OfType<string>().ToList();
        return tags.Count == 0 ? sql : new CompiledSql(sql.Statement, sql.Dialect, [new TextSegment(string.Concat(tags.Select(Comment))), .. sql.Segments], sql.Binds, sql.Columns);
    }

    // One comment a line: a line of the text can end the comment, and nothing else can.
    private static string Comment(string text) => string.Concat(text.ReplaceLineEndings("\n").Split('\n').Select(line => $"-- {new string([.. line.Where(c => !char.IsControl(c))])}\n"));
}
