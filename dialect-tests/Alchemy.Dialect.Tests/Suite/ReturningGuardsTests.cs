namespace Alchemy.Tests;

/// <summary>RETURNING of each statement, alone and for many rows: it works, or is refused by name (ReturningGuardsTest).</summary>
public sealed class ReturningGuardsTests : SuiteFixture
{
    private readonly Table _table;

    public ReturningGuardsTests(Database database)
        : base(database)
        => _table = new Table("suite_guard", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column("data", SqlTypes.String(50)));

    private ColumnExpression<int> Id => _table.C<int>("id");

    private protected override void Fill(Connection connection) => connection.ExecuteMany(Sql.Insert(_table).Parameters([.. _table.Columns]), new[] { (1, "d1"), (2, "d2"), (3, "d3") });

    private bool Has(bool ofUpdate) => Features.Returning is not Returning.None && !(ofUpdate && Features.Returning is Returning.InsertAndDelete);

    private void Gives(Func<Result> execute, bool has, params int[] ids)
    {
        if (has)
        {
            Assert.That(execute().As<int>().ToList(), Is.EqualTo(ids));
        }
        else
        {
            Assert.That(() => execute(), Throws.TypeOf<CompileException>().With.Message.Contains("RETURNING"));
        }
    }

    [Test]
    public void Insert_of_one_row() => Gives(() => Connection.Execute(Sql.Insert(_table).Returning(Id), ("id", 9), ("data", "d9")), Has(false), 9);

    [Test]
    public void Insert_of_many_rows() => Gives(() => Connection.ExecuteMany(Sql.Insert(_table).Returning(Id), new[] { new { Id = 12, Data = "x" }, new { Id = 10, Data = "y" }, new { Id = 11, Data = "z" } }), Has(false), 12, 10, 11);

    [Test]
    public void Update_of_one_row() => Gives(() => Connection.Execute(Sql.Update(_table).Set(_table.C("data"), "x").Where(Id == 2).Returning(Id)), Has(true), 2);

    [Test]
    public void Updates_for_many_rows()
    {
        var update = Sql.Update(_table).Set(_table.C("data"), Sql.Parameter<string>("to")).Where(Id == Sql.Parameter<int>("of")).Returning(Id);
        Gives(() => Connection.ExecuteMany(update, new[] { new { of = 3, to = "x" }, new { of = 1, to = "y" } }), Has(true), 3, 1);
    }

    [Test]
    public void Delete_of_one_row() => Gives(() => Connection.Execute(Sql.Delete(_table).Where(Id == 2).Returning(Id)), Has(false), 2);

    [Test]
    public void Deletes_for_many_rows()
        => Gives(() => Connection.ExecuteMany(Sql.Delete(_table).Where(Id == Sql.Parameter<int>("of")).Returning(Id), new[] { new { of = 3 }, new { of = 1 } }), Has(false), 3, 1);
}
