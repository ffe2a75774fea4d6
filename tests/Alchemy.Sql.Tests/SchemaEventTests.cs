namespace Alchemy.Tests;

/// <summary>Definitions that go with the creating and dropping of tables.</summary>
[TestFixture]
public sealed class SchemaEventTests
{
    private MetaData _metadata = null!;
    private Table _users = null!;

    [SetUp]
    public void Define()
    {
        _metadata = new MetaData();
        _users = new Table("users", _metadata, new Column("id", SqlTypes.Integer, primaryKey: true) { Index = true });
    }

    [Test]
    public void They_stand_around_what_they_are_about()
    {
        _metadata.Events.BeforeCreate.Add(new CreateSchema("shop", ifNotExists: true));
        _metadata.Events.AfterCreate.Add(new DdlText("ANALYZE"));
        _users.Events.BeforeCreate.Add(new DdlText("-- before %(table)s"));
        _users.Events.AfterCreate.Add(new DdlText("-- after %(fullname)s"));
        Assert.That(Dialects.PostgreSql.Ddl.CreateAll(_metadata).Select(s => s.Split(" (")[0]),
            Is.EqualTo(new[] { "CREATE SCHEMA IF NOT EXISTS shop", "-- before users", "CREATE TABLE users", "CREATE INDEX ix_users_id ON users", "-- after users", "ANALYZE" }));
        _metadata.Events.BeforeDrop.Add(new DdlText("-- all"));
        _metadata.Events.AfterDrop.Add(new DropSchema("shop", ifExists: true));
        _users.Events.BeforeDrop.Add(new DdlText("-- %(table)s"));
        _users.Events.AfterDrop.Add(new DdlText("-- no %(table)s"));
        Assert.That(Dialects.PostgreSql.Ddl.DropAll(_metadata), Is.EqualTo(new[] { "-- all", "-- users", "DROP TABLE IF EXISTS users", "-- no users", "DROP SCHEMA IF EXISTS shop" }));
    }

    [Test]
    public void They_may_be_for_one_database_only()
    {
        var check = new CheckConstraint("id > 0", "positive") { DdlIf = _ => false };
        _users.Append(check);
        _users.Events.AfterCreate.Add(new AddConstraint(check) { ExecuteIf = d => d.Name == "postgresql" });
        _users.Events.AfterCreate.Add(new DdlText("ALTER TABLE %(fullname)s ENABLE ROW LEVEL SECURITY") { ExecuteIf = d => d.Name == "postgresql" });
        Assert.That(Dialects.Sqlite.Ddl.CreateAll(_metadata), Has.Count.EqualTo(2));
        Assert.That(Dialects.PostgreSql.Ddl.CreateAll(_metadata).Skip(2), Is.EqualTo(new[] { "ALTER TABLE users ADD CONSTRAINT positive CHECK (id > 0)", "ALTER TABLE users ENABLE ROW LEVEL SECURITY" }));
    }

    [Test]
    public void A_text_names_only_what_it_is_given()
        => Assert.That(() => Dialects.PostgreSql.Compile(new DdlText("DROP %(nothing)s")), Throws.TypeOf<InvalidStatementException>().With.Message.Contains("'nothing'"));
}
