namespace Alchemy.Tests;

public sealed class TimeTypeTests(Database database) : RoundTripFixture(database)
{
    private static readonly DateTime Precise = new DateTime(2026, 2, 28, 23, 59, 59).AddTicks(1234560);

    private static IEnumerable<TypeCase> Cases()
    {
        yield return TypeCase.Of("datetime", SqlTypes.DateTime, new DateTime(1, 1, 1), new DateTime(1, 1, 1, 0, 0, 1), new DateTime(1582, 10, 10), new DateTime(1900, 2, 28), new DateTime(1969, 12, 31, 23, 59, 59), Precise, new DateTime(2024, 2, 29, 12, 0, 0, 500), new DateTime(9999, 12, 31, 23, 59, 59).AddTicks(9999990));
        yield return TypeCase.Of("instant", SqlTypes.DateTimeOffset, new DateTimeOffset(1, 1, 2, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(Precise, TimeSpan.Zero), new DateTimeOffset(1969, 12, 31, 23, 59, 59, TimeSpan.Zero), new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero));
        yield return TypeCase.Of("date", SqlTypes.Date, DateOnly.MinValue, new DateOnly(4, 2, 29), new DateOnly(1582, 10, 10), new DateOnly(1970, 1, 1), new DateOnly(2024, 2, 29), DateOnly.MaxValue);
        yield return TypeCase.Of("time", SqlTypes.Time, TimeOnly.MinValue, new TimeOnly(0, 0, 1), new TimeOnly(12, 30), new TimeOnly(23, 59, 59, 999, 999));
        yield return TypeCase.Of("span", SqlTypes.Interval(), Spans);
        yield return TypeCase.Of("span_kept", SqlTypes.Interval(native: false), Spans);
    }

    private static TimeSpan[] Spans => [TimeSpan.Zero, TimeSpan.FromMicroseconds(1), TimeSpan.FromMicroseconds(-1), new(1, 2, 3, 4, 5, 6), new(-1, -2, -3, -4, -5, -6), TimeSpan.FromDays(400), TimeSpan.FromDays(-40), new(23, 59, 59), TimeSpan.FromHours(-24)];

    [TestCaseSource(nameof(Cases))]
    public void Values_come_back_by_every_way(TypeCase type) => Check(type);

    [Test]
    public void The_kind_of_a_time_is_not_kept_and_changes_nothing()
    {
        foreach (var kind in Enum.GetValues<DateTimeKind>())
        {
            (TypeCase.Of("kind", SqlTypes.DateTime, DateTime.SpecifyKind(Precise, kind)) with { Rule = (v, _) => DateTime.SpecifyKind(v, DateTimeKind.Unspecified) }).Check(Engine);
        }
    }

    [Test]
    public void An_instant_comes_back_as_the_same_instant_and_in_utc_where_the_database_keeps_no_offset()
    {
        DateTimeOffset[] values = [new(Precise, TimeSpan.FromHours(9)), new(Precise, TimeSpan.FromMinutes(-210)), new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(14))];
        (TypeCase.Of("offset", SqlTypes.DateTimeOffset, values) with { Rule = (v, e) => e.Dialect.Name == "sqlite" ? v : v.ToUniversalTime() }).Check(Engine);
    }

    /// <summary>Rule "microseconds": what is finer is cut off, never rounded, in parameters and literals; SQLite keeps every tick.</summary>
    [Test]
    public void What_is_finer_than_a_microsecond_is_cut_off_where_the_database_has_no_place_for_it()
    {
        var old = new DateTime(1969, 12, 31, 23, 59, 59).AddTicks(9999999);
        Cut("ticks", SqlTypes.DateTime, FractionalSeconds.Cut, Precise.AddTicks(1), Precise.AddTicks(19), old, DateTime.MaxValue);
        Cut("instant_ticks", SqlTypes.DateTimeOffset, FractionalSeconds.Cut, new DateTimeOffset(Precise.AddTicks(9), TimeSpan.Zero), new DateTimeOffset(old, TimeSpan.Zero), DateTimeOffset.MaxValue);
        Cut("time_ticks", SqlTypes.Time, FractionalSeconds.Cut, TimeOnly.MaxValue, new TimeOnly(15));
        Cut("span_ticks", SqlTypes.Interval(), FractionalSeconds.Cut, new TimeSpan(1), new TimeSpan(19), new TimeSpan(-1));
        Cut("moment_ticks", SqlTypes.Interval(native: false), FractionalSeconds.Cut, new TimeSpan(1), new TimeSpan(19), new TimeSpan(-1));
    }

    [Test]
    public void A_type_of_fewer_digits_keeps_those()
    {
        (TypeCase.Of("second", new DateTimeType(0), new DateTime(1999, 12, 31, 23, 59, 59, 999)) with { Rule = (v, _) => FractionalSeconds.Cut(v, 0) }).Check(Engine);
        (TypeCase.Of("milli", new DateTimeOffsetType(3), new DateTimeOffset(Precise.AddTicks(-9), TimeSpan.Zero)) with { Rule = (v, _) => FractionalSeconds.Cut(v, 3) }).Check(Engine);
        (TypeCase.Of("milli_time", new TimeType(3), TimeOnly.MaxValue) with { Rule = (v, _) => FractionalSeconds.Cut(v, 3) }).Check(Engine);
    }

    private void Cut<T>(string name, SqlType type, Func<T, int, T> cut, params T[] values)
        where T : struct
        => (TypeCase.Of(name, type, values) with { Rule = (v, e) => cut(v, e.Dialect.Name == "sqlite" ? 7 : 6) }).Check(Engine);
}
