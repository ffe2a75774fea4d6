namespace Alchemy.Tests;

/// <summary>How many rows a statement changed: those that it found, whether or not their values were others (RowCountTest).</summary>
public sealed class RowCountTests : SuiteFixture
{
    private readonly Table _table;

    public RowCountTests(Database database)
        : base(database)
        => _table = new Table("suite_employees", Metadata, new Column("employee_id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column("name", SqlTypes.String(50)), new Column("department", SqlTypes.String(1)));

    private ColumnExpression<string> Department => _table.C<string>("department");

    private protected override void Fill(Connection connection) => connection.ExecuteMany(
        Sql.Insert(_table).Parameters([.. _table.Columns]),
        new[] { ("Angela", "A"), ("Andrew", "A"), ("Anand", "A"), ("Bob", "B"), ("Bobette", "B"), ("Buffy", "B"), ("Charlie", "C"), ("Cynthia", "C"), ("Chris", "C") }.Select((e, i) => (i + 1, e.Item1, e.Item2)));

    [Test]
    public void The_rows_are_there()
        => Assert.That(Read<(string, string)>(Sql.Select(_table.C("name"), Department).OrderBy(_table.C("employee_id"))), Has.Count.EqualTo(9));

    [Test]
    public void Rows_that_get_another_value() => Assert.That(Connection.Execute(Sql.Update(_table).Set(Department, "Z").Where(Department == "C")).RowsAffected, Is.EqualTo(3));

    [Test]
    public void Rows_that_get_the_value_that_they_have() => Assert.That(Connection.Execute(Sql.Update(_table).Set(Department, "C").Where(Department == "C")).RowsAffected, Is.EqualTo(3));

    [Test]
    public void Rows_that_are_deleted()
    {
        Assert.That(Connection.Execute(Sql.Delete(_table).Where(Department == "C")).RowsAffected, Is.EqualTo(3));
        Assert.That(Connection.Execute(Sql.Delete(_table).Where(Department == "C")).RowsAffected, Is.Zero);
    }

    [Test]
    public void Rows_that_are_inserted()
    {
        Assert.That(Connection.Execute(Sql.Insert(_table).Values(("employee_id", 10), ("name", "d"), ("department", "D"))).RowsAffected, Is.EqualTo(1));
        Assert.That(Connection.Execute(Sql.Insert(_table).Values([_table.C("employee_id"), _table.C("name")], [[11, "e"], [12, "f"]])).RowsAffected, Is.EqualTo(2));
        var select = Sql.Select(_table.C<int>("employee_id") + 100, _table.C("name")).Where(Department == "A");
        Assert.That(Connection.Execute(Sql.Insert(_table).FromSelect(["employee_id", "name"], select)).RowsAffected, Is.EqualTo(3));
    }

    [Test]
    public void Text()
    {
        Assert.That(Connection.ExecuteText("UPDATE suite_employees SET department='Z' WHERE department='C'"), Is.EqualTo(3));
        Assert.That(Connection.Execute(Sql.Text("UPDATE suite_employees SET department=:to WHERE department=:of").Bind("to", "Y").Bind("of", "Z")).RowsAffected, Is.EqualTo(3));
        Assert.That(Connection.Execute(Sql.Text("DELETE FROM suite_employees WHERE department=:of").Bind("of", "Y")).RowsAffected, Is.EqualTo(3));
    }

    [Test]
    public void Executions_for_many_rows_count_together()
    {
        var (of, to) = (Sql.Parameter<string>("of"), Sql.Parameter<string>("to"));
        var update = Sql.Update(_table).Set(Department, to).Where(_table.C<string>("name") == of);
        Assert.That(Connection.ExecuteMany(update, new[] { new { of = "Bob", to = "Z" }, new { of = "Cynthia", to = "Z" }, new { of = "nobody", to = "Z" } }).RowsAffected, Is.EqualTo(2));
        Assert.That(Connection.ExecuteMany(Sql.Delete(_table).Where(_table.C<string>("name") == of), new[] { new { of = "Bob" }, new { of = "Cynthia" }, new { of = "nobody" } }).RowsAffected, Is.EqualTo(2));
    }

    [Test]
    public void A_statement_that_returns_rows_has_no_number_of_them()
    {
        using var select = Connection.Execute(Sql.Select(_table.C("name")));
        Assert.That(select.RowsAffected, Is.EqualTo(-1));
        Assert.That(select.ToList(), Has.Count.EqualTo(9));
        Assert.That(select.RowsAffected, Is.EqualTo(-1), "closed");
    }
}
