using Alchemy;

namespace Alchemy.Demo;

/// <summary>The customers of the shop.</summary>
internal sealed class Customers(MetaData metadata) : TypedTable("customers", metadata)
{
    public Column<int> Id => field ??= Int("id", primaryKey: true);

    public Column<string> Name => field ??= Text("name", 60, nullable: false);

    public Column<string> Country => field ??= Text("country", 2, nullable: false);
}

/// <summary>Their orders.</summary>
internal sealed class Orders(MetaData metadata) : TypedTable("orders", metadata)
{
    public Column<int> Id => field ??= Int("id", primaryKey: true);

    public Column<int> CustomerId => field ??= Int("customer_id", nullable: false);

    public Column<decimal> Total => field ??= Decimal("total", 10, 2, nullable: false);

    public Column<DateTimeOffset> PlacedAt => field ??= Define<DateTimeOffset>("placed_at", nullable: false);

    protected override IEnumerable<ISchemaItem> Constraints => [new ForeignKeyConstraint(["customer_id"], "customers", ["id"])];
}
