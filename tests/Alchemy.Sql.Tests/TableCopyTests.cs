namespace Alchemy.Tests;

/// <summary>Copies of tables in another MetaData.</summary>
[TestFixture]
public sealed class TableCopyTests
{
    private static Table Users(MetaData metadata, string? schema = null)
    {
        var age = new Column("age", SqlTypes.Integer) { Index = true, Comment = "in years" };
        return new Table("users", metadata, schema,
            new Column("id", SqlTypes.Integer, primaryKey: true),
            new Column("name", SqlTypes.String(20), nullable: false) { Unique = true, ServerDefaultExpression = Sql.Literal("x") },
            age,
            new Column("boss", SqlTypes.Integer, new ForeignKey(schema is null ? "users.id" : schema + ".users.id") { OnDelete = "SET NULL" }),
            new CheckConstraint(age.Typed<int>() > 0, "positive") { Comment = "c" },
            new TableIndex("by_lower", [Func.Lower(Sql.Column<string>("name"))]),
            new SqliteTableOptions { Strict = true })
        {
            Comment = "people", Prefixes = ["UNLOGGED"],
        };
    }

    [Test]
    public void A_copy_is_created_as_the_table_is()
    {
        var (metadata, other) = (new MetaData(), new MetaData());
        var users = Users(metadata);
        users.Info["seen"] = 1;
        users.Column("age").Info["unit"] = "year";
        var copy = users.ToMetadata(other);
        foreach (var dialect in new Dialect[] { Dialects.PostgreSql, Dialects.Sqlite, Dialects.MySql })
        {
            Assert.That(dialect.Ddl.CreateAll(other), Is.EqualTo(dialect.Ddl.CreateAll(metadata)), dialect.Name);
        }

        Assert.That((copy.Info["seen"], copy.Column("age").Info["unit"]), Is.EqualTo(((object)1, (object)"year")));
        Assert.That(copy.CheckConstraints[0].ColumnNames, Is.EqualTo(new[] { "age" }));
        Assert.That(copy.ForeignKeys[0].ReferredTable, Is.SameAs(copy));
        Assert.That(users.ToMetadata(other), Is.SameAs(copy));
        Assert.That(users.Constraints.Select(c => c.Table), Has.All.SameAs(users));
    }

    [Test]
    public void A_copy_has_a_schema_and_a_name_of_its_own()
    {
        var (metadata, other) = (new MetaData(), new MetaData { Schema = "main" });
        _ = new Table("countries", metadata, "world", new Column("id", SqlTypes.Integer, primaryKey: true));
        var towns = new Table("towns", metadata, "shop", new Column("id", SqlTypes.Integer, primaryKey: true), new Column("country", SqlTypes.Integer, new ForeignKey("world.countries.id")), new Column("owner", SqlTypes.Integer, new ForeignKey("shop.owners.id")));
        _ = new Table("owners", metadata, "shop", new Column("id", SqlTypes.Integer, primaryKey: true));
        Assert.That(References(towns.ToMetadata(other)), Is.EqualTo(("shop.towns", "world.countries", "shop.owners")));
        Assert.That(References(towns.ToMetadata(other, null)), Is.EqualTo(("main.towns", "world.countries", "main.owners")));
        Assert.That(References(towns.ToMetadata(other, "tenant", "cities")), Is.EqualTo(("tenant.cities", "world.countries", "tenant.owners")));
        Assert.That(References(towns.ToMetadata(other, "mine", referredSchema: (_, schema) => schema == "world" ? "planet" : schema)), Is.EqualTo(("mine.towns", "planet.countries", "shop.owners")));
        var self = Users(metadata, "shop").ToMetadata(other, "tenant", "people");
        Assert.That(self.ForeignKeys[0].ReferredTable, Is.SameAs(self));

        (string, string, string) References(Table table)
        {
            Assert.That(table.MetaData, Is.SameAs(other));
            var keys = table.ForeignKeys.Select(k => Assert.Throws<InvalidStatementException>(() => _ = k.ReferredTable)!.Message.Split('\'')[3]).ToArray();
            return (table.FullName, keys[0], keys[1]);
        }
    }

    [Test]
    public void Columns_keep_their_keys()
    {
        var metadata = new MetaData { NamingConvention = new NamingConvention { ["uq"] = "uq_%(table_name)s_%(column_0_name)s", ["ck"] = "ck_%(column_0_key)s" } };
        var table = new Table("t", metadata, new Column("TheId", SqlTypes.Integer, primaryKey: true) { Key = "id" }, new Column("Word", SqlTypes.Text) { Key = "word", Unique = true });
        table.Append(new CheckConstraint(table.C("word") != "x"));
        var other = new MetaData { NamingConvention = metadata.NamingConvention };
        var copy = table.ToMetadata(other);
        Assert.That(Dialects.PostgreSql.Ddl.CreateAll(other), Is.EqualTo(Dialects.PostgreSql.Ddl.CreateAll(metadata)).And.EqualTo(new[]
        {
            "CREATE TABLE t (\n    \"TheId\" SERIAL NOT NULL,\n    \"Word\" TEXT,\n    PRIMARY KEY (\"TheId\"),\n    CONSTRAINT \"uq_t_Word\" UNIQUE (\"Word\"),\n    CONSTRAINT ck_word CHECK (\"Word\" != 'x')\n)",
        }));
        Assert.That(copy.C("word").Node, Is.Not.SameAs(table.C("word").Node));
    }

    [Test]
    public void A_sequence_goes_with_its_column()
    {
        var metadata = new MetaData();
        var ids = new Sequence("ids") { MetaData = metadata, Start = 7 };
        var table = new Table("t", metadata, new Column("id", SqlTypes.Integer, ids), new PrimaryKeyConstraint(["id"], "pk_t"));
        var other = new MetaData { Schema = "shop" };
        var copy = table.ToMetadata(other, null);
        Assert.That(Dialects.PostgreSql.Ddl.CreateAll(other), Is.EqualTo(new[] { "CREATE SEQUENCE shop.ids START WITH 7", "CREATE TABLE shop.t (\n    id INTEGER NOT NULL,\n    CONSTRAINT pk_t PRIMARY KEY (id)\n)" }));
        Assert.That(Sql.Insert(copy).Values().ToString(Dialects.PostgreSql), Does.Contain("nextval('shop.ids')"));
        Assert.That(metadata.Sequences, Has.Count.EqualTo(1));
    }

    [Test]
    public void Options_of_one_database_go_with_the_copy()
    {
        var metadata = new MetaData();
        var table = new Table("rooms", metadata, new Column("room", SqlTypes.Integer), new Column("during", SqlTypes.TsRange));
        table.Append(new ExcludeConstraint([("room", "="), ("during", "&&")], "once") { Where = table.C("room") > 5 });
        var view = new CreateView(Sql.Select(table), "shown", metadata) { Options = [new PostgreSqlViewOptions { With = [("security_barrier", true)] }] };
        var other = new MetaData();
        var copy = table.ToMetadata(other, "x");
        Assert.That(Dialects.PostgreSql.Ddl.CreateTable(copy), Does.Contain("WHERE (x.rooms.room > 5)"));
        _ = view.Table.ToMetadata(other);
        Assert.That(Dialects.PostgreSql.Ddl.CreateAll(other)[1], Is.EqualTo("CREATE VIEW shown WITH (security_barrier = true) AS SELECT rooms.room, rooms.during FROM rooms"));
        Assert.That(Dialects.PostgreSql.Ddl.DropAll(other)[0], Is.EqualTo("DROP VIEW IF EXISTS shown"));
    }
}
