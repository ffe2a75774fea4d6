namespace Alchemy.Tests;

/// <summary>Two tables of one name in two schemas (SameNamedSchemaTableTest).</summary>
public sealed class SameNamedSchemaTableTests(Database database) : DatabaseFixture(database)
{
    private Table _here = null!;
    private Table _there = null!;
    private Connection _connection = null!;

    [SetUp]
    public void MakeSchemas()
    {
        var metadata = new MetaData();
        _connection = Engine.Connect();
        if (Database is Database.Sqlite)
        {
            _connection.ExecuteText("ATTACH DATABASE ':memory:' AS suite_other");
        }
        else
        {
            _connection.Execute(new DropSchema("suite_other", cascade: Features.DropCascade is Support.Yes, ifExists: true));
            _connection.Execute(new CreateSchema("suite_other"));
        }

        _there = new Table("suite_same", metadata, "suite_other", new Column("id", SqlTypes.Integer, primaryKey: true));
        _here = new Table("suite_same", metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("other_id", SqlTypes.Integer, nullable: false));
        foreach (var table in new[] { _here, _there })
        {
            _connection.Execute(new DropTable(table, ifExists: true));
            _connection.Execute(new CreateTable(table));
        }

        _connection.Execute(Sql.Insert(_there).Values(("id", 1)));
        _connection.Execute(Sql.Insert(_here).Values(("id", 5), ("other_id", 1)));
    }

    [TearDown]
    public void DropSchemas()
    {
        _connection.Execute(new DropTable(_here, ifExists: true));
        if (Database is not Database.Sqlite)
        {
            _connection.Execute(new DropSchema("suite_other", cascade: Features.DropCascade is Support.Yes, ifExists: true));
        }

        _connection.Dispose();
    }

    private Select Joined(params ColumnElement[] columns) => Sql.Select(columns).SelectFrom(_here.Join(_there, _here.C<int>("other_id") == _there.C<int>("id")));

    [Test]
    public void Both_are_selected_from()
        => Assert.That(_connection.Execute(Joined(_here.C("id"), _here.C("other_id"), _there.C("id"))).As<(int, int, int)>().One(), Is.EqualTo((5, 1, 1)));

    [Test]
    public void One_is_selected_from_and_the_other_in_a_condition()
    {
        Assert.That(_connection.Execute(Joined(_here.C("id")).Where(_there.C<int>("id") == 1)).Scalar<int>(), Is.EqualTo(5));
        Assert.That(_connection.Execute(Joined(_there.C("id")).Where(_here.C<int>("id") == 5)).Scalar<int>(), Is.EqualTo(1));
    }

    [Test]
    public void Both_stand_in_a_subquery()
    {
        var inner = Joined(_here.C("id"), _here.C("other_id"), _there.C("id").As("there")).Subquery();
        var read = _connection.Execute(Sql.Select(inner).Where(inner.C<int>("there") == 1)).As<(int, int, int)>().One();
        Assert.That(read, Is.EqualTo((5, 1, 1)));
    }

    [Test]
    public void Rows_of_either_are_changed_alone()
    {
        Assert.That(_connection.Execute(Sql.Update(_there).Set(_there.C("id"), 7)).RowsAffected, Is.EqualTo(1));
        Assert.That(_connection.Execute(Sql.Select(_here.C("id")).Where(_here.C<int>("other_id").NotIn(Sql.Select(_there.C("id"))))).Scalar<int>(), Is.EqualTo(5));
        Assert.That(_connection.Execute(Sql.Delete(_here).Where(!Sql.Select(_there.C("id")).Where(_there.C<int>("id") == _here.C<int>("other_id")).Exists())).RowsAffected, Is.EqualTo(1));
    }
}
