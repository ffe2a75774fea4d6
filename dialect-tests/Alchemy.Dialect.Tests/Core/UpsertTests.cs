namespace Alchemy.Tests;

/// <summary>Upsert, MERGE and changes over several tables: the rows that are there afterwards.</summary>
public sealed class UpsertTests(Database database) : DatabaseFixture(database)
{
    private readonly MetaData _metadata = new();
    private Table _stock = null!;
    private Table _delivery = null!;
    private Connection _connection = null!;

    [SetUp]
    public void CreateTables()
    {
        _stock ??= new Table("alchemy_stock", _metadata, new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column("name", SqlTypes.Text),
            new Column("count", SqlTypes.Integer, serverDefault: "7"), new Column("code", SqlTypes.Integer), new UniqueConstraint(["code"], "alchemy_stock_code"));
        _delivery ??= new Table("alchemy_delivery", _metadata, new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column("n", SqlTypes.Integer));
        _connection = Engine.Connect();
        foreach (var text in Engine.Dialect.Ddl.DropAll(_metadata).Concat(Engine.Dialect.Ddl.CreateAll(_metadata)))
        {
            _connection.ExecuteText(text);
        }
    }

    [TearDown]
    public void CloseConnection() => _connection?.Dispose();

    [Test]
    public void Many_rows_go_in_at_once()
    {
        Put((1, "a", 1), (2, null, 2), (3, "c", null));
        Assert.That(Stock(), Is.EqualTo(new[] { (1, "a", (int?)1), (2, null, 2), (3, "c", null) }));
        _connection.Execute(Sql.Insert(_stock).Values([_stock.C("id")], [[4], [5]]));
        Assert.That(Stock().TakeLast(2), Is.EqualTo(new[] { (4, (string?)null, (int?)7), (5, null, 7) }), "the table's default");
        var returned = _connection.Execute(Sql.Insert(_stock).Values([_stock.C("id"), _stock.C("name")], [[6, "f"], [7, "g"]]).Returning(_stock.C("id"), Func.Upper(_stock.C("name")).As("big"))).ToList();
        Assert.That(returned.Select(r => (r[0], r["big"])), Is.EquivalentTo(new (object?, object?)[] { (6, "F"), (7, "G") }));
    }

    [Test]
    [Requires(nameof(DialectFeatures.Upsert), Upsert.OnConflict)]
    public void The_row_that_is_there_is_updated_or_left()
    {
        Put((1, "a", 1), (2, "b", 2));
        var rows = Sql.Insert(_stock).Values([_stock.C("id"), _stock.C("name"), _stock.C("count")], [[2, "new", 10], [3, "c", 30]]);
        _connection.Execute(rows.OnConflict("id").DoNothing());
        Assert.That(Stock(), Is.EqualTo(new[] { (1, "a", (int?)1), (2, "b", 2), (3, "c", 30) }));
        _connection.Execute(rows.OnConflict("id").DoUpdate(set => set.Set("name", set.Excluded("name")).Set("count", _stock.C<int>("count") + set.Excluded(_stock.C<int>("count")))));
        Assert.That(Stock(), Is.EqualTo(new[] { (1, "a", (int?)1), (2, "new", 12), (3, "c", 60) }));
        _connection.Execute(rows.OnConflict("id").DoUpdate(set => set.Set("name", "big").Where(_stock.C("count") > 20)));
        Assert.That(Stock(), Is.EqualTo(new[] { (1, "a", (int?)1), (2, "new", 12), (3, "big", 60) }));
        var one = _connection.Execute(rows.OnConflict("id").DoUpdateExcluded(_stock.C("name")).Returning(_stock.C("name"))).ToList();
        Assert.That(one.Select(r => r[0]), Is.EquivalentTo(new[] { "new", "c" }));
    }

