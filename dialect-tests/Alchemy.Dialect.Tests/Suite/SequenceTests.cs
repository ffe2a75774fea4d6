namespace Alchemy.Tests;

/// <summary>Sequences as the default of a key, alone, and in another schema; optional ones that a counted key replaces (SequenceTest, SequenceCompilerTest).</summary>
public sealed class SequenceTests : DatabaseFixture
{
    private readonly MetaData _metadata = new();
    private readonly Sequence _sequence;
    private readonly Table _table;
    private readonly Table _optional;

    public SequenceTests(Database database)
        : base(database)
    {
        _sequence = new Sequence("suite_ids") { Start = 1, MetaData = _metadata };
        _table = new Table("suite_sequence", _metadata, new Column("id", SqlTypes.Integer, _sequence), new Column("data", SqlTypes.String(50)), new PrimaryKeyConstraint(["id"]));
        _optional = new Table("suite_optional", _metadata, new Column("id", SqlTypes.Integer, new Sequence("suite_optional_ids") { Optional = true, MetaData = _metadata }), new Column("data", SqlTypes.String(50)), new PrimaryKeyConstraint(["id"]));
    }

    [SetUp]
    public void Create()
    {
        Drop();
        using var connection = Engine.Connect();
        foreach (var statement in Engine.Dialect.Ddl.CreateStatements(_metadata))
        {
            connection.Execute(statement);
        }
    }

    [TearDown]
    public void Drop()
    {
        using var connection = Engine.Connect();
        foreach (var statement in Engine.Dialect.Ddl.DropStatements(_metadata))
        {
            connection.Execute(statement);
        }
    }

    [Test]
    public void It_gives_the_keys_and_a_database_without_one_counts_them()
    {
        using var connection = Engine.Connect();
        connection.Execute(Sql.Insert(_table).Values(("data", "some data")));
        Assert.That(connection.ExecuteMany(Sql.Insert(_table).Returning(_table.C("id")), new[] { new { data = "a" }, new { data = "b" } }).As<int>().ToList(), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(connection.Execute(Sql.Select(_table).OrderBy(_table.C("id"))).As<(int, string)>().ToList(), Is.EqualTo(new[] { (1, "some data"), (2, "a"), (3, "b") }));
    }

    [Test]
    [Requires(nameof(DialectFeatures.NextValue), NextValueForm.Function, NextValueForm.FunctionOfText, NextValueForm.NextValueFor, NextValueForm.Attribute)]
    public void Its_next_value_is_selected_and_inserted()
    {
        using var connection = Engine.Connect();
        Assert.That(connection.Execute(Sql.Select(_sequence.NextValue())).Scalar<long>(), Is.EqualTo(1));
        connection.Execute(Sql.Insert(_table).Values((_table.C("id"), _sequence.NextValue() + 10), (_table.C("data"), "x")));
        Assert.That(connection.Execute(Sql.Select(_table.C("id"))).Scalar<int>(), Is.EqualTo(12));
        Assert.That(connection.Execute(Sql.Update(_table).Set(_table.C("id"), _sequence.NextValue())).RowsAffected, Is.EqualTo(1));
        Assert.That(connection.Execute(Sql.Select(_table.C("id"))).Scalar<int>(), Is.EqualTo(3));
    }

    [Test]
    [Requires(nameof(DialectFeatures.NextValue), NextValueForm.Function, NextValueForm.FunctionOfText, NextValueForm.NextValueFor, NextValueForm.Attribute)]
    public void Its_key_is_given_back_without_RETURNING_in_one_statement()
    {
        using var connection = Engine.Connect();
        var text = Sql.Insert(_table).Values(("data", "it's")).ToLiteralString(Engine.Dialect);
        Assert.That(text, Does.Contain("nextval(").And.Contain("'it''s'"));
        connection.ExecuteText(text);
        Assert.That(connection.Execute(Sql.Select(_table)).As<(int, string)>().One(), Is.EqualTo((1, "it's")));
    }

    [Test]
    public void An_optional_one_gives_keys_all_the_same()
    {
        using var connection = Engine.Connect();
        connection.Execute(Sql.Insert(_optional).Values(("data", "some data")));
        Assert.That(connection.Execute(Sql.Select(_optional)).As<(int, string)>().One(), Is.EqualTo((1, "some data")));
    }

    [Test]
    [Requires(nameof(DialectFeatures.NextValue), NextValueForm.Function, NextValueForm.FunctionOfText, NextValueForm.NextValueFor, NextValueForm.Attribute)]
    public void Its_schema_is_replaced_as_a_tables_is()
    {
        using var connection = Engine.Connect();
        connection.Execute(new DropSchema("suite_tenant", cascade: Features.DropCascade is Support.Yes, ifExists: true));
        connection.Execute(new CreateSchema("suite_tenant"));
        var metadata = new MetaData();
        var sequence = new Sequence("suite_tenant_ids", "tenant") { Start = 7, MetaData = metadata };
        var table = new Table("suite_of_tenant", metadata, "tenant", new Column("id", SqlTypes.Integer, sequence), new Column("data", SqlTypes.String(50)), new PrimaryKeyConstraint(["id"]));
        connection.Options = new ExecutionOptions { Schemas = new SchemaMap(("tenant", "suite_tenant")) };
        foreach (var statement in Engine.Dialect.Ddl.CreateStatements(metadata))
        {
            connection.Execute(statement);
        }

        connection.Execute(Sql.Insert(table).Values(("data", "a")));
        Assert.That(connection.Execute(Sql.Select(sequence.NextValue())).Scalar<long>(), Is.EqualTo(8));
        Assert.That(connection.Execute(Sql.Select(table)).As<(int, string)>().One(), Is.EqualTo((7, "a")));
        foreach (var statement in Engine.Dialect.Ddl.DropStatements(metadata))
        {
            connection.Execute(statement);
        }

        connection.Execute(new DropSchema("suite_tenant", ifExists: true));
    }
}
