using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_operators.py, LikeTest, MatchTest and OperatorClassTest.</summary>
[TestFixture]
public sealed class LikeFacts : FactFixture
{
    private static Table Table { get; } = new("mytable", new MetaData(), Str("myid"), Str("name"));

    private static UntypedColumn Id => Table.C("myid");

    private static UntypedColumn Name => Table.C("name");

    [Test]
    public void Patterns()
    {
        Fact(3554, Id.Like("somstr"),
            "mytable.myid LIKE :myid_1", ("myid_1", "somstr"));
        Fact(3559, Id.Like("somstr", "\\"),
            "mytable.myid LIKE :myid_1 ESCAPE '\\'", ("myid_1", "somstr"));
        Fact(3560, !Id.Like("somstr", "\\"),
            "mytable.myid NOT LIKE :myid_1 ESCAPE '\\'", ("myid_1", "somstr"));
        Fact(3561, Id.ILike("somstr", "\\"),
            "lower(mytable.myid) LIKE lower(:myid_1) ESCAPE '\\'", ("myid_1", "somstr"));
        Fact(3562, !Id.ILike("somstr", "\\"),
            "lower(mytable.myid) NOT LIKE lower(:myid_1) ESCAPE '\\'", ("myid_1", "somstr"));
        Fact(3563, FactDialects.PostgreSql, Id.ILike("somstr", "\\"),
            "mytable.myid ILIKE %(myid_1)s::VARCHAR ESCAPE '\\'", ("myid_1", "somstr"));
        Fact(3566, Id.Like("somstr", "'"),
            "mytable.myid LIKE :myid_1 ESCAPE ''''", ("myid_1", "somstr"));
        Fact(3555, FactDialects.PostgreSql, Name.ILike("%something%"),
            "mytable.name ILIKE %(name_1)s::VARCHAR", ("name_1", "%something%"));
        Fact(3556, !Name.ILike("%something%"),
            "lower(mytable.name) NOT LIKE lower(:name_1)", ("name_1", "%something%"));
    }

    [Test]
    public void A_search_for_words()
    {
        Fact(3568, FactDialects.MySql, !Id.Match("somstr"),
            "NOT MATCH (mytable.myid) AGAINST (%s IN BOOLEAN MODE)", ("myid_1", "somstr"));
        Fact(3570, FactDialects.Sqlite, Id.Match("somstr"),
            "mytable.myid MATCH ?", ("myid_1", "somstr"));
        Fact(3572, FactDialects.SqlServer, Id.Match("somstr"),
            "CONTAINS (mytable.myid, :myid_1)", ("myid_1", "somstr"));
        Fact(3574, FactDialects.Oracle, Id.Match("somstr"),
            "CONTAINS (mytable.myid, :myid_1)", ("myid_1", "somstr"));
    }

    [Test]
    public void A_pattern_of_a_typed_column()
    {
        Fact(3708, Sql.Column<string>("q").Like("hi"),
            "q LIKE :q_1", ("q_1", "hi"));
    }
}
