namespace Alchemy.Tests;

/// <summary>Definitions as each database reads them.</summary>
[TestFixture]
public sealed class DefinitionTextTests
{
    private static Table Of(string name, params ISchemaItem[] items) => new(name, new MetaData(), items);

    private static Column Int(string name) => new(name, SqlTypes.Integer);

    private static string Text(Dialect dialect, ClauseElement statement) => System.Text.RegularExpressions.Regex.Replace(dialect.Compile(statement).Text, @"\s+", " ").Replace("( ", "(").Replace(" )", ")");

    private static string Index(Dialect dialect, Table table, TableIndex index)
    {
        table.Append(index);
        return Text(dialect, new CreateIndex(index));
    }

    [Test]
    public void MySql_has_functions_as_defaults_in_parentheses_since_they_are_there()
    {
        var t = Of("t", new Column("a", SqlTypes.String(10), serverDefault: "lower('hi')"), new Column("b", SqlTypes.DateTime, serverDefault: "now() On  UpDate now()"), new Column("c", SqlTypes.DateTime, serverDefault: "nOW(3)"),
            new Column("d", SqlTypes.String(10)) { ServerDefaultExpression = Sql.Literal("some str") }, new Column("e", SqlTypes.DateTime) { ServerDefaultExpression = Func.Call("current_timestamp") });
        const string others = "b DATETIME(6) DEFAULT now() On UpDate now(), c DATETIME(6) DEFAULT nOW(3), d VARCHAR(10) DEFAULT 'some str', e DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6))";
        Assert.That(Text(Dialects.MySql, new CreateTable(t)), Is.EqualTo("CREATE TABLE t (a VARCHAR(10) DEFAULT (lower('hi')), " + others));
        Assert.That(Text(new MySqlDialect(new Version(8, 0, 12)), new CreateTable(t)), Is.EqualTo("CREATE TABLE t (a VARCHAR(10) DEFAULT lower('hi'), " + others));
        Assert.That(Text(new MariaDbDialect(new Version(10, 1)), new CreateTable(t)), Is.EqualTo("CREATE TABLE t (a VARCHAR(10) DEFAULT lower('hi'), " + others));
        Assert.That(Text(Dialects.MariaDb, new CreateTable(t)), Is.EqualTo("CREATE TABLE t (a VARCHAR(10) DEFAULT (lower('hi')), " + others));
    }

    [Test]
    public void MySql_has_expressions_of_an_index_in_parentheses()
    {
        var t = Of("t", Int("data"));
        Assert.That(Index(Dialects.MySql, t, new TableIndex("i", [Func.Call("radians", t.C("data"))])), Is.EqualTo("CREATE INDEX i ON t ((radians(data)))"));
        Assert.That(Index(Dialects.MySql, t, new TableIndex("i", [-t.C("data")])), Is.EqualTo("CREATE INDEX i ON t ((-data))"));
        Assert.That(Index(Dialects.MariaDb, t, new TableIndex("i", ["data"]) { Options = [new MySqlIndexOptions { Prefix = "FULLTEXT", Length = 10 }] }), Is.EqualTo("CREATE FULLTEXT INDEX i ON t (data(10))"));
    }

    [Test]
    public void A_type_with_a_name_is_in_the_schema_of_its_map()
    {
        var (bare, named) = (SqlTypes.Enum("somename", "x"), SqlTypes.Enum("somename", "x") with { Schema = "someschema" });
        var map = new SchemaMap(("", "foo"), ("someschema", "bar"));
        var table = Of("some_table", new Column("q", bare), new Column("p", named), new Column("r", SqlTypes.Array(bare)));
        Assert.That(Filled(new CreateTable(table)), Does.Contain("CREATE TABLE foo.some_table").And.Contain("q foo.somename").And.Contain("p bar.somename").And.Contain("r foo.somename[]"));
        Assert.That(Filled(new CreateType(bare)), Is.EqualTo("CREATE TYPE foo.somename AS ENUM ('x')"));
        Assert.That(Filled(new CreateType(new DomainType("d", SqlTypes.Integer))).Trim(), Is.EqualTo("CREATE DOMAIN foo.d AS INTEGER"));
        Assert.That(Filled(new DropType(named)), Is.EqualTo("DROP TYPE bar.somename"));

        string Filled(ClauseElement statement) => Dialects.PostgreSql.Compile(statement).Fill([], map).Text;
    }

