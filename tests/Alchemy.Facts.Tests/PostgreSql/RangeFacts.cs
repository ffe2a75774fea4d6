namespace Alchemy.Tests;

/// <summary>test/dialect/postgresql/test_types.py, DateRangeCompilationTest, Int4RangeCompilationTest and Int8RangeCompilationTest.</summary>
[TestFixture]
public sealed class RangeFacts : FactFixture
{
    private static SqlRange<DateOnly> Days { get; } = new(new DateOnly(2013, 3, 23), new DateOnly(2013, 3, 30));

    private static SqlRange<int> Numbers { get; } = new(1, 4);

    private static SqlRange<long> BigNumbers { get; } = new(9223372036854775306, 9223372036854775800);

    private static UntypedColumn Dates { get; } = Column(SqlTypes.DateRange);

    private static UntypedColumn Ints { get; } = Column(SqlTypes.Int4Range);

    private static UntypedColumn Longs { get; } = Column(SqlTypes.Int8Range);

    private static UntypedColumn Column(SqlType type) => new Table("data_table", new MetaData(), new Column("range", type, primaryKey: true)).C("range");

    [Test]
    public void Dates_against_a_range()
    {
        Fact(4275, FactDialects.PostgreSql, Dates != Days,
            "data_table.range != %(range_1)s::DATERANGE");
        Fact(4276, FactDialects.PostgreSql, Dates.Overlaps(Days),
            "data_table.range && %(range_1)s::DATERANGE");
        Fact(4277, FactDialects.PostgreSql, Dates.NotExtendRightOf(Days),
            "data_table.range &< %(range_1)s::DATERANGE");
        Fact(4278, FactDialects.PostgreSql, Dates.NotExtendLeftOf(Days),
            "data_table.range &> %(range_1)s::DATERANGE");
        Fact(4279, FactDialects.PostgreSql, Dates * Days,
            "data_table.range * %(range_1)s::DATERANGE");
        Fact(4281, FactDialects.PostgreSql, Dates + Days,
            "data_table.range + %(range_1)s::DATERANGE");
        Fact(4283, FactDialects.PostgreSql, Dates - Days,
            "data_table.range - %(range_1)s::DATERANGE");
        Fact(4285, FactDialects.PostgreSql, Dates.AdjacentTo(Days),
            "data_table.range -|- %(range_1)s::DATERANGE");
        Fact(4286, FactDialects.PostgreSql, Dates.StrictlyLeftOf(Days),
            "data_table.range << %(range_1)s::DATERANGE");
        Fact(4288, FactDialects.PostgreSql, Dates <= Days,
            "data_table.range <= %(range_1)s::DATERANGE");
        Fact(4289, FactDialects.PostgreSql, Dates.ContainedBy(Days),
            "data_table.range <@ %(range_1)s::DATERANGE");
        Fact(4290, FactDialects.PostgreSql, Dates < Days,
            "data_table.range < %(range_1)s::DATERANGE");
        Fact(4291, FactDialects.PostgreSql, Dates == Days,
            "data_table.range = %(range_1)s::DATERANGE");
        Fact(4292, FactDialects.PostgreSql, Dates >= Days,
            "data_table.range >= %(range_1)s::DATERANGE");
        Fact(4293, FactDialects.PostgreSql, Dates.StrictlyRightOf(Days),
            "data_table.range >> %(range_1)s::DATERANGE");
        Fact(4295, FactDialects.PostgreSql, Dates > Days,
            "data_table.range > %(range_1)s::DATERANGE");
        Fact(4296, FactDialects.PostgreSql, Dates.Contains(Days),
            "data_table.range @> %(range_1)s::DATERANGE");
    }

