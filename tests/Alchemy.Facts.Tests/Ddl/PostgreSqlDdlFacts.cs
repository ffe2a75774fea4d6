namespace Alchemy.Tests;

/// <summary>test/dialect/postgresql/test_compiler.py, CompileTest: tables, constraints and types with names.</summary>
[TestFixture]
public sealed class PostgreSqlDdlFacts : DdlFactFixture
{
    private static readonly StandardDialect D = FactDialects.PostgreSql;

    private static Table ATable(PostgreSqlTableOptions options) => T("atable", Int("id"), options);

    private static Table Data => T("testtbl", Int("data"));

    private static EnumerationType Somename(string? schema = null) => new(["x", "y", "z"], "somename", schema);

    private static string Mapped(ClauseElement statement, params (string From, string? To)[] map)
        => D.Compile(statement).Fill([], new SchemaMap(map)).Text;

    [Test]
    public void What_comes_after_the_columns()
    {
        Fact(360, D, new CreateTable(ATable(new() { Inherits = ["i1"] })), "CREATE TABLE atable ( id INTEGER ) INHERITS (i1)");
        Fact(362, D, new CreateTable(ATable(new() { Inherits = [new QuotedName("my_schema.parent_table", Quote: false)] })), "CREATE TABLE atable ( id INTEGER ) INHERITS (my_schema.parent_table)");
        Fact(365, D, new CreateTable(T("atable", Int("id"), Int("part_column"), new PostgreSqlTableOptions { PartitionBy = "RANGE (part_column)" })), "CREATE TABLE atable ( id INTEGER, part_column INTEGER ) PARTITION BY RANGE (part_column)");
        Fact(366, D, new CreateTable(ATable(new() { Tablespace = "sometablespace", WithOids = false, OnCommit = "preserve_rows", Using = "heap" })), "CREATE TABLE atable ( id INTEGER ) USING heap WITHOUT OIDS ON COMMIT PRESERVE ROWS TABLESPACE sometablespace");
        Fact(367, D, new CreateTable(ATable(new() { WithOids = true })), "CREATE TABLE atable ( id INTEGER ) WITH OIDS");
        Fact(368, D, new CreateTable(T("anothertable", Int("id"), new PostgreSqlTableOptions { WithOids = false })), "CREATE TABLE anothertable ( id INTEGER ) WITHOUT OIDS");
        Fact(376, D, new CreateTable(T("anothertable", Int("id"), new PostgreSqlTableOptions { Tablespace = "table" })), "CREATE TABLE anothertable ( id INTEGER ) TABLESPACE \"table\"");
        Fact(377, D, new CreateTable(ATable(new() { Using = "heap" })), "CREATE TABLE atable ( id INTEGER ) USING heap");
    }

    [Test]
    public void Storage_parameters()
    {
        Fact(371, D, new CreateTable(T("atable1", new PostgreSqlTableOptions { With = [("fillfactor", 100)] })), "CREATE TABLE atable1 ( ) WITH (fillfactor = 100)");
        Fact(372, D, new CreateTable(T("atable2", new PostgreSqlTableOptions { With = [("toast.autovacuum_insert_scale_factor", 1.25)] })), "CREATE TABLE atable2 ( ) WITH (toast.autovacuum_insert_scale_factor = 1.25)");
        Fact(373, D, new CreateTable(T("atable3", new PostgreSqlTableOptions { With = [("user_catalog_table", false), ("parallel_workers", 15)] })), "CREATE TABLE atable3 ( ) WITH (user_catalog_table = false, parallel_workers = 15)");
        Fact(374, D, new CreateTable(T("atable4", Int("id"), new PostgreSqlTableOptions { With = [("autovacuum_enabled", true), ("autovacuum_analyze_scale_factor", 0.2), ("vacuum_index_cleanup", "auto"), ("vacuum_truncate", null)] })),
            "CREATE TABLE atable4 ( id INTEGER ) WITH (autovacuum_enabled = true, autovacuum_analyze_scale_factor = 0.2, vacuum_index_cleanup = auto, vacuum_truncate)");
    }

