namespace Alchemy.Tests;

/// <summary>The tables of the tests of INSERT, UPDATE and DELETE.</summary>
internal static class DmlTables
{
    public static Table Users { get; } = new("users", new MetaData(), Key("id"), Str("name"));

    public static Table Addresses { get; } = new("addresses", new MetaData(), Key("id"), FactTables.Int("user_id"), Str("name"), Str("email_address"));

    public static Table Dingalings { get; } = new("dingalings", new MetaData(), Key("id"), FactTables.Int("address_id"), Str("data"));

    public static Table Foo { get; } = new("foo", new MetaData(), new Column("x", SqlTypes.Null), new Column("y", SqlTypes.Null));

    public static Table WithOnUpdate { get; } = new("mytable_with_onupdate", new MetaData(), FactTables.Int("myid"), Str("name"), Str("description"),
        new Column("updated_at", SqlTypes.DateTime) { OnUpdate = ColumnDefault.Sql(Func.Call<DateTime>("now")) });

    public static Table WithSqlDefault { get; } = new("mytable_w_sql_default", new MetaData(), FactTables.Int("myid"), Str("name"), Str("description"),
        new Column("created_at", SqlTypes.DateTime) { Default = ColumnDefault.Sql(Func.Call<DateTime>("now")) });

    /// <summary>An INTEGER column that is the primary key.</summary>
    public static Column Key(string name) => new(name, SqlTypes.Integer, primaryKey: true);

    private static Column Str(string name) => FactTables.Str(name);
}
