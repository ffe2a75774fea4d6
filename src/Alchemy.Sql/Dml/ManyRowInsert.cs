namespace Alchemy.Internals;

/// <summary>One INSERT for many executions of an INSERT of one row: what the row's values are made of stays, only the parameters become many.</summary>
/// <param name="one">The INSERT of one row.</param>
/// <param name="given">Its parameters that have another value in each row; the others keep theirs.</param>
internal sealed class ManyRowInsert(Insert one, IReadOnlyList<BindParameter> given)
{
    private readonly InsertContent _content = one.Content;

    /// <summary>True when the row's values can be those of a SELECT too.</summary>
    public bool CanSelect => !_content.Rows[0].Contains(Constant.Default);

    /// <summary>True when a sequence gives one of the values.</summary>
    public bool HasNextValue => _content.Rows[0].OfType<NextValue>().Any();

    /// <summary><c>INSERT … VALUES (…), (…)</c></summary>
    /// <returns>The statement, and its parameters: those of the first row, in the order given, then those of the next.</returns>
    public (Insert Statement, IReadOnlyList<BindParameter> Binds) Rows(int count)
    {
        var binds = Enumerable.Range(0, count).Select(Binds).ToList();
        return (one.WithContent(_content with { Rows = [.. binds.Select(Row)] }), [.. binds.SelectMany(b => b)]);
    }

    /// <summary>The rows go in by number, so that the keys that the database makes rise in their order: <c>INSERT … SELECT … FROM (VALUES …) ORDER BY n</c></summary>
    /// <returns>The statement, and its parameters: those of the first row, in the order given, then those of the next.</returns>
    public (Insert Statement, IReadOnlyList<BindParameter> Binds) Ordered(int count)
    {
        var binds = Enumerable.Range(0, count).Select(Binds).ToList();
        var source = new Values("given", ["n", .. Names()], [.. binds.Select((row, n) => (IReadOnlyList<ColumnElement>)[new LiteralValue(n, SqlTypes.Integer), .. row])]);
        return (From(source, source.Columns[0], first: 1), [.. binds.SelectMany(b => b)]);
    }

    /// <summary>The same for any number of rows, an array per parameter: <c>INSERT … SELECT … FROM unnest(…) WITH ORDINALITY ORDER BY n</c></summary>
    /// <returns>The statement, and its parameters in the order given.</returns>
    public (Insert Statement, IReadOnlyList<BindParameter> Binds) Arrays()
    {
        BindParameter[] binds = [.. given.Select(b => new BindParameter(b.Key, new ArrayType(b.Type)))];
        var source = new Unnest("given", [.. Names()], binds, ordinality: "n");
        return (From(source, source.Columns[given.Count], first: 0), binds);
    }

    private IEnumerable<string> Names() => Enumerable.Range(0, given.Count).Select(i => $"c{i}");

    private BindParameter[] Binds(int row) => [.. given.Select(b => new BindParameter($"r{row}_{b.Key}", b.Type))];

    private Insert From(FromClause source, ColumnElement number, int first)
    {
        var row = Row([.. given.Select((_, i) => source.Columns[first + i])]);
        return one.WithContent(new InsertContent(_content.Columns, [], Sql.Select([.. row]).OrderBy(number)));
    }

    private IReadOnlyList<ColumnElement> Row(IReadOnlyList<ColumnElement> values)
    {
        ClauseElement? Replaced(ClauseElement node)
        {
            for (var i = 0; i < given.Count; i++)
            {
                if (ReferenceEquals(node, given[i]))
                {
                    return values[i];
                }
            }

            return null;
        }

        return [.. _content.Rows[0].Select(v => Visitors.ReplacementTraverse(v, Replaced))];
    }
}