    [Test]
    public void Constraints()
    {
        Fact(230, D, new CreateTable(T("test", Int("data"), new CheckConstraint("data > 0", "ck_data") { Deferrable = true })), "CREATE TABLE test ( data INTEGER, CONSTRAINT ck_data CHECK (data > 0) DEFERRABLE )");
        Fact(269, D, new CreateTable(T("testtbl", Int("data"), new CheckConstraint("data = 0") { Options = [new PostgreSqlConstraintOptions { NotValid = true }] })), "CREATE TABLE testtbl ( data INTEGER, CHECK (data = 0) NOT VALID )");
        Fact(281, D, new CreateTable(T("testtbl", Int("a"), new Column("b", SqlTypes.Integer, new ForeignKey("testtbl.a") { Options = [new PostgreSqlConstraintOptions { NotValid = true }] }))),
            "CREATE TABLE testtbl ( a INTEGER, b INTEGER, FOREIGN KEY(b) REFERENCES testtbl (a) NOT VALID )");
        Fact(697, D, new CreateTable(T("test", new Column("id", SqlTypes.Integer, primaryKey: true), new PrimaryKeyConstraint { Deferrable = true })), "CREATE TABLE test ( id SERIAL NOT NULL, PRIMARY KEY (id) DEFERRABLE )");
        Fact(773, D, new CreateTable(T("test", Int("id"), Int("data"), new UniqueConstraint(["id"], "uq_id") { Deferrable = true, Initially = "DEFERRED", Options = [new PostgreSqlConstraintOptions { Include = ["data"] }] })),
            "CREATE TABLE test ( id INTEGER, data INTEGER, CONSTRAINT uq_id UNIQUE (id) INCLUDE (data) DEFERRABLE INITIALLY DEFERRED )");
        Fact(774, D, new CreateTable(T("test", Int("id"), Int("data"), Int("created_at"), new UniqueConstraint(["id"], "uq_id") { Options = [new PostgreSqlConstraintOptions { Include = ["data", "created_at"] }] })),
            "CREATE TABLE test ( id INTEGER, data INTEGER, created_at INTEGER, CONSTRAINT uq_id UNIQUE (id) INCLUDE (data, created_at) )");
    }

    [Test]
    public void Foreign_keys()
    {
        var metadata = new MetaData();
        _ = new Table("t1", metadata, Int("id"));
        var t2 = new Table("t2", metadata, new Column("t1_id", SqlTypes.Integer, new ForeignKey("t1.id") { Deferrable = true }));
        Fact(520, D, new CreateTable(t2), "CREATE TABLE t2 ( t1_id INTEGER, FOREIGN KEY(t1_id) REFERENCES t1 (id) DEFERRABLE )");
        Fact(519, D, Add(t2, new ForeignKeyConstraint(["t1_id"], "t1", ["id"], "fk_t1") { OnDelete = "CASCADE", OnUpdate = "SET NULL", Options = [new PostgreSqlConstraintOptions { NotValid = true }] }),
            "ALTER TABLE t2 ADD CONSTRAINT fk_t1 FOREIGN KEY(t1_id) REFERENCES t1 (id) ON DELETE CASCADE ON UPDATE SET NULL NOT VALID");
        Assert.That(D.Compile(Add(t2, new ForeignKeyConstraint(["t1_id"], "t1", ["id"]) { OnDelete = "SET NULL (t1_id)" })).ToString(), Does.EndWith("ON DELETE SET NULL (t1_id)"));
    }

    [Test]
    public void Values_kept_with_a_key()
    {
        Table Foo() => T("foo", new Column("id", SqlTypes.Integer, nullable: false), Int("value"), Str("misc"));
        Fact(563, D, Add(Foo(), new PrimaryKeyConstraint(["id"]) { Options = [new PostgreSqlConstraintOptions { Include = ["value", "misc"] }] }), "ALTER TABLE foo ADD PRIMARY KEY (id) INCLUDE (value, misc)");
        Fact(564, D, Add(Foo(), new UniqueConstraint(["id"]) { Options = [new PostgreSqlConstraintOptions { Include = ["value"] }] }), "ALTER TABLE foo ADD UNIQUE (id) INCLUDE (value)");
        Fact(565, D, Create(Foo(), new TableIndex("idx", ["id"]) { Options = [new PostgreSqlIndexOptions { Include = ["value"] }] }), "CREATE INDEX idx ON foo (id) INCLUDE (value)");
    }

