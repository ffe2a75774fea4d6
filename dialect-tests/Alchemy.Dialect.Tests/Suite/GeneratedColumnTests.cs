namespace Alchemy.Tests;

/// <summary>Columns whose value the database computes or counts (ComputedColumnTest, IdentityColumnTest, IdentityAutoincrementTest).</summary>
public sealed class GeneratedColumnTests : SuiteFixture
{
    private readonly Table _computed;
    private readonly Table _counted;
    private readonly Table _always;

    public GeneratedColumnTests(Database database)
        : base(database)
    {
        _computed = new Table("suite_square", Metadata,
            new Column("id", SqlTypes.Integer, primaryKey: true), new Column("side", SqlTypes.Integer),
            new Column("area", SqlTypes.Integer, new Computed("side * side", persisted: true)), new Column("perimeter", SqlTypes.Integer, new Computed("4 * side", persisted: true)));
        _counted = new Table("suite_counted", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true) { Items = [new Identity()] }, new Column("desc", SqlTypes.String(100)));
        if (Database is Database.PostgreSql)
        {
            _always = new Table("suite_identity", Metadata, new Column("id", SqlTypes.Integer, new Identity(always: true) { Start = 42, MinValue = -10, MaxValue = 500, Increment = 3, Cycle = true }), new Column("desc", SqlTypes.String(100)), new PrimaryKeyConstraint(["id"]));
            return;
        }

        _always = _counted;
    }

    private protected override void Fill(Connection connection) => connection.ExecuteMany(Sql.Insert(_computed).Parameters(_computed.C("id"), _computed.C("side")), new[] { (1, 10), (10, 42) });

    [Test]
    public void Computed_columns_are_read()
    {
        Assert.That(Read<(int, int, int, int)>(Sql.Select(_computed).OrderBy(_computed.C("id"))), Is.EqualTo(new[] { (1, 10, 100, 40), (10, 42, 1764, 168) }));
        Assert.That(Read<(int, int)>(Sql.Select(_computed.C("area"), _computed.C("perimeter")).Where(_computed.C<int>("area") < 1000)), Is.EqualTo(new[] { (100, 40) }));
    }

    [Test]
    public void Computed_columns_follow_their_source()
    {
        Connection.Execute(Sql.Update(_computed).Set(_computed.C("side"), 3).Where(_computed.C<int>("id") == 1));
        Assert.That(Read<(int, int)>(Sql.Select(_computed.C("area"), _computed.C("perimeter")).Where(_computed.C<int>("id") == 1)), Is.EqualTo(new[] { (9, 12) }));
        Connection.Execute(Sql.Insert(_computed).Values(("id", 11), ("side", 2)));
        Assert.That(Read<int>(Sql.Select(_computed.C("area")).Where(_computed.C<int>("id") == 11)), Is.EqualTo(new[] { 4 }));
    }

    [Test]
    public void An_INSERT_without_columns_leaves_computed_ones_out()
        => Assert.That(Engine.Compile(Sql.Insert(_computed)).Text, Does.Not.Contain("area"));

    [Test]
    public void An_identity_counts_where_the_database_has_it_and_a_key_everywhere()
    {
        Connection.Execute(Sql.Insert(_counted).Values(("desc", "row")));
        Connection.Execute(Sql.Insert(_counted).Values(("desc", "row")));
        Assert.That(Read<(int, string)>(Sql.Select(_counted).OrderBy(_counted.C("id"))), Is.EqualTo(new[] { (1, "row"), (2, "row") }));
    }

    [Test]
    [Requires(nameof(DialectFeatures.IdentityColumns), Support.Yes)]
    public void An_identity_begins_and_steps_as_it_is_told_and_takes_no_value()
    {
        Connection.Execute(Sql.Insert(_always).Values(("desc", "a")));
        Connection.Execute(Sql.Insert(_always).Values(("desc", "b")));
        Assert.That(Read<(int, string)>(Sql.Select(_always).OrderBy(_always.C("id"))), Is.EqualTo(new[] { (42, "a"), (45, "b") }));
        Assert.That(Read<int>(Sql.Select(_always.C("id")).OrderBy(_always.C("id"))), Is.EqualTo(new[] { 42, 45 }));
        using (Connection.Transaction!.Savepoint())
        {
            Assert.That(() => Connection.Execute(Sql.Insert(_always).Values(("id", 200), ("desc", "a"))), Throws.InstanceOf<DatabaseException>());
        }
    }
}
