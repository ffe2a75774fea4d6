namespace Alchemy.Tests;

public sealed class StatementTests(Database database) : DatabaseFixture(database)
{
    private static readonly decimal[] Prices = [10.25m, 9.5m, -3m, 0.1m, 0.2m, 123456789012345678.5m];

    private static IEnumerable<TestCaseData> Values()
    {
        yield return Case("big", long.MinValue, long.MaxValue);
        yield return Case("flag", true, false);
        yield return Case("ratio", double.MaxValue, -0.1);
        yield return Case("price", 0.0000000001m, -123456789012345678.0123456789m);
        yield return Case("at", new DateTime(1, 1, 2), new DateTime(2026, 2, 28, 23, 59, 59, 120));
        yield return Case("instant", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(-5)));
        yield return Case("day", new DateOnly(1, 1, 2), new DateOnly(9999, 12, 30));
        yield return Case("hour", TimeOnly.MinValue, new TimeOnly(23, 59, 59, 999));
        yield return Case("key", Guid.Empty, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
        yield return Case("bytes", Array.Empty<byte>(), new byte[] { 0, 1, 255 });
        yield return Case("name", "", "emoji \U0001F600 'quotes' \"both\" \\ %_");
        yield return Case("weekday", DayOfWeek.Saturday);
        yield return Case("weekday_name", DayOfWeek.Saturday, DayOfWeek.Sunday);
    }

    [Test]
    public void Infinity_is_kept_or_refused_by_name()
    {
        using var connection = Engine.Connect();
        var insert = Sql.Insert(Things).Value(Things.Ratio, double.NegativeInfinity).Returning(Things.Ratio);
        if (Database is Database.MariaDb)
        {
            Assert.That(() => connection.Execute(insert), Throws.TypeOf<InvalidStatementException>().With.Message.Contain("finite"));
        }
        else
        {
            Assert.That(connection.Execute(insert).Scalar<double>(), Is.EqualTo(double.NegativeInfinity));
        }
    }

    [TestCaseSource(nameof(Values))]
    public void Values_come_back_as_they_went(string column, object[] values)
    {
        using var connection = Engine.Connect();
        foreach (var value in values.Append(null))
        {
            var target = Things.Table.Column(column);
            var row = connection.Execute(Sql.Insert(Things).Value(target, value).Returning(Things.Id, target)).One();
            Assert.That(row[1], Is.EqualTo(value));
            var found = value is null ? target.IsNull() : new BinaryExpression(SqlOperator.Equal, target, new BindParameter("v", target.Type, value, hasValue: true), SqlTypes.Boolean).Typed<bool>();
            Assert.That(connection.Execute(Sql.Select(Things.Id).Where(found)).ToList().Select(r => r.Get(Things.Id)), Does.Contain(row.Get<int>(0)));
        }
    }

