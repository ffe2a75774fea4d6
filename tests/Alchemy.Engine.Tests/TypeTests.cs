namespace Alchemy.Tests;

/// <summary>What is written is read back the same, and means the same to the database as to C#.</summary>
public sealed class TypeTests : EngineFixture
{
    private static readonly decimal[] Prices = [10.25m, 9.5m, -3m, 0.1m, 0.2m, 1234567890123456789012.5m, 10.250m];

    private static IEnumerable<TestCaseData> Values()
    {
        yield return Case("big", long.MinValue + 1, long.MaxValue, 0L);
        yield return Case("flag", true, false);
        yield return Case("ratio", double.MaxValue, double.Epsilon, -0.1, double.PositiveInfinity);
        yield return Case("price", decimal.MaxValue, decimal.MinValue, 0.0000000001m, 1234567890123456789012.5m);
        yield return Case("at", DateTime.MinValue, DateTime.MaxValue, new DateTime(2026, 2, 28, 23, 59, 59, 120));
        yield return Case("instant", DateTimeOffset.MaxValue, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(-5)));
        yield return Case("day", DateOnly.MinValue, DateOnly.MaxValue);
        yield return Case("hour", TimeOnly.MinValue, TimeOnly.MaxValue, new TimeOnly(12, 30));
        yield return Case("key", Guid.Empty, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
        yield return Case("bytes", Array.Empty<byte>(), new byte[] { 0, 1, 255 });
        yield return Case("colour", Colour.Green);
        yield return Case("colour_name", Colour.Green, Colour.Red);
    }

    [TestCaseSource(nameof(Values))]
    public void Values_come_back_as_they_went(string column, object[] values)
    {
        using var connection = Engine.Connect();
        // CHECK (big > -10) is about another test.
        connection.ExecuteText("PRAGMA ignore_check_constraints = ON");
        foreach (var value in values.Append(null))
        {
            var id = connection.Execute(Sql.Insert(Things).Value(Things.Name, Guid.NewGuid().ToString()).Value(Things.Table.Column(column), value)).InsertedKey!.Value;
            var row = connection.Execute(Sql.Select(Things.Table.Column(column)).Where(Things.Id == (int)id)).One();
            Assert.That(row[0], Is.EqualTo(value));
            Assert.That(row[0]?.GetType(), Is.EqualTo(value?.GetType()));
        }
    }

    [TestCase("")]
    [TestCase("emoji \U0001F600 and 'quotes' \"both\"")]
    [TestCase("a\0b")]
    public void Text_comes_back_byte_for_byte(string text)
    {
        using var connection = Engine.Connect();
        Add(connection, text);
        Assert.That(connection.Execute(Sql.Select(Things.Name).Where(Things.Name == text)).Scalar<string>(), Is.EqualTo(text));
    }

    [Test]
    public void Decimals_sort_compare_and_add_up_as_in_csharp()
    {
        using var connection = Engine.Connect();
        for (var i = 0; i < Prices.Length; i++)
        {
            Add(connection, $"p{i}", Prices[i]);
        }

        decimal?[] Read(Select select) => [.. connection.Execute(select).ToList().Select(r => r.Get<decimal?>(0))];
        Assert.That(Read(Sql.Select(Things.Price).OrderBy(Things.Price.Desc())), Is.EqualTo(Prices.OrderDescending()));
        Assert.That(Read(Sql.Select(Func.Sum(Things.Price))), Is.EqualTo(new[] { Prices.Sum() }));
        Assert.That(Read(Sql.Select(Func.Max(Things.Price))), Is.EqualTo(new[] { Prices.Max() }));
        Assert.That(Read(Sql.Select(Func.Min(Things.Price))), Is.EqualTo(new[] { Prices.Min() }));
        foreach (var bound in Prices)
        {
            Assert.That(Read(Sql.Select(Things.Price).Where(Things.Price > bound)), Is.EquivalentTo(Prices.Where(p => p > bound)), $"> {bound}");
            Assert.That(Read(Sql.Select(Things.Price).Where(Things.Price == bound)), Is.EquivalentTo(Prices.Where(p => p == bound)), $"= {bound}");
            Assert.That(Read(Sql.Select(Things.Price).Where(Things.Price * 2m <= bound)), Is.EquivalentTo(Prices.Where(p => p * 2 <= bound)), $"* 2 <= {bound}");
        }

        Assert.That(Read(Sql.Select(Things.Price).GroupBy(Things.Price)), Has.Length.EqualTo(Prices.Distinct().Count()));
        Assert.That(Read(Sql.Select(Things.Price).Where(Things.Price.In(9.50m, 0.10m))), Is.EquivalentTo(new[] { 9.5m, 0.1m }));
        Assert.That(Read(Sql.Select(Func.Sum(Things.Price * 3m)).Having(Func.Sum(Things.Price * 3m) > 100m)), Is.EqualTo(new[] { Prices.Sum(p => p * 3) }));
    }

    [Test]
    public void A_file_of_another_program_that_keeps_reals_compares_right()
    {
        using var connection = Engine.Connect();
        connection.ExecuteText("CREATE TABLE foreign_file (price NUMERIC(10, 2))");
        connection.ExecuteText("INSERT INTO foreign_file VALUES (0.99), (10), (1.5)");
        var table = new Table("foreign_file", new MetaData(), new Column("price", SqlTypes.Numeric(10, 2)));
        var price = table.C<decimal>("price");
        decimal?[] Read(Select select) => [.. connection.Execute(select).ToList().Select(r => r.Get<decimal?>(0))];
        Assert.That(Read(Sql.Select(price).Where(price == 0.99m)), Is.EqualTo(new[] { 0.99m }));
        Assert.That(Read(Sql.Select(price).Where(price > 1.25m).OrderBy(price.Asc())), Is.EqualTo(new[] { 1.5m, 10m }));
        Assert.That(Read(Sql.Select(Func.Sum(price))), Is.EqualTo(new[] { 12.49m }));
    }

    [Test]
    public void Instants_sort_and_compare_by_instant()
    {
        using var connection = Engine.Connect();
        var noonInTokyo = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.FromHours(9));
        var fourInLondon = new DateTimeOffset(2026, 1, 1, 4, 0, 0, TimeSpan.Zero);
        Add(connection, "london", instant: fourInLondon);
        Add(connection, "tokyo", instant: noonInTokyo);
        string?[] Names(Select select) => [.. connection.Execute(select).ToList().Select(r => r.Get<string>(0))];
        Assert.That(Names(Sql.Select(Things.Name).OrderBy(Things.Instant)), Is.EqualTo(new[] { "tokyo", "london" }));
        Assert.That(Names(Sql.Select(Things.Name).Where(Things.Instant == noonInTokyo.ToUniversalTime())), Is.EqualTo(new[] { "tokyo" }));
        Assert.That(connection.Execute(Sql.Select(Func.Max(Things.Instant))).Scalar<DateTimeOffset>(), Is.EqualTo(fourInLondon));
    }

    private static TestCaseData Case(string column, params object[] values) => new TestCaseData(column, values).SetArgDisplayNames(column);
}
