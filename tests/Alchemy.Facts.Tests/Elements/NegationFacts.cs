using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_operators.py, NegationTest, DefaultColumnComparatorTest, BetweenTest and IsDistinctFromTest.</summary>
[TestFixture]
public sealed class NegationFacts : FactFixture
{
    private static UntypedColumn Id => MyTable.C("myid");

    private static UntypedColumn Name => MyTable.C("name");

    private static UntypedColumn X { get; } = Sql.Column("x");

    private static UntypedColumn Q { get; } = Sql.Column("q");

    [Test]
    public void Comparisons_are_turned_round()
    {
        Fact(3670, !Sql.Or(Id == 1, Id == 2).As("foo"),
            "NOT (mytable.myid = :myid_1 OR mytable.myid = :myid_2)", ("myid_1", 1), ("myid_2", 2));
        Fact(3676, Sql.Select(Id, Name).Where(Id != 12 & !(Name == "john")),
            "SELECT mytable.myid, mytable.name FROM mytable WHERE mytable.myid != :myid_1 AND mytable.name != :name_1", ("myid_1", 12), ("name_1", "john"));
        Fact(3677, Sql.Select(Id, Name).Where(Id != 12 & !Name.Between("jack", "john")),
            "SELECT mytable.myid, mytable.name FROM mytable WHERE mytable.myid != :myid_1 AND mytable.name NOT BETWEEN :name_1 AND :name_2", ("myid_1", 12), ("name_1", "jack"), ("name_2", "john"));
        Fact(3678, Sql.Select(Id, Name).Where(Id != 12 & !Sql.And(Name == "john", Name == "ed", Name == "fred")),
            "SELECT mytable.myid, mytable.name FROM mytable WHERE mytable.myid != :myid_1 AND NOT (mytable.name = :name_1 AND mytable.name = :name_2 AND mytable.name = :name_3)", ("myid_1", 12), ("name_1", "john"), ("name_2", "ed"), ("name_3", "fred"));
        Fact(3680, Sql.Select(Id, Name).Where(Id != "12" & !Sql.Value("somethingboolean", null)),
            "SELECT mytable.myid, mytable.name FROM mytable WHERE mytable.myid != :myid_1 AND NOT :param_1", ("myid_1", "12"), ("param_1", "somethingboolean"));
    }

    [Test]
    public void Not_of_what_is_no_condition()
    {
        Fact(3682, !(-Sql.Value(5, null)),
            "NOT -:param_1", ("param_1", 5));
        Fact(3683, Sql.Not(Sql.Select(Id).Where(Id > 5).Scalar<int>()),
            "NOT (SELECT mytable.myid FROM mytable WHERE mytable.myid > :myid_1)", ("myid_1", 5));
        Fact(3433, FactDialects.Enhanced, Sql.Select(!(X + Q)),
            "SELECT NOT (x + q) AS anon_1");
        Fact(3434, FactDialects.Enhanced, Sql.Select(!(X & Q)),
            "SELECT NOT (x AND q) AS anon_1");
        Fact(3435, FactDialects.Enhanced, Sql.Select(!(X * Q)),
            "SELECT NOT (x * q) AS anon_1");
        Fact(3436, FactDialects.Enhanced, Sql.Select(!(X | Q)),
            "SELECT NOT (x OR q) AS anon_1");
    }

    [Test]
    public void Between_ends_in_either_order()
    {
        Fact(3199, Id.Between(1, 2, symmetric: true),
            "mytable.myid BETWEEN SYMMETRIC :myid_1 AND :myid_2", ("myid_1", 1), ("myid_2", 2));
    }

    [Test]
    public void Null_safe_equality()
    {
        Fact(3536, FactDialects.Sqlite, Id.IsDistinctFrom(1),
            "mytable.myid IS NOT ?", ("myid_1", 1));
        Fact(3538, FactDialects.PostgreSql, Id.IsNotDistinctFrom(1),
            "mytable.myid IS NOT DISTINCT FROM %(myid_1)s::INTEGER", ("myid_1", 1));
        Fact(3539, FactDialects.Sqlite, Id.IsNotDistinctFrom(1),
            "mytable.myid IS ?", ("myid_1", 1));
    }
}
