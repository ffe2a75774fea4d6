namespace Alchemy.Tests;

/// <summary>UPDATE and DELETE of single rows, and what they return (SimpleUpdateDeleteTest).</summary>
public sealed class SimpleUpdateDeleteTests : SuiteFixture
{
    private readonly Table _table;

    public SimpleUpdateDeleteTests(Database database)
        : base(database)
        => _table = new Table("suite_plain", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column("data", SqlTypes.String(50)));

    private ColumnExpression<int> Id => _table.C<int>("id");

    private ColumnExpression<string> Data => _table.C<string>("data");

    private IReadOnlyList<(int, string)> All => Read<(int, string)>(Sql.Select(_table).OrderBy(Id));

    private protected override void Fill(Connection connection) => connection.ExecuteMany(Sql.Insert(_table).Parameters([.. _table.Columns]), new[] { (1, "d1"), (2, "d2"), (3, "d3") });

    private ColumnExpression<bool> Criteria(string criteria) => criteria switch { "rows" => Id == 2, "norows" => Id == 99, _ => Id.In() };

    [Test]
    public void A_row_is_updated()
    {
        Assert.That(Connection.Execute(Sql.Update(_table).Set(Data, "d2_new").Where(Id == 2)).RowsAffected, Is.EqualTo(1));
        Assert.That(All, Is.EqualTo(new[] { (1, "d1"), (2, "d2_new"), (3, "d3") }));
    }

    [Test]
    public void A_row_is_deleted()
    {
        Assert.That(Connection.Execute(Sql.Delete(_table).Where(Id == 2)).RowsAffected, Is.EqualTo(1));
        Assert.That(All, Is.EqualTo(new[] { (1, "d1"), (3, "d3") }));
    }

    [TestCase("rows")]
    [TestCase("norows")]
    [TestCase("emptyin")]
    [Requires(nameof(DialectFeatures.Returning), Returning.Clause, Returning.BareColumns, Returning.Output)]
    public void An_update_returns_its_rows(string criteria)
    {
        var update = Sql.Update(_table).Set(Data, "d2_new").Where(Criteria(criteria)).Returning(Id, Data);
        Assert.That(Read<(int, string)>(update), Is.EqualTo(criteria == "rows" ? new[] { (2, "d2_new") } : []));
        Assert.That(All[1].Item2, Is.EqualTo(criteria == "rows" ? "d2_new" : "d2"));
    }

    [TestCase("rows")]
    [TestCase("norows")]
    [TestCase("emptyin")]
    [Requires(nameof(DialectFeatures.Returning), Returning.Clause, Returning.BareColumns, Returning.Output, Returning.InsertAndDelete)]
    public void A_delete_returns_its_rows(string criteria)
    {
        Assert.That(Read<(int, string)>(Sql.Delete(_table).Where(Criteria(criteria)).Returning(Id, Data)), Is.EqualTo(criteria == "rows" ? new[] { (2, "d2") } : []));
        Assert.That(All, Has.Count.EqualTo(criteria == "rows" ? 2 : 3));
    }
}