    [Test]
    public void Numbers_compare_sort_and_add_up_as_in_csharp()
    {
        using var connection = Engine.Connect();
        for (var i = 0; i < Prices.Length; i++)
        {
            connection.Execute(Sql.Insert(Things).Value(Things.Name, $"p{i}").Value(Things.Price, Prices[i]).Value(Things.Big, i));
        }

        decimal[] Read(Select select) => [.. connection.Execute(select).ToList().Select(r => r.Get<decimal>(0))];
        Assert.That(Read(Sql.Select(Things.Price).OrderBy(Things.Price)), Is.EqualTo(Prices.Order()));
        Assert.That(Read(Sql.Select(Func.Sum(Things.Price))), Is.EqualTo(new[] { Prices.Sum() }));
        Assert.That(Read(Sql.Select(Things.Price).Where(Things.Price * 2m > 19m)), Is.EquivalentTo(Prices.Where(p => p * 2 > 19)));
        Assert.That(connection.Execute(Sql.Select(Func.Sum(Things.Big))).Scalar<long>(), Is.EqualTo(15));
        Assert.That(connection.Execute(Sql.Select(Func.Avg<long>(Things.Big))).Scalar<double>(), Is.EqualTo(2.5));
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(Things).Where(Things.Big.In(1, 2, 99))).Scalar<long>(), Is.EqualTo(2));
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(Things).Where(Things.Big.In())).Scalar<long>(), Is.Zero);
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(Things).Where(Things.Big.NotIn())).Scalar<long>(), Is.EqualTo(6));
    }

    [Test]
    public void Null_is_compared_as_said()
    {
        using var connection = Engine.Connect();
        connection.Execute(Sql.Insert(Things).Value(Things.Name, "none"));
        connection.Execute(Sql.Insert(Things).Value(Things.Name, "one").Value(Things.Big, 1L));
        string?[] Names(ColumnElement condition) => [.. connection.Execute(Sql.Select(Things.Name).Where(condition)).ToList().Select(r => r.Get(Things.Name))];
        Assert.That(Names(Things.Big != 1L), Is.Empty);
        Assert.That(Names(Things.Big.IsDistinctFrom(1L)), Is.EqualTo(new[] { "none" }));
        Assert.That(Names(Things.Big.IsNotDistinctFrom(1L)), Is.EqualTo(new[] { "one" }));
        Assert.That(Names(Things.Big.IsNull()), Is.EqualTo(new[] { "none" }));
    }

    [Test]
    public void Paging_joins_and_ctes_run()
    {
        using var connection = Engine.Connect();
        for (var i = 0; i < 9; i++)
        {
            connection.Execute(Sql.Insert(Things).Value(Things.Name, $"n{i}").Value(Things.Big, i % 3));
        }

        var page = Sql.Select(Things.Id, Things.Name, Things.Big).OrderBy(Things.Name).Limit(6).Offset(1).Subquery("page");
        var counts = Sql.Select(Things.Big, Func.Count().As("n")).GroupBy(Things.Big).Cte("counts");
        var select = Sql.Select(page.C("name"), counts.C("n")).SelectFrom(page.Join(counts, page.C<long>("big") == counts.C<long>("big"))).Where(page.C<long>("big") == 2L).OrderBy(page.C("name"));
        Assert.That(connection.Execute(select).ToList().Select(r => (r[0], r[1])), Is.EqualTo(new (object?, object?)[] { ("n2", 3L), ("n5", 3L) }));
        Assert.That(connection.Execute(Sql.Select(Things.Name).OrderBy(Things.Name).Offset(7)).ToList(), Has.Count.EqualTo(2));
    }

    [Test]
    public void Like_tells_upper_from_lower_case()
    {
        using var connection = Engine.Connect();
        connection.Execute(Sql.Insert(Things).Value(Things.Name, "Ann_1"));
        bool Found(ColumnElement condition) => connection.Execute(Sql.Select(Things.Id).Where(condition)).ToList().Count == 1;
        Assert.That((Found(Things.Name.StartsWith("Ann_")), Found(Things.Name.StartsWith("ann")), Found(Things.Name.StartsWith("Ann%"))), Is.EqualTo((true, false, false)));
    }

    [Test]
    public void A_union_is_sorted_by_any_of_its_columns()
    {
        using var connection = Engine.Connect();
        connection.Execute(Sql.Insert(Things).Value(Things.Name, "a").Value(Things.Price, 10.25m));
        connection.Execute(Sql.Insert(Things).Value(Things.Name, "b").Value(Things.Price, 9.5m));
        var (x, y) = (new Alias(Things.Table, "x"), new Alias(Things.Table, "y"));
        var union = Sql.Select(x.C("price"), y.C("price")).Where(x.C("id") == y.C("id")).UnionAll(Sql.Select(Things.Price, Things.Price)).OrderBy(y.Columns["price"].Asc());
        Assert.That(connection.Execute(union).ToList().Select(r => r[1]), Is.EqualTo(new[] { 9.5m, 9.5m, 10.25m, 10.25m }));
    }

    [Test]
    public void A_table_in_a_schema_returns_its_rows()
    {
        using var connection = Engine.Connect();
        var schema = Database switch { Database.Sqlite => "main", Database.MariaDb => EngineUrl.Parse(Url(Lane)).Database!, _ => "public" };
        var table = new Table("alchemy_things", new MetaData(), schema, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("name", SqlTypes.Text));
        Assert.That(connection.Execute(Sql.Insert(table).Values(("name", "x")).Returning(table.Columns["name"])).One()["name"], Is.EqualTo("x"));
        Assert.That(connection.Execute(Sql.Delete(table).Where(table.C("name") == "x").Returning(table.Columns["name"])).One()["name"], Is.EqualTo("x"));
    }

    [Test]
    public void Literals_divide_as_in_csharp()
    {
        using var connection = Engine.Connect();
        Assert.That(connection.Execute(Sql.Select(Sql.Literal(5.0) / Sql.Literal(2.0))).Scalar<double>(), Is.EqualTo(2.5));
        Assert.That(connection.Execute(Sql.Select(Sql.Literal(5m) / Sql.Literal(2m))).Scalar<decimal>(), Is.EqualTo(2.5m));
        Assert.That(connection.Execute(Sql.Select(-Sql.Literal(-5))).Scalar<int>(), Is.EqualTo(5));
    }

    [Test]
    public void Transactions_and_savepoints_hold()
    {
        using var connection = Engine.Connect();
        using (var transaction = connection.Begin())
        {
            connection.Execute(Sql.Insert(Things).Value(Things.Name, "kept"));
            using (transaction.Savepoint())
            {
                connection.Execute(Sql.Update(Things).Set(Things.Name, "changed"));
            }

            transaction.Commit();
        }

        using (connection.Begin())
        {
            Assert.That(connection.Execute(Sql.Delete(Things)).RowsAffected, Is.EqualTo(1));
        }

        Assert.That(connection.Execute(Sql.Select(Things.Name)).Scalar<string>(), Is.EqualTo("kept"));
    }

    [Test]
    public void A_refused_row_says_why_and_the_savepoint_saves_the_rest()
    {
        using var connection = Engine.Connect();
        using var transaction = connection.Begin();
        connection.Execute(Sql.Insert(Things).Value(Things.Name, "x"));
        using (transaction.Savepoint())
        {
            var error = Assert.Throws<ConstraintViolationException>(() => connection.Execute(Sql.Insert(Things).Value(Things.Name, "x")));
            Assert.That(error!.Kind, Is.EqualTo(DatabaseErrorKind.UniqueViolation));
        }

        connection.Execute(Sql.Insert(Things).Value(Things.Name, "y"));
        transaction.Commit();
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(Things)).Scalar<long>(), Is.EqualTo(2));
    }

    [Test]
    public void A_savepoint_that_could_not_be_released_is_rolled_back()
    {
        using var connection = Engine.Connect();
        using var transaction = connection.Begin();
        connection.Execute(Sql.Insert(Things).Value(Things.Name, "x"));
        using (var savepoint = transaction.Savepoint())
        {
            Assert.Throws<ConstraintViolationException>(() => connection.Execute(Sql.Insert(Things).Value(Things.Name, "x")));
            if (Database is Database.PostgreSql)
            {
                Assert.Throws<ConnectionStateException>(savepoint.Release);
            }
        }

        transaction.Commit();
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(Things)).Scalar<long>(), Is.EqualTo(1));
    }

    [Test]
    public void A_commit_never_loses_rows_in_silence()
    {
        using var connection = Engine.Connect();
        using (var transaction = connection.Begin())
        {
            connection.Execute(Sql.Insert(Things).Value(Things.Name, "x"));
            Assert.Throws<ConstraintViolationException>(() => connection.Execute(Sql.Insert(Things).Value(Things.Name, "x")));
            if (Database is Database.PostgreSql)
            {
                Assert.Throws<ConnectionStateException>(() => connection.Execute(Sql.Select(Things.Id)));
                Assert.That(Assert.Throws<ConnectionStateException>(transaction.Commit)!.Message, Does.Contain("Rollback()"));
            }
            else
            {
                transaction.Commit();
            }
        }

        var kept = connection.Execute(Sql.Select(Func.Count()).SelectFrom(Things)).Scalar<long>();
        Assert.That(kept, Is.EqualTo(Database is Database.PostgreSql ? 0 : 1));
    }

    [Test]
    public void A_lost_connection_is_replaced_with_its_idle_neighbours()
    {
        if (Database is Database.Sqlite)
        {
            Assert.Ignore("Excluded: SQLite has no server to lose.");
        }

        var (lost, killer, idle) = (Engine.Connect(), Engine.Connect(), Engine.Connect());
        var idleBackend = Backend(idle);
        var lostBackend = Backend(lost);
        idle.Dispose();
        if (Database is Database.MariaDb)
        {
            killer.ExecuteText($"KILL {lostBackend}");
        }
        else
        {
            killer.Execute(Sql.Select(Func.Call<bool>("pg_terminate_backend", lostBackend))).Dispose();
        }

        var transaction = lost.Begin;
        Assert.Throws<DisconnectedException>(() => transaction());
        lost.Dispose();
        killer.Dispose();
        using var next = Engine.Connect();
        using var other = Engine.Connect();
        Assert.That(new[] { Backend(next), Backend(other) }, Has.None.EqualTo(lostBackend).And.None.EqualTo(idleBackend));
    }

    private int Backend(Connection connection) => connection.Execute(Sql.Select(Func.Call<int>(Database is Database.MariaDb ? "connection_id" : "pg_backend_pid"))).Scalar<int>();

    [Test]
    public void A_connection_given_back_while_it_is_read_is_ready_for_the_next_user()
    {
        using (var connection = Engine.Connect())
        {
            connection.Execute(Sql.Insert(Things).Value(Things.Name, "a"));
            connection.Execute(Sql.Insert(Things).Value(Things.Name, "b"));
            connection.Begin();
            Assert.That(connection.Execute(Sql.Select(Things.Name)).Read(), Is.Not.Null);
        }

        using var next = Engine.Connect();
        Assert.That(next.Execute(Sql.Select(Things.Name)).ToList(), Has.Count.EqualTo(2));
        using var transaction = next.Begin();
        Assert.That(next.Execute(Sql.Delete(Things)).RowsAffected, Is.EqualTo(2));
    }

    [Test]
    public void A_second_result_runs_beside_the_first_or_is_refused_and_the_connection_lives()
    {
        using var connection = Engine.Connect();
        connection.Execute(Sql.Insert(Things).Value(Things.Name, "a"));
        connection.Execute(Sql.Insert(Things).Value(Things.Name, "b"));
        var select = Sql.Select(Things.Name).OrderBy(Things.Id);
        using (var first = connection.Execute(select))
        {
            first.Read();
            if (Database is not Database.Sqlite)
            {
                Assert.That(Assert.Throws<StatementException>(() => connection.Execute(select))!.Message, Does.Contain("still being read"));
            }
            else
            {
                Assert.That(connection.Execute(select).ToList(), Has.Count.EqualTo(2));
            }

            Assert.That(first.Read()!.Get(Things.Name), Is.EqualTo("b"));
        }

        Assert.That(connection.Execute(select).ToList(), Has.Count.EqualTo(2));
    }

    [Test]
    public void What_returns_rows_is_executed_before_they_are_read()
    {
        using var connection = Engine.Connect();
        var insert = Sql.Insert(Things).Value(Things.Name, "x").Returning(Things.Id);
        using (connection.Execute(insert))
        {
        }

        using var transaction = connection.Begin();
        Assert.Throws<ConstraintViolationException>(() => connection.Execute(insert));
    }

    [Test]
    public void A_server_keeps_no_more_statements_than_the_connection()
    {
        if (Database is Database.Sqlite)
        {
            Assert.Ignore("Excluded: SQLite has no server.");
        }

        using var connection = Engine.Connect();
        for (var i = 0; i < 300; i++)
        {
            connection.Execute(Sql.Select(Things.Id.As($"id_{i}"))).Dispose();
        }

        var count = Database is Database.MariaDb
            ? "(SELECT CAST(SUM(IF(variable_name = 'COM_STMT_PREPARE', variable_value, -variable_value)) AS SIGNED) FROM information_schema.session_status WHERE variable_name IN ('COM_STMT_PREPARE', 'COM_STMT_CLOSE'))"
            : "(SELECT count(*) FROM pg_prepared_statements)";
        Assert.That(connection.Execute(Sql.Select(Sql.Text<long>(count))).Scalar<long>(), Is.InRange(200, 256));
    }

    [Test]
    public async Task Asynchronous_execution_gives_the_same()
    {
        using var connection = await Engine.ConnectAsync();
        using (await connection.ExecuteAsync(Sql.Insert(Things).Value(Things.Name, "x")))
        {
        }

        using var result = await connection.ExecuteAsync(Sql.Select(Things.Name));
        Assert.That((await result.ReadAsync())!.Get(Things.Name), Is.EqualTo("x"));
        Assert.That(await result.ReadAsync(), Is.Null);
    }

    [Test]
    public async Task What_is_open_ends_asynchronously()
    {
        await using (var connection = await Engine.ConnectAsync())
        {
            await using var transaction = await connection.BeginAsync();
            foreach (var name in new[] { "a", "b", "c" })
            {
                connection.Execute(Sql.Insert(Things).Value(Things.Name, name));
            }

            await using (await transaction.SavepointAsync())
            {
                connection.Execute(Sql.Delete(Things));
            }

            // The loop is left with rows unread, and the block with the transaction open.
            await foreach (var row in connection.Execute(Sql.Select(Things.Name)))
            {
                Assert.That(row.Get(Things.Name), Is.EqualTo("a"));
                break;
            }

            var left = connection.Execute(Sql.Select(Things.Name));
            Assert.That(await left.ReadAsync(), Is.Not.Null);
        }

        await using var next = await Engine.ConnectAsync();
        Assert.That(await next.Execute(Sql.Select(Func.Count()).SelectFrom(Things)).ScalarAsync<long>(), Is.Zero, "nothing was committed");
    }

    private static TestCaseData Case(string column, params object[] values) => new TestCaseData(column, values).SetArgDisplayNames(column);
}
