namespace Alchemy.Tests;

/// <summary>One statement for many rows: what is returned belongs to its row, whatever tells the rows apart, and all of it is kept or nothing.</summary>
public sealed class ExecuteManyTests : DatabaseFixture
{
    private const string NoReturning = "It has no RETURNING of an UPDATE.";
    private readonly MetaData _metadata = new();
    private readonly Table _people;
    private readonly Table _keyed;
    private readonly Table _numbered;
    private readonly Table _plain;

    public ExecuteManyTests(Database database)
        : base(database)
    {
        _people = new Table("many_people", _metadata,
            new Column("id", SqlTypes.Integer, primaryKey: true), new Column("name", SqlTypes.String(40), nullable: false), new Column("age", SqlTypes.Integer),
            new Column("source", SqlTypes.String(20)) { Default = ColumnDefault.Value("form") }, new Column("ticket", SqlTypes.Guid) { Default = ColumnDefault.Call(() => Guid.CreateVersion7()) });
        _keyed = new Table("many_keyed", _metadata, new Column("code", SqlTypes.String(20), primaryKey: true), new Column("n", SqlTypes.Integer), new Column("stamp", SqlTypes.Integer, serverDefault: "7"));
        _numbered = new Table("many_numbered", _metadata, new Column("data", SqlTypes.String(20)), new Column("stamp", SqlTypes.Integer, serverDefault: "7"),
            new Column("row_number_", SqlTypes.Integer) { IsInsertSentinel = true, OmitFromStatements = true });
        _plain = new Table("many_plain", _metadata, new Column("data", SqlTypes.String(20)), new Column("stamp", SqlTypes.Integer, serverDefault: "7"));
    }

    [SetUp]
    public void CreateTables()
    {
        using (var connection = Engine.Connect())
        {
            foreach (var text in Engine.Dialect.Ddl.DropAll(_metadata))
            {
                connection.ExecuteText(text);
            }
        }

        Engine.CreateAll(_metadata);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(7)]
    [TestCase(61)]
    [TestCase(1313)]
    public void Keys_that_the_database_makes_come_in_the_order_of_the_rows(int count)
    {
        using var connection = Engine.Connect();
        var names = Shuffled(count);
        var returned = connection.ExecuteMany(Sql.Insert(_people).Returning(_people.Column("id"), _people.Column("name")), names.Select(n => new { Name = n, Age = n.Length })).As<(int, string)>().ToList();
        Assert.That(returned.Select(r => r.Item2), Is.EqualTo(names));
        var stored = connection.Execute(Sql.Select(_people.Column("id"), _people.Column("name"))).As<(int, string)>().ToList();
        Assert.That(stored, Is.EquivalentTo(returned));
    }

    [Test]
    public void Keys_that_the_rows_give_put_them_in_order()
    {
        using var connection = Engine.Connect();
        var codes = Shuffled(137);
        var returned = connection.ExecuteMany(Sql.Insert(_keyed).Parameters(_keyed.Column("code"), _keyed.Column("n")).Returning(_keyed.Column("stamp"), _keyed.Column("n")), codes.Select((c, i) => (c, i))).As<(int, int)>().ToList();
        Assert.That(returned, Is.EqualTo(codes.Select((_, i) => (7, i))));
    }

    [Test]
    public void A_sentinel_column_puts_rows_without_a_key_in_order()
    {
        using var connection = Engine.Connect();
        var data = Shuffled(137);
        var returned = connection.ExecuteMany(Sql.Insert(_numbered).Returning(_numbered.Column("data"), _numbered.Column("stamp")), data.Select(d => new Dictionary<string, object?> { ["data"] = d })).As<(string, int)>().ToList();
        Assert.That(returned, Is.EqualTo(data.Select(d => (d, 7))));
    }

