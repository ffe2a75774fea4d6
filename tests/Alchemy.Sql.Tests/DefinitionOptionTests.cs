namespace Alchemy.Tests;

/// <summary>What tables, indexes and constraints say in one database, and what others refuse by name.</summary>
[TestFixture]
public sealed class DefinitionOptionTests
{
    private static readonly OracleDialect Oracle23 = new(new Version(23, 4));

    private static Table Of(params ISchemaItem[] items) => new("t", new MetaData(), items);

    [Test]
    public void Oracle_has_indexes_of_vectors()
    {
        CreateIndex Index(OracleVectorIndex kind)
        {
            var index = new TableIndex("near", ["place"]) { Options = [new OracleIndexOptions { Vector = kind }] };
            Of(new Column("place", SqlTypes.Native<float[]>("VECTOR(3, FLOAT32)"))).Append(index);
            return new CreateIndex(index);
        }

        Renders(Oracle23, Index(new OracleHnswIndex()), "CREATE VECTOR INDEX near ON t (place) ORGANIZATION INMEMORY NEIGHBOR GRAPH PARAMETERS (type HNSW)");
        Renders(Oracle23, Index(new OracleHnswIndex { Distance = OracleVectorDistance.Cosine, Accuracy = 90, Neighbors = 32, EfConstruction = 500, Parallel = 4 }),
            "CREATE VECTOR INDEX near ON t (place) ORGANIZATION INMEMORY NEIGHBOR GRAPH DISTANCE COSINE WITH TARGET ACCURACY 90 PARAMETERS (type HNSW, neighbors 32, efconstruction 500) PARALLEL 4");
        Renders(Oracle23, Index(new OracleIvfIndex { NeighborPartitions = 5, SamplePerPartition = 6, MinVectorsPerPartition = 7 }),
            "CREATE VECTOR INDEX near ON t (place) ORGANIZATION NEIGHBOR PARTITIONS PARAMETERS (type IVF, neighbor partitions 5, sample_per_partition 6, min_vectors_per_partition 7)");
        Refused(Dialects.Oracle, Index(new OracleIvfIndex()), "An index of vectors");
    }

    [Test]
    public void Text_and_bytes_in_a_key_have_a_length_where_the_database_needs_one()
    {
        var metadata = new MetaData();
        _ = new Table("p", metadata, new Column("id", SqlTypes.Text, primaryKey: true), new Column("plain", SqlTypes.Text));
        var table = new Table("c", metadata, new Column("p_id", SqlTypes.Text), new Column("u", new BinaryType()), new Column("i", new TextType(Collation: "utf8mb4_bin")), new Column("w", SqlTypes.Text), new Column("s", SqlTypes.String(20)),
            new ForeignKeyConstraint(["p_id"], "p", ["id"]), new UniqueConstraint(["u", "s"]), new TableIndex("i_c", ["i"]), new TableIndex("w_c", ["w"]) { Options = [new MySqlIndexOptions { Prefix = "FULLTEXT" }] });
        string[] Types(Dialect dialect, Table of) => [.. of.Columns.Cast<Column>().Select(c => new CreateColumn(c).ToString(dialect).Split(' ', 2)[1])];

        Assert.That(Types(Dialects.MySql, metadata.Find("p")!), Is.EqualTo(new[] { "VARCHAR(255) NOT NULL", "LONGTEXT" }));
        Assert.That(Types(Dialects.MySql, table), Is.EqualTo(new[] { "VARCHAR(255)", "VARBINARY(255)", "VARCHAR(255) COLLATE utf8mb4_bin", "LONGTEXT", "VARCHAR(20)" }));
        Assert.That(Types(Dialects.SqlServer, metadata.Find("p")!)[0], Does.StartWith("NVARCHAR(450)"));
        Assert.That(Types(Dialects.Oracle, metadata.Find("p")!)[0], Does.StartWith("VARCHAR2(255 CHAR)"));
        Assert.That(Types(Dialects.PostgreSql, metadata.Find("p")!), Is.EqualTo(new[] { "TEXT NOT NULL", "TEXT" }));
    }

