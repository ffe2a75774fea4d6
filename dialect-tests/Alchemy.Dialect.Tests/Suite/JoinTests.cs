namespace Alchemy.Tests;

/// <summary>Inner and outer joins by a foreign key, and on conditions that always or never hold (JoinTest).</summary>
public sealed class JoinTests : SuiteFixture
{
    private readonly Table _a;
    private readonly Table _b;

    public JoinTests(Database database)
        : base(database)
    {
        _a = new Table("suite_join_a", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true));
        _b = new Table("suite_join_b", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("a_id", SqlTypes.Integer, nullable: false) { Items = [new ForeignKey("suite_join_a.id")] });
    }

    private protected override void Fill(Connection connection)
    {
        connection.ExecuteMany(Sql.Insert(_a), new[] { new { Id = 1 }, new { Id = 2 }, new { Id = 3 }, new { Id = 4 }, new { Id = 5 } });
        connection.ExecuteMany(Sql.Insert(_b).Parameters([.. _b.Columns]), new[] { (1, 1), (2, 1), (4, 2), (5, 3) });
    }

    private IReadOnlyList<(int, int?, int?)> Read(FromClause join) => Read<(int, int?, int?)>(Sql.Select(_a.C("id"), _b.C("id").As("b_id"), _b.C("a_id")).SelectFrom(join).OrderBy(_a.C("id"), _b.C("id")));

    [Test]
    public void An_inner_join_by_the_foreign_key() => Assert.That(Read(_a.Join(_b)), Is.EqualTo(new (int, int?, int?)[] { (1, 1, 1), (1, 2, 1), (2, 4, 2), (3, 5, 3) }));

    [Test]
    public void An_inner_join_on_true() => Assert.That(Read(_a.Join(_b, Constant.True)), Has.Count.EqualTo(20));

    [Test]
    public void An_inner_join_on_false() => Assert.That(Read(_a.Join(_b, Constant.False)), Is.Empty);

    [Test]
    public void An_outer_join_on_false() => Assert.That(Read(_a.OuterJoin(_b, Constant.False)), Is.EqualTo(new (int, int?, int?)[] { (1, null, null), (2, null, null), (3, null, null), (4, null, null), (5, null, null) }));

    [Test]
    public void An_outer_join_by_the_foreign_key()
        => Assert.That(Read(_a.OuterJoin(_b)), Is.EqualTo(new (int, int?, int?)[] { (1, 1, 1), (1, 2, 1), (2, 4, 2), (3, 5, 3), (4, null, null), (5, null, null) }));
}