    [Test]
    public void Rows_that_nothing_tells_apart_come_in_order_too()
    {
        using var connection = Engine.Connect();
        var data = Shuffled(60).Append("same").Append("same").ToList();
        var returned = connection.ExecuteMany(Sql.Insert(_plain).Returning(_plain.Column("data")), data.Select(d => new { data = d })).Scalars<string>().ToList();
        Assert.That(returned, Is.EqualTo(data));
    }

    [Test]
    public void Defaults_are_made_for_every_row()
    {
        using var connection = Engine.Connect();
        var inserted = connection.ExecuteMany(Sql.Insert(_people), Shuffled(25).Select(n => new { Name = n }));
        Assert.That(inserted.RowsAffected, Is.EqualTo(25));
        var stored = connection.Execute(Sql.Select(_people.Column("source"), _people.Column("ticket"))).As<(string Source, Guid Ticket)>().ToList();
        Assert.That(stored.Select(s => s.Source).ToList(), Has.Count.EqualTo(25).And.All.EqualTo("form"));
        Assert.That(stored.Select(s => s.Ticket), Is.Unique);
    }

    [Test]
    public void Expressions_around_a_parameter_stay_around_it()
    {
        using var connection = Engine.Connect();
        var upper = Func.Upper(Sql.Parameter<string>("given"));
        var insert = Sql.Insert(_people).Value(_people.Column("name"), upper).Value(_people.Column("age"), 40).Returning(_people.Column("name"), _people.Column("age"));
        var returned = connection.ExecuteMany(insert, new[] { "b", "a", "c" }.Select(n => new { given = n })).As<(string, int)>().ToList();
        Assert.That(returned, Is.EqualTo(new[] { ("B", 40), ("A", 40), ("C", 40) }));
    }

    [Test]
    public void An_update_counts_the_rows_of_all_of_its_executions()
    {
        using var connection = Engine.Connect();
        connection.ExecuteMany(Sql.Insert(_keyed), Enumerable.Range(0, 30).Select(i => new { Code = $"c{i}", N = i }));
        var update = Sql.Update(_keyed).Set(_keyed.Column("n"), Sql.Parameter<int>("new_n")).Where(_keyed.C<string>("code") == Sql.Parameter<string>("of"));
        var changed = connection.ExecuteMany(update, Enumerable.Range(0, 40).Select(i => new { NewN = i * 10, Of = $"c{i}" }));
        Assert.That(changed.RowsAffected, Is.EqualTo(30));
        Assert.That(connection.Execute(Sql.Select(_keyed.Column("n"))).Scalars<int>().ToList(), Is.EquivalentTo(Enumerable.Range(0, 30).Select(i => i * 10)));
        var delete = Sql.Delete(_keyed).Where(_keyed.C<string>("code") == Sql.Parameter<string>("of"));
        Assert.That(connection.ExecuteMany(delete, [new { Of = "c1" }, new { Of = "c2" }, new { Of = "none" }]).RowsAffected, Is.EqualTo(2));
    }

    [Test]
    [Except(Database.MariaDb, NoReturning)]
    public async Task An_update_returns_in_the_order_of_its_executions()
    {
        await using var connection = await Engine.ConnectAsync();
        await connection.ExecuteManyAsync(Sql.Insert(_keyed), Enumerable.Range(0, 30).Select(i => new { Code = $"c{i}", N = i }));
        var update = Sql.Update(_keyed).Set(_keyed.Column("n"), Sql.Parameter<int>("new_n")).Where(_keyed.C<string>("code") == Sql.Parameter<string>("of")).Returning(_keyed.Column("code"));
        var changed = await connection.ExecuteManyAsync(update, new[] { "c7", "none", "c2", "c9" }.Select(c => new { NewN = 1, Of = c }));
        Assert.That(await changed.Scalars<string>().ToListAsync(), Is.EqualTo(new[] { "c7", "c2", "c9" }));
    }

