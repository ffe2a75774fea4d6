using System.Data.Common;

namespace Alchemy.Tests;

/// <summary>What is sent to Oracle, and what is made of its answers.</summary>
[TestFixture]
public sealed class OracleStatementTests : OracleFixture
{
    [Test]
    public void Every_value_has_its_type()
    {
        Server.Answer(new FakeAnswer(1));
        Connection.Execute(Goods.Full(1));
        Assert.That(Server.Sent.Single().Split(" | ").Skip(1).Select(p => p[(p.IndexOf(' ') + 1)..]), Is.EqualTo(new[]
        {
            "Int64 1", "Varchar2 ann", "Int64 5000000000", "Decimal 12.5", "BinaryDouble 0.5", "Int64 1", "Raw 00112233445566778899AABBCCDDEEFF", "TimeStamp 01/02/2026 03:04:05",
            "TimeStampTZ 01/02/2026 03:04:05 +02:00", "Date 01/02/2026 00:00:00", "IntervalDS 03:04:05", "Blob 0102", "Varchar2 once",
        }));
    }

    [Test]
    public void Parameters_have_the_names_of_the_text_and_are_bound_by_them()
    {
        OracleCommand? seen = null;
        Server.Answer(command =>
        {
            seen = (OracleCommand)command;
            return new FakeAnswer(1);
        });
        Connection.Execute(Sql.Insert(Goods).Value(Goods.Name, "ann").Value(Goods.Big, 1));
        Assert.That((seen!.BindByName, seen.InitialLOBFetchSize, seen.InitialLONGFetchSize), Is.EqualTo((true, -1, -1)));
        Assert.That(seen.Parameters.Cast<DbParameter>().All(p => seen.CommandText.Contains(p.ParameterName, StringComparison.Ordinal) && p.ParameterName[0] == ':'));
    }

    [Test]
    public void NULL_has_the_type_of_its_column()
    {
        Server.Answer(new FakeAnswer(1));
        Connection.Execute(Sql.Insert(Goods).Value(Goods.Bytes, (byte[]?)null).Value(Goods.At, (DateTime?)null).Value(Goods.Flag, (bool?)null));
        Assert.That(Server.Sent.Single().Split(" | ").Skip(1).Select(p => p[(p.IndexOf(' ') + 1)..]), Is.EqualTo(new[] { "Int64 NULL", "TimeStamp NULL", "Blob NULL" }));
    }

    [TestCase(4000, 'x', "Varchar2")]
    [TestCase(4001, 'x', "Clob")]
    [TestCase(2000, 'é', "Varchar2")]
    [TestCase(2001, 'é', "Clob")]
    public void Long_text_is_a_CLOB(int length, char letter, string type)
    {
        Server.Answer(new FakeAnswer(1));
        Connection.Execute(Sql.Insert(Goods).Value(Goods.Story, new string(letter, length)));
        Assert.That(Server.Sent.Single().Split(" | ")[1].Split(' ')[1], Is.EqualTo(type));
    }

