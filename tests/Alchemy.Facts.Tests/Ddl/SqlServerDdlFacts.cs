namespace Alchemy.Tests;

/// <summary>test/dialect/mssql/test_compiler.py, CompileTest: definitions.</summary>
[TestFixture]
public sealed class SqlServerDdlFacts : DdlFactFixture
{
    private static readonly StandardDialect D = FactDialects.SqlServer;

    private static readonly SqlServerKeyOptions Clustered = new() { Clustered = true };

    [Test]
    public void Keys_may_be_the_order_of_the_rows()
    {
        var pair = T("test", Int("x"), Int("y"), new PrimaryKeyConstraint(["x", "y"]) { Options = [Clustered] });
        Fact(757, D, new CreateTable(pair), "CREATE TABLE test ( x INTEGER NOT NULL, y INTEGER NOT NULL, PRIMARY KEY CLUSTERED (x, y) )");
        var unique = T("test", new Column("x", SqlTypes.Integer, autoIncrement: false), Int("y"), new PrimaryKeyConstraint(["x"]), new UniqueConstraint(["y"]) { Options = [Clustered] });
        Fact(762, D, new CreateTable(unique), "CREATE TABLE test ( x INTEGER NOT NULL, y INTEGER NULL, PRIMARY KEY (x), UNIQUE CLUSTERED (y) )");
    }

    [Test]
    public void Indexes()
    {
        var t = T("test", Int("x"), Int("y"), Int("z"));
        var options = new SqlServerIndexOptions { Include = ["y"], Where = t.C("y") > 1 };
        Fact(574, D, Create(t, new TableIndex("foo", ["x"]) { Options = [options] }), "CREATE INDEX foo ON test (x) INCLUDE (y) WHERE y > 1");
        var foo = new Table("foo", new MetaData(), "bar", Int("x"));
        Fact(420, D, new DropIndex(Create(foo, new TableIndex("idx_foo", ["x"])).Index, ifExists: true), "DROP INDEX IF EXISTS idx_foo ON bar.foo");
    }

    /// <summary>No database takes these; what they are of is in the program's hands.</summary>
    [Test]
    public void Indexes_without_columns_and_of_text()
    {
        Fact(569, D.Compile(Create(T("test", Int("id")), new TableIndex("foo", []))).ToString(), "CREATE INDEX foo ON test");
        Fact(576, D.Compile(Create(T("test", Int("id")), new TableIndex("foo", []) { Options = [new SqlServerIndexOptions { Clustered = true }] })).ToString(), "CREATE CLUSTERED INDEX foo ON test");
        var foo = T("foo", Int("x"));
        Fact(291, D.Compile(Create(foo, new TableIndex("bar", [Sql.Text("x > 5")]))).ToString(), "CREATE INDEX bar ON foo (x > 5)");
        Assert.That(() => D.Compile(Create(foo, new TableIndex("bar", [foo.C("x") > 5]))), Throws.TypeOf<CompileException>().With.Message.Contains("An index of an expression"));
    }
}