    [Test]
    [Requires(nameof(DialectFeatures.Upsert), Upsert.OnConflict)]
    public void Another_unique_key_is_still_an_error()
    {
        _connection.Execute(Sql.Insert(_stock).Values(("id", 1), ("code", 5)));
        var insert = Sql.Insert(_stock).Values(("id", 2), ("code", 5));
        Assert.Throws<ConstraintViolationException>(() => _connection.Execute(insert.OnConflict("id").DoNothing()));
        _connection.Execute(insert.OnConflict("code").DoUpdate((_stock.C("name"), "met")));
        _connection.Execute(insert.OnConflict().DoNothing());
        Assert.That(Stock(), Is.EqualTo(new[] { (1, "met", (int?)7) }));
        if (Database is Database.PostgreSql)
        {
            _connection.Execute(insert.OnConflict(_stock.UniqueConstraints[0]).DoUpdate((_stock.C("name"), "named")));
            Assert.That(Stock()[0].Name, Is.EqualTo("named"));
        }
    }

    [Test]
    [Requires(nameof(DialectFeatures.Upsert), Upsert.OnConflict)]
    public void A_partial_index_is_found()
    {
        _connection.ExecuteText("CREATE UNIQUE INDEX alchemy_stock_part ON alchemy_stock (name) WHERE \"count\" > 5");
        Put((1, "a", 9));
        var insert = Sql.Insert(_stock).Values(("id", 2), ("name", "a"), ("count", 8)).OnConflict("name").IndexWhere(_stock.C("count") > 5).DoUpdate((_stock.C("count"), 100));
        for (var i = 0; i < 8; i++)
        {
            _connection.Execute(insert);
        }

        Assert.That(Stock(), Is.EqualTo(new[] { (1, "a", (int?)100) }));
    }

    [Test]
    [Requires(nameof(DialectFeatures.Upsert), Upsert.OnConflict)]
    public void The_rows_of_a_select_meet_their_conflicts()
    {
        Put((1, "a", 1));
        _connection.Execute(Sql.Insert(_delivery).Values([_delivery.C("id"), _delivery.C("n")], [[1, 10], [2, 20]]));
        var cte = Sql.Select(_delivery.C("id"), _delivery.C("n")).Cte("c");
        foreach (var source in new SelectBase[] { Sql.Select(_delivery.C("id"), _delivery.C("n")), Sql.Select(cte), Sql.Select(_delivery.C("id"), _delivery.C("n")).Union(Sql.Select(_delivery.C("id"), _delivery.C("n"))) })
        {
            _connection.Execute(Sql.Insert(_stock).FromSelect(["id", "count"], source).OnConflict("id").DoUpdateExcluded(_stock.C("count")));
            Assert.That(Stock(), Is.EqualTo(new[] { (1, "a", (int?)10), (2, null, 20) }));
        }
    }

    [Test]
    public void Client_defaults_are_made_for_each_execution()
    {
        var made = 0;
        var table = new Table("alchemy_stock", new MetaData(), new Column("id", SqlTypes.Integer, primaryKey: true) { Default = ColumnDefault.Call(() => ++made + 100) },
            new Column("name", SqlTypes.Text) { Default = ColumnDefault.Sql(Func.Upper(Sql.Literal("new"))), OnUpdate = ColumnDefault.Value("changed") }, new Column("count", SqlTypes.Integer));
        var insert = Sql.Insert(table).Values(("count", 1));
        _connection.Execute(insert);
        _connection.Execute(insert);
        Assert.That(Stock(), Has.Length.EqualTo(2).And.All.Matches<(int Id, string? Name, int? Count)>(r => r is { Name: "NEW", Count: 1, Id: > 100 }));
        _connection.Execute(Sql.Update(table).Values(("count", 2)));
        Assert.That(Stock(), Has.All.Matches<(int Id, string? Name, int? Count)>(r => r is { Name: "changed", Count: 2 }));
    }

    [Test]
    public void Parameters_are_given_by_the_names_of_columns()
    {
        _connection.Execute(Sql.Insert(_stock).Parameters(_stock.C("id"), _stock.C("name")), ("id", 1), ("name", "x"));
        _connection.Execute(Sql.Update(_stock).Parameters(_stock.C("name")).Where(_stock.C("id") == 1), ("name", "y"));
        Assert.That(Stock(), Is.EqualTo(new[] { (1, "y", (int?)7) }));
        Assert.Throws<MissingValueException>(() => _connection.Execute(Sql.Insert(_stock)));
    }