    [Test]
    public void Whether_NULLs_are_distinct()
    {
        Table Test() => T("test_tbl", Str("data"), Int("data2"), Int("data3"));
        UniqueConstraint Unique(string column, string name, bool? notDistinct) => new([column], name) { Options = [new PostgreSqlConstraintOptions { NullsNotDistinct = notDistinct }] };
        Fact(662, D, Add(Test(), Unique("data", "uq_data1", true)), "ALTER TABLE test_tbl ADD CONSTRAINT uq_data1 UNIQUE NULLS NOT DISTINCT (data)");
        Fact(663, D, Add(Test(), Unique("data2", "uq_data2", false)), "ALTER TABLE test_tbl ADD CONSTRAINT uq_data2 UNIQUE NULLS DISTINCT (data2)");
        Fact(664, D, Add(Test(), Unique("data3", "uq_data3", null)), "ALTER TABLE test_tbl ADD CONSTRAINT uq_data3 UNIQUE (data3)");
        Fact(665, D, Create(Test(), new TableIndex("test_idx3_complex", ["data3"]) { Options = [new PostgreSqlIndexOptions { NullsNotDistinct = true, Include = ["data2"], Where = Test().C("data3") > 5, With = [("fillfactor", 50)] }] }),
            "CREATE INDEX test_idx3_complex ON test_tbl (data3) INCLUDE (data2) NULLS NOT DISTINCT WITH (fillfactor = 50) WHERE data3 > 5");
        Fact(666, D, Create(Test(), new TableIndex("test_idx1", ["data"], unique: true) { Options = [new PostgreSqlIndexOptions { NullsNotDistinct = true }] }), "CREATE UNIQUE INDEX test_idx1 ON test_tbl (data) NULLS NOT DISTINCT");
        Fact(667, D, Create(Test(), new TableIndex("test_idx2", ["data2"], unique: true) { Options = [new PostgreSqlIndexOptions { NullsNotDistinct = false }] }), "CREATE UNIQUE INDEX test_idx2 ON test_tbl (data2) NULLS DISTINCT");
        Fact(668, D, Create(Test(), new TableIndex("test_idx3", ["data3"], unique: true)), "CREATE UNIQUE INDEX test_idx3 ON test_tbl (data3)");
    }

    [Test]
    public void Indexes()
    {
        Fact(288, D, Create(Data, new TableIndex("test_idx1", ["data"]) { Options = [new PostgreSqlIndexOptions { Concurrently = true }] }), "CREATE INDEX CONCURRENTLY test_idx1 ON testtbl (data)");
        Fact(289, D, Create(Data, new TableIndex("test_idx1", ["data"])), "CREATE INDEX test_idx1 ON testtbl (data)");
        Fact(418, D, new DropIndex(Create(Data, new TableIndex("test_idx1", ["data"]) { Options = [new PostgreSqlIndexOptions { Concurrently = true }] }).Index), "DROP INDEX CONCURRENTLY test_idx1");
        Fact(419, D, new DropIndex(Create(Data, new TableIndex("test_idx1", ["data"])).Index), "DROP INDEX test_idx1");
        var xy = T("testtbl", Int("x"), Int("y"));
        Fact(296, D, Create(xy, new TableIndex("test_idx1", [Sql.Value(5).FloorDiv(xy.C("x") + xy.C("y"))])), "CREATE INDEX test_idx1 ON testtbl ((5 / (x + y)))");
        Fact(300, D, Create(Data, new TableIndex("test_idx1", [Data.C("data") + 5])), "CREATE INDEX test_idx1 ON testtbl ((data + 5))");
        Fact(322, D, Create(Data, new TableIndex("test_idx2", ["data"]) { Options = [new PostgreSqlIndexOptions { Tablespace = "sometablespace" }] }), "CREATE INDEX test_idx2 ON testtbl (data) TABLESPACE sometablespace");
        Fact(323, D, Create(Data, new TableIndex("test_idx3", ["data"]) { Options = [new PostgreSqlIndexOptions { Tablespace = "another table space" }] }), "CREATE INDEX test_idx3 ON testtbl (data) TABLESPACE \"another table space\"");
        Fact(331, D, Create(Data, new TableIndex("test_idx2", ["data"]) { Options = [new PostgreSqlIndexOptions { Using = "btree" }] }), "CREATE INDEX test_idx2 ON testtbl USING btree (data)");
        Fact(332, D, Create(Data, new TableIndex("test_idx3", ["data"]) { Options = [new PostgreSqlIndexOptions { Using = "hash" }] }), "CREATE INDEX test_idx3 ON testtbl USING hash (data)");
        var where = Sql.And(Data.C("data") > 5, Data.C("data") < 10);
        Fact(314, D, Create(Data, new TableIndex("test_idx1", ["data"]) { Options = [new PostgreSqlIndexOptions { Using = "btree", Tablespace = "atablespace", With = [("fillfactor", 60)], Where = where }] }),
            "CREATE INDEX test_idx1 ON testtbl USING btree (data) WITH (fillfactor = 60) TABLESPACE atablespace WHERE data > 5 AND data < 10");
    }

