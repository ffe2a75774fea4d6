namespace Alchemy.Internals;

/// <summary>A statement at its execution.</summary>
/// <param name="Text">The text as it is sent.</param>
/// <param name="Sql">Where the text comes from; null for text of the program's own.</param>
/// <param name="Values">The values, where they may be shown; otherwise null.</param>
/// <param name="BatchSize">How many statements are sent at once. Of several, the text has each that differs, and <paramref name="Sql"/> is the one that they all are, or null.</param>
internal readonly record struct ExecutedStatement(string Text, FilledSql? Sql, IStatementValues? Values, int BatchSize = 1)
{
    private const int MostShown = 50;

    public CompiledSql? Compiled => Sql?.Compiled;

    /// <summary>The parameters, in the order of the markers; made anew at each call. Of a batch, none.</summary>
    public IReadOnlyList<StatementParameter> Parameters
    {
        get
        {
            if (BatchSize > 1 || Sql is not { Parameters.Count: > 0 } sql)
            {
                return [];
            }

            var names = BindNames.Of(sql.Compiled);
            var parameters = new StatementParameter[sql.Parameters.Count];
            for (var i = 0; i < parameters.Length; i++)
            {
                var (bind, element, _, _) = sql.Parameters[i];
                parameters[i] = new StatementParameter(element < 0 ? names[bind] : $"{names[bind]}_{element + 1}", Values?.Value(sql, i), Values is not null);
            }

            return parameters;
        }
    }

    /// <summary>The first of the parameters, to log; empty when there are none.</summary>
    public string ParametersText => Parameters switch
    {
        [] => "",
        { Count: > MostShown } many => $"[{string.Join(", ", many.Take(MostShown))}, … ({many.Count} parameters)]",
        var all => $"[{string.Join(", ", all)}]",
    };
}
