namespace Alchemy.Tests;

internal enum Colour
{
    Red,
    Green,
}

/// <summary>One column of each type.</summary>
internal sealed class Things(MetaData metadata) : TypedTable("things", metadata)
{
    public Column<int> Id => field ??= Int("id", primaryKey: true);

    public Column<string> Name => field ??= Text("name", nullable: false);

    public Column<long> Big => field ??= Long("big");

    public Column<bool> Flag => field ??= Define<bool>("flag");

    public Column<double> Ratio => field ??= Define<double>("ratio");

    public Column<decimal> Price => field ??= Decimal("price", 28, 10);

    public Column<DateTime> At => field ??= Define<DateTime>("at");

    public Column<DateTimeOffset> Instant => field ??= Define<DateTimeOffset>("instant");

    public Column<DateOnly> Day => field ??= Define<DateOnly>("day");

    public Column<TimeOnly> Hour => field ??= Define<TimeOnly>("hour");

    public Column<Guid> Key => field ??= Define<Guid>("key");

    public Column<byte[]> Bytes => field ??= Define<byte[]>("bytes");

    public Column<Colour> Colour => field ??= Define<Colour>("colour");

    public Column<Colour> ColourName => field ??= Define<Colour>("colour_name", new EnumType(typeof(Colour), ByName: true));

    protected override IEnumerable<ISchemaItem> Constraints => [new UniqueConstraint(["name"]), new CheckConstraint("big > -10")];
}

/// <summary>Parts of things.</summary>
internal sealed class Parts(MetaData metadata) : TypedTable("parts", metadata)
{
    public Column<int> Id => field ??= Int("id", primaryKey: true);

    public Column<int> ThingId => field ??= Int("thing_id", nullable: false);

    protected override IEnumerable<ISchemaItem> Constraints => [new ForeignKeyConstraint(["thing_id"], "things", ["id"])];
}
