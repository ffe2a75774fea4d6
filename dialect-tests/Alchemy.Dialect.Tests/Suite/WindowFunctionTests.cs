namespace Alchemy.Tests;

/// <summary>Windows with frames of rows and of ranges (WindowFunctionTest).</summary>
public sealed class WindowFunctionTests : SuiteFixture
{
    private const string NoRangeOfDecimals = "Its decimals are text: a range of them is one of text.";
    private readonly Table _table;

    public WindowFunctionTests(Database database)
        : base(database)
        => _table = new Table("suite_window", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("col1", SqlTypes.Integer), new Column("col2", SqlTypes.Integer), new Column("col3", SqlTypes.Numeric(10, 2)), new Column("col4", SqlTypes.Date));

    private ColumnExpression<int> Id => _table.C<int>("id");

    private ColumnExpression<int> Col1 => _table.C<int>("col1");

    private ColumnExpression<int> Col2 => _table.C<int>("col2");

    private protected override void Fill(Connection connection) => connection.ExecuteMany(
        Sql.Insert(_table).Parameters([.. _table.Columns]), Enumerable.Range(1, 10).Select(i => (i, i, i * 5, i * 1.5m, new DateOnly(2023, 10, 31).AddDays(i))));

    private IReadOnlyList<long?> Sums(Func<Window, Window> window) => Read<long?>(Sql.Select(Func.Sum(Col1).Over(window).Cast<long>()).OrderBy(Id));

    private static IEnumerable<long?> Expected(int from, int to) => Enumerable.Range(1, 10).Select(i => Enumerable.Range(1, 10).Where(j => j >= i + from && j <= i + to).Aggregate((long?)null, (sum, j) => (sum ?? 0) + j));

    [Test]
    public void A_window_of_every_row()
    {
        var read = Read<int>(Sql.Select(Func.Max(Col2).Over(w => w.OrderBy(Col1.Desc()))).Where(Col1 < 5));
        Assert.That(read, Is.EqualTo(new[] { 20, 20, 20, 20 }));
    }

    [Test]
    public void Rows_between_numbers_that_change()
    {
        foreach (var (from, to) in new[] { (-1, 1), (-5, 0), (0, 3), (1, 5), (-3, -1) })
        {
            Assert.That(Sums(w => w.OrderBy(Id).Rows(from, to)), Is.EqualTo(Expected(from, to)), $"{from} {to}");
        }

        Assert.That(Sums(w => w.OrderBy(Id).Rows(null, 0)), Is.EqualTo(Expected(-10, 0)));
    }

    [Test]
    public void A_range_of_numbers()
    {
        foreach (var (from, to) in new[] { (-5, 10), (-10, 0), (0, 5) })
        {
            Assert.That(Sums(w => w.OrderBy(Col2).Range(from, to)), Is.EqualTo(Expected(from / 5, to / 5)), $"{from} {to}");
        }
    }

    [Test]
    [Except(Database.Sqlite, NoRangeOfDecimals)]
    public void A_range_of_decimals() => Assert.That(Sums(w => w.OrderBy(_table.C("col3")).Within(FrameUnit.Range, FrameBound.Preceding(1.5m), FrameBound.Following(3m))), Is.EqualTo(Expected(-1, 2)));

    [Test]
    [Except(Database.Sqlite, "It has no intervals.")]
    [Except(Database.MariaDb, "It has no range of intervals.")]
    public void A_range_of_days()
        => Assert.That(Sums(w => w.OrderBy(_table.C("col4")).Within(FrameUnit.Range, FrameBound.Preceding(TimeSpan.FromDays(2)), FrameBound.Following(TimeSpan.FromDays(1)))), Is.EqualTo(Expected(-2, 1)));
}
