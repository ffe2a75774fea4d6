namespace Alchemy.Tests;

/// <summary>One column of each type.</summary>
internal sealed class Things(MetaData metadata) : TypedTable("alchemy_things", metadata)
{
    public Column<int> Id => field ??= Int("id", primaryKey: true);

    public Column<string> Name => field ??= Text("name");

    public Column<long> Big => field ??= Long("big");

    public Column<bool> Flag => field ??= Define<bool>("flag");

    public Column<double> Ratio => field ??= Define<double>("ratio");

    public Column<decimal> Price => field ??= Decimal("price", 38, 10);

    public Column<DateTime> At => field ??= Define<DateTime>("at");

    public Column<DateTimeOffset> Instant => field ??= Define<DateTimeOffset>("instant");

    public Column<DateOnly> Day => field ??= Define<DateOnly>("day");

    public Column<TimeOnly> Hour => field ??= Define<TimeOnly>("hour");

    public Column<Guid> Key => field ??= Define<Guid>("key");

    public Column<byte[]> Bytes => field ??= Define<byte[]>("bytes");

    public Column<DayOfWeek> Weekday => field ??= Define<DayOfWeek>("weekday");

    public Column<DayOfWeek> WeekdayName => field ??= Define<DayOfWeek>("weekday_name", new EnumType(typeof(DayOfWeek), ByName: true));

    protected override IEnumerable<ISchemaItem> Constraints => [new UniqueConstraint(["name"], "alchemy_things_name")];
}