    [Test]
    public void Dates_against_any_of_an_array()
    {
        Fact(4319, FactDialects.PostgreSql, Dates != Sql.Any(Sql.Array("[2013-03-23,2013-03-30)")),
            "data_table.range != ANY (ARRAY[%(param_1)s::VARCHAR])", ("param_1", "[2013-03-23,2013-03-30)"));
        Fact(4320, FactDialects.PostgreSql, Dates.Overlaps(Sql.Any(Sql.Array("[2013-03-23,2013-03-30)"))),
            "data_table.range && ANY (ARRAY[%(param_1)s::VARCHAR])", ("param_1", "[2013-03-23,2013-03-30)"));
        Fact(4321, FactDialects.PostgreSql, Dates.NotExtendRightOf(Sql.Any(Sql.Array("[2013-03-23,2013-03-30)"))),
            "data_table.range &< ANY (ARRAY[%(param_1)s::VARCHAR])", ("param_1", "[2013-03-23,2013-03-30)"));
        Fact(4322, FactDialects.PostgreSql, Dates.NotExtendLeftOf(Sql.Any(Sql.Array("[2013-03-23,2013-03-30)"))),
            "data_table.range &> ANY (ARRAY[%(param_1)s::VARCHAR])", ("param_1", "[2013-03-23,2013-03-30)"));
        Fact(4323, FactDialects.PostgreSql, Dates.AdjacentTo(Sql.Any(Sql.Array("[2013-03-23,2013-03-30)"))),
            "data_table.range -|- ANY (ARRAY[%(param_1)s::VARCHAR])", ("param_1", "[2013-03-23,2013-03-30)"));
        Fact(4324, FactDialects.PostgreSql, Dates.StrictlyLeftOf(Sql.Any(Sql.Array("[2013-03-23,2013-03-30)"))),
            "data_table.range << ANY (ARRAY[%(param_1)s::VARCHAR])", ("param_1", "[2013-03-23,2013-03-30)"));
        Fact(4326, FactDialects.PostgreSql, Dates <= Sql.Any(Sql.Array("[2013-03-23,2013-03-30)")),
            "data_table.range <= ANY (ARRAY[%(param_1)s::VARCHAR])", ("param_1", "[2013-03-23,2013-03-30)"));
        Fact(4327, FactDialects.PostgreSql, Dates.ContainedBy(Sql.Any(Sql.Array("[2013-03-23,2013-03-30)"))),
            "data_table.range <@ ANY (ARRAY[%(param_1)s::VARCHAR])", ("param_1", "[2013-03-23,2013-03-30)"));
        Fact(4328, FactDialects.PostgreSql, Dates < Sql.Any(Sql.Array("[2013-03-23,2013-03-30)")),
            "data_table.range < ANY (ARRAY[%(param_1)s::VARCHAR])", ("param_1", "[2013-03-23,2013-03-30)"));
        Fact(4329, FactDialects.PostgreSql, Dates == Sql.Any(Sql.Array("[2013-03-23,2013-03-30)")),
            "data_table.range = ANY (ARRAY[%(param_1)s::VARCHAR])", ("param_1", "[2013-03-23,2013-03-30)"));
        Fact(4330, FactDialects.PostgreSql, Dates >= Sql.Any(Sql.Array("[2013-03-23,2013-03-30)")),
            "data_table.range >= ANY (ARRAY[%(param_1)s::VARCHAR])", ("param_1", "[2013-03-23,2013-03-30)"));
        Fact(4331, FactDialects.PostgreSql, Dates.StrictlyRightOf(Sql.Any(Sql.Array("[2013-03-23,2013-03-30)"))),
            "data_table.range >> ANY (ARRAY[%(param_1)s::VARCHAR])", ("param_1", "[2013-03-23,2013-03-30)"));
        Fact(4333, FactDialects.PostgreSql, Dates > Sql.Any(Sql.Array("[2013-03-23,2013-03-30)")),
            "data_table.range > ANY (ARRAY[%(param_1)s::VARCHAR])", ("param_1", "[2013-03-23,2013-03-30)"));
        Fact(4334, FactDialects.PostgreSql, Dates.Contains(Sql.Any(Sql.Array("[2013-03-23,2013-03-30)"))),
            "data_table.range @> ANY (ARRAY[%(param_1)s::VARCHAR])", ("param_1", "[2013-03-23,2013-03-30)"));
    }