    [Test]
    public void Operator_classes()
    {
        var table = T("testtbl", Str("data"), Int("data2"));
        TableIndex Index(string name, IReadOnlyList<IndexItem> items, params (string Key, string Class)[] ops) => new(name, items) { Options = [new PostgreSqlIndexOptions { Ops = ops.ToDictionary(o => o.Key, o => o.Class) }] };
        Fact(315, D, Create(table, Index("test_idx1", ["data"], ("data", "text_pattern_ops"))), "CREATE INDEX test_idx1 ON testtbl (data text_pattern_ops)");
        Fact(316, D, Create(table, Index("test_idx2", ["data", "data2"], ("data", "text_pattern_ops"), ("data2", "int4_ops"))), "CREATE INDEX test_idx2 ON testtbl (data text_pattern_ops, data2 int4_ops)");
        Fact(307, D, Create(table, Index("test_idx1", [Func.Lower(table.C("data")).As("data_lower")], ("data_lower", "text_pattern_ops"))), "CREATE INDEX test_idx1 ON testtbl (lower(data) text_pattern_ops)");
        var xyz = new UntypedColumn(new FunctionCall("xyz", [table.Column("data")], SqlTypes.Integer));
        Fact(308, D, Create(table, Index("test_idx2", [(xyz + table.C("data2")).As("bar"), table.C("data2").As("foo")], ("bar", "text_pattern_ops"), ("foo", "int4_ops"))),
            "CREATE INDEX test_idx2 ON testtbl ((xyz(data) + data2) text_pattern_ops, data2 int4_ops)");
    }

    [Test]
    public void Exclusions()
    {
        Table Room(SqlType? type = null) => T("testtbl", new Column("room", type ?? SqlTypes.String()));
        Fact(424, D, Add(Room(), new ExcludeConstraint([(Room().C("room").Cast(SqlTypes.Text), "=")])), "ALTER TABLE testtbl ADD EXCLUDE USING gist (CAST(room AS TEXT) WITH =)");
        Fact(426, D, Add(T("testtbl", Str("Some Column Name")), new ExcludeConstraint([("Some Column Name", "=")])), "ALTER TABLE testtbl ADD EXCLUDE USING gist (\"Some Column Name\" WITH =)");
        Fact(427, D, Add(Room(), new ExcludeConstraint([("room", "=")])), "ALTER TABLE testtbl ADD EXCLUDE USING gist (room WITH =)");
        Fact(437, D, Add(Room(), new ExcludeConstraint([(Sql.Text("room::TEXT"), "=")])), "ALTER TABLE testtbl ADD EXCLUDE USING gist (room::TEXT WITH =)");
        var room = T("testtbl", new Column("room", SqlTypes.Integer, primaryKey: true));
        Fact(430, D, Add(room, new ExcludeConstraint([(room.C("room"), "=")]) { Where = room.C("room") > 5, Using = "foobar" }), "ALTER TABLE testtbl ADD EXCLUDE USING foobar (room WITH =) WHERE (testtbl.room > 5)");
        Fact(431, D, new CreateTable(room), "CREATE TABLE testtbl ( room SERIAL NOT NULL, PRIMARY KEY (room), EXCLUDE USING foobar (room WITH =) WHERE (testtbl.room > 5) )");
        Assert.Throws<CompileException>(() => Dialects.MySql.Compile(new CreateTable(room)));
    }

