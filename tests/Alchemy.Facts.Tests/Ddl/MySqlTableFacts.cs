namespace Alchemy.Tests;

/// <summary>test/dialect/mysql/test_compiler.py, SQLTest: tables.</summary>
[TestFixture]
public sealed class MySqlTableFacts : DdlFactFixture
{
    private static CreateTable Plain(MySqlTableOptions options) => new(T("testtable", new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: true), options));

    private static CreateTable Parted(MySqlTableOptions options)
        => new(T("testtable", new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: true), new Column("other_id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), options));

    [Test]
    public void Options_stand_in_the_order_given()
    {
        Fact(1260, FactDialects.MySql, Plain(new() { ["engine"] = "InnoDB", ["charset"] = "utf8", ["row_format"] = "DYNAMIC", ["key_block_size"] = "1024" }),
            "CREATE TABLE testtable ( id INTEGER NOT NULL AUTO_INCREMENT, PRIMARY KEY (id) )ENGINE=InnoDB CHARSET=utf8 ROW_FORMAT=DYNAMIC KEY_BLOCK_SIZE=1024");
        Fact(1261, FactDialects.MySql, Plain(new() { ["key_block_size"] = "1024", ["row_format"] = "DYNAMIC", ["charset"] = "utf8", ["engine"] = "InnoDB" }),
            "CREATE TABLE testtable ( id INTEGER NOT NULL AUTO_INCREMENT, PRIMARY KEY (id) )KEY_BLOCK_SIZE=1024 ROW_FORMAT=DYNAMIC CHARSET=utf8 ENGINE=InnoDB");
        Fact(1263, FactDialects.MySql, Plain(new() { ["engine"] = "InnoDB", ["collate"] = "utf8_icelandic_ci", ["charset"] = "utf8" }),
            "CREATE TABLE testtable ( id INTEGER NOT NULL AUTO_INCREMENT, PRIMARY KEY (id) )ENGINE=InnoDB CHARSET=utf8 COLLATE utf8_icelandic_ci");
    }

    [Test]
    public void Partitions_come_last()
    {
        Fact(1264, FactDialects.MySql, Parted(new() { ["partitions"] = "2", ["partition_by"] = "KEY(other_id)" }),
            "CREATE TABLE testtable ( id INTEGER NOT NULL AUTO_INCREMENT, other_id INTEGER NOT NULL, PRIMARY KEY (id, other_id) )PARTITION BY KEY(other_id) PARTITIONS 2");
        Fact(1266, FactDialects.MySql, Parted(new() { ["partitions"] = "2", ["partition_by"] = "HASH(other_id)" }),
            "CREATE TABLE testtable ( id INTEGER NOT NULL AUTO_INCREMENT, other_id INTEGER NOT NULL, PRIMARY KEY (id, other_id) )PARTITION BY HASH(other_id) PARTITIONS 2");
        Fact(1267, FactDialects.MySql, Parted(new() { ["partitions"] = "2", ["partition_by"] = "KEY(other_id)", ["subpartition_by"] = "HASH(some_expr)", ["subpartitions"] = "2" }),
            "CREATE TABLE testtable ( id INTEGER NOT NULL AUTO_INCREMENT, other_id INTEGER NOT NULL, PRIMARY KEY (id, other_id) )PARTITION BY KEY(other_id) PARTITIONS 2 SUBPARTITION BY HASH(some_expr) SUBPARTITIONS 2");
    }

    [Test]
    public void The_counted_column_comes_first_in_the_key()
        => Fact(1302, FactDialects.MySql, new CreateTable(T("sometable", new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column("order", SqlTypes.Integer, primaryKey: true, autoIncrement: true), new MySqlTableOptions { ["engine"] = "InnoDB" })),
            "CREATE TABLE sometable ( id INTEGER NOT NULL, `order` INTEGER NOT NULL AUTO_INCREMENT, PRIMARY KEY (`order`, id) )ENGINE=InnoDB");

    [Test]
    public void Joins_and_functions()
    {
        var (t1, t2) = (Sql.Table("t1", Sql.Column("x")), Sql.Table("t2", Sql.Column("y")));
        Fact(1299, FactDialects.MySql, t1.Join(t2, t1.C("x") == t2.C("y")), "t1 INNER JOIN t2 ON t1.x = t2.y");
        Fact(1350, FactDialects.MySql, Func.Call("utc_timestamp"), "utc_timestamp()");
    }
}
