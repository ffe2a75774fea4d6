namespace Alchemy.Tests;

/// <summary>LIMIT, OFFSET and FETCH by numbers, parameters and expressions (FetchLimitOffsetTest).</summary>
public sealed class FetchLimitOffsetTests : SuiteFixture
{
    private const string NoExpression = "It takes numbers in LIMIT, no expressions.";
    private readonly Table _table;

    public FetchLimitOffsetTests(Database database)
        : base(database)
        => _table = new Table("suite_paging", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("x", SqlTypes.Integer), new Column("y", SqlTypes.Integer));

    private Select All => Sql.Select(_table).OrderBy(_table.C("id"));

    private Select ByX => Sql.Select(_table).OrderBy(_table.C("x").Desc());

    private static ColumnExpression<int> Sum(int a, int b) => Sql.LiteralColumn(a.ToString(System.Globalization.CultureInfo.InvariantCulture), SqlTypes.Integer).Typed<int>() + Sql.LiteralColumn(b.ToString(System.Globalization.CultureInfo.InvariantCulture), SqlTypes.Integer).Typed<int>();

    private protected override void Fill(Connection connection) => connection.ExecuteMany(Sql.Insert(_table).Parameters([.. _table.Columns]), new[] { (1, 1, 2), (2, 2, 3), (3, 3, 4), (4, 4, 5), (5, 4, 6) });

    private IReadOnlyList<int> Ids(Select select, params (string, object?)[] values) => [.. Read<(int Id, int, int)>(select, values).Select(r => r.Id)];

    [Test]
    public void A_limit() => Assert.That(Ids(All.Limit(2)), Is.EqualTo(new[] { 1, 2 }));

    [Test]
    public void A_limited_subquery_stands_in_one_statement_twice()
    {
        var first = Sql.Select(_table.C("id")).OrderBy(_table.C("id")).Limit(1).Scalar<int>();
        var union = Sql.Select(first.As("id")).UnionAll(Sql.Select(first.As("id"))).Subquery("u");
        Assert.That(Read<int>(Sql.Select(union)), Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public void A_fetch() => Assert.That(Ids(All.Fetch(2)), Is.EqualTo(new[] { 1, 2 }));

    [Test]
    public void An_offset() => Assert.That(Ids(All.Offset(3)), Is.EqualTo(new[] { 4, 5 }));

    [TestCase(2, 0, new[] { 1, 2 })]
    [TestCase(2, 1, new[] { 2, 3 })]
    [TestCase(3, 2, new[] { 3, 4, 5 })]
    [TestCase(0, 1, new int[0])]
    [TestCase(9, 9, new int[0])]
    public void Limit_and_offset(int limit, int offset, int[] expected)
    {
        Assert.That(Ids(All.Limit(limit).Offset(offset)), Is.EqualTo(expected));
        Assert.That(Ids(All.Fetch(limit).Offset(offset)), Is.EqualTo(expected));
    }

    [Test]
    public void A_fetch_without_an_order() => Assert.That(Ids(Sql.Select(_table).Fetch(10).Offset(1)), Has.Count.EqualTo(4));

    [Test]
    public void An_offset_of_zero() => Assert.That(Ids(All.Offset(0)), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));

    [Test]
    public void Numbers_in_the_text()
    {
        Assert.That(Ids(All.Limit(Sql.Literal(2)).Offset(Sql.Literal(1))), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(Ids(All.Fetch(Sql.Literal(3)).Offset(Sql.Literal(2))), Is.EqualTo(new[] { 3, 4, 5 }));
        Assert.That(Connection.Execute(Sql.Text(All.Limit(2).Offset(1).ToLiteralString(Engine.Dialect)).Columns([.. _table.Columns])).ToList(), Has.Count.EqualTo(2));
    }

    [Test]
    public void Parameters_whose_values_come_at_execution()
    {
        var (limit, offset) = (Sql.Parameter<int>("l"), Sql.Parameter<int>("o"));
        Assert.That(Ids(All.Limit(limit), ("l", 2)), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(Ids(All.Offset(offset), ("o", 3)), Is.EqualTo(new[] { 4, 5 }));
        Assert.That(Ids(All.Limit(limit).Offset(offset), ("l", 2), ("o", 1)), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(Ids(All.Fetch(limit).Offset(offset), ("l", 2), ("o", 1)), Is.EqualTo(new[] { 2, 3 }));
    }

    [Test]
    [Except(Database.MariaDb, NoExpression)]
    public void Expressions()
    {
        Assert.That(Ids(All.Offset(Sum(1, 2))), Is.EqualTo(new[] { 4, 5 }));
        Assert.That(Ids(All.Limit(Sum(1, 2))), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(Ids(All.Limit(Sum(0, 2)).Offset(Sum(1, 0))), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(Ids(All.Fetch(Sum(0, 2)).Offset(Sum(1, 0))), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(Ids(All.Limit(2).Offset(Sum(1, 1))), Is.EqualTo(new[] { 3, 4 }));
        Assert.That(Ids(All.Limit(Sum(1, 1)).Offset(2)), Is.EqualTo(new[] { 3, 4 }));
    }

    [Test]
    [Except(Database.Sqlite, "It has no WITH TIES.")]
    public void With_ties()
    {
        Assert.That(Ids(ByX.Fetch(1, withTies: true)), Is.EquivalentTo(new[] { 4, 5 }));
        Assert.That(Ids(ByX.Fetch(2, withTies: true).Offset(2)), Is.EquivalentTo(new[] { 3, 2 }));
        Assert.That(Ids(ByX.Fetch(2, withTies: true)), Is.EquivalentTo(new[] { 4, 5 }), "ties that add no row");
        var union = Sql.Select(_table.C("id"), _table.C("x")).UnionAll(Sql.Select(_table.C("id"), _table.C("x")).Where(_table.C<int>("id") == 5)).OrderBy(_table.C("x").Desc()).Fetch(1, withTies: true);
        Assert.That(Read<(int, int)>(union), Has.Count.EqualTo(3));
    }

    [TestCase(false, false)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    public void A_share_of_the_rows_is_refused_by_name(bool withTies, bool hasOffset)
    {
        var select = ByX.Fetch(20, withTies, percent: true);
        Assert.That(() => Connection.Execute(hasOffset ? select.Offset(1) : select), Throws.TypeOf<CompileException>().With.Message.Contains("PERCENT"));
    }
}
