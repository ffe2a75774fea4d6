namespace Alchemy.Tests;

/// <summary>The order in which tables are created and dropped.</summary>
[TestFixture]
public sealed class TableOrderTests
{
    private static Column Id => new("id", SqlTypes.Integer, primaryKey: true);

    private static Column Refers(string to, string? name = null) => new("to_" + to, SqlTypes.Integer, new ForeignKey(to + ".id") { Name = name });

    [Test]
    public void Keys_of_tables_in_a_circle_are_added_when_all_are_there()
    {
        var metadata = new MetaData();
        _ = new Table("c", metadata, Id, Refers("a", "c_a"), Refers("outside"));
        _ = new Table("a", metadata, Id, Refers("b", "a_b"), Refers("a"));
        _ = new Table("b", metadata, Id, Refers("c", "b_c"));
        _ = new Table("outside", metadata, Id);
        Assert.That(metadata.SortedTables.Select(t => t.Name), Is.EqualTo(new[] { "outside", "c", "a", "b" }));
        var create = Dialects.PostgreSql.Ddl.CreateAll(metadata);
        Assert.That(create.Skip(4), Is.EqualTo(new[]
        {
            "ALTER TABLE c ADD CONSTRAINT c_a FOREIGN KEY(to_a) REFERENCES a (id)",
            "ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY(to_b) REFERENCES b (id)",
            "ALTER TABLE b ADD CONSTRAINT b_c FOREIGN KEY(to_c) REFERENCES c (id)",
        }));
        Assert.That(create[1], Does.Contain("REFERENCES outside").And.Not.Contain("REFERENCES a"));
        Assert.That(create[2], Does.Contain("FOREIGN KEY(to_a) REFERENCES a").And.Not.Contain("REFERENCES b"));
        Assert.That(Dialects.PostgreSql.Ddl.DropAll(metadata).Take(4), Is.EqualTo(new[]
        {
            "ALTER TABLE IF EXISTS b DROP CONSTRAINT IF EXISTS b_c", "ALTER TABLE IF EXISTS a DROP CONSTRAINT IF EXISTS a_b", "ALTER TABLE IF EXISTS c DROP CONSTRAINT IF EXISTS c_a", "DROP TABLE IF EXISTS b",
        }));
        Assert.That(Dialects.MariaDb.Ddl.DropAll(metadata)[0], Is.EqualTo("ALTER TABLE IF EXISTS b DROP FOREIGN KEY IF EXISTS b_c"));
        Assert.That(Dialects.MySql.Ddl.DropAll(metadata)[0], Is.EqualTo("ALTER TABLE b DROP FOREIGN KEY b_c"));
    }

    [Test]
    public void Sqlite_has_every_key_in_its_table()
    {
        var metadata = new MetaData();
        _ = new Table("a", metadata, Id, Refers("b"));
        _ = new Table("b", metadata, Id, Refers("a"));
        Assert.That(Dialects.Sqlite.Ddl.CreateAll(metadata), Has.Count.EqualTo(2).And.All.Contains("REFERENCES"));
        Assert.That(Dialects.Sqlite.Ddl.DropAll(metadata), Has.Count.EqualTo(2));
    }

    [Test]
    public void A_key_in_a_circle_needs_a_name_to_be_dropped()
    {
        var metadata = new MetaData();
        _ = new Table("a", metadata, Id, Refers("b"));
        _ = new Table("b", metadata, Id, Refers("a"));
        Assert.That(() => Dialects.PostgreSql.Ddl.DropAll(metadata), Throws.TypeOf<CompileException>().With.Message.Contains("without a name"));
    }

    [Test]
    public void A_table_may_depend_on_another_without_a_key()
    {
        var metadata = new MetaData();
        var first = new Table("first", metadata, Id);
        var second = new Table("second", metadata, Id);
        first.DependOn(second);
        Assert.That(metadata.SortedTables, Is.EqualTo(new[] { second, first }));
    }

    [Test]
    public void Tables_are_taken_out()
    {
        var metadata = new MetaData { Schema = "shop" };
        var table = new Table("t", metadata, Id);
        var bare = new Table("t", metadata, "", new Column("id", SqlTypes.Integer));
        Assert.That((table.FullName, bare.FullName, bare.Schema), Is.EqualTo(("shop.t", "t", (string?)null)));
        metadata.Remove(table);
        Assert.That(metadata.Find("shop.t"), Is.Null);
        Assert.That(metadata.Tables, Is.EqualTo(new[] { bare }));
        metadata.Clear();
        Assert.That(metadata.Tables, Is.Empty);
        Assert.That(() => Dialects.MySql.Compile(new DropConstraint(bare.PrimaryKeyConstraint, ifExists: true)), Throws.TypeOf<CompileException>().With.Message.Contains("DROP PRIMARY KEY IF EXISTS"));
    }
}
