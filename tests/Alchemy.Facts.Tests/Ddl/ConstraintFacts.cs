namespace Alchemy.Tests;

/// <summary>test/sql/test_constraints.py, ConstraintCompilationTest, ConstraintCompositionTest and ConstraintGenTest; test/sql/test_compiler.py, DDLTest.</summary>
[TestFixture]
public sealed class ConstraintFacts : DdlFactFixture
{
    private static Table Tbl => T("tbl", Int("a"), Int("b"));

    [Test]
    public void A_check_in_the_columns_line()
    {
        Fact(1836, new CreateTable(T("tbl", new Column("a", SqlTypes.Integer, new CheckConstraint("a > 5", "ck_a_greater_five")))),
            "CREATE TABLE tbl ( a INTEGER CONSTRAINT ck_a_greater_five CHECK (a > 5) )");
        Fact(1886, new CreateTable(T("tbl", new Column("a", SqlTypes.Integer, new CheckConstraint("a > 5", "ck_a")))), "CREATE TABLE tbl ( a INTEGER CONSTRAINT ck_a CHECK (a > 5) )");
        Fact(1842, new CreateTable(T("tbl", Int("a"), new Column("b", SqlTypes.Integer, new CheckConstraint("a < b") { Deferrable = true, Initially = "DEFERRED" }))),
            "CREATE TABLE tbl ( a INTEGER, b INTEGER CHECK (a < b) DEFERRABLE INITIALLY DEFERRED )");
        var table = T("tbl", new Column("a", SqlTypes.Integer, new CheckConstraint(Sql.Column("a", SqlTypes.Integer) > 5)));
        Fact(1873, new CreateColumn(table.Column("a")), "a INTEGER CHECK (a > 5)");
    }

    [Test]
    public void Checks_are_added()
    {
        var table = Tbl;
        Fact(1874, Add(table, new CheckConstraint(table.C("a") > 5)), "ALTER TABLE tbl ADD CHECK (a > 5)");
        Fact(1887, Add(Tbl, new CheckConstraint("a > 5", "ck_test")), "ALTER TABLE tbl ADD CONSTRAINT ck_test CHECK (a > 5)");
        Fact(1875, Add(Tbl, new CheckConstraint("a < b", "my_test_constraint") { Deferrable = true, Initially = "DEFERRED" }), "ALTER TABLE tbl ADD CONSTRAINT my_test_constraint CHECK (a < b) DEFERRABLE INITIALLY DEFERRED");
    }

    [Test]
    public void Foreign_keys_are_added()
    {
        var metadata = new MetaData();
        var (tbl, t2) = (new Table("tbl", metadata, Int("a"), Int("b")), new Table("t2", metadata, Int("a"), Int("b")));
        Fact(1868, Add(tbl, new ForeignKeyConstraint(["a"], [t2.Column("b")])), "ALTER TABLE tbl ADD FOREIGN KEY(a) REFERENCES t2 (b)");
        Fact(1869, Add(tbl, new ForeignKeyConstraint(["b"], "t2", ["a"])), "ALTER TABLE tbl ADD FOREIGN KEY(b) REFERENCES t2 (a)");
        _ = new Table("t1", metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("id2", SqlTypes.Integer, primaryKey: true));
        Fact(1889, Add(t2, new ForeignKeyConstraint(["a", "b"], "t1", ["id", "id2"])), "ALTER TABLE t2 ADD FOREIGN KEY(a, b) REFERENCES t1 (id, id2)");
    }

    [Test]
    public void What_happens_when_the_other_row_goes()
    {
        var metadata = new MetaData();
        var a = new Table("a", metadata, Int("q"));
        _ = new Table("b", metadata, Int("p"));
        Fact(887, Add(a, new ForeignKeyConstraint(["q"], "b", ["p"])), "ALTER TABLE a ADD FOREIGN KEY(q) REFERENCES b (p)");
        Fact(888, Add(a, new ForeignKeyConstraint(["q"], "b", ["p"]) { OnDelete = "CASCADE", OnUpdate = "SET NULL" }), "ALTER TABLE a ADD FOREIGN KEY(q) REFERENCES b (p) ON DELETE CASCADE ON UPDATE SET NULL");
        Fact(889, Add(a, new ForeignKeyConstraint(["q"], "b", ["p"]) { Initially = "DEFERRED" }), "ALTER TABLE a ADD FOREIGN KEY(q) REFERENCES b (p) INITIALLY DEFERRED");
        Assert.Throws<CompileException>(() => Default.Compile(Add(a, new ForeignKeyConstraint(["q"], "b", ["p"]) { OnDelete = "CASCADE; DROP TABLE a" })));
    }

