namespace Alchemy.Tests;

/// <summary>Types that only PostgreSQL has.</summary>
public sealed class PostgreSqlTypeTests(Database database) : RoundTripFixture(database)
{
    private static readonly Database[] Here = [Database.PostgreSql];

    private static IEnumerable<TypeCase> Cases() => All().Select(c => c with { Only = Here });

    private static IEnumerable<TypeCase> All()
    {
        yield return TypeCase.OfClass<int[]>("ints", SqlTypes.Array(SqlTypes.Integer), [], [1, 2, 3], new[] { int.MinValue, int.MaxValue });
        yield return TypeCase.OfClass<string[]>("texts", SqlTypes.Array(SqlTypes.Text), [], ["", "a,b", "{\"'\\}", "NULL", " "], new string?[] { null, "x" }!);
        yield return TypeCase.OfClass<decimal[]>("numbers", SqlTypes.Array(SqlTypes.Numeric()), [], [1.50m, -0.0000000001m, 7922816251426433759354395033.5m]);
        yield return TypeCase.OfClass<Guid[]>("ids", SqlTypes.Array(SqlTypes.Guid), [], [Guid.Empty, Guid.AllBitsSet]);
        yield return TypeCase.OfClass<bool[]>("flags", SqlTypes.Array(SqlTypes.Boolean), [], [true, false]);
        yield return TypeCase.OfClass<DateTime[]>("times", SqlTypes.Array(SqlTypes.DateTime), [], [new(2026, 1, 1, 1, 2, 3), new(1, 1, 2)]);
        yield return TypeCase.OfClass<DateOnly[]>("days", SqlTypes.Array(SqlTypes.Date), [], [new(2026, 1, 1), new(1, 1, 2)]);
        yield return TypeCase.OfClass<double[]>("doubles", SqlTypes.Array(SqlTypes.Double), [], [0.1, double.NaN, double.NegativeInfinity]) with { HasLiteral = false };
        yield return TypeCase.OfClass<byte[][]>("blobs", SqlTypes.Array(SqlTypes.Binary()), [[0, 1], []], new[] { new byte[] { 255 } });
        yield return TypeCase.OfClass("grid", SqlTypes.Array(SqlTypes.Integer, 2), new[,] { { 1, 2 }, { 3, 4 } });
        yield return TypeCase.OfClass("inet", SqlTypes.Native<string>("INET"), "127.0.0.1", "::1", "10.0.0.0/8") with { IsKnownAlone = false };
        yield return TypeCase.OfClass("int_range", SqlTypes.Int4Range, new SqlRange<int>(1, 5), new SqlRange<int>(null, 5, "()"), new SqlRange<int>(1, null), new SqlRange<int>(null, null, "()"), new SqlRange<int>(null, null, IsEmpty: true));
        yield return TypeCase.OfClass("num_range", SqlTypes.NumRange, new SqlRange<decimal>(1.5m, 2.25m), new SqlRange<decimal>(-1m, 2m, "(]")) with { HasLiteral = false };
        yield return TypeCase.OfClass("day_range", SqlTypes.DateRange, new SqlRange<DateOnly>(new(2026, 1, 1), new(2026, 12, 31)));
        yield return TypeCase.OfClass("time_range", SqlTypes.TsRange, new SqlRange<DateTime>(new(2026, 1, 1, 1, 2, 3), new(2026, 12, 31)));
        yield return TypeCase.OfClass("instant_range", SqlTypes.TsTzRange, new SqlRange<DateTimeOffset>(new(2026, 1, 1, 1, 2, 3, TimeSpan.Zero), null));
        yield return TypeCase.OfClass<SqlRange<int>[]>("int_ranges", SqlTypes.Int4MultiRange, [new(1, 5), new(7, 9)], new SqlRange<int>[] { });
    }

    [TestCaseSource(nameof(Cases))]
    public void Values_come_back_by_every_way(TypeCase type) => Check(type);
}
