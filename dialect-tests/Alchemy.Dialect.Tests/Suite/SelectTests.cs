namespace Alchemy.Tests;

/// <summary>Collations, VALUES, EXISTS, DISTINCT ON and IS DISTINCT FROM (CollateTest, ValuesExpressionTest, ExistsTest, DistinctOnTest, IsOrIsNotDistinctFromTest).</summary>
public sealed class SelectTests : SuiteFixture
{
    private readonly Table _table;

    public SelectTests(Database database)
        : base(database)
        => _table = new Table("suite_select", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("data", SqlTypes.String(100)), new Column("a", SqlTypes.Integer), new Column("b", SqlTypes.Integer));

    private ColumnExpression<int> Id => _table.C<int>("id");

    private ColumnExpression<string> Data => _table.C<string>("data");

    private protected override void Fill(Connection connection) => connection.ExecuteMany(
        Sql.Insert(_table).Parameters([.. _table.Columns]),
        new (int, string, int?, int?)[] { (1, "collate data1", 1, 1), (2, "collate data2", 1, 2), (3, "Collate data2", 1, null), (4, "collate data2", null, null) });

    [Test]
    public void An_order_by_a_collation()
    {
        var collation = Database switch { Database.Sqlite => "NOCASE", Database.PostgreSql => "C", _ => "utf8mb4_general_ci" };
        var read = Read<int>(Sql.Select(Id).OrderBy(Data.Collate(collation).Asc(), Id));
        Assert.That(read, Is.EqualTo(Database is Database.PostgreSql ? new[] { 3, 1, 2, 4 } : [1, 2, 3, 4]));
    }

    [Test]
    [Requires(nameof(DialectFeatures.TableValues), TableValues.Anywhere, TableValues.Named, TableValues.NamedInFrom)]
    public void Values_are_selected_from()
    {
        var values = Sql.Values("my_values", Sql.Column<int>("id"), Sql.Column<string>("name")).Data([1, "name1"], [2, "name2"], [3, "name3"]);
        Assert.That(Read<(int, string)>(Sql.Select(values)), Is.EqualTo(new[] { (1, "name1"), (2, "name2"), (3, "name3") }));
        var joined = Sql.Select(Id, values.C("name")).SelectFrom(_table.Join(values, values.C<int>("id") == Id)).OrderBy(Id);
        Assert.That(Read<(int, string)>(joined), Is.EqualTo(new[] { (1, "name1"), (2, "name2"), (3, "name3") }));
    }

    [TestCase("collate data1", true)]
    [TestCase("no such", false)]
    public void Exists(string data, bool expected)
    {
        var exists = Sql.Select(Sql.Literal(1)).Where(Data == data).SelectFrom(_table).Exists();
        Assert.That(Read<int>(Sql.Select(Sql.Literal(7)).Where(exists)), Has.Count.EqualTo(expected ? 1 : 0));
        Assert.That(Read<bool>(Sql.Select(exists.As("found"))), Is.EqualTo(new[] { expected }));
        Assert.That(Read<bool>(Sql.Select((!exists).As("missing"))), Is.EqualTo(new[] { !expected }));
    }

    [Test]
    public void Distinct_on()
    {
        var select = Sql.Select(Id).DistinctOn(Data).OrderBy(Data, Id);
        if (Features.DistinctOn is Support.Yes)
        {
            Assert.That(Read<int>(select), Is.EquivalentTo(new[] { 1, 2, 3 }));
        }
        else
        {
            Assert.That(() => Read<int>(select), Throws.TypeOf<CompileException>().With.Message.Contains("DISTINCT ON"));
        }
    }

    [Test]
    public void Is_distinct_from()
    {
        var (a, b) = (_table.C<int>("a"), _table.C<int>("b"));
        IReadOnlyList<int> Ids(ColumnElement condition) => Read<int>(Sql.Select(Id).Where(condition).OrderBy(Id));
        Assert.That(Ids(a.IsDistinctFrom(b)), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(Ids(a.IsNotDistinctFrom(b)), Is.EqualTo(new[] { 1, 4 }));
        Assert.That(Ids(!a.IsDistinctFrom(b)), Is.EqualTo(new[] { 1, 4 }));
        Assert.That(Ids(a.IsDistinctFrom(null)), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(Ids(b.IsNotDistinctFrom(2)), Is.EqualTo(new[] { 2 }));
        Assert.That(Ids((a + b).IsDistinctFrom(b * 2) & Id.IsNotDistinctFrom(2)), Is.EqualTo(new[] { 2 }));
    }
}
