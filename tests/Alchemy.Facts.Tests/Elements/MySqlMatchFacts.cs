using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/dialect/mysql/test_compiler.py, MatchExpressionTest.</summary>
[TestFixture]
public sealed class MySqlMatchFacts : FactFixture
{
    private static Table User { get; } = new("user", new MetaData(), Str("firstname"), Str("lastname"));

    private static MatchExpression Names(object words) => Sql.Match(words, User.C("firstname"), User.C("lastname"));

    [Test]
    public void Columns_of_a_table()
    {
        Fact(1042, FactDialects.MySql, Names("Firstname Lastname").InBooleanMode(),
            "MATCH (user.firstname, user.lastname) AGAINST (%s IN BOOLEAN MODE)", ("param_1", "Firstname Lastname"));
        Fact(1043, FactDialects.MySql, Names("Firstname Lastname").InNaturalLanguageMode().WithQueryExpansion(),
            "MATCH (user.firstname, user.lastname) AGAINST (%s IN NATURAL LANGUAGE MODE WITH QUERY EXPANSION)", ("param_1", "Firstname Lastname"));
        Fact(1044, FactDialects.MySql, Names("Firstname Lastname").InNaturalLanguageMode(),
            "MATCH (user.firstname, user.lastname) AGAINST (%s IN NATURAL LANGUAGE MODE)", ("param_1", "Firstname Lastname"));
        Fact(1045, FactDialects.MySql, Names("Firstname Lastname").WithQueryExpansion(),
            "MATCH (user.firstname, user.lastname) AGAINST (%s WITH QUERY EXPANSION)", ("param_1", "Firstname Lastname"));
    }

    [Test]
    public void What_is_searched_for()
    {
        Fact(1039, FactDialects.MySql, Names(Sql.Parameter("against_expr")),
            "MATCH (user.firstname, user.lastname) AGAINST (%s)", ("against_expr", null));
        Fact(1040, FactDialects.MySql, Names(Sql.Column("some col") + Sql.Column("some other col")),
            "MATCH (user.firstname, user.lastname) AGAINST (`some col` + `some other col`)");
        Fact(1041, FactDialects.MySql, Names(Sql.Column("some col") + Sql.Parameter("against_expr")),
            "MATCH (user.firstname, user.lastname) AGAINST (`some col` + %s)", ("against_expr", null));
    }

    [Test]
    public void One_column()
    {
        Fact(1051, FactDialects.MySql, new Table("matchtable", new MetaData(), Str("title")).C("title").Match("somstr"),
            "MATCH (matchtable.title) AGAINST (%s IN BOOLEAN MODE)", ("title_1", "somstr"));
    }
}