    [Test]
    public void Ints_against_a_range()
    {
        Fact(4634, FactDialects.PostgreSql, Ints != Numbers,
            "data_table.range != %(range_1)s::INT4RANGE");
        Fact(4635, FactDialects.PostgreSql, Ints.Overlaps(Numbers),
            "data_table.range && %(range_1)s::INT4RANGE");
        Fact(4636, FactDialects.PostgreSql, Ints.NotExtendRightOf(Numbers),
            "data_table.range &< %(range_1)s::INT4RANGE");
        Fact(4637, FactDialects.PostgreSql, Ints.NotExtendLeftOf(Numbers),
            "data_table.range &> %(range_1)s::INT4RANGE");
        Fact(4638, FactDialects.PostgreSql, Ints * Numbers,
            "data_table.range * %(range_1)s::INT4RANGE");
        Fact(4640, FactDialects.PostgreSql, Ints + Numbers,
            "data_table.range + %(range_1)s::INT4RANGE");
        Fact(4642, FactDialects.PostgreSql, Ints - Numbers,
            "data_table.range - %(range_1)s::INT4RANGE");
        Fact(4644, FactDialects.PostgreSql, Ints.AdjacentTo(Numbers),
            "data_table.range -|- %(range_1)s::INT4RANGE");
        Fact(4645, FactDialects.PostgreSql, Ints.StrictlyLeftOf(Numbers),
            "data_table.range << %(range_1)s::INT4RANGE");
        Fact(4647, FactDialects.PostgreSql, Ints <= Numbers,
            "data_table.range <= %(range_1)s::INT4RANGE");
        Fact(4648, FactDialects.PostgreSql, Ints.ContainedBy(Numbers),
            "data_table.range <@ %(range_1)s::INT4RANGE");
        Fact(4649, FactDialects.PostgreSql, Ints < Numbers,
            "data_table.range < %(range_1)s::INT4RANGE");
        Fact(4650, FactDialects.PostgreSql, Ints == Numbers,
            "data_table.range = %(range_1)s::INT4RANGE");
        Fact(4651, FactDialects.PostgreSql, Ints >= Numbers,
            "data_table.range >= %(range_1)s::INT4RANGE");
        Fact(4652, FactDialects.PostgreSql, Ints.StrictlyRightOf(Numbers),
            "data_table.range >> %(range_1)s::INT4RANGE");
        Fact(4654, FactDialects.PostgreSql, Ints > Numbers,
            "data_table.range > %(range_1)s::INT4RANGE");
        Fact(4655, FactDialects.PostgreSql, Ints.Contains(Numbers),
            "data_table.range @> %(range_1)s::INT4RANGE");
    }

    [Test]
    public void Longs_against_a_range()
    {
        Fact(4721, FactDialects.PostgreSql, Longs != BigNumbers,
            "data_table.range != %(range_1)s::INT8RANGE");
        Fact(4722, FactDialects.PostgreSql, Longs.Overlaps(BigNumbers),
            "data_table.range && %(range_1)s::INT8RANGE");
        Fact(4723, FactDialects.PostgreSql, Longs.NotExtendRightOf(BigNumbers),
            "data_table.range &< %(range_1)s::INT8RANGE");
        Fact(4724, FactDialects.PostgreSql, Longs.NotExtendLeftOf(BigNumbers),
            "data_table.range &> %(range_1)s::INT8RANGE");
        Fact(4725, FactDialects.PostgreSql, Longs * BigNumbers,
            "data_table.range * %(range_1)s::INT8RANGE");
        Fact(4727, FactDialects.PostgreSql, Longs + BigNumbers,
            "data_table.range + %(range_1)s::INT8RANGE");
        Fact(4729, FactDialects.PostgreSql, Longs - BigNumbers,
            "data_table.range - %(range_1)s::INT8RANGE");
        Fact(4731, FactDialects.PostgreSql, Longs.AdjacentTo(BigNumbers),
            "data_table.range -|- %(range_1)s::INT8RANGE");
        Fact(4732, FactDialects.PostgreSql, Longs.StrictlyLeftOf(BigNumbers),
            "data_table.range << %(range_1)s::INT8RANGE");
        Fact(4734, FactDialects.PostgreSql, Longs <= BigNumbers,
            "data_table.range <= %(range_1)s::INT8RANGE");
        Fact(4735, FactDialects.PostgreSql, Longs.ContainedBy(BigNumbers),
            "data_table.range <@ %(range_1)s::INT8RANGE");
        Fact(4736, FactDialects.PostgreSql, Longs < BigNumbers,
            "data_table.range < %(range_1)s::INT8RANGE");
        Fact(4737, FactDialects.PostgreSql, Longs == BigNumbers,
            "data_table.range = %(range_1)s::INT8RANGE");
        Fact(4738, FactDialects.PostgreSql, Longs >= BigNumbers,
            "data_table.range >= %(range_1)s::INT8RANGE");
        Fact(4739, FactDialects.PostgreSql, Longs.StrictlyRightOf(BigNumbers),
            "data_table.range >> %(range_1)s::INT8RANGE");
        Fact(4741, FactDialects.PostgreSql, Longs > BigNumbers,
            "data_table.range > %(range_1)s::INT8RANGE");
        Fact(4742, FactDialects.PostgreSql, Longs.Contains(BigNumbers),
            "data_table.range @> %(range_1)s::INT8RANGE");
    }
}
