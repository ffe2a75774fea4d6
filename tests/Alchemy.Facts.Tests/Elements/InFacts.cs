using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_operators.py, InTest and InSelectableTest.</summary>
[TestFixture]
public sealed class InFacts : FactFixture
{
    private static UntypedColumn Only { get; } = new Table("mytable", new MetaData(), Int("myid")).C("myid");

    private static UntypedColumn Other => MyOtherTable.C("otherid");

    private static UntypedColumn A { get; } = Sql.Column("a", SqlTypes.Integer);

    private static UntypedColumn Q { get; } = Sql.Column("q");

    private static UntypedColumn TX { get; } = new Table("t", new MetaData(), Int("x")).C("x");

    [Test]
    public void Lists_with_expressions()
    {
        Fact(3470, MyTable.C("myid").InList(new object[] { Sql.Value("a", null) + Sql.Value("a", null), Sql.Value("b", null) }),
            "mytable.myid IN (:param_1 || :param_2, :param_3)", ("param_1", "a"), ("param_2", "a"), ("param_3", "b"));
        Fact(3471, MyTable.C("myid").InList(new object[] { 1, Sql.Value(3, null) + 4 }),
            "mytable.myid IN (:myid_1, :param_1 + :param_2)", ("myid_1", 1), ("param_1", 3), ("param_2", 4));
        Fact(3472, MyTable.C("myid").InList(new object[] { Sql.Value("a", null) < "b" }),
            "mytable.myid IN (:param_1 < :param_2)", ("param_1", "a"), ("param_2", "b"));
        Fact(3476, MyTable.C("myid").InList(new object[] { Sql.Value("a", null), MyTable.C("myid") }),
            "mytable.myid IN (:param_1, mytable.myid)", ("param_1", "a"));
        Fact(3477, MyTable.C("myid").InList(new object[] { Sql.Value("a", null), MyTable.C("myid") + "a" }),
            "mytable.myid IN (:param_1, mytable.myid + :myid_1)", ("param_1", "a"), ("myid_1", "a"));
        Fact(3478, MyTable.C("myid").InList(new object[] { Sql.Value(1, null), "a" + MyTable.C("myid") }),
            "mytable.myid IN (:param_1, :myid_1 + mytable.myid)", ("param_1", 1), ("myid_1", "a"));
        Fact(3495, MyTable.C("myid").InList(new object[] { Sql.Value("a", null) }),
            "mytable.myid IN (:param_1)", ("param_1", "a"));
        Fact(3496, MyTable.C("myid").InList(new object[] { Sql.Value("a", null), "b" }),
            "mytable.myid IN (:param_1, :myid_1)", ("param_1", "a"), ("myid_1", "b"));
        Fact(3497, MyTable.C("myid").InList(new object[] { Sql.Value("a", null), Sql.Value("b", null) }),
            "mytable.myid IN (:param_1, :param_2)", ("param_1", "a"), ("param_2", "b"));
        Fact(3498, MyTable.C("myid").InList(new object[] { "a", Sql.Value("b", null) }),
            "mytable.myid IN (:myid_1, :param_1)", ("myid_1", "a"), ("param_1", "b"));
    }

    [Test]
    public void Subqueries()
    {
        Fact(3481, Only.In(Sql.Select(Other)),
            "mytable.myid IN (SELECT myothertable.otherid FROM myothertable)");
        Fact(3484, Sql.Select(Only.In(Sql.Select(Other))),
            "SELECT mytable.myid IN (SELECT myothertable.otherid FROM myothertable) AS anon_1 FROM mytable");
        Fact(3486, Only.In(Sql.Select(Only).Where(Only == 5).Union(Sql.Select(Only).Where(Only == 12))),
            "mytable.myid IN (SELECT mytable.myid FROM mytable WHERE mytable.myid = :myid_1 UNION SELECT mytable.myid FROM mytable WHERE mytable.myid = :myid_2)", ("myid_1", 5), ("myid_2", 12));
        Fact(3461, Q.In(Sql.Select(TX)),
            "q IN (SELECT t.x FROM t)");
    }

    [Test]
    public void Empty_lists()
    {
        Fact(3501, A.NotInList(Array.Empty<int>()),
            "(a NOT IN (__[POSTCOMPILE_a_1]))");
        Fact(3502, A.NotInList(Array.Empty<int>()).ToLiteralString(FactDialects.Enhanced),
            "(a NOT IN (NULL) OR (1 = 1))");
        Fact(3503, A.InList(Array.Empty<int>()),
            "a IN (__[POSTCOMPILE_a_1])");
        Fact(3504, A.InList(Array.Empty<int>()).ToLiteralString(FactDialects.Enhanced),
            "a IN (NULL) AND (1 != 1)");
    }

    [Test]
    public void Values_written_into_the_text()
    {
        Fact(3532, Sql.Column("q").InList(new[] { 1, 2, 3 }).ToLiteralString(FactDialects.Default),
            "q IN (1, 2, 3)");
        Fact(3533, Sql.Column("q").InList(Array.Empty<int>()).ToLiteralString(FactDialects.Enhanced),
            "q IN (NULL) AND (1 != 1)");
    }
}
