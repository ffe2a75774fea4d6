namespace Alchemy.Tests;

/// <summary>What is sent to SQL Server, and what is made of its answers.</summary>
[TestFixture]
public sealed class SqlClientStatementTests : SqlClientFixture
{
    [Test]
    public void Every_value_has_its_type()
    {
        Server.Answer(new FakeAnswer(1));
        Connection.Execute(Goods.Full(1));
        Assert.That(Server.Sent.Single().Split(" | ").Skip(1), Is.EqualTo(new[]
        {
            "@id Int 1", "@name NVarChar(4000) ann", "@big BigInt 5000000000", "@price Decimal(10,2) 12.5", "@ratio Float 0.5", "@flag Bit True",
            "@key UniqueIdentifier 00112233-4455-6677-8899-aabbccddeeff", "@at DateTime2 01/02/2026 03:04:05", "@instant DateTimeOffset 01/02/2026 03:04:05 +02:00",
            "@day Date 01/02/2026 00:00:00", "@hour Time 03:04:05", "@bytes VarBinary(8000) 0102", "@story NVarChar(4000) once",
        }));
    }

    [Test]
    public void NULL_has_the_type_of_its_column()
    {
        Server.Answer(new FakeAnswer(1));
        Connection.Execute(Sql.Insert(Goods).Value(Goods.Bytes, (byte[]?)null).Value(Goods.At, (DateTime?)null).Value(Goods.Price, (decimal?)null));
        Assert.That(Server.Sent.Single(), Does.EndWith("| @price Decimal(10,2) NULL | @at DateTime2 NULL | @bytes VarBinary(8000) NULL"));
    }

    [TestCase(4000, "NVarChar(4000)")]
    [TestCase(4001, "NVarChar(-1)")]
    public void Text_has_one_of_two_sizes_and_is_never_cut_off(int length, string type)
    {
        var text = new string('x', length);
        Connection.Execute(Sql.Select(Goods.Id).Where(Goods.Name == "a")).ToList();
        Connection.Execute(Sql.Select(Goods.Id).Where(Goods.Name == text)).ToList();
        Assert.That(Server.Sent.Select(s => s.Split(" | ")[1]), Is.EqualTo(new[] { "@name_1 NVarChar(4000) a", $"@name_1 {type} {text}" }));
    }

    [TestCase("12.5", "Decimal(10,2)")]
    [TestCase("99999999.99", "Decimal(10,2)")]
    [TestCase("100000000", "Decimal(29,0)")]
    [TestCase("1.005", "Decimal(29,3)")]
    [TestCase("79228162514264337593543950335", "Decimal(29,0)")]
    public void A_decimal_is_declared_as_its_column_only_where_nothing_is_rounded(string value, string type)
    {
        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        Connection.Execute(Sql.Select(Goods.Id).Where(Goods.Price == number)).ToList();
        Assert.That(Server.Sent.Single(), Does.EndWith($"@price_1 {type} {value}"));
    }

    [Test]
    public void Columns_of_old_are_compared_as_what_they_are()
    {
        var table = new OldTable();
        Connection.Execute(Sql.Select(table.At).Where(table.At == new DateTime(2026, 1, 2) & table.Code == "x" & table.Code == "é")).ToList();
        Assert.That(Server.Sent.Single().Split(" | ").Skip(1).Select(p => p.Split(' ')[1]), Is.EqualTo(new[] { "DateTime", "VarChar(8000)", "NVarChar(4000)" }));
    }

    [Test]
    public void What_OUTPUT_gives_are_the_rows_of_the_statement()
    {
        Server.Answer(FakeAnswer.Of(("id", 7)));
        Assert.That(Connection.Execute(Sql.Insert(Goods).Value(Goods.Name, "ann").Returning(Goods.Id)).Scalar<int>(), Is.EqualTo(7));
        Assert.That(Server.Sent.Single(), Is.EqualTo("INSERT INTO goods (name) OUTPUT inserted.id VALUES (@name) | @name NVarChar(4000) ann"));
    }

    [Test]
    public void Numbers_are_converted_where_nothing_is_lost()
    {
        Server.Answer(FakeAnswer.Of(("id", 7L), ("big", 8), ("price", 3), ("ratio", 2.5m), ("flag", 1)));
        var row = Connection.Execute(Sql.Select(Goods.Id, Goods.Big, Goods.Price, Goods.Ratio, Goods.Flag)).One();
        Assert.That((row.Get<int>(0), row.Get<long>(1), row.Get<decimal>(2), row.Get<double>(3), row.Get<bool>(4)), Is.EqualTo((7, 8L, 3m, 2.5, true)));
        Server.Answer(FakeAnswer.Of(("id", 5_000_000_000L)));
        Assert.Throws<ResultShapeException>(() => Connection.Execute(Sql.Select(Goods.Id)).Scalar<int>());
        Server.Answer(FakeAnswer.Of(("id", 1.5m)));
        Assert.Throws<ResultShapeException>(() => Connection.Execute(Sql.Select(Goods.Id)).Scalar<int>());
    }

    [Test]
    public void Dates_and_times_come_as_their_types()
    {
        var at = new DateTime(2026, 1, 2, 3, 4, 5);
        Server.Answer(FakeAnswer.Of(("at", at), ("instant", new DateTimeOffset(at, TimeSpan.FromHours(2))), ("day", at.Date), ("hour", at.TimeOfDay)));
        var row = Connection.Execute(Sql.Select(Goods.At, Goods.Instant, Goods.Day, Goods.Hour)).One();
        Assert.That((row.Get<DateTime>(0), row.Get<DateTimeOffset>(1), row.Get<DateOnly>(2), row.Get<TimeOnly>(3)), Is.EqualTo((at, new DateTimeOffset(at, TimeSpan.FromHours(2)), new DateOnly(2026, 1, 2), new TimeOnly(3, 4, 5))));
    }

    [Test]
    public void A_transaction_is_text_without_parameters()
    {
        using (var transaction = Connection.Begin())
        {
            using (var savepoint = transaction.Savepoint())
            {
                savepoint.Rollback();
            }

            transaction.Commit();
        }

        Connection.Begin().Rollback();
        Assert.That(Server.Sent, Is.EqualTo(new[]
        {
            "BEGIN TRANSACTION", "SAVE TRANSACTION alchemy_1", "ROLLBACK TRANSACTION alchemy_1", "COMMIT", "BEGIN TRANSACTION", "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION",
        }));
    }

    [Test]
    public void The_server_is_told_how_an_error_ends_a_statement_when_it_is_connected_to()
    {
        using var other = Engine.Connect();
        Assert.That(Server.Sent, Is.EqualTo(new[] { "SET XACT_ABORT OFF", "SET IMPLICIT_TRANSACTIONS OFF" }));
        Assert.That(Engine.Dialect.ServerVersion, Is.EqualTo(new Version(16, 0, 1000)));
    }

    [Test]
    public void A_kept_command_takes_the_next_values()
    {
        foreach (var id in new[] { 1, 2 })
        {
            Connection.Execute(Sql.Select(Goods.Name).Where(Goods.Id == id)).ToList();
        }

        Assert.That(Server.Sent.Select(s => s.Split(" | ")[1]), Is.EqualTo(new[] { "@id_1 Int 1", "@id_1 Int 2" }));
    }

    private sealed class OldTable() : TypedTable("old")
    {
        public Column<DateTime> At => field ??= Define<DateTime>("at", SqlServerTypes.DateTime);

        public Column<string> Code => field ??= Define<string>("code", SqlServerTypes.VarChar(20));
    }
}
