namespace Alchemy.Tests;

/// <summary>Parameters whose values are written into the text at execution (PostCompileParamsTest).</summary>
public sealed class PostCompileParamsTests : SuiteFixture
{
    private readonly Table _table;
    private readonly List<string> _executed = [];

    public PostCompileParamsTests(Database database)
        : base(database)
        => _table = new Table("suite_literal", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("x", SqlTypes.Integer), new Column("y", SqlTypes.Integer), new Column("z", SqlTypes.String(50)));

    private ColumnExpression<int> X => _table.C<int>("x");

    private protected override void Fill(Connection connection)
    {
        connection.ExecuteMany(Sql.Insert(_table).Parameters([.. _table.Columns]), new[] { (1, 1, 2, "z1"), (2, 2, 3, "z2"), (3, 3, 4, "z3"), (4, 4, 5, "z4") });
        Engine.Events.Executing += e => _executed.Add(e.Text);
    }

    private Select Ids => Sql.Select(_table.C("id")).OrderBy(_table.C("id"));

    [Test]
    public void The_text_has_a_place_for_the_value_and_a_literal_where_it_is_asked_for()
    {
        var select = Ids.Where(X == Sql.Parameter("q", SqlTypes.Integer, 10, literal: true).Typed<int>());
        Assert.That(Engine.Compile(select).Text, Does.Contain("suite_literal.x = __[POSTCOMPILE_q]"));
        Assert.That(select.ToLiteralString(Engine.Dialect), Does.Contain("suite_literal.x = 10"));
    }

    [Test]
    public void A_value()
    {
        Assert.That(Read<int>(Ids.Where(X == Sql.Parameter("q", SqlTypes.Integer, literal: true).Typed<int>()), ("q", 3)), Is.EqualTo(new[] { 3 }));
        Assert.That(_executed[^1], Does.Contain("suite_literal.x = 3"));
        Assert.That(Read<int>(Ids.Where(_table.C<string>("z") == Sql.Parameter("q", SqlTypes.String(), literal: true).Typed<string>()), ("q", "it's \\ :q %s ?")), Is.Empty);
    }

    [Test]
    public void A_list()
    {
        Assert.That(Read<int>(Ids.Where(X.In(Sql.Parameter("q", SqlTypes.Integer, expanding: true, literal: true))), ("q", new[] { 2, 3, 4 })), Is.EqualTo(new[] { 2, 3, 4 }));
        Assert.That(_executed[^1], Does.Contain("IN (2, 3, 4)"));
    }

    [Test]
    public void A_list_of_tuples()
    {
        var rows = Features.TupleList is TupleList.Values ? "VALUES " : "";
        Assert.That(Read<int>(Ids.Where(Sql.Tuple(X, _table.C("y")).In(Sql.Parameter("q", expanding: true, literal: true))), ("q", new[] { (2, 3), (3, 4) })), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(_executed[^1], Does.Contain($"IN ({rows}(2, 3), (3, 4))"));
        Assert.That(Read<int>(Ids.Where(Sql.Tuple(X, _table.C("z")).In(Sql.Parameter("q", expanding: true, literal: true))), ("q", new[] { (2, "z2"), (3, "it's"), (4, "z4") })), Is.EqualTo(new[] { 2, 4 }));
        Assert.That(_executed[^1], Does.Contain($"IN ({rows}(2, 'z2'), (3, 'it''s'), (4, 'z4'))"));
    }
}
