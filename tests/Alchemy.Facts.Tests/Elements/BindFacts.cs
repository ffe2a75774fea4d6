using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_compiler.py, BindParameterTest.</summary>
[TestFixture]
public sealed class BindFacts : FactFixture
{
    private static BindParameter Shared { get; } = Sql.Parameter("myid");

    private static BindParameter Brackets { get; } = Sql.Parameter("[brackets]", value: "y");

    private static Table Strange { get; } = new("t", new MetaData(), Str("_3foo"), Str("4(foo"));

    private static Table Foo { get; } = new("foo", new MetaData(), Int("id"));

    private static UntypedColumn Literal(string value) => new(Sql.Parameter("param", SqlTypes.String(), value, unique: true, literal: true));

    [Test]
    public void Parameters_of_ones_own_name()
    {
        Fact(55, Sql.Select([.. MyTable.Columns, .. MyOtherTable.Columns]).Where(Sql.And(MyTable.C("myid") == MyOtherTable.C("otherid"), MyTable.C("name") == Sql.Parameter("mytablename"))),
            "SELECT mytable.myid, mytable.name, mytable.description, myothertable.otherid, myothertable.othername FROM mytable, myothertable WHERE mytable.myid = myothertable.otherid AND mytable.name = :mytablename", ("mytablename", null));
        Fact(56, FactDialects.Sqlite, Sql.Select([.. MyTable.Columns, .. MyOtherTable.Columns]).Where(Sql.And(MyTable.C("myid") == MyOtherTable.C("otherid"), MyTable.C("name") == Sql.Parameter("mytablename"))),
            "SELECT mytable.myid, mytable.name, mytable.description, myothertable.otherid, myothertable.othername FROM mytable, myothertable WHERE mytable.myid = myothertable.otherid AND mytable.name = ?", ("mytablename", null));
        Fact(57, Sql.Select(MyTable).SelectFrom(MyTable).SelectFrom(MyOtherTable).Where(Sql.Or(MyTable.C("myid") == Shared, MyOtherTable.C("otherid") == Shared)),
            "SELECT mytable.myid, mytable.name, mytable.description FROM mytable, myothertable WHERE mytable.myid = :myid OR myothertable.otherid = :myid", ("myid", null));
        Fact(58, FactDialects.Sqlite, Sql.Select(MyTable).SelectFrom(MyTable).SelectFrom(MyOtherTable).Where(Sql.Or(MyTable.C("myid") == Shared, MyOtherTable.C("otherid") == Shared)),
            "SELECT mytable.myid, mytable.name, mytable.description FROM mytable, myothertable WHERE mytable.myid = ? OR myothertable.otherid = ?", ("myid", null));
        Fact(61, Sql.Select(MyTable).SelectFrom(MyTable).SelectFrom(MyOtherTable).Where(Sql.Or(MyTable.C("myid") == Sql.Parameter("myid", unique: true), MyOtherTable.C("otherid") == Sql.Parameter("myid", unique: true))),
            "SELECT mytable.myid, mytable.name, mytable.description FROM mytable, myothertable WHERE mytable.myid = :myid_1 OR myothertable.otherid = :myid_2", ("myid_1", null), ("myid_2", null));
        Fact(65, Sql.Select(MyTable).SelectFrom(MyTable).SelectFrom(MyOtherTable).Where(Sql.Or(MyTable.C("myid") == Sql.Parameter("myid", value: 8), MyOtherTable.C("otherid") == Sql.Parameter("myotherid", value: 7))),
            "SELECT mytable.myid, mytable.name, mytable.description FROM mytable, myothertable WHERE mytable.myid = :myid OR myothertable.otherid = :myotherid", ("myid", 8), ("myotherid", 7));
        Fact(63, Sql.Parameter("test", SqlTypes.String()).AsUntyped() + Sql.LiteralColumn("'hi'"),
            ":test || 'hi'", ("test", null));
        Fact(64, FactDialects.Sqlite, Sql.Parameter("test", SqlTypes.String()).AsUntyped() + Sql.LiteralColumn("'hi'"),
            "? || 'hi'", ("test", null));
        Fact(51, Sql.Column("x", SqlTypes.Integer) == Sql.Parameter("key", value: 12),
            "x = :key", ("key", 12));
    }

    [Test]
    public void Names_are_made_fit()
    {
        Fact(49, Sql.And(Strange.C("_3foo") == "foo", Strange.C("4(foo") == "bar"),
            "t._3foo = :3foo_1 AND t.\"4(foo\" = :4_foo_1", ("3foo_1", "foo"), ("4_foo_1", "bar"));
        Fact(119, Sql.Select(MyTable.C("myid")).Where(MyTable.C("name") == Brackets).Where(MyTable.C("description") == Brackets),
            "SELECT mytable.myid FROM mytable WHERE mytable.name = :_brackets_ AND mytable.description = :_brackets_", ("_brackets_", "y"));
        Fact(120, FactDialects.Sqlite, Sql.Select(MyTable.C("myid")).Where(MyTable.C("name") == Brackets).Where(MyTable.C("description") == Brackets),
            "SELECT mytable.myid FROM mytable WHERE mytable.name = ? AND mytable.description = ?");
    }

