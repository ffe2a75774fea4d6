namespace Alchemy.Tests;

/// <summary>Common table expressions in front of SELECT, INSERT, UPDATE and DELETE (CTETest).</summary>
public sealed class CteTests : SuiteFixture
{
    private readonly Table _some;
    private readonly Table _other;

    public CteTests(Database database)
        : base(database)
    {
        _some = new Table("suite_cte", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("data", SqlTypes.String(50)), new Column("parent_id", SqlTypes.Integer, new ForeignKey("suite_cte.id")));
        _other = new Table("suite_cte_other", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("data", SqlTypes.String(50)), new Column("parent_id", SqlTypes.Integer));
    }

    private ColumnExpression<string> Data => _some.C<string>("data");

    private protected override void Fill(Connection connection) => connection.ExecuteMany(Sql.Insert(_some).Parameters([.. _some.Columns]), new (int, string, int?)[] { (1, "d1", null), (2, "d2", 1), (3, "d3", 1), (4, "d4", 3), (5, "d5", 3) });

    private CommonTableExpression Middle(string name = "some_cte") => Sql.Select(_some).Where(Data.In("d2", "d3", "d4")).Cte(name);

    [Test]
    public void Its_rows_are_selected()
    {
        var cte = Middle();
        var read = Read<string>(Sql.Select(cte.C("data")).Where(cte.C<string>("data").In("d4", "d5")));
        Assert.That(read, Is.EqualTo(new[] { "d4" }));
    }

    [Test]
    public void One_that_uses_itself_walks_from_children_to_parents()
    {
        var cte = Sql.Select(_some).Where(Data.In("d2", "d3", "d4")).Cte("some_cte", recursive: true);
        var (all, parents) = (new Alias(cte, "c1"), new Alias(_some, "st"));
        var walked = cte.UnionAll(Sql.Select(parents).Where(parents.C<int>("id") == cte.C<int>("parent_id")));
        var read = Read<string>(Sql.Select(walked.C("data")).Where(walked.C<string>("data") != "d2").OrderBy(walked.C("data").Desc()));
        Assert.That(read, Is.EqualTo(new[] { "d4", "d3", "d3", "d1", "d1", "d1" }));
        Assert.That(all.Columns, Has.Count.EqualTo(3));
    }

    [Test]
    public void Its_rows_are_inserted()
    {
        var cte = Middle();
        Connection.Execute(Sql.Insert(_other).FromSelect(["id", "data", "parent_id"], Sql.Select(cte)));
        Assert.That(Read<(int, string, int?)>(Sql.Select(_other).OrderBy(_other.C("id"))), Is.EqualTo(new (int, string, int?)[] { (2, "d2", 1), (3, "d3", 1), (4, "d4", 3) }));
    }

    [Test]
    [Requires(nameof(DialectFeatures.DmlCte), Support.Yes)]
    public void Rows_are_updated_from_it()
    {
        Connection.Execute(Sql.Insert(_other).FromSelect(["id", "data", "parent_id"], Sql.Select(_some)));
        var cte = Middle();
        var update = Sql.Update(_other).Set(_other.C("parent_id"), 5).Where(_other.C<string>("data") == cte.C<string>("data"));
        Assert.That(Connection.Execute(update).RowsAffected, Is.EqualTo(3));
        Assert.That(Read<(string, int?)>(Sql.Select(_other.C("data"), _other.C("parent_id")).OrderBy(_other.C("id"))), Is.EqualTo(new (string, int?)[] { ("d1", null), ("d2", 5), ("d3", 5), ("d4", 5), ("d5", 3) }));
    }

    [Test]
    [Requires(nameof(DialectFeatures.DmlCte), Support.Yes)]
    [Requires(nameof(DialectFeatures.DeleteFrom), DeleteFrom.Using, DeleteFrom.UsingBoth, DeleteFrom.UsingBothAndAlias, DeleteFrom.From)]
    public void Rows_are_deleted_that_it_has()
    {
        Connection.Execute(Sql.Insert(_other).FromSelect(["id", "data", "parent_id"], Sql.Select(_some)));
        var cte = Middle();
        Connection.Execute(Sql.Delete(_other).Where(_other.C<string>("data") == cte.C<string>("data")));
        Assert.That(Read<string>(Sql.Select(_other.C("data")).OrderBy(_other.C("id"))), Is.EqualTo(new[] { "d1", "d5" }));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Rows_are_deleted_that_a_scalar_subquery_finds_in_it(bool nesting)
    {
        if (Features.DmlCte is Support.No && (!nesting || Features.NestedCte is Support.No))
        {
            Assert.Ignore("Refused by design: DmlCte and NestedCte are No.");
        }

        Connection.Execute(Sql.Insert(_other).FromSelect(["id", "data", "parent_id"], Sql.Select(_some)));
        var cte = Sql.Select(_some).Where(Data.In("d2", "d3", "d4")).Cte("some_cte", nesting: nesting);
        var found = Sql.Select(cte.C("data")).Where(cte.C<int>("id") == _other.C<int>("id")).Scalar<string>();
        Connection.Execute(Sql.Delete(_other).Where(_other.C<string>("data") == found));
        Assert.That(Read<string>(Sql.Select(_other.C("data")).OrderBy(_other.C("id"))), Is.EqualTo(new[] { "d1", "d5" }));
    }

    [Test]
    [Requires(nameof(DialectFeatures.TableValues), TableValues.Anywhere, TableValues.Named, TableValues.NamedInFrom, TableValues.InCte)]
    public void Values_become_one([Values] bool isNamed, [Values] bool isCteNamed, [Values] bool isLiteral)
    {
        var values = Sql.Values(isNamed ? "some name" : null, Sql.Column<string>("col1"), Sql.Column<int>("col2")).Data(["a", 2], ["b", 3]);
        var cte = (isLiteral ? values.LiteralBinds() : values).Cte(isCteNamed ? "cte1" : null);
        Assert.That(Read<(string, int)>(Sql.Select(cte).OrderBy(cte.C("col1"))), Is.EqualTo(new[] { ("a", 2), ("b", 3) }));
    }

    [Test]
    [Requires(nameof(DialectFeatures.TableValues), TableValues.Anywhere, TableValues.Named, TableValues.NamedInFrom, TableValues.InCte)]
    public void Values_keep_their_types([Values] bool isLiteral)
    {
        object[] row = [long.MinValue, "é'\\", 1234567.125m, -0.5, true, new DateTime(2024, 2, 29, 23, 59, 59).AddTicks(1234560), new DateOnly(9999, 12, 30), new TimeOnly(23, 59, 59, 999), Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), DayOfWeek.Friday];
        ColumnElement[] columns = [Sql.Column<long>("a"), Sql.Column<string>("b"), Sql.Column("c", SqlTypes.Numeric(20, 4)), Sql.Column<double>("d"), Sql.Column<bool>("e"), Sql.Column<DateTime>("f"), Sql.Column<DateOnly>("g"), Sql.Column<TimeOnly>("h"), Sql.Column<Guid>("i"), Sql.Column<DayOfWeek>("j")];
        var values = Sql.Values("v", columns).Data(row, new object?[row.Length]);
        var cte = (isLiteral ? values.LiteralBinds() : values).Cte("c");
        var read = Connection.Execute(Sql.Select(cte).OrderBy(cte.C("a").IsNull().Asc())).ToList();
        Assert.That(read[0].ToDictionary().Values, Is.EqualTo(row));
        Assert.That(read[1].ToDictionary().Values, Is.All.Null);
    }
}
