using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_functions.py, CompileTest: FILTER, OVER and WITHIN GROUP.</summary>
[TestFixture]
public sealed class WindowFacts : FactFixture
{
    private static Table T { get; } = new("mytable", new MetaData(), Int("myid"), Str("name"), Str("description"), new Column("myfloat", SqlTypes.Double));

    private static Table Ab { get; } = new("table1", new MetaData(), Int("a"), Int("b"));

    private static UntypedColumn Id => T.C("myid");

    private static UntypedColumn Name => T.C("name");

    private static UntypedColumn Description => T.C("description");

    private static UntypedColumn Float => T.C("myfloat");

    private static ColumnExpression<bool> AfterFoo { get; } = Name > "foo";

    private static UntypedColumn A => Ab.C("a");

    private static UntypedColumn B => Ab.C("b");

    [Test]
    public void Filters()
    {
        Fact(2486, Func.Call("count", 1).Filter(Name.IsNotNull()),
            "count(:count_1) FILTER (WHERE mytable.name IS NOT NULL)", ("count_1", 1));
        Fact(2487, Func.Call("count", 1).Filter(),
            "count(:count_1)", ("count_1", 1));
        Fact(2488, Sql.Select(Func.Call("count", 1).Filter(Name == "name")),
            "SELECT count(:count_1) FILTER (WHERE mytable.name = :name_1) AS anon_1 FROM mytable", ("count_1", 1), ("name_1", "name"));
        Fact(2489, Sql.Select(Func.Call("max", Name).Filter(Sql.LiteralColumn("description") != null)),
            "SELECT max(mytable.name) FILTER (WHERE description IS NOT NULL) AS anon_1 FROM mytable");
        Fact(2491, Sql.Select(Func.Rank().Filter(AfterFoo), Func.Rank().Filter(AfterFoo, Id == 1)),
            "SELECT rank() FILTER (WHERE mytable.name > :name_1) AS anon_1, rank() FILTER (WHERE mytable.name > :name_1 AND mytable.myid = :myid_1) AS anon_2 FROM mytable", ("name_1", "foo"), ("myid_1", 1));
    }

    [Test]
    public void Frames()
    {
        Fact(2492, Sql.Select(Func.Rank().Filter(Name > "foo").Over(w => w.PartitionBy(Description).Groups(1, 5))),
            "SELECT rank() FILTER (WHERE mytable.name > :name_1) OVER (PARTITION BY mytable.description GROUPS BETWEEN :param_1 FOLLOWING AND :param_2 FOLLOWING) AS anon_1 FROM mytable", ("name_1", "foo"), ("param_1", 1), ("param_2", 5));
        Fact(2493, FactDialects.DefaultQmark, Sql.Select(Func.Rank().Filter(Name > "foo").Over(w => w.PartitionBy(Description).Groups(1, 5))),
            "SELECT rank() FILTER (WHERE mytable.name > ?) OVER (PARTITION BY mytable.description GROUPS BETWEEN ? FOLLOWING AND ? FOLLOWING) AS anon_1 FROM mytable", ("name_1", "foo"), ("param_1", 1), ("param_2", 5));
        Fact(2494, Sql.Select(Func.Rank().Filter(Name > "foo").Over(w => w.OrderBy(Name))),
            "SELECT rank() FILTER (WHERE mytable.name > :name_1) OVER (ORDER BY mytable.name) AS anon_1 FROM mytable", ("name_1", "foo"));
        Fact(2496, Sql.Select(Func.Rank().Filter(Name > "foo").Over(w => w.PartitionBy(Description).Range(1, 5))),
            "SELECT rank() FILTER (WHERE mytable.name > :name_1) OVER (PARTITION BY mytable.description RANGE BETWEEN :param_1 FOLLOWING AND :param_2 FOLLOWING) AS anon_1 FROM mytable", ("name_1", "foo"), ("param_1", 1), ("param_2", 5));
        Fact(2497, Sql.Select(Func.Rank().Filter(Name > "foo").Over(w => w.PartitionBy(Float).Range(-3.14, 2.71))),
            "SELECT rank() FILTER (WHERE mytable.name > :name_1) OVER (PARTITION BY mytable.myfloat RANGE BETWEEN :param_1 PRECEDING AND :param_2 FOLLOWING) AS anon_1 FROM mytable", ("name_1", "foo"), ("param_1", 3.14), ("param_2", 2.71));
        Fact(2498, FactDialects.DefaultQmark, Sql.Select(Func.Rank().Filter(Name > "foo").Over(w => w.PartitionBy(Description).Range(1, 5))),
            "SELECT rank() FILTER (WHERE mytable.name > ?) OVER (PARTITION BY mytable.description RANGE BETWEEN ? FOLLOWING AND ? FOLLOWING) AS anon_1 FROM mytable", ("name_1", "foo"), ("param_1", 1), ("param_2", 5));
        Fact(2499, Sql.Select(Func.Rank().Filter(Name > "foo").Over(w => w.PartitionBy(Description).Rows(1, 5))),
            "SELECT rank() FILTER (WHERE mytable.name > :name_1) OVER (PARTITION BY mytable.description ROWS BETWEEN :param_1 FOLLOWING AND :param_2 FOLLOWING) AS anon_1 FROM mytable", ("name_1", "foo"), ("param_1", 1), ("param_2", 5));
    }

    [Test]
    public void Ordered_sets()
    {
        Fact(2500, Sql.Select(Func.Rank().Filter(Name > "foo").WithinGroup(Name)),
            "SELECT rank() FILTER (WHERE mytable.name > :name_1) WITHIN GROUP (ORDER BY mytable.name) AS anon_1 FROM mytable", ("name_1", "foo"));
        Fact(2540, Sql.Select(Id, Func.PercentileCont(0.5).WithinGroup(Name)),
            "SELECT mytable.myid, percentile_cont(:percentile_cont_2) WITHIN GROUP (ORDER BY mytable.name) AS percentile_cont_1 FROM mytable", ("percentile_cont_2", 0.5));
        Fact(2542, Sql.Select(Id, Func.PercentileCont(0.5).WithinGroup(Name).Filter(Id > 42)),
            "SELECT mytable.myid, percentile_cont(:percentile_cont_1) WITHIN GROUP (ORDER BY mytable.name) FILTER (WHERE mytable.myid > :myid_1) AS anon_1 FROM mytable", ("percentile_cont_1", 0.5), ("myid_1", 42));
        Fact(2543, Sql.Select(Id, Func.PercentileCont(0.5).WithinGroup(Name, Description)),
            "SELECT mytable.myid, percentile_cont(:percentile_cont_2) WITHIN GROUP (ORDER BY mytable.name, mytable.description) AS percentile_cont_1 FROM mytable", ("percentile_cont_2", 0.5));
        Fact(2544, Sql.Select(Id, Func.PercentileCont(0.5).WithinGroup(Name.Desc()).Over(w => w.PartitionBy(Description))),
            "SELECT mytable.myid, percentile_cont(:percentile_cont_1) WITHIN GROUP (ORDER BY mytable.name DESC) OVER (PARTITION BY mytable.description) AS anon_1 FROM mytable", ("percentile_cont_1", 0.5));
        Fact(2410, Sql.Select(Func.Call("string_agg", A, Sql.LiteralColumn("','")).AggregateOrderBy(A, B.Desc())),
            "SELECT string_agg(table1.a, ',' ORDER BY table1.a, table1.b DESC) AS string_agg_1 FROM table1");
    }
}
