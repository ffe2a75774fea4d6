namespace Alchemy.Tests;

/// <summary>Keys that the database gives, rows of defaults, rows of a SELECT, and what an INSERT leaves open: nothing (LastrowidTest, InsertBehaviorTest, ReturningTest).</summary>
public sealed class InsertBehaviorTests : SuiteFixture
{
    private readonly Table _keyed;
    private readonly Table _manual;
    private readonly Table _defaults;

    public InsertBehaviorTests(Database database)
        : base(database)
    {
        _keyed = new Table("suite_auto", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("data", SqlTypes.String(50)));
        _manual = new Table("suite_manual", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column("data", SqlTypes.String(50)));
        _defaults = new Table("suite_default", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("data", SqlTypes.String(50)),
            new Column("x", SqlTypes.Integer) { Default = ColumnDefault.Value(5) }, new Column("y", SqlTypes.Integer) { Default = ColumnDefault.Sql(Sql.Literal(2) + Sql.Literal(2)) });
    }

    private protected override void Fill(Connection connection) => connection.ExecuteMany(Sql.Insert(_manual).Parameters([.. _manual.Columns]), new[] { (1, "data1"), (2, "data2"), (3, "data3") });

    [Test]
    public void The_database_gives_a_key_and_tells_it()
    {
        var inserted = Connection.Execute(Sql.Insert(_keyed).Values(("data", "some data")));
        var stored = Read<int>(Sql.Select(_keyed.C("id"))).Single();
        if (Features.GeneratedKey is GeneratedKey.LastInsertedId)
        {
            Assert.That(inserted.InsertedKey, Is.EqualTo(stored));
        }

        var returned = Connection.Execute(Sql.Insert(_keyed).Values(("data", "more")).Returning(_keyed.C("id"))).Scalar<int>();
        Assert.That(returned, Is.EqualTo(stored + 1));
        Assert.That(Read<string>(Sql.Select(_keyed.C("data")).Where(_keyed.C<int>("id") == returned)), Is.EqualTo(new[] { "more" }));
    }

    [Test]
    public void A_key_can_be_read_after_the_commit()
    {
        using var connection = Engine.HasOneConnection ? null : Engine.Connect();
        if (connection is null)
        {
            Assert.Ignore("Excluded: an in-memory database has one connection.");
        }

        var transaction = connection.Begin();
        var result = connection.Execute(Sql.Insert(_keyed).Values(("data", "kept")).Returning(_keyed.C("id")));
        var key = result.Scalar<int>();
        transaction.Commit();
        Assert.That(connection.Execute(Sql.Delete(_keyed).Where(_keyed.C<int>("id") == key)).RowsAffected, Is.EqualTo(1));
    }

    [Test]
    public void Many_rows_give_their_keys_in_order()
    {
        var ids = Connection.ExecuteMany(Sql.Insert(_keyed).Returning(_keyed.C("id"), _keyed.C("data")), new[] { "b", "a", "c" }.Select(d => new { data = d })).As<(int Id, string Data)>().ToList();
        Assert.That(ids.Select(r => r.Data), Is.EqualTo(new[] { "b", "a", "c" }));
        Assert.That(ids.Select(r => r.Id), Is.Ordered.And.Unique);
    }

    [Test]
    public void An_insert_gives_no_rows_and_leaves_the_connection_free()
    {
        var one = Connection.Execute(Sql.Insert(_keyed).Values(("data", "x")));
        var many = Connection.ExecuteMany(Sql.Insert(_keyed), new[] { new { data = "y" }, new { data = "z" } });
        foreach (var result in new[] { one, many })
        {
            Assert.That(result.Columns, Is.Empty);
            Assert.That(() => result.ToList(), Throws.TypeOf<ResultShapeException>().With.Message.Contains("Returning"));
        }

        Assert.That(Read<string>(Sql.Select(_keyed.C("data")).OrderBy(_keyed.C("id"))), Is.EqualTo(new[] { "x", "y", "z" }));
    }

    [Test]
    public void Rows_without_values()
    {
        Connection.Execute(Sql.Insert(_keyed).DefaultValues());
        Dictionary<string, object?>[] rows = [[], [], []];
        Connection.ExecuteMany(Sql.Insert(_keyed).DefaultValues(), rows);
        Connection.ExecuteMany(Sql.Insert(_keyed), rows);
        Assert.That(Read<(int, string?)>(Sql.Select(_keyed)), Has.Count.EqualTo(7));
        var returned = Connection.Execute(Sql.Insert(_keyed).DefaultValues().Returning(_keyed.C("id"), _keyed.C("data"))).One();
        Assert.That(returned["data"], Is.Null);
    }

    [Test]
    public void Rows_of_a_select_get_keys()
    {
        var select = Sql.Select(_manual.C("data")).Where(_manual.C<string>("data").In("data2", "data3"));
        Assert.That(Connection.Execute(Sql.Insert(_keyed).FromSelect(["data"], select)).RowsAffected, Is.EqualTo(2));
        Assert.That(Read<string>(Sql.Select(_keyed.C("data")).OrderBy(_keyed.C("data"))), Is.EqualTo(new[] { "data2", "data3" }));
        Assert.That(Read<int>(Sql.Select(_keyed.C("id"))), Is.Unique);
    }

    [Test]
    public void A_select_without_rows_inserts_none()
    {
        var inserted = Connection.Execute(Sql.Insert(_keyed).FromSelect(["data"], Sql.Select(_manual.C("data")).Where(_manual.C<string>("data") == "no such")));
        Assert.That((inserted.RowsAffected, inserted.InsertedKey), Is.EqualTo((0, (long?)null)));
        Assert.That(Read<string>(Sql.Select(_keyed.C("data"))), Is.Empty);
    }

    [Test]
    public void Rows_of_a_select_of_the_same_table()
    {
        var select = Sql.Select((_manual.C<int>("id") + 5).As("id"), _manual.C("data")).Where(_manual.C<string>("data").In("data2", "data3"));
        Connection.Execute(Sql.Insert(_manual).FromSelect(["id", "data"], select));
        Assert.That(Read<string>(Sql.Select(_manual.C("data")).OrderBy(_manual.C("data"))), Is.EqualTo(new[] { "data1", "data2", "data2", "data3", "data3" }));
    }

    [Test]
    public void Defaults_are_added_to_the_rows_of_a_select()
    {
        Connection.Execute(Sql.Insert(_defaults).FromSelect(["id", "data"], Sql.Select(_manual)));
        Assert.That(Read<(string, int?, int?)>(Sql.Select(_defaults.C("data"), _defaults.C("x"), _defaults.C("y")).OrderBy(_defaults.C("data"))), Is.EqualTo(new (string, int?, int?)[] { ("data1", 5, 4), ("data2", 5, 4), ("data3", 5, 4) }));
        Connection.Execute(Sql.Delete(_defaults));
        Connection.Execute(Sql.Insert(_defaults).FromSelect(["id", "data"], Sql.Select(_manual), includeDefaults: false));
        Assert.That(Read<int?>(Sql.Select(_defaults.C("x"))), Is.All.Null);
    }
}
