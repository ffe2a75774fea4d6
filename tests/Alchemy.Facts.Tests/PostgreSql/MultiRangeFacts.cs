namespace Alchemy.Tests;

/// <summary>test/dialect/postgresql/test_types.py, the compilation tests of multiranges.</summary>
[TestFixture]
public sealed class MultiRangeFacts : FactFixture
{
    private static SqlRange<DateOnly>[] DaySets { get; } = [new(new DateOnly(2013, 3, 23), new DateOnly(2013, 3, 24)), new(new DateOnly(2014, 5, 23), new DateOnly(2014, 5, 24))];

    private static SqlRange<int>[] NumberSets { get; } = [new(1, 2), new(3, 5), new(9, 12)];

    private static SqlRange<decimal>[] DecimalSets { get; } = [new(1.0m, 2.0m), new(3.0m, 5.0m), new(9.0m, 12.0m)];

    private static SqlRange<DateTime>[] TimeSets { get; } = [new(new DateTime(2013, 3, 23, 14, 30, 0), new DateTime(2013, 3, 23, 23, 30, 0))];

    private static UntypedColumn Dates { get; } = Column(SqlTypes.DateMultiRange);

    private static UntypedColumn Ints { get; } = Column(SqlTypes.Int4MultiRange);

    private static UntypedColumn Decimals { get; } = Column(SqlTypes.NumMultiRange);

    private static UntypedColumn Times { get; } = Column(SqlTypes.TsMultiRange);

    private static UntypedColumn Column(SqlType type) => new Table("data_table", new MetaData(), new Column("multirange", type, primaryKey: true)).C("multirange");

    [Test]
    public void Sets_of_dates()
    {
        Fact(4250, FactDialects.PostgreSql, Dates.AdjacentTo("{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"),
            "data_table.multirange -|- %(multirange_1)s::VARCHAR", ("multirange_1", "{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"));
        Fact(4251, FactDialects.PostgreSql, Dates.AdjacentTo(DaySets),
            "data_table.multirange -|- %(multirange_1)s::DATEMULTIRANGE");
        Fact(4253, FactDialects.PostgreSql, Dates.ContainedBy(DaySets),
            "data_table.multirange <@ %(multirange_1)s::DATEMULTIRANGE");
        Fact(4254, FactDialects.PostgreSql, Dates.Contains("{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"),
            "data_table.multirange @> %(multirange_1)s::VARCHAR", ("multirange_1", "{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"));
        Fact(4257, FactDialects.PostgreSql, Dates.NotExtendLeftOf("{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"),
            "data_table.multirange &> %(multirange_1)s::VARCHAR", ("multirange_1", "{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"));
        Fact(4259, FactDialects.PostgreSql, Dates.Overlaps("{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"),
            "data_table.multirange && %(multirange_1)s::VARCHAR", ("multirange_1", "{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"));
        Fact(4260, FactDialects.PostgreSql, Dates.StrictlyLeftOf("{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"),
            "data_table.multirange << %(multirange_1)s::VARCHAR", ("multirange_1", "{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"));
        Fact(4262, FactDialects.PostgreSql, Dates.StrictlyRightOf("{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"),
            "data_table.multirange >> %(multirange_1)s::VARCHAR", ("multirange_1", "{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"));
        Fact(4264, FactDialects.PostgreSql, Dates + Dates,
            "data_table.multirange + data_table.multirange");
        Fact(4265, FactDialects.PostgreSql, Dates == "{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}",
            "data_table.multirange = %(multirange_1)s::VARCHAR", ("multirange_1", "{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"));
        Fact(4266, FactDialects.PostgreSql, Dates == DaySets,
            "data_table.multirange = %(multirange_1)s::DATEMULTIRANGE");
        Fact(4268, FactDialects.PostgreSql, Dates >= "{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}",
            "data_table.multirange >= %(multirange_1)s::VARCHAR", ("multirange_1", "{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"));
        Fact(4271, FactDialects.PostgreSql, Dates < "{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}",
            "data_table.multirange < %(multirange_1)s::VARCHAR", ("multirange_1", "{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"));
        Fact(4272, FactDialects.PostgreSql, Dates <= "{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}",
            "data_table.multirange <= %(multirange_1)s::VARCHAR", ("multirange_1", "{[2013-03-23,2013-03-24), [2014-05-23,2014-05-24)}"));
    }

    [Test]
    public void Sets_of_times()
    {
        Fact(4361, FactDialects.PostgreSql, Times != TimeSets,
            "data_table.multirange != %(multirange_1)s::TSMULTIRANGE");
    }

    [Test]
    public void Sets_of_ints()
    {
        Fact(4610, FactDialects.PostgreSql, Ints.AdjacentTo(NumberSets),
            "data_table.multirange -|- %(multirange_1)s::INT4MULTIRANGE");
        Fact(4612, FactDialects.PostgreSql, Ints.ContainedBy(NumberSets),
            "data_table.multirange <@ %(multirange_1)s::INT4MULTIRANGE");
        Fact(4633, FactDialects.PostgreSql, Ints != NumberSets,
            "data_table.multirange != %(multirange_1)s::INT4MULTIRANGE");
    }

    [Test]
    public void Sets_of_decimals()
    {
        Fact(4847, FactDialects.PostgreSql, Decimals.AdjacentTo(DecimalSets),
            "data_table.multirange -|- %(multirange_1)s::NUMMULTIRANGE");
    }
}