    [Test]
    public void Unique_constraints_are_added()
    {
        Fact(1871, Add(T("t2", Int("a"), Int("b")), new UniqueConstraint(["a", "b"], "uq_cs2")), "ALTER TABLE t2 ADD CONSTRAINT uq_cs2 UNIQUE (a, b)");
        Fact(1872, Add(T("t2", Int("a"), Int("b")), new UniqueConstraint(["a", "b"], "uq_cst")), "ALTER TABLE t2 ADD CONSTRAINT uq_cst UNIQUE (a, b)");
        Fact(1891, Add(Tbl, new UniqueConstraint(["a", "b"], "uq_ab")), "ALTER TABLE tbl ADD CONSTRAINT uq_ab UNIQUE (a, b)");
        Fact(1895, Add(Tbl, new UniqueConstraint(["a", "b"], "uq_test") { Deferrable = true, Initially = "DEFERRED" }), "ALTER TABLE tbl ADD CONSTRAINT uq_test UNIQUE (a, b) DEFERRABLE INITIALLY DEFERRED");
        Fact(3092, Add(T("mytable", Int("x")), new UniqueConstraint(["some_name"])), "ALTER TABLE mytable ADD UNIQUE (some_name)");
        Fact(3093, Add(T("mytable", Int("x")), new CheckConstraint(Sql.Column("some_name", SqlTypes.Integer) > 5)), "ALTER TABLE mytable ADD CHECK (some_name > 5)");
    }

    [Test]
    public void Constraints_are_dropped()
    {
        var table = Tbl;
        var check = new CheckConstraint("a < b", "my_test_constraint");
        table.Append(check);
        Fact(1877, new DropConstraint(check), "ALTER TABLE tbl DROP CONSTRAINT my_test_constraint");
        Fact(1878, new DropConstraint(check, cascade: true), "ALTER TABLE tbl DROP CONSTRAINT my_test_constraint CASCADE");
        var unique = new UniqueConstraint(["a"], "a1");
        table.Append(unique);
        Fact(1879, new DropConstraint(unique, ifExists: true), "ALTER TABLE tbl DROP CONSTRAINT IF EXISTS a1");
        var unnamed = new UniqueConstraint(["b"]);
        table.Append(unnamed);
        Assert.Throws<CompileException>(() => Default.Compile(new DropConstraint(unnamed)));
    }

    [Test]
    public void Several_foreign_keys_to_one_table()
    {
        var metadata = new MetaData();
        _ = new Table("foo", metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("bar", SqlTypes.Integer, primaryKey: true));
        var table = new Table("some_table", metadata, new Column("id", SqlTypes.Integer, primaryKey: true),
            new Column("foo_id", SqlTypes.Integer, new ForeignKey("foo.id")), new Column("foo_bar", SqlTypes.Integer, new ForeignKey("foo.bar")));
        Fact(1867, new CreateTable(table),
            "CREATE TABLE some_table ( id INTEGER NOT NULL, foo_id INTEGER, foo_bar INTEGER, PRIMARY KEY (id), FOREIGN KEY(foo_id) REFERENCES foo (id), FOREIGN KEY(foo_bar) REFERENCES foo (bar) )");
        var t = T("t", new Column("a", SqlTypes.Integer, nullable: false), new Column("b", SqlTypes.Integer, nullable: false), new PrimaryKeyConstraint(["a", "b"]));
        Fact(881, new CreateTable(t), "CREATE TABLE t ( a INTEGER NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (a, b) )");
    }

    [Test]
    public void Checks_of_tables_and_columns()
    {
        var foo = T("foo", new Column("id", SqlTypes.Integer, primaryKey: true), Int("x"), Int("y"), new CheckConstraint("x>y"));
        Fact(1896, Executed(Default, new CreateTable(foo)), "CREATE TABLE foo (id INTEGER NOT NULL, x INTEGER, y INTEGER, PRIMARY KEY (id), CHECK (x>y))");
        var bar = T("bar", new Column("id", SqlTypes.Integer, primaryKey: true), new Column("x", SqlTypes.Integer, new CheckConstraint("x>7")), Int("z"));
        Fact(1897, Executed(Default, new CreateTable(bar)), "CREATE TABLE bar (id INTEGER NOT NULL, x INTEGER CHECK (x>7), z INTEGER, PRIMARY KEY (id))");
    }

