namespace Alchemy.Tests;

/// <summary>The tables that the tests speak about.</summary>
internal sealed class Users(MetaData metadata) : TypedTable("users", metadata)
{
    public Users()
        : this(new MetaData())
    {
    }

    public Column<int> Id => field ??= Int("id", primaryKey: true);

    public Column<string> Name => field ??= Text("name", 50, nullable: false);

    public Column<int> Age => field ??= Int("age");

    public Column<bool> Active => field ??= Define<bool>("active", nullable: false);

    public Column<decimal> Credit => field ??= Decimal("credit", 10, 2);

    public Column<DateTimeOffset> Seen => field ??= Define<DateTimeOffset>("seen");
}

/// <summary>Orders of users.</summary>
internal sealed class Orders(MetaData metadata) : TypedTable("orders", metadata)
{
    public Orders()
        : this(new MetaData())
    {
    }

    public Column<int> Id => field ??= Int("id", primaryKey: true);

    public Column<int> UserId => field ??= Int("user_id", nullable: false);

    public Column<decimal> Total => field ??= Decimal("total");

    protected override IEnumerable<ISchemaItem> Constraints => [new ForeignKeyConstraint(["user_id"], "users", ["id"])];
}
