namespace Alchemy.Tests;

/// <summary>UNION of SELECTs that are plain, ordered, limited or distinct themselves (CompoundSelectTest).</summary>
public sealed class CompoundSelectTests : SuiteFixture
{
    private readonly Table _table;

    public CompoundSelectTests(Database database)
        : base(database)
        => _table = new Table("suite_union", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("x", SqlTypes.Integer), new Column("y", SqlTypes.Integer));

    private ColumnExpression<int> Id => _table.C<int>("id");

    private Select Of(int id) => Sql.Select(_table).Where(Id == id);

    private protected override void Fill(Connection connection) => connection.ExecuteMany(Sql.Insert(_table).Parameters([.. _table.Columns]), new[] { (1, 1, 2), (2, 2, 3), (3, 3, 4), (4, 4, 5) });

    private void Gives(ClauseElement statement, params int[] ids) => Assert.That(Read<(int Id, int, int)>(statement).Select(r => r.Id), Is.EqualTo(ids));

    [Test]
    public void A_plain_union() => Gives(Of(2).Union(Of(3)).OrderBy(_table.C("id")), 2, 3);

    [Test]
    public void A_union_to_select_from()
    {
        var union = Of(2).Union(Of(3)).Subquery();
        Gives(Sql.Select(union).OrderBy(union.C("id")), 2, 3);
    }

    [Test]
    public void A_union_in_a_union() => Gives(Of(1).Union(Of(2).UnionAll(Of(2)), Of(3)).OrderBy("id").Limit(2).Offset(1), 2, 3);

    [Test]
    public void Limited_members() => Gives(Of(2).Limit(1).OrderBy(Id).Union(Of(3).Limit(1).OrderBy(Id)).OrderBy("id"), 2, 3);

    [Test]
    public void Ordered_members() => Gives(Of(2).OrderBy(Id).Union(Of(3).OrderBy(Id)).OrderBy("id"), 2, 3);

    [Test]
    public void Distinct_members() => Gives(Of(2).Distinct().Union(Of(3).Distinct()).OrderBy("id"), 2, 3);

    [Test]
    public void Limited_members_of_a_union_to_select_from()
    {
        var union = Of(2).Limit(1).OrderBy(Id).Union(Of(3).Limit(1).OrderBy(Id)).Subquery();
        Gives(Sql.Select(union).OrderBy(union.C("id").Desc()), 3, 2);
    }

    [Test]
    public void Limited_members_in_subqueries()
    {
        var (first, second) = (Of(2).Limit(1).OrderBy(Id).Subquery(), Of(3).Limit(1).OrderBy(Id).Subquery());
        Gives(Sql.Select(first).Union(Sql.Select(second)).OrderBy("id"), 2, 3);
    }

    [Test]
    public void Parameters_that_are_columns_of_a_union_keep_their_values()
    {
        var rows = Sql.Select(Sql.Value("a").As("word"), Sql.Value(1.25m).As("number")).UnionAll(Sql.Select(Sql.Value("a longer one"), Sql.Value(100.5m))).Subquery("rows");
        Assert.That(Read<(string, decimal)>(Sql.Select(rows).OrderBy(rows.C("word"))), Is.EqualTo(new[] { ("a", 1.25m), ("a longer one", 100.5m) }));
        var cte = Sql.Select(Sql.Value("a").As("word"), Sql.Value(1.25m).As("number")).UnionAll(Sql.Select(Sql.Value("a longer one"), Sql.Value(100.5m))).Cte("rows");
        Assert.That(Read<(string, decimal)>(Sql.Select(cte).OrderBy(cte.C("word"))), Is.EqualTo(new[] { ("a", 1.25m), ("a longer one", 100.5m) }));
        var casts = Sql.Select(Sql.Value("a").Cast<string>().As("word")).UnionAll(Sql.Select(Sql.Value("a longer one").Cast<string>())).Subquery("rows");
        Assert.That(Read<string>(Sql.Select(casts).OrderBy(casts.C("word"))), Is.EqualTo(new[] { "a", "a longer one" }));
    }
}
