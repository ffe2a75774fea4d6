using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_functions.py, CompileTest, and test/sql/test_roles.py.</summary>
[TestFixture]
public sealed class FunctionFacts : FactFixture
{
    private static UntypedColumn Value => new Table("t", new MetaData(), Str("value")).C("value");

    [Test]
    public void Texts_of_a_group()
    {
        Fact(2415, FactDialects.Oracle.Compile(Sql.Select(Func.AggregateStrings(Value, ","))).ToString(fill: true),
            "SELECT LISTAGG(t.value, ',') AS aggregate_strings_1 FROM t");
        Fact(2416, FactDialects.MySql.Compile(Sql.Select(Func.AggregateStrings(Value, ","))).ToString(fill: true),
            "SELECT group_concat(t.value SEPARATOR ',') AS aggregate_strings_1 FROM t");
        Fact(2417, FactDialects.Sqlite.Compile(Sql.Select(Func.AggregateStrings(Value, ","))).ToString(fill: true),
            "SELECT group_concat(t.value, ',') AS aggregate_strings_1 FROM t");
        Fact(2418, FactDialects.SqlServer.Compile(Sql.Select(Func.AggregateStrings(Value, ","))).ToString(fill: true),
            "SELECT string_agg(t.value, ',') AS aggregate_strings_1 FROM t");
        Fact(2419, FactDialects.PostgreSql.Compile(Sql.Select(Func.AggregateStrings(Value, ","))).ToString(fill: true),
            "SELECT string_agg(t.value, ',') AS aggregate_strings_1 FROM t");
    }

    [Test]
    public void Words_of_the_language()
    {
        Fact(2430, Func.Call("current_timestamp", "somearg"),
            "CURRENT_TIMESTAMP(:current_timestamp_1)", ("current_timestamp_1", "somearg"));
        Fact(2445, FactDialects.SqlServer, Func.Call("current_timestamp"),
            "CURRENT_TIMESTAMP");
        Fact(2446, FactDialects.SqlServer, Func.Call("localtime"),
            "LOCALTIME");
        Fact(2447, FactDialects.SqlServer, Func.Call("nosuchfunction"),
            "nosuchfunction()");
        Fact(2449, FactDialects.MySql, Func.Call("current_timestamp"),
            "CURRENT_TIMESTAMP");
        Fact(2450, FactDialects.MySql, Func.Call("localtime"),
            "LOCALTIME");
        Fact(2451, FactDialects.MySql, Func.Call("nosuchfunction"),
            "nosuchfunction()");
        Fact(2454, FactDialects.Oracle, Func.Call("localtime"),
            "LOCALTIME");
        Fact(2455, FactDialects.Oracle, Func.Call("nosuchfunction"),
            "nosuchfunction()");
        Fact(2457, FactDialects.PostgreSql, Func.Call("current_timestamp"),
            "CURRENT_TIMESTAMP");
        Fact(2458, FactDialects.PostgreSql, Func.Call("localtime"),
            "LOCALTIME");
        Fact(2459, FactDialects.PostgreSql, Func.Call("nosuchfunction"),
            "nosuchfunction()");
        Fact(2461, FactDialects.Sqlite, Func.Call("current_timestamp"),
            "CURRENT_TIMESTAMP");
        Fact(2462, FactDialects.Sqlite, Func.Call("localtime"),
            "LOCALTIME");
        Fact(2463, FactDialects.Sqlite, Func.Call("nosuchfunction"),
            "nosuchfunction()");
    }

    [Test]
    public void Spellings()
    {
        Fact(2508, FactDialects.PostgreSql, Func.Now(),
            "now()");
        Fact(2509, FactDialects.MySql, Func.Now(),
            "now()");
        Fact(2511, FactDialects.Sqlite, Func.Random(),
            "random()");
        Fact(2512, FactDialects.PostgreSql, Func.Random(),
            "random()");
        Fact(2513, FactDialects.MySql, Func.Random(),
            "rand()");
        Fact(2514, FactDialects.Oracle, Func.Random(),
            "random()");
        Fact(2504, Func.Count(),
            "count(*)");
        Fact(2506, Func.Count(Sql.Column("abc")),
            "count(abc)");
    }