    [Test]
    public void Naming_conventions_of_every_form()
    {
        (string Form, string Name)[] forms = [("pk_%(table_name)s", "pk_t1"), ("pk_%(column_0_name)s", "pk_x"), ("pk_%(column_0_N_name)s", "pk_x_y"), ("pk_%(column_0_N_label)s", "pk_t1_x_t1_y"), ("%(column_0_name)s", "x"), ("%(column_0N_name)s", "xy")];
        foreach (var (form, name) in forms)
        {
            var metadata = new MetaData { NamingConvention = new NamingConvention { ["pk"] = form } };
            var t1 = new Table("t1", metadata, Int("x"), Int("y"), new PrimaryKeyConstraint(["x", "y"]));
            Assert.That(Text(Dialects.Standard, new CreateTable(t1)), Is.EqualTo($"CREATE TABLE t1 (x INTEGER NOT NULL, y INTEGER NOT NULL, CONSTRAINT {name} PRIMARY KEY (x, y))"));
            var own = new Table("t2", metadata, new Column("x", SqlTypes.Integer, primaryKey: true), new PrimaryKeyConstraint(["x"], "myname"));
            Assert.That(own.PrimaryKeyConstraint.FinalName, Is.EqualTo("myname"));
            Assert.That(Text(Dialects.Standard, new CreateTable(new Table("t3", metadata, new Column("x", SqlTypes.Integer, nullable: false)))), Is.EqualTo("CREATE TABLE t3 (x INTEGER NOT NULL)"));
        }
    }

    [Test]
    public void Checks_that_types_ask_for_are_named_too()
    {
        var metadata = new MetaData { NamingConvention = new NamingConvention { ["ck"] = "ck_%(table_name)s_%(constraint_name)s" } };
        var named = new Table("t", metadata, new Column("x", new BooleanType { CreateConstraint = true, ConstraintName = "foo" }));
        Assert.That(Text(Dialects.Standard, new CreateTable(named)), Is.EqualTo("CREATE TABLE t (x BOOLEAN, CONSTRAINT ck_t_foo CHECK (x IN (0, 1)))"));
        var unnamed = new Table("u", metadata, new Column("x", new BooleanType { CreateConstraint = true }));
        Assert.That(Text(Dialects.PostgreSql, new CreateTable(unnamed)), Is.EqualTo("CREATE TABLE u (x BOOLEAN)"));
        Assert.That(() => Text(Dialects.Standard, new CreateTable(unnamed)), Throws.TypeOf<InvalidStatementException>().With.Message.Contains("has no name"));
    }

    [Test]
    public void Constraints_are_added_later()
    {
        var t = Of("tbl", Int("a"), Int("b"));
        var key = new PrimaryKeyConstraint(["a"]);
        t.Append(key);
        Assert.That(Text(Dialects.Standard, new AddConstraint(key)), Is.EqualTo("ALTER TABLE tbl ADD PRIMARY KEY (a)"));
        var unique = new UniqueConstraint(["some_name"]);
        t.Append(unique);
        var copy = t.ToMetadata(new MetaData());
        Assert.That(Text(Dialects.Standard, new AddConstraint(copy.UniqueConstraints[0])), Is.EqualTo("ALTER TABLE tbl ADD UNIQUE (some_name)"));
        var metadata = new MetaData();
        _ = new Table("t1", metadata, new Column("a", SqlTypes.Integer, primaryKey: true));
        var foreign = new ForeignKeyConstraint(["b"], "t1", ["a"], "fk_test") { OnDelete = "CASCADE", OnUpdate = "SET NULL", Match = "FULL", Deferrable = true, Initially = "IMMEDIATE" };
        new Table("t2", metadata, Int("b")).Append(foreign);
        Assert.That(Text(Dialects.Standard, new AddConstraint(foreign)), Is.EqualTo("ALTER TABLE t2 ADD CONSTRAINT fk_test FOREIGN KEY(b) REFERENCES t1 (a) MATCH FULL ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY IMMEDIATE"));
    }

