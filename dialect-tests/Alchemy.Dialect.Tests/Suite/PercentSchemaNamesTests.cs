namespace Alchemy.Tests;

/// <summary>Names of tables and columns with percent signs and spaces, and percent signs in text (PercentSchemaNamesTest, EscapingTest).</summary>
public sealed class PercentSchemaNamesTests : SuiteFixture
{
    private readonly Table _table;

    public PercentSchemaNamesTests(Database database)
        : base(database)
        => _table = new Table("suite percent%table", Metadata, new Column("percent%", SqlTypes.Integer), new Column("spaces % more spaces", SqlTypes.Integer));

    private ColumnExpression<int> Percent => _table.C<int>("percent%");

    private ColumnExpression<int> Spaces => _table.C<int>("spaces % more spaces");

    private IReadOnlyList<(int, int)> All => Read<(int, int)>(Sql.Select(_table).OrderBy(Percent));

    private void Check()
    {
        Assert.That(All, Is.EqualTo(new[] { (5, 12), (7, 11), (9, 10), (11, 9) }));
        Assert.That(Read<(int, int)>(Sql.Select(_table).Where(Spaces.In(9, 10)).OrderBy(Percent)), Is.EqualTo(new[] { (9, 10), (11, 9) }));
        var row = Connection.Execute(Sql.Select(_table).OrderBy(Percent)).First();
        Assert.That((row["percent%"], row[Spaces.Name!], row.Get(Percent)), Is.EqualTo(((object)5, (object)12, 5)));
        Connection.Execute(Sql.Update(_table).Set(Spaces, 15));
        Assert.That(All, Is.EqualTo(new[] { (5, 15), (7, 15), (9, 15), (11, 15) }));
    }

    [Test]
    public void Rows_one_by_one()
    {
        foreach (var (a, b) in new[] { (5, 12), (7, 11), (9, 10), (11, 9) })
        {
            Connection.Execute(Sql.Insert(_table).Values((Percent, a), (Spaces, b)));
        }

        Check();
    }

    [Test]
    public void Rows_together()
    {
        Connection.Execute(Sql.Insert(_table), ("percent%", 5), ("spaces % more spaces", 12));
        Connection.ExecuteMany(Sql.Insert(_table), new[] { (7, 11), (9, 10), (11, 9) }.Select(r => new Dictionary<string, object?> { ["percent%"] = r.Item1, ["spaces % more spaces"] = r.Item2 }));
        Check();
    }

    [Test]
    [Requires(nameof(DialectFeatures.Returning), Returning.Clause, Returning.BareColumns, Returning.InsertAndDelete, Returning.Output)]
    public void Rows_together_that_are_returned()
    {
        var returned = Connection.ExecuteMany(Sql.Insert(_table).Parameters(Percent, Spaces).Returning(Percent, Spaces), new[] { (5, 12), (7, 11), (9, 10), (11, 9) }).As<(int, int)>().ToList();
        Assert.That(returned, Is.EqualTo(new[] { (5, 12), (7, 11), (9, 10), (11, 9) }));
        Check();
    }

    [Test]
    public void A_percent_sign_in_text_is_one()
    {
        Assert.That(Read<string>(Sql.Text("SELECT 'hello % world' AS v").Columns(Sql.Column<string>("v"))), Is.EqualTo(new[] { "hello % world" }));
        Assert.That(Read<string>(Sql.Text("SELECT 'hello %% world' AS v").Columns(Sql.Column<string>("v"))), Is.EqualTo(new[] { "hello %% world" }));
        var with = Sql.Text("SELECT 'hello % world' AS v FROM (SELECT 1 AS n) AS one_row WHERE n = :one").Bind("one", 1).Columns(Sql.Column<string>("v"));
        Assert.That(Read<string>(with), Is.EqualTo(new[] { "hello % world" }));
        Assert.That(Read<int>(Sql.Select((Sql.Literal(7) % Sql.Literal(4)).As("v"))), Is.EqualTo(new[] { 3 }));
    }
}
