namespace Alchemy.Tests;

/// <summary>Labels of the SELECT list in ORDER BY and GROUP BY, alone and inside of expressions (OrderByLabelTest).</summary>
public sealed class OrderByLabelTests : SuiteFixture
{
    private readonly Table _table;

    public OrderByLabelTests(Database database)
        : base(database)
        => _table = new Table("suite_label", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("x", SqlTypes.Integer), new Column("y", SqlTypes.Integer), new Column("q", SqlTypes.String(50)), new Column("p", SqlTypes.String(50)));

    private ColumnExpression<int> X => _table.C<int>("x");

    private ColumnExpression<int> Y => _table.C<int>("y");

    private protected override void Fill(Connection connection)
        => connection.ExecuteMany(Sql.Insert(_table).Parameters([.. _table.Columns]), new[] { (1, 1, 2, "q1", "p3"), (2, 2, 3, "q2", "p2"), (3, 3, 4, "q3", "p1") });

    [Test]
    public void A_label()
    {
        var lx = X.As("lx");
        Assert.That(Read<int>(Sql.Select(lx).OrderBy(lx)), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(Read<int>(Sql.Select(lx).OrderBy(lx.Desc())), Is.EqualTo(new[] { 3, 2, 1 }));
    }

    [Test]
    public void An_expression_with_a_label()
    {
        var lx = (X + Y).As("lx");
        Assert.That(Read<int>(Sql.Select(lx).OrderBy(lx)), Is.EqualTo(new[] { 3, 5, 7 }));
        Assert.That(Read<int>(Sql.Select(lx).OrderBy(lx.Desc())), Is.EqualTo(new[] { 7, 5, 3 }));
    }

    [Test]
    public void Several_labels()
    {
        var (lx, ly) = ((X + Y).As("lx"), (Func.Lower(_table.C("q")) + _table.C<string>("p")).As("ly"));
        Assert.That(Read<(int, string)>(Sql.Select(lx, ly).OrderBy(lx, ly.Desc())), Is.EqualTo(new[] { (3, "q1p3"), (5, "q2p2"), (7, "q3p1") }));
    }

    [Test]
    public void A_label_in_an_expression_stands_for_what_it_names()
    {
        var lx = (X + Y).As("lx");
        Assert.That(Read<int>(Sql.Select(lx).OrderBy(lx + 1)), Is.EqualTo(new[] { 3, 5, 7 }));
        Assert.That(Read<int>(Sql.Select(lx).OrderBy((-lx).Asc())), Is.EqualTo(new[] { 7, 5, 3 }));
    }

    [Test]
    public void An_expression_in_group_by()
    {
        var expression = (X + Y).As("lx");
        Assert.That(Read<(long, int)>(Sql.Select(Func.Count(_table.C("id")), expression).GroupBy(expression).OrderBy(expression)), Is.EqualTo(new[] { (1L, 3), (1, 5), (1, 7) }));
    }
}