    [Test]
    public void What_RETURNING_puts_into_parameters_is_the_row()
    {
        Server.Answer(Outputs(1, new OracleDecimal(7m, IsInt: true), new OracleString("ann"), new OracleTimeStampTZ(new DateTime(2026, 1, 2), TimeSpan.FromHours(2)), new OracleString(null)));
        var row = Connection.Execute(Sql.Insert(Goods).Value(Goods.Name, "ann").Returning(Goods.Id, Goods.Name, Goods.Instant, Goods.Story)).One();
        Assert.That((row.Get<int>(0), row.Get<string>(1), row.Get<DateTimeOffset>(2), row.Get<string?>(3)), Is.EqualTo((7, "ann", new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.FromHours(2)), (string?)null)));
        Assert.That(Server.Sent.Single(), Does.StartWith("INSERT INTO goods (name) VALUES (:name) RETURNING goods.id, goods.name, goods.instant, goods.story INTO :ret_0, :ret_1, :ret_2, :ret_3 |")
            .And.EndsWith("| :name Varchar2 ann | :ret_0 -> Int64 | :ret_1 -> Varchar2(4000) | :ret_2 -> TimeStampTZ | :ret_3 -> Clob"));
    }

    [Test]
    public void An_UPDATE_that_changed_no_row_returns_none()
    {
        Server.Answer(Outputs(0, DBNull.Value));
        Assert.That(Connection.Execute(Sql.Update(Goods).Set(Goods.Name, "bo").Returning(Goods.Id)).ToList(), Is.Empty);
        Assert.That(Server.Sent[^1], Is.EqualTo("(commit)"));
    }

    [Test]
    public void An_UPDATE_of_several_rows_that_returns_is_undone_and_refused()
    {
        Server.Answer(Outputs(2, 7L));
        var update = Sql.Update(Goods).Set(Goods.Name, "bo").Returning(Goods.Id);
        Assert.That(Assert.Throws<InvalidStatementException>(() => Connection.Execute(update))!.Message, Does.Contain("2 rows").And.Contain("it was undone"));
        Assert.That((Server.Sent[0], Server.Sent[^1]), Is.EqualTo(("(begin ReadCommitted)", "(rollback)")));
        using var transaction = Connection.Begin();
        Server.Answer(Outputs(2, 7L));
        Assert.That(Assert.Throws<InvalidStatementException>(() => Connection.Execute(update))!.Message, Does.Contain("roll the transaction back"));
        transaction.Rollback();
    }

    [Test]
    public void A_NUMBER_is_converted_where_nothing_is_lost()
    {
        Server.Answer(FakeAnswer.Of(("id", 7m), ("big", 8), ("price", 3L), ("ratio", 2.5m), ("flag", (short)1)));
        var row = Connection.Execute(Sql.Select(Goods.Id, Goods.Big, Goods.Price, Goods.Ratio, Goods.Flag)).One();
        Assert.That((row.Get<int>(0), row.Get<long>(1), row.Get<decimal>(2), row.Get<double>(3), row.Get<bool>(4)), Is.EqualTo((7, 8L, 3m, 2.5, true)));
        Server.Answer(FakeAnswer.Of(("id", 1.5m)));
        Assert.Throws<ResultShapeException>(() => Connection.Execute(Sql.Select(Goods.Id)).Scalar<int>());
    }

    [Test]
    public void A_returned_fraction_is_rounded_and_a_whole_number_is_not()
    {
        Server.Answer(Outputs(1, new OracleDecimal(0.3333m, IsWide: true)));
        Assert.That(Connection.Execute(Sql.Insert(Goods).Value(Goods.Name, "a").Returning(Goods.Price)).Scalar<decimal>(), Is.EqualTo(0.3333m));
        Server.Answer(Outputs(1, new OracleDecimal(1m, IsWide: true, IsInt: true)));
        Assert.Throws<OverflowException>(() => Connection.Execute(Sql.Insert(Goods).Value(Goods.Name, "a").Returning(Goods.Price)));
    }

    [Test]
    public void Bytes_and_intervals_come_as_their_types()
    {
        var at = new DateTime(2026, 1, 2, 3, 4, 5);
        Server.Answer(FakeAnswer.Of(("key", Convert.FromHexString("00112233445566778899AABBCCDDEEFF")), ("instant", new DateTimeOffset(at, TimeSpan.FromHours(2))), ("day", at.Date), ("hour", at.TimeOfDay)));
        var row = Connection.Execute(Sql.Select(Goods.Key, Goods.Instant, Goods.Day, Goods.Hour)).One();
        Assert.That((row.Get<Guid>(0), row.Get<DateTimeOffset>(1), row.Get<DateOnly>(2), row.Get<TimeOnly>(3)),
            Is.EqualTo((new Guid("00112233-4455-6677-8899-aabbccddeeff"), new DateTimeOffset(at, TimeSpan.FromHours(2)), new DateOnly(2026, 1, 2), new TimeOnly(3, 4, 5))));
    }

    [Test]
    public void Many_rows_go_in_arrays()
    {
        Server.Answer(Outputs(2));
        Connection.ExecuteMany(Sql.Insert(Goods).Parameters(Goods.Id, Goods.Name), new (int, string?)[] { (1, null), (2, "bo") });
        Assert.That(Server.Sent, Is.EqualTo(new[] { "(begin ReadCommitted)", "INSERT INTO goods (id, name) VALUES (:id, :name) | :id Int64 [1, 2] | :name Varchar2 [NULL, bo]", "(commit)" }));
    }

    [Test]
    public void Many_rows_return_in_arrays()
    {
        Server.Answer(Outputs(2, new object[] { new OracleDecimal(7m, IsInt: true), new OracleDecimal(8m, IsInt: true) }, new[] { new OracleString("ann"), new OracleString("bo") }));
        var rows = Connection.ExecuteMany(Sql.Insert(Goods).Parameters(Goods.Name).Returning(Goods.Id, Goods.Name), new[] { new { name = "ann" }, new { name = "bo" } }).ToList();
        Assert.That(rows.Select(r => (r.Get<int>(0), r.Get<string>(1))), Is.EqualTo(new[] { (7, "ann"), (8, "bo") }));
        Assert.That(Server.Sent[1], Does.EndWith("| :name Varchar2 [ann, bo] | :ret_0 -> Int64 | :ret_1 -> Varchar2(4000,4000)"));
    }
}
