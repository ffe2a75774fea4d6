namespace Alchemy.Internals;

/// <summary>The parameters of an INSERT's row that have another value in each row.</summary>
/// <param name="Binds">All of them: those that the rows give, in their order, then <paramref name="Made"/>.</param>
/// <param name="Made">Those whose values the program makes: the defaults of columns.</param>
internal sealed record GivenParameters(IReadOnlyList<BindParameter> Binds, BindParameter[] Made)
{
    /// <summary>The parameters; null where one stands outside of the row, or several have one name: then each row is a statement of its own.</summary>
    /// <param name="insert">The INSERT.</param>
    /// <param name="names">The names that the rows give.</param>
    public static GivenParameters? Of(Insert insert, IReadOnlyList<string> names)
    {
        var outside = StatementShape.Of(insert.WithContent(insert.Content with { Columns = [], Rows = [[]] })).Binds;
        var all = StatementShape.Of(insert).Binds;
        var made = all.Where(b => b.Source is not null && !names.Contains(b.Key)).ToArray();
        var given = names.Select(n => all.Where(b => b.Key == n).ToArray()).Concat(made.Select(m => new[] { m })).ToList();
        return given.TrueForAll(b => b is [{ IsExpanding: false, IsLiteral: false }] && !outside.Contains(b[0], ReferenceEqualityComparer.Instance)) ? new GivenParameters([.. given.Select(b => b[0])], made) : null;
    }
}