    [Test]
    public void PostgreSql_comments_on_constraints_with_their_table()
    {
        var metadata = new MetaData();
        var check = new CheckConstraint("id > 0", "positive") { Comment = "no zero" };
        _ = new Table("t", metadata, new Column("id", SqlTypes.Integer), check);
        Assert.That(Dialects.PostgreSql.Ddl.CreateAll(metadata)[^1], Is.EqualTo("COMMENT ON CONSTRAINT positive ON t IS 'no zero'"));
        Assert.That(Dialects.Oracle.Ddl.CreateAll(metadata), Has.Count.EqualTo(1));
        Refused(Dialects.MySql, new SetConstraintComment(check), "A comment on a constraint");
    }

    [Test]
    public void A_key_that_refers_counts_only_where_it_says_so()
    {
        Table Node(bool? counts) => new("t", new MetaData(), new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: counts), new ForeignKeyConstraint(["id"], "t", ["id"]));
        Assert.That(Dialects.PostgreSql.Ddl.CreateTable(Node(null)), Does.Contain("id INTEGER NOT NULL"));
        Assert.That(Dialects.PostgreSql.Ddl.CreateTable(Node(true)), Does.Contain("id SERIAL NOT NULL"));
    }

    [Test]
    public void The_metadata_says_whether_schemas_are_quoted()
    {
        var metadata = new MetaData { Schema = "shop", QuoteSchema = true };
        Renders(Dialects.PostgreSql, new DropTable(new Table("t", metadata)), "DROP TABLE \"shop\".t");
        Renders(Dialects.PostgreSql, new DropTable(new Table("u", metadata) { QuoteSchema = false }), "DROP TABLE shop.u");
    }

    [Test]
    public void A_column_comes_with_its_table()
        => Assert.That(() => Of().Append(new Column("late", SqlTypes.Integer)), Throws.TypeOf<InvalidStatementException>().With.Message.Contains("'late'"));

    [Test]
    public void What_is_not_there_cannot_be_asked_about_everywhere()
    {
        var (table, constraint) = (Of(new Column("id", SqlTypes.Integer)), new CheckConstraint("id > 0", "positive"));
        table.Append(constraint);
        Renders(Dialects.PostgreSql, new DropConstraint(constraint, cascade: true, ifExists: true) { IfTableExists = true }, "ALTER TABLE IF EXISTS t DROP CONSTRAINT IF EXISTS positive CASCADE");
        Refused(Dialects.Oracle, new DropConstraint(constraint) { IfTableExists = true }, "ALTER TABLE IF EXISTS");
        Refused(Dialects.MySql, new DropConstraint(constraint, ifExists: true), "IF EXISTS of CONSTRAINT");
        Refused(Dialects.Sqlite, new DropConstraint(constraint), "ALTER TABLE … DROP CONSTRAINT");
        Refused(Dialects.SqlServer, new CreateTable(table, ifNotExists: true), "IF NOT EXISTS of TABLE");
        Refused(Dialects.SqlServer, new DropConstraint(constraint, cascade: true), "CASCADE of DROP CONSTRAINT");
        Refused(Dialects.MariaDb, new DropConstraint(constraint, cascade: true), "CASCADE of DROP CONSTRAINT");
        Refused(Dialects.MySql, new DropSchema("shop", cascade: true), "CASCADE of DROP SCHEMA");
        Refused(Dialects.Oracle, new CreateSchema("shop"), "CREATE SCHEMA");
        var index = new TableIndex("lower_id", [Func.Lower(table.C("id"))]);
        table.Append(index);
        Refused(Dialects.SqlServer, new CreateIndex(index), "An index of an expression");
        Refused(Dialects.MariaDb, new CreateIndex(index), "An index of an expression");
    }

    private static void Renders(Dialect dialect, ClauseElement statement, string sql) => Assert.That(dialect.Compile(statement).Text, Is.EqualTo(sql));

    private static void Refused(Dialect dialect, ClauseElement statement, string feature)
        => Assert.That(() => dialect.Compile(statement), Throws.TypeOf<CompileException>().With.Message.Contains(feature).And.Message.Contains(dialect.Name));
}