    [Test]
    public void Tables_that_refer_to_each_other()
    {
        var metadata = new MetaData();
        var a = new Table("a", metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("bid", SqlTypes.Integer, new ForeignKey("b.id")));
        var b = new Table("b", metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("aid", SqlTypes.Integer, new ForeignKey("a.id") { Name = "bfk", UseAlter = true }));
        Fact(1904, Executed(FactDialects.Sqlite, new CreateTable(a)), "CREATE TABLE a (id INTEGER NOT NULL, bid INTEGER, PRIMARY KEY (id), FOREIGN KEY(bid) REFERENCES b (id))");
        Fact(1905, Executed(FactDialects.Sqlite, new CreateTable(b)), "CREATE TABLE b (id INTEGER NOT NULL, aid INTEGER, PRIMARY KEY (id), CONSTRAINT bfk FOREIGN KEY(aid) REFERENCES a (id))");
        Assert.That(Dialects.PostgreSql.Ddl.CreateAll(metadata)[^1], Is.EqualTo("ALTER TABLE b ADD CONSTRAINT bfk FOREIGN KEY(aid) REFERENCES a (id)"));
    }

    [Test]
    public void Keys_of_several_columns()
    {
        var metadata = new MetaData();
        var employees = new Table("employees", metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("soc", SqlTypes.String(40), primaryKey: true), Str("name", 30));
        var elements = new Table("elements", metadata, Int("id"), Str("stuff", 30), Int("emp_id"), Str("emp_soc", 40), new PrimaryKeyConstraint(["id"], "elements_primkey"), new ForeignKeyConstraint(["emp_id", "emp_soc"], "employees", ["id", "soc"]));
        Fact(1937, Executed(Default, new CreateTable(employees)), "CREATE TABLE employees (id INTEGER NOT NULL, soc VARCHAR(40) NOT NULL, name VARCHAR(30), PRIMARY KEY (id, soc))");
        Fact(1938, Executed(Default, new CreateTable(elements)),
            "CREATE TABLE elements (id INTEGER NOT NULL, stuff VARCHAR(30), emp_id INTEGER, emp_soc VARCHAR(40), CONSTRAINT elements_primkey PRIMARY KEY (id), FOREIGN KEY(emp_id, emp_soc) REFERENCES employees (id, soc))");
    }

    [Test]
    public void Unique_columns()
    {
        var foo = T("foo", new Column("id", SqlTypes.Integer, primaryKey: true), new Column("value", SqlTypes.String(30)) { Unique = true });
        Fact(1939, Executed(Default, new CreateTable(foo)), "CREATE TABLE foo (id INTEGER NOT NULL, value VARCHAR(30), PRIMARY KEY (id), UNIQUE (value))");
        var bar = T("bar", new Column("id", SqlTypes.Integer, primaryKey: true), Str("value", 30), Str("value2", 30), new UniqueConstraint(["value", "value2"], "uix1"));
        Fact(1940, Executed(Default, new CreateTable(bar)), "CREATE TABLE bar (id INTEGER NOT NULL, value VARCHAR(30), value2 VARCHAR(30), PRIMARY KEY (id), CONSTRAINT uix1 UNIQUE (value, value2))");
    }

    [Test]
    public void A_table_or_index_that_is_there_already()
    {
        var table = T("t1", Int("q"));
        Fact(883, new CreateTable(table, ifNotExists: true), "CREATE TABLE IF NOT EXISTS t1 ( q INTEGER )");
        Fact(886, new DropTable(table, ifExists: true), "DROP TABLE IF EXISTS t1");
        Fact(882, Create(table, new TableIndex("my_idx", ["q"])) is var create ? new CreateIndex(create.Index, ifNotExists: true) : create, "CREATE INDEX IF NOT EXISTS my_idx ON t1 (q)");
        Fact(885, new DropIndex(new TableIndex("my_idx", ["q"]), ifExists: true), "DROP INDEX IF EXISTS my_idx");
    }

    [Test]
    public void Columns_that_the_database_makes_itself()
        => Fact(911, new CreateTable(T("t", Int("x"), new Column("y", SqlTypes.Integer) { IsSystem = true }, Int("z"))), "CREATE TABLE t ( x INTEGER, z INTEGER )");
}