    [Test]
    public void Exclusions_of_expressions()
    {
        const string Range = "daterange(valid_from_date, valid_thru_date, '[]')";
        AddConstraint Valid(bool deferrable, string initially) => Add(T("mytable"), new ExcludeConstraint([(Sql.LiteralColumn(Range), "&&")], "ex_mytable_valid_date_range")
        {
            Where = Sql.Column("valid_from_date", SqlTypes.Date) <= Sql.Column("valid_thru_date", SqlTypes.Date), Deferrable = deferrable, Initially = initially,
        });
        Fact(265, D, Valid(false, "immediate"), "ALTER TABLE mytable ADD CONSTRAINT ex_mytable_valid_date_range EXCLUDE USING gist (daterange(valid_from_date, valid_thru_date, '[]') WITH &&) WHERE (valid_from_date <= valid_thru_date) NOT DEFERRABLE INITIALLY immediate");
        Fact(267, D, Valid(true, "deferred"), "ALTER TABLE mytable ADD CONSTRAINT ex_mytable_valid_date_range EXCLUDE USING gist (daterange(valid_from_date, valid_thru_date, '[]') WITH &&) WHERE (valid_from_date <= valid_thru_date) DEFERRABLE INITIALLY deferred");
        AddConstraint Complex(string name)
        {
            var t = T(name, Int("x"), Int("y"));
            ColumnElement x = t.C("x").Node, y = t.C("y").Node;
            return Add(t, new ExcludeConstraint([(x, "*"), (Sql.Text("x-y"), "%"), (Sql.LiteralColumn("x+y"), "$"), (x.FloorDiv(y), "??"),
                (Power(x), "="), (Int8Range(Sql.Column("y", SqlTypes.Integer)), "&&"), ("y", "^")]));
        }

        Fact(428, D, Complex("foo"), "ALTER TABLE foo ADD EXCLUDE USING gist (x WITH *, x-y WITH %, x+y WITH $, x / y WITH ??, power(x, 42) WITH =, int8range(x, y) WITH &&, y WITH ^)");
        Fact(429, D, Complex("bar"), "ALTER TABLE bar ADD EXCLUDE USING gist (x WITH *, x-y WITH %, x+y WITH $, x / y WITH ??, power(x, 42) WITH =, int8range(x, y) WITH &&, y WITH ^)");
        var foo = T("foo", Int("x"), Int("y"));
        Fact(432, D, Add(foo, new ExcludeConstraint([(Int8Range(foo.C("y")), "&&")])), "ALTER TABLE foo ADD EXCLUDE USING gist (int8range(x, y) WITH &&)");
        Fact(434, D, Add(foo, new ExcludeConstraint([(Power(foo.C("x")), "="), (Int8Range(Sql.Value("y")), "&&")])), "ALTER TABLE foo ADD EXCLUDE USING gist (power(x, 42) WITH =, int8range(x, 'y') WITH &&)");
    }

    [Test]
    public void Enumerations_are_types_with_a_name()
    {
        Fact(277, D, new CreateType(PostgreSqlTypes.Enum("myname", "val1", "val2", "val's 3", "méil")), "CREATE TYPE myname AS ENUM ('val1', 'val2', 'val''s 3', 'méil')");
        Fact(278, D, new CreateType(PostgreSqlTypes.Enum("PleaseQuoteMe", "val1", "val2", "val's 3")), "CREATE TYPE \"PleaseQuoteMe\" AS ENUM ('val1', 'val2', 'val''s 3')");
        Assert.That(D.Compile(new DropType(Somename("s"))).ToString(), Is.EqualTo("DROP TYPE s.somename"));
        Assert.Throws<CompileException>(() => D.Types.Render(SqlTypes.Enum(null, "a")));
    }