    [Test]
    public void An_upsert_takes_two_rows_of_one_key_in_turn()
    {
        using var connection = Engine.Connect();
        var insert = Sql.Insert(_keyed).Parameters(_keyed.Column("code"), _keyed.Column("n"));
        var upsert = insert.OnConflict(_keyed.Column("code")).DoUpdate(set => set.Set(_keyed.Column("n"), set.Excluded(_keyed.Column("n"))));
        connection.ExecuteMany(upsert, new[] { ("a", 1), ("b", 2), ("a", 3) });
        Assert.That(connection.Execute(Sql.Select(_keyed.Column("code"), _keyed.Column("n")).OrderBy(_keyed.Column("code"))).As<(string, int)>().ToList(), Is.EqualTo(new[] { ("a", 3), ("b", 2) }));
    }

    [TestCase(5)]
    [TestCase(400)]
    public void One_row_that_is_refused_keeps_all_of_them_out(int count)
    {
        using var connection = Engine.Connect();
        var rows = Enumerable.Range(0, count).Select(i => new { Code = i == count - 1 ? "c0" : $"c{i}", N = i });
        var refused = Assert.Catch<DatabaseException>(() => connection.ExecuteMany(Sql.Insert(_keyed), rows))!;
        Assert.That(refused.Kind, Is.EqualTo(DatabaseErrorKind.UniqueViolation));
        Assert.That(refused.Rows!.Value.Start.Value, Is.LessThan(count));
        Assert.That(refused.Rows.Value.End.Value, Is.EqualTo(count), "the last one is the reason");
        Assert.That(refused.Message, Does.Contain("counted from 0"));
        Assert.That(connection.Transaction, Is.Null);
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(_keyed)).Scalar<long>(), Is.Zero);
    }

    [Test]
    public void A_parameter_that_stands_outside_of_the_row_too_has_the_value_of_each_row()
    {
        using var connection = Engine.Connect();
        connection.ExecuteMany(Sql.Insert(_keyed), new[] { new { Code = "a", N = 0 }, new { Code = "b", N = 0 } });
        // With a value of its own the parameter could be taken for a constant where it stands a second time.
        var n = new BindParameter("given", SqlTypes.Integer, 99, hasValue: true);
        var upsert = Sql.Insert(_keyed).Parameters(_keyed.Column("code")).Value(_keyed.Column("n"), n).OnConflict(_keyed.Column("code")).DoUpdate(set => set.Set(_keyed.Column("n"), n));
        connection.ExecuteMany(upsert, new[] { new { Code = "a", Given = 1 }, new { Code = "b", Given = 2 }, new { Code = "c", Given = 3 } });
        Assert.That(connection.Execute(Sql.Select(_keyed.Column("code"), _keyed.Column("n")).OrderBy(_keyed.Column("code"))).As<(string, int)>().ToList(), Is.EqualTo(new[] { ("a", 1), ("b", 2), ("c", 3) }));
    }

    [Test]
    [Except(Database.Sqlite, "Its rows are inserted one by one.")]
    [Except(Database.MariaDb, "A trigger cannot leave a row out there.")]
    public void Rows_that_do_not_come_back_are_an_error_and_not_those_of_others()
    {
        using var connection = Engine.Connect();
        connection.ExecuteText("CREATE OR REPLACE FUNCTION many_skip() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF NEW.name = ''n1'' THEN RETURN NULL; END IF; RETURN NEW; END'");
        connection.ExecuteText("CREATE TRIGGER many_skip BEFORE INSERT ON many_people FOR EACH ROW EXECUTE FUNCTION many_skip()");
        var insert = Sql.Insert(_people).Returning(_people.Column("id"));
        Assert.That(() => connection.ExecuteMany(insert, Shuffled(5).Select(n => new { Name = n })), Throws.InstanceOf<InvalidStatementException>().With.Message.Contains("5 rows were inserted, and 4 came back"));
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(_people)).Scalar<long>(), Is.Zero);
    }

    [Test]
    public void The_rows_are_let_go_also_when_they_cannot_be_sent()
    {
        var isLetGo = false;
        IEnumerable<object> Rows()
        {
            try
            {
                yield return new { Code = "a", Wrong = 1 };
            }
            finally
            {
                isLetGo = true;
            }
        }

        using var connection = Engine.Connect();
        Assert.That(() => connection.ExecuteMany(Sql.Insert(_keyed), Rows()), Throws.InstanceOf<InvalidStatementException>());
        Assert.That(isLetGo);
    }

    [Test]
    public void Within_a_transaction_it_is_part_of_that()
    {
        using var connection = Engine.Connect();
        using (var transaction = connection.Begin())
        {
            connection.ExecuteMany(Sql.Insert(_keyed), Enumerable.Range(0, 20).Select(i => new { Code = $"c{i}", N = i }));
            Assert.That(transaction.IsOpen);
            transaction.Rollback();
        }

        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(_keyed)).Scalar<long>(), Is.Zero);
    }

    [Test]
    public void Rows_must_be_alike()
    {
        using var connection = Engine.Connect();
        var insert = Sql.Insert(_keyed);
        Assert.That(() => connection.ExecuteMany(insert, new[] { new Dictionary<string, object?> { ["code"] = "a", ["n"] = 1 }, new() { ["code"] = "b" } }), Throws.InstanceOf<InvalidStatementException>().With.Message.Contains("Row 1").And.Message.Contains("'n'"));
        Assert.That(() => connection.ExecuteMany(insert, new[] { new { Code = "a", Nn = 1 } }), Throws.InstanceOf<InvalidStatementException>().With.Message.Contains("Nn"));
        Assert.That(() => connection.ExecuteMany(insert, new[] { ("a", 1) }), Throws.InstanceOf<InvalidStatementException>().With.Message.Contains("Parameters"));
        Assert.That(() => connection.ExecuteMany(insert.Parameters(_keyed.Column("code"), _keyed.Column("n")), new[] { new { Code = "a" } }), Throws.InstanceOf<MissingValueException>().With.Message.Contains("n"));
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(_keyed)).Scalar<long>(), Is.Zero);
    }

    [Test]
    public void A_batch_gives_one_result_for_each_statement()
    {
        using var connection = Engine.Connect();
        var results = connection.ExecuteBatch(
            Sql.Insert(_keyed).Value(_keyed.Column("code"), "a").Value(_keyed.Column("n"), 1),
            Sql.Insert(_keyed).Value(_keyed.Column("code"), "b").Value(_keyed.Column("n"), 2),
            Sql.Select(_keyed.Column("code"), _keyed.Column("n")).OrderBy(_keyed.Column("code")),
            Sql.Update(_keyed).Set(_keyed.Column("n"), 5),
            Sql.Select(Func.Count()).SelectFrom(_keyed).Where(_keyed.C<int>("n") == 5),
            Sql.Delete(_keyed).Where(_keyed.C<string>("code") == "a"));
        Assert.That(results.Select(r => r.RowsAffected), Is.EqualTo(new[] { 1, 1, -1, 2, -1, 1 }));
        Assert.That(results[2].As<(string, int)>().ToList(), Is.EqualTo(new[] { ("a", 1), ("b", 2) }));
        Assert.That(results[4].Scalar<long>(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_batch_is_kept_whole_or_not_at_all()
    {
        await using var connection = await Engine.ConnectAsync();
        var insert = Sql.Insert(_keyed).Value(_keyed.Column("code"), "a");
        Assert.That(async () => await connection.ExecuteBatchAsync([insert, Sql.Select(_keyed.Column("code")), insert]), Throws.InstanceOf<DatabaseException>());
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(_keyed)).Scalar<long>(), Is.Zero);
    }

    [Test]
    public void Rows_go_together_as_far_as_the_database_takes_them()
    {
        using var connection = Engine.Connect();
        var inserts = 0;
        Engine.Events.Executing += e => inserts += e.Text.StartsWith("INSERT", StringComparison.Ordinal) ? 1 : 0;
        connection.ExecuteMany(Sql.Insert(_people).Returning(_people.Column("id")), Shuffled(61).Select(n => new { Name = n }));
        Assert.That(inserts, Is.EqualTo(Features.BatchInsert switch { BatchInsert.Arrays => 1, BatchInsert.OneByOne => 61, _ => 50 / 50 + 10 / 10 + 1 }));
    }

    [Test]
    public void Updates_go_together_where_the_provider_has_batches()
    {
        using var connection = Engine.Connect();
        var updates = 0;
        Engine.Events.Executing += e => updates += e.Text.StartsWith("UPDATE", StringComparison.Ordinal) ? 1 : 0;
        var update = Sql.Update(_keyed).Set(_keyed.Column("n"), Sql.Parameter<int>("new_n")).Where(_keyed.C<string>("code") == Sql.Parameter<string>("of"));
        connection.ExecuteMany(update, Shuffled(61).Select(n => new { NewN = 1, Of = n }));
        Assert.That(updates, Is.EqualTo(Database is Database.PostgreSql ? 1 : 61));
    }

    [Test]
    public void Every_type_goes_and_comes_back_as_it_was()
    {
        using var connection = Engine.Connect();
        var rows = Enumerable.Range(0, 73).Select(NewThing).ToList();
        Column[] columns = [.. Things.Table.Columns.OfType<Column>().Where(c => c.Name != "id")];
        var returned = connection.ExecuteMany(Sql.Insert(Things).Returning(columns), rows).ToList();
        Assert.That(returned.Select(Text), Is.EqualTo(rows.Select(r => Text(columns.Select(c => r[c.Name])))));
        var stored = connection.Execute(Sql.Select(columns).OrderBy(Things.Id)).ToList();
        Assert.That(stored.Select(Text), Is.EqualTo(rows.Select(r => Text(columns.Select(c => r[c.Name])))));
    }

    private static Dictionary<string, object?> NewThing(int i) => new()
    {
        ["name"] = $"thing {i} 🙂",
        ["big"] = i % 7 == 0 ? null : long.MaxValue - i,
        ["flag"] = i % 3 == 0 ? null : i % 2 == 0,
        ["ratio"] = i % 5 == 0 ? null : i / 3.0,
        ["price"] = i % 4 == 0 ? null : 12345.0000000001m * i,
        ["at"] = new DateTime(2024, 2, 29, 23, 59, 59).AddMicroseconds(i),
        ["instant"] = new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.Zero).AddMicroseconds(i),
        ["day"] = i % 6 == 0 ? null : new DateOnly(2024, 2, 29).AddDays(i),
        ["hour"] = new TimeOnly(23, 59, 59).Add(TimeSpan.FromMicroseconds(i)),
        ["key"] = new Guid(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        ["bytes"] = i % 8 == 0 ? null : new[] { (byte)i, (byte)0, (byte)255 },
        ["weekday"] = (DayOfWeek)(i % 7),
        ["weekday_name"] = i % 9 == 0 ? null : (DayOfWeek)(i % 7),
    };

    private static string Text(Row row) => Text(Enumerable.Range(0, row.Count).Select(i => row[i]));

    private static string Text(IEnumerable<object?> values) => string.Join("; ", values.Select(v => v switch
    {
        null => "NULL",
        byte[] bytes => Convert.ToHexString(bytes),
        decimal number => (number / 1.000000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture) + (v is DateTime time ? time.Ticks : v is DateTimeOffset instant ? instant.UtcTicks : ""),
        _ => v.ToString(),
    }));

    private static List<string> Shuffled(int count)
    {
        var names = Enumerable.Range(0, count).Select(i => $"n{i}").ToArray();
        new Random(42).Shuffle(names);
        return [.. names];
    }
}
