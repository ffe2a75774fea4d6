namespace Alchemy.Tests;

/// <summary>A table with a column of each kind.</summary>
internal sealed class Goods() : TypedTable("goods")
{
    public Column<int> Id => field ??= Int("id", primaryKey: true);

    public Column<string> Name => field ??= Text("name", 50);

    public Column<long> Big => field ??= Long("big");

    public Column<decimal> Price => field ??= Decimal("price", 10, 2);

    public Column<double> Ratio => field ??= Define<double>("ratio");

    public Column<bool> Flag => field ??= Define<bool>("flag");

    public Column<Guid> Key => field ??= Define<Guid>("key");

    public Column<DateTime> At => field ??= Define<DateTime>("at");

    public Column<DateTimeOffset> Instant => field ??= Define<DateTimeOffset>("instant");

    public Column<DateOnly> Day => field ??= Define<DateOnly>("day");

    public Column<TimeOnly> Hour => field ??= Define<TimeOnly>("hour");

    public Column<byte[]> Bytes => field ??= Define<byte[]>("bytes");

    public Column<string> Story => field ??= Define<string>("story", SqlTypes.Text);

    /// <summary>An INSERT of one value in every column.</summary>
    public Insert Full(int id) => Sql.Insert(this).Value(Id, id).Value(Name, "ann").Value(Big, 5_000_000_000).Value(Price, 12.5m).Value(Ratio, 0.5).Value(Flag, true)
        .Value(Key, new Guid("00112233-4455-6677-8899-aabbccddeeff")).Value(At, new DateTime(2026, 1, 2, 3, 4, 5)).Value(Instant, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)))
        .Value(Day, new DateOnly(2026, 1, 2)).Value(Hour, new TimeOnly(3, 4, 5)).Value(Bytes, new byte[] { 1, 2 }).Value(Story, "once");
}
