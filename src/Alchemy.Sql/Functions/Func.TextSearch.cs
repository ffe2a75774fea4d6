namespace Alchemy;

public static partial class Func
{
    /// <summary>PostgreSQL: the words of a text, <c>to_tsvector(configuration, text)</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="configuration">The text search configuration: a name, or an expression; null for the database's own.</param>
    public static UntypedColumn ToTsVector(object text, object? configuration = null) => TextSearch(SqlTypes.TsVector, "to_tsvector", configuration, text);

    /// <summary>PostgreSQL: a query of words and operators, <c>to_tsquery(configuration, query)</c>.</summary>
    public static UntypedColumn ToTsQuery(object query, object? configuration = null) => TextSearch(SqlTypes.TsQuery, "to_tsquery", configuration, query);

    /// <summary>PostgreSQL: a query for all words of a text, <c>plainto_tsquery(configuration, text)</c>.</summary>
    public static UntypedColumn PlainToTsQuery(object text, object? configuration = null) => TextSearch(SqlTypes.TsQuery, "plainto_tsquery", configuration, text);

    /// <summary>PostgreSQL: a query for a phrase, <c>phraseto_tsquery(configuration, text)</c>.</summary>
    public static UntypedColumn PhraseToTsQuery(object text, object? configuration = null) => TextSearch(SqlTypes.TsQuery, "phraseto_tsquery", configuration, text);

    /// <summary>PostgreSQL: a query as people type it into a search field, <c>websearch_to_tsquery(configuration, text)</c>.</summary>
    public static UntypedColumn WebsearchToTsQuery(object text, object? configuration = null) => TextSearch(SqlTypes.TsQuery, "websearch_to_tsquery", configuration, text);

    /// <summary>PostgreSQL: the text around what a query found, <c>ts_headline(configuration, text, query, options)</c>.</summary>
    public static UntypedColumn TsHeadline(object text, ColumnElement query, string? options = null, object? configuration = null)
        => options is null ? TextSearch(SqlTypes.Text, "ts_headline", configuration, text, query) : TextSearch(SqlTypes.Text, "ts_headline", configuration, text, query, options);

    private static UntypedColumn TextSearch(SqlType type, string name, object? configuration, params object[] arguments)
    {
        var config = configuration switch
        {
            null => null,
            ColumnElement element => element.Node,
            var value => new BindParameter(name, SqlTypes.RegConfig, value, hasValue: true, unique: true),
        };
        return new(new FunctionCall(name, [.. config is null ? [] : new[] { config }, .. Arguments(name, arguments)], type));
    }
}
