namespace Alchemy.Tests;

/// <summary>The columns of a row by position, name and expression, of equal names and of scalar subqueries; names in their letters (RowFetchTest, NameDenormalizeTest).</summary>
public sealed class RowFetchTests : SuiteFixture
{
    private readonly Table _plain;
    private readonly Table _dated;

    public RowFetchTests(Database database)
        : base(database)
    {
        _plain = new Table("suite_fetch", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("data", SqlTypes.String(50)), new Column("CamelCase", SqlTypes.Integer), new Column("UPPER", SqlTypes.Integer));
        _dated = new Table("suite_dated", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("today", SqlTypes.DateTime));
    }

    private protected override void Fill(Connection connection)
    {
        connection.ExecuteMany(Sql.Insert(_plain).Parameters([.. _plain.Columns]), new[] { (1, "d1", 10, 100), (2, "d2", 20, 200) });
        connection.Execute(Sql.Insert(_dated).Values(("id", 1), ("today", new DateTime(2006, 5, 12, 12, 0, 0))));
    }

    private Row First(params ColumnElement[] columns) => Connection.Execute(Sql.Select(columns).OrderBy(_plain.C("id"))).First();

    [Test]
    public void By_name_position_and_column()
    {
        var (id, data) = (_plain.C<int>("id"), _plain.C<string>("data"));
        var row = First(id, data);
        Assert.That((row["id"], row["data"]), Is.EqualTo(((object)1, (object)"d1")));
        Assert.That((row[0], row[1]), Is.EqualTo(((object)1, (object)"d1")));
        Assert.That((row.Get(id), row.Get(data)), Is.EqualTo((1, "d1")));
        Assert.That(row.Get(_plain.C<string>("data")), Is.EqualTo("d1"), "another handle of the same column");
        Assert.That(() => row["nope"], Throws.TypeOf<UnknownColumnException>().With.Message.Contains("id"));
        Assert.That(() => row.Get(_plain.C<int>("UPPER")), Throws.TypeOf<UnknownColumnException>());
    }

    [Test]
    public void Two_columns_of_one_name_are_both_there()
    {
        var row = First(_plain.C("id"), _plain.C("data").As("id"));
        Assert.That((row.Count, row[0], row[1]), Is.EqualTo((2, (object)1, (object)"d1")));
        Assert.That(row.Names, Is.EqualTo(new[] { "id", "id_1" }), "the second is told apart");
        var text = Connection.Execute(Sql.Text("SELECT 1 AS a, 2 AS a").Columns(Sql.Column<int>("a"), Sql.Column<int>("a"))).One();
        Assert.That((text[0], text[1], text["a"]), Is.EqualTo(((object)1, (object)2, (object)1)), "of one name, the first counts");
        var twice = First(_plain.C("id"), _plain.C("id"), _plain.C("data"));
        Assert.That((twice[0], twice[1], twice[2]), Is.EqualTo(((object)1, (object)1, (object)"d1")));
        var other = _plain.C<int>("UPPER").As("data");
        var same = First(_plain.C("data"), other);
        Assert.That((same.Get(_plain.C<string>("data")), same.Get(other)), Is.EqualTo(("d1", 100)), "a column is not taken for another of its name");
    }

    [Test]
    public void A_scalar_subquery_keeps_its_type()
    {
        var today = Sql.Select(_dated.C("today")).Scalar<DateTime>().As("x");
        Assert.That(Connection.Execute(Sql.Select(today)).One()["x"], Is.EqualTo(new DateTime(2006, 5, 12, 12, 0, 0)));
        var untyped = Sql.Select(_dated.C("today")).ScalarSubquery().As("x");
        Assert.That(Connection.Execute(Sql.Select(untyped)).One()[0], Is.EqualTo(new DateTime(2006, 5, 12, 12, 0, 0)));
    }

    [Test]
    public void Names_keep_their_letters_in_every_statement()
    {
        string[] names = ["id", "data", "CamelCase", "UPPER"];
        var text = Sql.Text(Sql.Select(_plain).Where(_plain.C<int>("id") == 1).ToLiteralString(Engine.Dialect)).Columns([.. _plain.Columns]);
        foreach (var statement in new ClauseElement[] { Sql.Select(_plain).Where(_plain.C<int>("id") == 1), text })
        {
            var row = Connection.Execute(statement).One();
            Assert.That(row.Names, Is.EqualTo(names));
            Assert.That((row["CamelCase"], row["UPPER"]), Is.EqualTo(((object)10, (object)100)));
        }

        if (Features.Returning is not Returning.None)
        {
            var returned = Connection.Execute(Sql.Insert(_plain).Row(3, "d3", 30, 300).Returning(_plain.Columns.ToArray<ColumnElement>())).One();
            Assert.That(returned.Names, Is.EqualTo(names));
            Assert.That(returned["CamelCase"], Is.EqualTo(30));
        }
    }
}