    [Test]
    public void Names_and_packages()
    {
        Fact(2515, Func.Call("SomeFunction"),
            "SomeFunction()");
        Fact(2517, Func.Call("text", "foo"),
            "text(:text_1)", ("text_1", "foo"));
        Fact(2530, Func.Call("im foo package.im bar package.im a function"),
            "\"im foo package\".\"im bar package\".\"im a function\"()");
        Fact(2534, Func.Call("if"),
            "if()");
        Fact(2535, Func.Call("foo.bar.if"),
            "foo.bar.if()");
        Fact(2536, Func.Call("UNREGISTERED_FN"),
            "UNREGISTERED_FN()");
        Fact(2537, Func.Call("FOO.BAR.NOW"),
            "FOO.BAR.NOW()");
        Fact(2442, Func.Call("lala.hoho", 7),
            "lala.hoho(:hoho_1)", ("hoho_1", 7));
        Fact(2440, Sql.Select(Func.Call("foo.bar.lala", MyTable.C("myid"))),
            "SELECT foo.bar.lala(mytable.myid) AS lala_1 FROM mytable");
        Fact(2441, Sql.Select(Func.Call("foo.bar.lala", 12)),
            "SELECT foo.bar.lala(:lala_2) AS lala_1", ("lala_2", 12));
    }

    [Test]
    public void Arguments()
    {
        Fact(2438, Func.Call("lala", 3, 4, Sql.Value("five", null), MyTable.C("myid")) * MyOtherTable.C("otherid"),
            "lala(:lala_1, :lala_2, :param_1, mytable.myid) * myothertable.otherid", ("lala_1", 3), ("lala_2", 4), ("param_1", "five"));
        Fact(2439, Sql.Select(Func.Count(MyTable.C("myid"))),
            "SELECT count(mytable.myid) AS count_1 FROM mytable");
        Fact(2443, Func.Call("my_func", 1, 2, null, 3),
            "my_func(:my_func_1, :my_func_2, NULL, :my_func_3)", ("my_func_1", 1), ("my_func_2", 2), ("my_func_3", 3));
        Fact(2436, Func.Call("some_comparison", "x", "y", "z", "p", "q", "r"),
            "some_comparison(:some_comparison_1, :some_comparison_2, :some_comparison_3, :some_comparison_4, :some_comparison_5, :some_comparison_6)", ("some_comparison_1", "x"), ("some_comparison_2", "y"), ("some_comparison_3", "z"), ("some_comparison_4", "p"), ("some_comparison_5", "q"), ("some_comparison_6", "r"));
        Fact(2437, Func.Call("some_comparison", "x", "y", "z", "p", Sql.LiteralColumn("ABC"), "r"),
            "some_comparison(:some_comparison_1, :some_comparison_2, :some_comparison_3, :some_comparison_4, ABC, :some_comparison_5)", ("some_comparison_1", "x"), ("some_comparison_2", "y"), ("some_comparison_3", "z"), ("some_comparison_4", "p"), ("some_comparison_5", "r"));
        Fact(2426, Func.Call("rows", "foo"),
            "rows(:rows_1)", ("rows_1", "foo"));
        Fact(3848, Func.Call("coalesce", Sql.Select(MyTable.C("myid")).Scalar<int>()),
            "coalesce((SELECT mytable.myid FROM mytable))");
    }

    [Test]
    public void What_is_no_function()
    {
        Fact(2518, Sql.Cast("foo", SqlTypes.Integer),
            "CAST(:param_1 AS INTEGER)", ("param_1", "foo"));
        Fact(2519, Sql.Extract("year", new DateOnly(2010, 12, 5)),
            "EXTRACT(year FROM :param_1)");
    }

    [Test]
    public void Conditions()
    {
        Fact(2520, Sql.Select(Sql.LiteralColumn("1")).Where(Func.Call(SqlTypes.Integer, "myfunc") + 5).ToLiteralString(FactDialects.Enhanced),
            "SELECT 1 WHERE myfunc() + 5");
        Fact(2521, Sql.Select(Sql.LiteralColumn("1")).Where(Func.Call(SqlTypes.Integer, "myfunc") == Sql.Column("q")).ToLiteralString(FactDialects.Enhanced),
            "SELECT 1 WHERE myfunc() = q");
        Fact(2522, Sql.Select(Sql.LiteralColumn("1")).Where(Func.Call(SqlTypes.Integer, "myfunc").InList(new[] { 1, 2, 3 })).ToLiteralString(FactDialects.Enhanced),
            "SELECT 1 WHERE myfunc() IN (1, 2, 3)");
    }
}
