namespace Alchemy.Tests;

/// <summary>CREATE and DROP of tables and indexes, asked for twice and in another schema, and comments (TableDDLTest).</summary>
public sealed class TableDdlTests(Database database) : DatabaseFixture(database)
{
    private MetaData _metadata = null!;
    private Connection _connection = null!;

    [SetUp]
    public void Connect()
    {
        _metadata = new MetaData();
        _connection = Engine.Connect();
    }

    [TearDown]
    public void Drop()
    {
        foreach (var statement in Engine.Dialect.Ddl.DropStatements(_metadata))
        {
            _connection.Execute(statement);
        }

        _connection.Dispose();
    }

    private Table Define(string name, string? schema = null, string? comment = null) => new(name, _metadata, schema, new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column("_data", SqlTypes.String(50))) { Comment = comment };

    private void Holds(Table table)
    {
        _connection.Execute(Sql.Insert(table).Row(1, "some data"));
        Assert.That(_connection.Execute(Sql.Select(table)).As<(int, string)>().One(), Is.EqualTo((1, "some data")));
    }

    private void IsMissing(Table table) => Assert.That(() => _connection.Execute(Sql.Select(table)), Throws.InstanceOf<DatabaseException>());

    [TestCase("suite_ddl")]
    [TestCase("_suite_ddl")]
    public void A_table_is_created_and_dropped(string name)
    {
        var table = Define(name);
        _connection.Execute(new CreateTable(table));
        Holds(table);
        Assert.That(() => _connection.Execute(new CreateTable(table)), Throws.InstanceOf<DatabaseException>());
        _connection.Execute(new DropTable(table));
        IsMissing(table);
    }

    [Test]
    public void A_table_in_a_schema()
    {
        if (Database is Database.Sqlite)
        {
            _connection.ExecuteText("ATTACH DATABASE ':memory:' AS suite_schema");
        }
        else
        {
            _connection.Execute(new DropSchema("suite_schema", ifExists: true));
            _connection.Execute(new CreateSchema("suite_schema"));
        }

        var table = Define("suite_ddl", "suite_schema");
        _connection.Execute(new CreateTable(table));
        Holds(table);
        _connection.Execute(new DropTable(table));
        if (Database is not Database.Sqlite)
        {
            _connection.Execute(new DropSchema("suite_schema"));
        }
    }

    [Test]
    [Requires(nameof(DialectFeatures.IfNotExists), Existence.Everything)]
    public void What_is_there_is_left_and_what_is_not_there_is_not_missed()
    {
        var table = Define("suite_ddl");
        var index = new TableIndex("suite_ddl_index", ["_data"]);
        table.Append(index);
        _connection.Execute(new CreateTable(table, ifNotExists: true));
        Holds(table);
        _connection.Execute(new CreateTable(table, ifNotExists: true));
        _connection.Execute(new CreateIndex(index, ifNotExists: true));
        _connection.Execute(new CreateIndex(index, ifNotExists: true));
        Assert.That(() => _connection.Execute(new CreateIndex(index)), Throws.InstanceOf<DatabaseException>());
        Assert.That(_connection.Execute(Sql.Select(table)).ToList(), Has.Count.EqualTo(1));
        _connection.Execute(new DropIndex(index, ifExists: true));
        _connection.Execute(new DropIndex(index, ifExists: true));
        Assert.That(() => _connection.Execute(new DropIndex(index)), Throws.InstanceOf<DatabaseException>());
        _connection.Execute(new DropTable(table, ifExists: true));
        _connection.Execute(new DropTable(table, ifExists: true));
        IsMissing(table);
    }

    [Test]
    [Except(Database.Sqlite, "It has no comments.")]
    public void A_comment_is_there_until_it_is_dropped()
    {
        var table = Define("suite_ddl", comment: "it's a \"comment\" \\ %s :x");
        _connection.Execute(new CreateTable(table));
        _connection.Execute(new SetTableComment(table));
        Assert.That(Comment(), Is.EqualTo(table.Comment));
        _connection.Execute(new DropTableComment(table));
        Assert.That(Comment(), Is.Null.Or.Empty);
    }

    private string? Comment() => _connection.Execute(Sql.Select(Sql.Text<string>(Database is Database.PostgreSql
        ? "(SELECT obj_description('suite_ddl'::regclass))" : "(SELECT table_comment FROM information_schema.tables WHERE table_name = 'suite_ddl' AND table_schema = database())").As("c"))).Scalar<string>();
}