    [Test]
    public void The_schema_of_a_type_can_be_another()
    {
        (string, string?)[] map = [("", "foo"), ("someschema", "bar")];
        Fact(279, Mapped(new CreateType(Somename()), map), "CREATE TYPE foo.somename AS ENUM ('x', 'y', 'z')");
        Fact(280, Mapped(new CreateType(Somename("someschema")), map), "CREATE TYPE bar.somename AS ENUM ('x', 'y', 'z')");
        Fact(370, Mapped(new CreateTable(T("some_table", new Column("q", Somename()), new Column("p", Somename("someschema")))), map), "CREATE TABLE foo.some_table ( q foo.somename, p bar.somename )");
        Fact(357, Mapped(new CreateTable(T("some_table", new Column("q", SqlTypes.Array(Somename())), new Column("p", SqlTypes.Array(Somename("someschema"))))), map), "CREATE TABLE foo.some_table ( q foo.somename[], p bar.somename[] )");
        Fact(229, Mapped(Sql.Select(Sql.Cast(Sql.Column("foo"), Somename()).As("foo"), Sql.Cast(Sql.Column("bar"), Somename("someschema")).As("bar")), ("", "bat"), ("someschema", "hoho")),
            "SELECT CAST(foo AS bat.somename) AS foo, CAST(bar AS hoho.somename) AS bar");
    }

    [Test]
    public void Domains()
    {
        Fact(411, D, new CreateType(new DomainType("x", SqlTypes.Integer) { Default = Sql.Text("11"), NotNull = true, Check = Sql.Text("VALUE < 0") }), "CREATE DOMAIN x AS INTEGER DEFAULT 11 NOT NULL CHECK (VALUE < 0)");
        Fact(412, D, new CreateType(new DomainType("sOmEnAmE", SqlTypes.Text) { Collation = "utf8", ConstraintName = "a constraint", NotNull = true }), "CREATE DOMAIN \"sOmEnAmE\" AS TEXT COLLATE utf8 CONSTRAINT \"a constraint\" NOT NULL");
        Fact(413, D, new CreateType(new DomainType("foo", SqlTypes.Text) { Collation = "utf8", Default = Sql.Value("foobar"), ConstraintName = "no_bar", NotNull = true, Check = Sql.Text("VALUE != 'bar'") }),
            "CREATE DOMAIN foo AS TEXT COLLATE utf8 DEFAULT 'foobar' CONSTRAINT no_bar NOT NULL CHECK (VALUE != 'bar')");
        Fact(414, D, new CreateType(new DomainType("foo", SqlTypes.Text) { Collation = "my-coll", CollationSchema = "CollSchema" }), "CREATE DOMAIN foo AS TEXT COLLATE \"CollSchema\".\"my-coll\"");
        Fact(226, D, Sql.Select(Sql.Cast(Sql.Column("foo"), new DomainType("somename", SqlTypes.Integer)).As("foo"), Sql.Cast(Sql.Column("bar"), new DomainType("somename", SqlTypes.Integer, "someschema")).As("bar")),
            "SELECT CAST(foo AS somename) AS foo, CAST(bar AS someschema.somename) AS bar");
        Assert.That(D.Compile(new DropType(new DomainType("x", SqlTypes.Integer))).ToString(), Is.EqualTo("DROP DOMAIN x"));
    }

    [Test]
    public void A_default_of_values()
        => Fact(2094, D, new CreateTable(T("t", new Column("x", SqlTypes.Array(SqlTypes.Integer)) { ServerDefaultExpression = Sql.Array(1, 2, 3) })), "CREATE TABLE t ( x INTEGER[] DEFAULT ARRAY[1, 2, 3] )");

    private static FunctionCall Power(ColumnElement x) => new("power", [x.Node, Sql.Value(42).Node], SqlTypes.Integer);

    private static FunctionCall Int8Range(ColumnElement to) => new("int8range", [Sql.Column("x", SqlTypes.Integer).Node, to.Node], SqlTypes.Int8Range);
}
