using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/dialect/postgresql/test_compiler.py, FullTextSearchTest.</summary>
[TestFixture]
public sealed class FullTextSearchFacts : FactFixture
{
    private const string Long = "The most common type of search is to find all documents containing given query terms and return them in order of their similarity to the query.";

    private static Table Alt { get; } = new("mytable", new MetaData(), Int("id"), new Column("title", SqlTypes.String(128)), new Column("body", SqlTypes.String(128)));

    private static Table Matches { get; } = new("matchtable", new MetaData(), new Column("id", SqlTypes.Integer, primaryKey: true), new Column("title", SqlTypes.String(200)));

    private static UntypedColumn Title => Matches.C("title");

    private static UntypedColumn English => Sql.Value("english", SqlTypes.RegConfig);

    private static UntypedColumn Query => Func.ToTsQuery("query & similarity", "english");

    private static ColumnElement Chosen => Sql.Case<object>(Constant.True, Query).Else(null);

    [Test]
    public void Words_in_a_column()
    {
        Fact(953, FactDialects.PostgreSql, Sql.Select(Alt.C("id")).Where(Alt.C("title").Match("somestring")),
            "SELECT mytable.id FROM mytable WHERE mytable.title @@ plainto_tsquery(%(title_1)s::VARCHAR)", ("title_1", "somestring"));
        Fact(956, FactDialects.PostgreSql, Sql.Select(Alt.C("id")).Where(Alt.C("title").Match("somestring", configuration: "english")),
            "SELECT mytable.id FROM mytable WHERE mytable.title @@ plainto_tsquery('english', %(title_1)s::VARCHAR)", ("title_1", "somestring"));
        Fact(959, FactDialects.PostgreSql, Sql.Select(Alt.C("id")).Where(Func.ToTsVector(Alt.C("title"), "english").Match("somestring", configuration: "english")),
            "SELECT mytable.id FROM mytable WHERE to_tsvector(%(to_tsvector_1)s::REGCONFIG, mytable.title) @@ plainto_tsquery('english', %(to_tsvector_2)s::VARCHAR)", ("to_tsvector_1", "english"), ("to_tsvector_2", "somestring"));
    }

    [Test]
    public void Functions_with_and_without_a_configuration()
    {
        Fact(960, FactDialects.PostgreSqlNumbered, Sql.Select(Matches).Where(Func.ToTsVector(Title, English).Match("python")),
            "SELECT matchtable.id, matchtable.title FROM matchtable WHERE to_tsvector($1::REGCONFIG, matchtable.title) @@ plainto_tsquery($2::VARCHAR)", ("param_1", "english"), ("to_tsvector_1", "python"));
        Fact(961, FactDialects.PostgreSqlNumbered, Sql.Select(Matches).Where(Func.ToTsVector(Title).Op("@@", Func.ToTsQuery("python", English))),
            "SELECT matchtable.id, matchtable.title FROM matchtable WHERE to_tsvector(matchtable.title) @@ to_tsquery($1::REGCONFIG, $2::VARCHAR)", ("param_1", "english"), ("to_tsquery_1", "python"));
        Fact(962, FactDialects.PostgreSqlNumbered, Sql.Select(Matches).Where(Func.ToTsVector(Title).Op("@@", Func.PlainToTsQuery("python", English))),
            "SELECT matchtable.id, matchtable.title FROM matchtable WHERE to_tsvector(matchtable.title) @@ plainto_tsquery($1::REGCONFIG, $2::VARCHAR)", ("param_1", "english"), ("plainto_tsquery_1", "python"));
        Fact(963, FactDialects.PostgreSqlNumbered, Sql.Select(Matches).Where(Func.ToTsVector(Title).Op("@@", Func.PhraseToTsQuery("python", English))),
            "SELECT matchtable.id, matchtable.title FROM matchtable WHERE to_tsvector(matchtable.title) @@ phraseto_tsquery($1::REGCONFIG, $2::VARCHAR)", ("param_1", "english"), ("phraseto_tsquery_1", "python"));
        Fact(964, FactDialects.PostgreSqlNumbered, Sql.Select(Matches).Where(Func.ToTsVector(Title).Op("@@", Func.WebsearchToTsQuery("python", English))),
            "SELECT matchtable.id, matchtable.title FROM matchtable WHERE to_tsvector(matchtable.title) @@ websearch_to_tsquery($1::REGCONFIG, $2::VARCHAR)", ("param_1", "english"), ("websearch_to_tsquery_1", "python"));
        Fact(965, FactDialects.PostgreSqlNumbered, Sql.Select(Matches).Where(Func.ToTsVector(Title).Match("python")),
            "SELECT matchtable.id, matchtable.title FROM matchtable WHERE to_tsvector(matchtable.title) @@ plainto_tsquery($1::VARCHAR)", ("to_tsvector_1", "python"));
        Fact(966, FactDialects.PostgreSqlNumbered, Sql.Select(Matches).Where(Func.ToTsVector(Title).Op("@@", Func.ToTsQuery("python"))),
            "SELECT matchtable.id, matchtable.title FROM matchtable WHERE to_tsvector(matchtable.title) @@ to_tsquery($1::VARCHAR)", ("to_tsquery_1", "python"));
        Fact(968, FactDialects.PostgreSqlNumbered, Sql.Select(Matches).Where(Func.ToTsVector(Title).Op("@@", Func.PhraseToTsQuery("python"))),
            "SELECT matchtable.id, matchtable.title FROM matchtable WHERE to_tsvector(matchtable.title) @@ phraseto_tsquery($1::VARCHAR)", ("phraseto_tsquery_1", "python"));
        Fact(969, FactDialects.PostgreSqlNumbered, Sql.Select(Matches).Where(Func.ToTsVector(Title).Op("@@", Func.WebsearchToTsQuery("python"))),
            "SELECT matchtable.id, matchtable.title FROM matchtable WHERE to_tsvector(matchtable.title) @@ websearch_to_tsquery($1::VARCHAR)", ("websearch_to_tsquery_1", "python"));
    }

