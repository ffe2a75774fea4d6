namespace Alchemy.Tests;

/// <summary>Columns, parameters and lists whose names hold what means something to SQL or to a provider (DifficultParametersTest).</summary>
public sealed class DifficultParametersTests : SuiteFixture
{
    private static readonly string[] Names =
    [
        "boring", "per cent", "per % cent", "%percent", "par(ens)", "percent%(ens)yah", "col:ons", "_starts_with_underscore", "dot.s", "more :: %colons%", "_name", "___name", "[BracketsAndCase]", "42numbers", "percent%signs",
        "has spaces", "/slashes/", "more/slashes", "q?marks", "1param", "1col:on", "@at", "$1", "a$b", "semi;colon", "dash--dash", "/* comment */", "tab\tbed", "quo\"ted", "quo'ted", "back`tick", "]close", "{curly}", "ümlaut", "名前", "select", "NULL", "p0", "param_1",
    ];

    private readonly Table _table;

    public DifficultParametersTests(Database database)
        : base(database)
        => _table = new Table("suite_difficult", Metadata, [new Column("id", SqlTypes.Integer, primaryKey: true), .. Names.Select(n => new Column(n, SqlTypes.String(40)))]);

    private ColumnExpression<int> Id => _table.C<int>("id");

    [TestCaseSource(nameof(Names))]
    public void A_column_and_its_parameters(string name)
    {
        var column = _table.C<string>(name);
        Connection.Execute(Sql.Insert(_table).Values((Id, 1), (column, "some name")));
        Connection.Execute(Sql.Insert(_table).Parameters(Id, column), ("id", 2), (name, "other name"));
        Connection.ExecuteMany(Sql.Insert(_table), new[] { new Dictionary<string, object?> { ["id"] = 3, [name] = "third" } });

        // As the value of a comparison, in a list, in SET, in RETURNING, and under its own name.
        Assert.That(Read<string>(Sql.Select(column).Where(column == "some name")), Is.EqualTo(new[] { "some name" }));
        Assert.That(Read<int>(Sql.Select(Id).Where(column.In("some name", "third")).OrderBy(column)), Is.EqualTo(new[] { 1, 3 }));
        Assert.That(Read<int>(Sql.Select(Id).Where(column == Sql.Parameter<string>(name)), (name, "other name")), Is.EqualTo(new[] { 2 }));
        Assert.That(Read<int>(Sql.Select(Id).Where(column.In(Sql.Parameter(name, expanding: true))).OrderBy(Id), (name, new[] { "some name", "other name" })), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(Connection.Execute(Sql.Update(_table).Set(column, "new").Where(column == "third")).RowsAffected, Is.EqualTo(1));
        Assert.That(Connection.Execute(Sql.Delete(_table).Where(column == "new").Returning(column)).One()[name], Is.EqualTo("new"));
        var row = Connection.Execute(Sql.Select(Id, column).OrderBy(Id)).First();
        Assert.That((row[name], row.Get(column), row.Names[1]), Is.EqualTo(((object)"some name", "some name", name)));
    }

    [TestCaseSource(nameof(Names))]
    public void A_parameter_alone(string name)
        => Assert.That(Read<string>(Sql.Select(Sql.Parameter<string>(name).Cast<string>().As("v")), (name, "x")), Is.EqualTo(new[] { "x" }));

    [Test]
    public void All_of_them_in_one_statement()
    {
        var values = Names.Select((n, i) => (n, (object?)$"v{i}")).Append(("id", 1)).ToArray();
        Connection.Execute(Sql.Insert(_table), values);
        var read = Connection.Execute(Sql.Select(_table)).One().ToDictionary();
        Assert.That(Names.Select(n => read[n]), Is.EqualTo(Names.Select((_, i) => $"v{i}")), "no two share a parameter");
        var all = Sql.And([.. Names.Select((n, i) => _table.C<string>(n) == $"v{i}"), .. Names.Select((n, i) => _table.C<string>(n).In($"v{i}", "w"))]);
        Assert.That(Read<int>(Sql.Select(Id).Where(all)), Is.EqualTo(new[] { 1 }));
        Assert.That(Connection.Execute(Sql.Update(_table).Values([.. Names.Select(n => (n, (object?)n))])).RowsAffected, Is.EqualTo(1));
        Assert.That(Connection.Execute(Sql.Select(_table)).One().ToDictionary().Where(v => v.Key != "id").All(v => v.Key.Equals(v.Value)));
    }
}