    [Test]
    public void SqlServers_identities_and_keys()
    {
        string Made(params ISchemaItem[] items) => Text(Dialects.SqlServer, new CreateTable(Of("test", items)));
        Assert.That(Made(new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false)), Is.EqualTo("CREATE TABLE test (id INTEGER NOT NULL, PRIMARY KEY (id))"));
        Assert.That(Made(new Column("id", SqlTypes.Integer, new Identity { Increment = 42 })), Is.EqualTo("CREATE TABLE test (id INTEGER NOT NULL IDENTITY(1,42))"));
        Assert.That(Made(new Column("id", SqlTypes.Integer, autoIncrement: true)), Is.EqualTo("CREATE TABLE test (id INTEGER NOT NULL IDENTITY)"));
        Assert.That(Made(new Column("id", SqlTypes.Integer, new Identity { Start = 0 })), Is.EqualTo("CREATE TABLE test (id INTEGER NOT NULL IDENTITY(0,1))"));
        Assert.That(Made(new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column("x", SqlTypes.Integer, new Identity { Start = 3, Increment = 42 })),
            Is.EqualTo("CREATE TABLE test (id INTEGER NOT NULL, x INTEGER NOT NULL IDENTITY(3,42), PRIMARY KEY (id))"));
        var t = Of("test", Int("x"), Int("y"));
        Assert.That(Index(Dialects.SqlServer, t, new TableIndex("foo", [t.C("x").Desc(), "y"])), Is.EqualTo("CREATE INDEX foo ON test (x DESC, y)"));
        Assert.That(Index(Dialects.SqlServer, t, new TableIndex("foo", []) { Options = [new SqlServerIndexOptions { Clustered = true, ColumnStore = true }] }), Is.EqualTo("CREATE CLUSTERED COLUMNSTORE INDEX foo ON test"));
        Assert.That(Index(Dialects.SqlServer, t, new TableIndex("foo", ["x"]) { Options = [new SqlServerIndexOptions { Clustered = false, Where = Sql.Text("y > 1") }] }), Is.EqualTo("CREATE NONCLUSTERED INDEX foo ON test (x) WHERE y > 1"));
    }

    [Test]
    public void PostgreSqls_indexes_of_text_and_labels()
    {
        var t = Of("t", Int("d1"), Int("d2"));
        var ops = new PostgreSqlIndexOptions { Ops = new Dictionary<string, string> { ["d1"] = "x1", ["d2"] = "x2", ["g"] = "x3" } };
        Assert.That(Index(Dialects.PostgreSql, t, new TableIndex("i", [Sql.Text("y"), t.C("d2")])), Is.EqualTo("CREATE INDEX i ON t (y, d2)"));
        Assert.That(Index(Dialects.PostgreSql, t, new TableIndex("i", [t.C("d1"), t.C("d2") > 5, Sql.Text("q")]) { Options = [ops] }), Is.EqualTo("CREATE INDEX i ON t (d1 x1, (d2 > 5), q)"));
        Assert.That(Index(Dialects.PostgreSql, t, new TableIndex("i", [t.C("d1"), (t.C("d2") > 5).As("g"), Sql.Text("q")]) { Options = [ops] }), Is.EqualTo("CREATE INDEX i ON t (d1 x1, (d2 > 5) x3, q)"));
        Assert.That(Index(Dialects.PostgreSql, t, new TableIndex("i", ["d1"]) { Options = [new PostgreSqlIndexOptions { Using = "brin", With = [("pages_per_range", 1), ("autosummarize", null)] }] }), Is.EqualTo("CREATE INDEX i ON t USING brin (d1) WITH (pages_per_range = 1, autosummarize)"));
        Assert.That(() => Index(Dialects.PostgreSql, t, new TableIndex("i", ["d1"]) { Options = [new PostgreSqlIndexOptions { Using = "gin; drop" }] }), Throws.TypeOf<CompileException>());
        var key = Of("test", Int("id"), Int("at"), new PrimaryKeyConstraint(["id"]) { Deferrable = true, Initially = "IMMEDIATE", Options = [new PostgreSqlConstraintOptions { Include = ["at"] }] });
        Assert.That(Text(Dialects.PostgreSql, new CreateTable(key)), Is.EqualTo("CREATE TABLE test (id SERIAL NOT NULL, at INTEGER, PRIMARY KEY (id) INCLUDE (at) DEFERRABLE INITIALLY IMMEDIATE)"));
    }

    [Test]
    public void Tables_of_selects_with_everything()
    {
        var src = Of("src", Int("id"), new Column("name", SqlTypes.Text));
        var select = Sql.Select(src.C("id")).Where(src.C<string>("name").In("a", "b")).Distinct().OrderBy(src.C("id")).Limit(10).Offset(5);
        Assert.That(Text(Dialects.PostgreSql, select.Into("dst")), Is.EqualTo("CREATE TABLE dst AS SELECT DISTINCT src.id FROM src WHERE src.name IN ('a', 'b') ORDER BY src.id LIMIT 10 OFFSET 5"));
        Assert.That(Text(Dialects.Oracle, new CreateView(select, "v", materialized: true)), Does.StartWith("CREATE MATERIALIZED VIEW v AS SELECT DISTINCT src.id FROM src WHERE src.name IN ('a', 'b') ORDER BY src.id OFFSET 5 ROWS FETCH"));
        var cte = Sql.Select(src.C("id")).Where(src.C("id") > 1).Cte("c");
        Assert.That(Text(Dialects.Sqlite, new CreateView(Sql.Select(cte), "v")), Is.EqualTo("CREATE VIEW v AS WITH c AS (SELECT src.id AS id FROM src WHERE src.id > 1) SELECT c.id FROM c"));
        Assert.That(Text(Dialects.SqlServer, Sql.Select(src).OrderBy(src.C("id")).Limit(3).Into("dst")), Is.EqualTo("SELECT TOP 3 src.id, src.name INTO dst FROM src ORDER BY src.id"));
        Assert.That(Text(FormatPostgreSql, new CreateView(Sql.Select(src).Where(src.C("name").Like("a%")), "v")), Is.EqualTo("CREATE VIEW v AS SELECT src.id, src.name FROM src WHERE src.name LIKE 'a%'"));
    }

    private static StandardDialect FormatPostgreSql { get; } = Dialects.PostgreSql.With(f => f with { ParameterStyle = ParameterStyle.NamedFormat });
}