    [Test]
    public void Other_tables_give_values()
    {
        Put((1, "a", 1), (2, "b", 2));
        _connection.Execute(Sql.Insert(_delivery).Values([_delivery.C("id"), _delivery.C("n")], [[1, 10], [3, 30]]));
        _connection.Execute(Sql.Update(_stock).Set(_stock.C("count"), _stock.C<int>("count") + _delivery.C<int>("n")).Where(_stock.C("id") == _delivery.C("id")));
        Assert.That(Stock(), Is.EqualTo(new[] { (1, "a", (int?)11), (2, "b", 2) }));
        var other = new Alias(_stock, "s");
        _connection.Execute(Sql.Update(other).Set(other.Columns["count"], Sql.Select(_delivery.C("n")).Where(_delivery.C("id") == other.C("id"))).Where(other.C("id") == 1));
        Assert.That(Stock()[0].Count, Is.EqualTo(10));
        var delete = Sql.Delete(_stock).Where(_stock.C("id") == _delivery.C("id"));
        if (Database is Database.Sqlite)
        {
            Assert.Throws<CompileException>(() => _connection.Execute(delete));
            delete = Sql.Delete(_stock).Where(_stock.Columns["id"].In(Sql.Select(_delivery.C("id"))));
        }

        Assert.That(_connection.Execute(delete).RowsAffected, Is.EqualTo(1));
        Assert.That(Stock(), Is.EqualTo(new[] { (2, "b", (int?)2) }));
    }

    [Test]
    public void A_merge_updates_inserts_and_deletes()
    {
        Put((1, "a", 1), (2, "b", 2), (4, "d", 4));
        _connection.Execute(Sql.Insert(_delivery).Values([_delivery.C("id"), _delivery.C("n")], [[1, 10], [2, 0], [3, 30]]));
        var merge = Sql.Merge(_stock).Using(_delivery, _stock.C("id") == _delivery.C("id"))
            .WhenMatched(_delivery.C("n") == 0).ThenDelete()
            .WhenMatched().ThenUpdate((_stock.C("count"), _stock.C<int>("count") + _delivery.C<int>("n")))
            .WhenNotMatched(_delivery.C("n") > 100).ThenDoNothing()
            .WhenNotMatched().ThenInsert((_stock.C("id"), _delivery.C("id")), (_stock.C("name"), "new"), (_stock.C("count"), _delivery.C("n")));
        if (Engine.Dialect.Features.Merge is MergeForm.None)
        {
            Assert.Throws<CompileException>(() => _connection.Execute(merge));
            return;
        }

        _connection.Execute(merge);
        Assert.That(Stock(), Is.EqualTo(new[] { (1, "a", (int?)11), (3, "new", 30), (4, "d", 4) }));
        if (Engine.Dialect.Features.Merge is MergeForm.BySource)
        {
            var rows = _connection.Execute(merge.WhenNotMatchedBySource(_stock.C("id") == 4).ThenDelete().Returning(_stock.C("id"))).ToList();
            Assert.That(rows.Select(r => r[0]), Is.EquivalentTo(new[] { 1, 2, 3, 4 }));
            Assert.That(Stock().Select(s => s.Id), Is.EqualTo(new[] { 1, 2, 3 }));
        }
    }

    private void Put(params (int Id, string? Name, int? Count)[] rows)
        => _connection.Execute(Sql.Insert(_stock).Values([_stock.C("id"), _stock.C("name"), _stock.C("count")], rows.Select(r => new object?[] { r.Id, r.Name, r.Count })));

    private (int Id, string? Name, int? Count)[] Stock() => [.. _connection.Execute(Sql.Select(_stock.C("id"), _stock.C("name"), _stock.C("count")).OrderBy(_stock.C("id"))).ToList()
        .Select(r => ((int)r[0]!, (string?)r[1], (int?)r[2]))];
}
