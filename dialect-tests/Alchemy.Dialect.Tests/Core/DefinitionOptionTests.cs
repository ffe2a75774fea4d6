namespace Alchemy.Tests;

/// <summary>What one database alone can say in definitions: the database itself reads it.</summary>
public sealed class DefinitionOptionTests(Database database) : DatabaseFixture(database)
{
    private readonly MetaData _metadata = new() { NamingConvention = new NamingConvention { ["ck"] = "ck_%(table_name)s_%(constraint_name)s" } };

    [Test]
    public void The_database_reads_its_own_options()
    {
        IEnumerable<DdlStatement> statements = Database switch { Database.Sqlite => Sqlite(), Database.PostgreSql => PostgreSql(), _ => MariaDb() };
        var after = statements.ToList();
        using var connection = Engine.Connect();
        foreach (var statement in Engine.Dialect.Ddl.DropStatements(_metadata).Concat(Engine.Dialect.Ddl.CreateStatements(_metadata)).Concat(after))
        {
            Assert.That(() => connection.Execute(statement), Throws.Nothing, Engine.Dialect.Compile(statement).Text);
        }

        foreach (var statement in Engine.Dialect.Ddl.DropStatements(_metadata))
        {
            connection.Execute(statement);
        }
    }

    private IEnumerable<DdlStatement> Sqlite()
    {
        var strict = new Table("option_strict", _metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("order", SqlTypes.Integer), new Column("index", SqlTypes.Integer), new SqliteTableOptions { Strict = true, WithoutRowId = true });
        strict.Append(new TableIndex("option_some", ["order"]) { Options = [new SqliteIndexOptions { Where = strict.C("index") > 5 }] });
        strict.Append(new TableIndex("option_sum", [strict.C("order") + strict.C("index"), strict.C("id").Desc()], unique: true));
        _ = new Table("option_conflict", _metadata,
            new Column("id", SqlTypes.Integer, primaryKey: true) { Items = [new SqliteColumnOptions { OnConflictPrimaryKey = "FAIL" }] },
            new Column("a", SqlTypes.Integer, nullable: false) { Items = [new SqliteColumnOptions { OnConflictNotNull = "IGNORE" }] },
            new Column("b", SqlTypes.Integer) { Unique = true, Items = [new SqliteColumnOptions { OnConflictUnique = "REPLACE" }] },
            new CheckConstraint("a > 0", "positive") { Options = [new SqliteConstraintOptions("ROLLBACK")] },
            new SqliteTableOptions { AutoIncrement = true });
        _ = new Table("option_computed", _metadata, new Column("a", SqlTypes.Integer, serverDefault: "abs(-1)"), new Column("b", SqlTypes.Integer, new Computed("a + 1", persisted: false)), new Column("c", SqlTypes.Integer, new Computed("a + 2", persisted: true)));
        yield return new CreateView(Sql.Select(strict), "option_view", _metadata, temporary: true, ifNotExists: true);
    }

    private IEnumerable<DdlStatement> PostgreSql()
    {
        var parent = new Table("option_parent", _metadata, new Column("at", SqlTypes.Date, nullable: false), new Column("order", SqlTypes.Integer), new PostgreSqlTableOptions { With = [("fillfactor", 60)] }) { Prefixes = ["UNLOGGED"], Comment = "it's one" };
        var child = new Table("option_child", _metadata, new Column("own", SqlTypes.Integer), new PostgreSqlTableOptions { Inherits = ["option_parent"] });
        child.DependOn(parent);
        _ = new Table("option_parts", _metadata, new Column("at", SqlTypes.Date), new PostgreSqlTableOptions { PartitionBy = "RANGE (at)" });
        var mood = SqlTypes.Enum("option_mood", "sad", "o'clock");
        var table = new Table("option_table", _metadata,
            new Column("id", SqlTypes.Integer, new Identity(always: true) { Start = 5, MinValue = 5, Cycle = true }), new PrimaryKeyConstraint(["id"], "option_key") { Comment = "the key", Options = [new PostgreSqlConstraintOptions { Include = ["word"] }] },
            new Column("word", SqlTypes.Text) { Comment = "a word" }, new Column("doc", SqlTypes.Jsonb), new Column("during", SqlTypes.TsRange), new Column("mood", mood), new Column("twice", SqlTypes.Integer, new Computed("id * 2", persisted: true)),
            new UniqueConstraint(["word"], "option_unique") { Deferrable = true, Initially = "DEFERRED", Options = [new PostgreSqlConstraintOptions { NullsNotDistinct = true }] },
            new ExcludeConstraint([("during", "&&")], "option_once"));
        table.Append(new TableIndex("option_doc", ["doc"]) { Options = [new PostgreSqlIndexOptions { Using = "gin", Ops = new Dictionary<string, string> { ["doc"] = "jsonb_path_ops" } }] });
        table.Append(new TableIndex("option_words", [Func.Lower(table.C("word")), table.C("id").Desc()], unique: true) { Options = [new PostgreSqlIndexOptions { Include = ["twice"], NullsNotDistinct = true, With = [("fillfactor", 50)], Where = table.C("id") > 5 }] });
        var check = new CheckConstraint(table.C("id") > 0, "positive") { DdlIf = _ => false, Options = [new PostgreSqlConstraintOptions { NotValid = true }] };
        table.Append(check);
        _ = new CreateView(Sql.Select(table.C("word")), "option_view", _metadata) { Options = [new PostgreSqlViewOptions { With = [("security_barrier", true)] }] };
        var kept = new CreateView(Sql.Select(table.C("word")), "option_kept", _metadata, materialized: true, ifNotExists: true);
        yield return new AddConstraint(check);
        yield return kept;
        yield return new DropConstraintComment(table.PrimaryKeyConstraint);
        yield return new DropConstraint(check, cascade: true, ifExists: true);
    }

    private IEnumerable<DdlStatement> MariaDb()
    {
        _ = new Table("option_plain", _metadata,
            new Column("id", SqlTypes.Integer, primaryKey: true) { Comment = "it's the key" }, new Column("word", SqlTypes.String(200)), new Column("index", SqlTypes.Integer),
            new Column("at", SqlTypes.DateTime) { ServerDefaultExpression = Func.Call("now") }, new Column("low", SqlTypes.String(20)) { ServerDefaultExpression = Func.Lower(Sql.Literal("X")) },
            new Column("twice", SqlTypes.Integer, new Computed("`index` * 2", persisted: true)),
            new TableIndex("option_words", ["word", "index"]) { Options = [new MySqlIndexOptions { Lengths = new Dictionary<string, int> { ["word"] = 10 }, Using = "btree" }] },
            new TableIndex("option_search", ["word"]) { Options = [new MySqlIndexOptions { Prefix = "FULLTEXT" }] },
            new MySqlTableOptions { ["engine"] = "InnoDB", ["charset"] = "utf8mb4", ["collate"] = "utf8mb4_bin", ["row_format"] = "DYNAMIC" }) { Comment = "o'clock" };
        var parts = new Table("option_parts", _metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new MySqlTableOptions { ["partition_by"] = "KEY(id)", ["partitions"] = "2" });
        yield return new CreateView(Sql.Select(parts).Where(parts.C<int>("id") > 5), "option_view", _metadata, orReplace: true);
        yield return new SetTableComment(parts);
    }
}