    [Test]
    public void The_text_around_a_match()
    {
        Fact(975, FactDialects.PostgreSqlNumbered, Sql.Select(Func.TsHeadline(Long, Query, "MaxFragments=10, MaxWords=7, MinWords=3, StartSel=<<, StopSel=>>", configuration: English)),
            "SELECT ts_headline($1::REGCONFIG, $2::VARCHAR, to_tsquery($3::REGCONFIG, $4::VARCHAR), $5::VARCHAR) AS ts_headline_1", ("param_1", "english"), ("ts_headline_2", "The most common type of search is to find all documents containing given query terms and return them in order of their similarity to the query."), ("to_tsquery_1", "english"), ("to_tsquery_2", "query & similarity"), ("ts_headline_3", "MaxFragments=10, MaxWords=7, MinWords=3, StartSel=<<, StopSel=>>"));
        Fact(976, FactDialects.PostgreSqlNumbered, Sql.Select(Func.TsHeadline(Long, Query, "MaxFragments=10, MaxWords=7, MinWords=3, StartSel=<<, StopSel=>>")),
            "SELECT ts_headline($1::VARCHAR, to_tsquery($2::REGCONFIG, $3::VARCHAR), $4::VARCHAR) AS ts_headline_1", ("ts_headline_2", "The most common type of search is to find all documents containing given query terms and return them in order of their similarity to the query."), ("to_tsquery_1", "english"), ("to_tsquery_2", "query & similarity"), ("ts_headline_3", "MaxFragments=10, MaxWords=7, MinWords=3, StartSel=<<, StopSel=>>"));
        Fact(978, FactDialects.PostgreSqlNumbered, Sql.Select(Func.TsHeadline(Long, Query, configuration: English)),
            "SELECT ts_headline($1::REGCONFIG, $2::VARCHAR, to_tsquery($3::REGCONFIG, $4::VARCHAR)) AS ts_headline_1", ("param_1", "english"), ("ts_headline_2", "The most common type of search is to find all documents containing given query terms and return them in order of their similarity to the query."), ("to_tsquery_1", "english"), ("to_tsquery_2", "query & similarity"));
        Fact(979, FactDialects.PostgreSqlNumbered, Sql.Select(Func.TsHeadline(Long, Query)),
            "SELECT ts_headline($1::VARCHAR, to_tsquery($2::REGCONFIG, $3::VARCHAR)) AS ts_headline_1", ("ts_headline_2", "The most common type of search is to find all documents containing given query terms and return them in order of their similarity to the query."), ("to_tsquery_1", "english"), ("to_tsquery_2", "query & similarity"));
        Fact(981, FactDialects.PostgreSqlNumbered, Sql.Select(Func.TsHeadline(Long, Chosen, "MaxFragments=10, MaxWords=7, MinWords=3, StartSel=<<, StopSel=>>", configuration: English)),
            "SELECT ts_headline($1::REGCONFIG, $2::VARCHAR, CASE WHEN true THEN to_tsquery($3::REGCONFIG, $4::VARCHAR) ELSE NULL END, $5::VARCHAR) AS ts_headline_1", ("param_1", "english"), ("ts_headline_2", "The most common type of search is to find all documents containing given query terms and return them in order of their similarity to the query."), ("to_tsquery_1", "english"), ("to_tsquery_2", "query & similarity"), ("ts_headline_3", "MaxFragments=10, MaxWords=7, MinWords=3, StartSel=<<, StopSel=>>"));
        Fact(982, FactDialects.PostgreSqlNumbered, Sql.Select(Func.TsHeadline(Long, Chosen, "MaxFragments=10, MaxWords=7, MinWords=3, StartSel=<<, StopSel=>>")),
            "SELECT ts_headline($1::VARCHAR, CASE WHEN true THEN to_tsquery($2::REGCONFIG, $3::VARCHAR) ELSE NULL END, $4::VARCHAR) AS ts_headline_1", ("ts_headline_2", "The most common type of search is to find all documents containing given query terms and return them in order of their similarity to the query."), ("to_tsquery_1", "english"), ("to_tsquery_2", "query & similarity"), ("ts_headline_3", "MaxFragments=10, MaxWords=7, MinWords=3, StartSel=<<, StopSel=>>"));
        Fact(984, FactDialects.PostgreSqlNumbered, Sql.Select(Func.TsHeadline(Long, Chosen, configuration: English)),
            "SELECT ts_headline($1::REGCONFIG, $2::VARCHAR, CASE WHEN true THEN to_tsquery($3::REGCONFIG, $4::VARCHAR) ELSE NULL END) AS ts_headline_1", ("param_1", "english"), ("ts_headline_2", "The most common type of search is to find all documents containing given query terms and return them in order of their similarity to the query."), ("to_tsquery_1", "english"), ("to_tsquery_2", "query & similarity"));
        Fact(985, FactDialects.PostgreSqlNumbered, Sql.Select(Func.TsHeadline(Long, Chosen)),
            "SELECT ts_headline($1::VARCHAR, CASE WHEN true THEN to_tsquery($2::REGCONFIG, $3::VARCHAR) ELSE NULL END) AS ts_headline_1", ("ts_headline_2", "The most common type of search is to find all documents containing given query terms and return them in order of their similarity to the query."), ("to_tsquery_1", "english"), ("to_tsquery_2", "query & similarity"));
    }
}
