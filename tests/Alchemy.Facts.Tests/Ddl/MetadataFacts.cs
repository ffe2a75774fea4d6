namespace Alchemy.Tests;

/// <summary>test/sql/test_metadata.py: NamingConventionTest, SchemaTest, TableTest, UseExistingTest.</summary>
[TestFixture]
public sealed class MetadataFacts : DdlFactFixture
{
    private static readonly StandardDialect Short = FactDialects.Default.With(f => f with { MaxIdentifierLength = 15, LabelLength = 9999 });

    private static readonly string[] UserData = ["user_data", "user_data2", "user_data3"];

    [Test]
    public void Names_that_tables_and_columns_make()
    {
        var index = Foo(new NamingConvention { ["ix"] = "ix_%(column_0_label)s" }, new Column("id", SqlTypes.Integer) { Index = true });
        Fact(3030, new CreateIndex(index.Indexes[0]), "CREATE INDEX ix_foo_id ON foo (id)");
        var unique = Foo(new NamingConvention { ["ck"] = "foo" }, new Column("id", SqlTypes.Integer) { Unique = true });
        Fact(3033, new AddConstraint(unique.UniqueConstraints[0]), "ALTER TABLE foo ADD UNIQUE (id)");
        var t = new Table("t", new MetaData { NamingConvention = new NamingConvention { ["ix"] = "ix_%(column_0_label)s" } }, Int("q"), Int("p"));
        Fact(3035, Create(t, new TableIndex(null, [t.C("q") + 5])), "CREATE INDEX ix_t_q ON t (q + 5)");
        Fact(3074, Add(User(new NamingConvention { ["uq"] = "uq_%(table_name)s_%(column_0_name)s" }), new UniqueConstraint(["data"], "myname") { IsNameFinal = true }), "ALTER TABLE \"user\" ADD CONSTRAINT myname UNIQUE (data)");
    }

    [Test]
    public void Names_of_all_columns()
    {
        Fact(3038, Default, Address("fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s_%(referred_column_0_N_name)s"),
            "ALTER TABLE address ADD CONSTRAINT \"fk_address_UserData_UserData2_UserData3_user_data_Data2_Data3\" FOREIGN KEY(\"UserData\", \"UserData2\", \"UserData3\") REFERENCES \"user\" (data, \"Data2\", \"Data3\")");
        const string merged = "fk_%(table_name)s_%(column_0N_name)s_%(referred_table_name)s_%(referred_column_0N_name)s";
        Fact(3036, Default, Address(merged),
            "ALTER TABLE address ADD CONSTRAINT \"fk_address_UserDataUserData2UserData3_user_dataData2Data3\" FOREIGN KEY(\"UserData\", \"UserData2\", \"UserData3\") REFERENCES \"user\" (data, \"Data2\", \"Data3\")");
        Fact(3037, Short, Address(merged), "ALTER TABLE address ADD CONSTRAINT fk_addr_f9ff FOREIGN KEY(\"UserData\", \"UserData2\", \"UserData3\") REFERENCES \"user\" (data, \"Data2\", \"Data3\")");
        var user = User(new NamingConvention { ["ix"] = "ix_%(table_name)s_%(column_0N_name)s" });
        Fact(3039, Short, Create(user, new TableIndex(null, ["data", "data2", "data3"])), "CREATE INDEX ix_user_2de9 ON \"user\" (data, \"Data2\", \"Data3\")");
    }

    [Test]
    public void Schemas()
    {
        var d = FactDialects.Sqlite;
        Fact(3076, d.Compile(new CreateSchema("sa_schema")).ToString(), "CREATE SCHEMA sa_schema");
        Fact(3077, d.Compile(new CreateSchema("sa_schema", ifNotExists: true)).ToString(), "CREATE SCHEMA IF NOT EXISTS sa_schema");
        Fact(3078, d.Compile(new DropSchema("sa_schema")).ToString(), "DROP SCHEMA sa_schema");
        Fact(3079, d.Compile(new DropSchema("sa_schema", ifExists: true)).ToString(), "DROP SCHEMA IF EXISTS sa_schema");
        Fact(3080, d.Compile(new DropSchema("sa_schema", cascade: true)).ToString(), "DROP SCHEMA sa_schema CASCADE");
    }

    [Test]
    public void Words_before_TABLE()
    {
        var d = FactDialects.Sqlite;
        Fact(3090, d, new CreateTable(new Table("temporary_table_1", new MetaData(), Int("col1")) { Prefixes = ["TEMPORARY"] }), "CREATE TEMPORARY TABLE temporary_table_1 ( col1 INTEGER )");
        Fact(3091, d.Compile(new CreateTable(new Table("temporary_table_2", new MetaData(), Int("col1")) { Prefixes = ["VIRTUAL"] })).ToString(), "CREATE VIRTUAL TABLE temporary_table_2 ( col1 INTEGER )");
    }

    [Test]
    public void A_table_has_one_column_of_a_name()
    {
        Fact(3096, FactDialects.Sqlite, Sql.Select(T("users", Str("a"), Str("b"))), "SELECT users.a, users.b FROM users");
        Assert.That(() => T("users", Str("a"), Str("b"), Str("b")), Throws.TypeOf<InvalidStatementException>().With.Message.Contains("'b'"));
    }

    private static Column Keyed(string name, string? key = null) => new(name, SqlTypes.String(30)) { Key = key ?? name.ToLowerInvariant() };

    private static Table Foo(NamingConvention convention, Column id) => new("foo", new MetaData { NamingConvention = convention }, id, Int("foo_id"));

    private static Table User(NamingConvention convention)
        => new("user", new MetaData { NamingConvention = convention }, new Column("id", SqlTypes.Integer, primaryKey: true), Str("data", 30), Keyed("Data2"), Keyed("Data3"));

    private static AddConstraint Address(string form)
    {
        var user = User(new NamingConvention { ["fk"] = form });
        var address = new Table("address", user.MetaData, [new Column("id", SqlTypes.Integer, primaryKey: true), Keyed("UserData", UserData[0]), Keyed("UserData2", UserData[1]), Keyed("UserData3", UserData[2])]);
        return Add(address, new ForeignKeyConstraint(UserData, "user", ["data", "data2", "data3"]));
    }
}