    [Test]
    public void Values_as_columns()
    {
        Fact(50, Sql.Select(Foo.C("id"), Sql.Value("lala", null).As("hoho")),
            "SELECT foo.id, :param_1 AS hoho FROM foo", ("param_1", "lala"));
        Fact(85, Sql.Select(Sql.LiteralColumn("*")).SelectFrom(MyTable).Where(Sql.Or(MyTable.C("myid") == 12, MyTable.C("myid") == "asdf", MyTable.C("myid") == "foo")),
            "SELECT * FROM mytable WHERE mytable.myid = :myid_1 OR mytable.myid = :myid_2 OR mytable.myid = :myid_3", ("myid_1", 12), ("myid_2", "asdf"), ("myid_3", "foo"));
    }

    [Test]
    public void Lists_given_at_execution()
    {
        Fact(76, Sql.Tuple(MyTable.C("myid"), MyTable.C("name")).In(Sql.Parameter("foo")),
            "(mytable.myid, mytable.name) IN (__[POSTCOMPILE_foo])");
        Fact(78, MyTable.C("myid").In(Sql.Parameter("foo")),
            "mytable.myid IN (__[POSTCOMPILE_foo])");
        Fact(94, Sql.Select(MyTable.C("myid")).Where(MyTable.C("myid").In(Sql.Parameter("foo"))),
            "SELECT mytable.myid FROM mytable WHERE mytable.myid IN (__[POSTCOMPILE_foo])");
        Fact(134, Sql.Tuple(MyTable.C("myid"), MyTable.C("name")).InList(new[] { (1, "foo"), (5, "bar") }),
            "(mytable.myid, mytable.name) IN (__[POSTCOMPILE_param_1])");
        Fact(133, Sql.Tuple(MyTable.C("myid"), MyTable.C("name")).InList(new[] { Sql.Tuple(MyOtherTable.C("otherid"), MyOtherTable.C("othername")) }),
            "(mytable.myid, mytable.name) IN ((myothertable.otherid, myothertable.othername))");
        Fact(109, Sql.Tuple(MyTable.C("myid"), MyTable.C("name")).In(Sql.Select(MyOtherTable.C("otherid"), MyOtherTable.C("othername"))),
            "(mytable.myid, mytable.name) IN (SELECT myothertable.otherid, myothertable.othername FROM myothertable)");
        Fact(95, Sql.Select(MyTable.C("myid")).Where(MyTable.C("myid").InList(new[] { 1, 2, 3 })).ToLiteralString(FactDialects.Default),
            "SELECT mytable.myid FROM mytable WHERE mytable.myid IN (1, 2, 3)");
        Fact(96, FactDialects.Default.Compile(Sql.Select(MyTable.C("myid")).Where(MyTable.C("myid").In(Sql.Parameter("foo", value: new[] { 1, 2, 3 })))).ToString(fill: true),
            "SELECT mytable.myid FROM mytable WHERE mytable.myid IN (:foo_1, :foo_2, :foo_3)");
    }

    [Test]
    public void Values_written_into_the_text_at_execution()
    {
        Fact(89, Sql.Select(Sql.Value("someliteral", null) is var value ? ((BindParameter)value.Node).AsLiteral() : value),
            "SELECT __[POSTCOMPILE_param_1] AS anon_1");
        Fact(93, Sql.Select(MyTable.C("myid") + Sql.Parameter("myid", SqlTypes.Integer, 3, unique: true, literal: true)),
            "SELECT mytable.myid + __[POSTCOMPILE_myid_1] AS anon_1 FROM mytable");
        Fact(92, Sql.Select(MyTable.C("myid").In(Sql.Parameter("myid", SqlTypes.Integer, new[] { 4, 5, 6 }, unique: true, literal: true))),
            "SELECT mytable.myid IN (__[POSTCOMPILE_myid_1]) AS anon_1 FROM mytable");
        Fact(90, Sql.Select(MyTable.C("myid") == Sql.Parameter("foo", SqlTypes.Integer, 5, literal: true)),
            "SELECT mytable.myid = __[POSTCOMPILE_foo] AS anon_1 FROM mytable");
        Fact(88, Sql.Select(Func.Call("mod", MyTable.C("myid"), Sql.Parameter("mod", SqlTypes.Integer, 5, unique: true, literal: true))),
            "SELECT mod(mytable.myid, __[POSTCOMPILE_mod_2]) AS mod_1 FROM mytable");
        Fact(87, Sql.Select(Literal("foo").In(Sql.Parameter("param", SqlTypes.String(), Array.Empty<string>(), unique: true, literal: true))),
            "SELECT __[POSTCOMPILE_param_1] IN (__[POSTCOMPILE_param_2]) AS anon_1");
    }

    [Test]
    public void Null_written_into_the_text()
    {
        Fact(101, Sql.Select(MyTable.C("myid")).Where(MyTable.C("myid") == Sql.Parameter("x", SqlTypes.Integer, null, hasValue: true)).ToLiteralString(FactDialects.Default),
            "SELECT mytable.myid FROM mytable WHERE mytable.myid = NULL");
        Fact(102, Sql.Select(MyTable.C("myid")).Where(MyTable.C("myid") == null).ToLiteralString(FactDialects.Default),
            "SELECT mytable.myid FROM mytable WHERE mytable.myid IS NULL");
        Fact(103, Sql.Select(MyTable.C("myid"), Sql.Null()).ToLiteralString(FactDialects.Default),
            "SELECT mytable.myid, NULL AS anon_1 FROM mytable");
    }
}
