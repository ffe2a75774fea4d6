namespace Alchemy.Tests;

/// <summary>Lists of IN: of values and of tuples, empty, negated, with NULL, given with the statement or at its execution (ExpandingBoundInTest).</summary>
public sealed class ExpandingBoundInTests : SuiteFixture
{
    private readonly Table _table;

    public ExpandingBoundInTests(Database database)
        : base(database)
        => _table = new Table("suite_in", Metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("x", SqlTypes.Integer), new Column("y", SqlTypes.Integer), new Column("z", SqlTypes.String(50)));

    private ColumnExpression<int> X => _table.C<int>("x");

    private ColumnExpression<int> Y => _table.C<int>("y");

    private ColumnExpression<string> Z => _table.C<string>("z");

    private protected override void Fill(Connection connection)
        => connection.ExecuteMany(Sql.Insert(_table).Parameters([.. _table.Columns]), new (int, int?, int, string?)[] { (1, 1, 2, "z1"), (2, 2, 3, "z2"), (3, 3, 4, "z3"), (4, 4, 5, "z4"), (5, null, 6, null) });

    private IReadOnlyList<int> Ids(ColumnElement condition, params (string, object?)[] values) => Read<int>(Sql.Select(_table.C("id")).Where(condition).OrderBy(_table.C("id")), values);

    private static BindParameter List(string name) => Sql.Parameter(name, expanding: true);

    [TestCase(false)]
    [TestCase(true)]
    public void Empty_lists_find_nothing_and_their_opposites_everything(bool later)
    {
        ColumnElement In(ColumnElement column, System.Collections.ICollection list) => later ? column.In(List("q")) : column.InList(list);
        ColumnElement NotIn(ColumnElement column, System.Collections.ICollection list) => later ? column.NotIn(List("q")) : column.NotInList(list);
        (string, object?)[] integers = later ? [("q", Array.Empty<int>())] : [];
        (string, object?)[] texts = later ? [("q", Array.Empty<string>())] : [];
        Assert.That(Ids(In(X, Array.Empty<int>()), integers), Is.Empty);
        Assert.That(Ids(In(Z, Array.Empty<string>()), texts), Is.Empty);
        Assert.That(Ids(NotIn(X, Array.Empty<int>()), integers), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }), "also where x is NULL");
        Assert.That(Ids(NotIn(Z, Array.Empty<string>()), texts), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
        Assert.That(Ids(!In(X, Array.Empty<int>()).Typed<bool>(), integers), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
        Assert.That(Ids(!NotIn(X, Array.Empty<int>()).Typed<bool>(), integers), Is.Empty);
    }

    [Test]
    public void Several_empty_lists_stand_in_one_statement()
    {
        Assert.That(Ids(X.In(List("q")) & Y.In(List("p")), ("q", Array.Empty<int>()), ("p", Array.Empty<int>())), Is.Empty);
        Assert.That(Ids(X.In() & Y.In()), Is.Empty);
        Assert.That(Ids(X.In() | Y.In(2, 6)), Is.EqualTo(new[] { 1, 5 }));
    }

    [Test]
    public void Empty_lists_of_tuples()
    {
        var (same, mixed) = (Sql.Tuple(X, Y), Sql.Tuple(X, Z));
        Assert.That(Ids(same.InList(Array.Empty<(int, int)>())), Is.Empty);
        Assert.That(Ids(mixed.InList(Array.Empty<(int, string)>())), Is.Empty);
        Assert.That(Ids(same.In(List("q")), ("q", Array.Empty<(int, int)>())), Is.Empty);
        Assert.That(Ids(mixed.In(List("q")), ("q", Array.Empty<(int, string)>())), Is.Empty);
        Assert.That(Ids(same.NotInList(Array.Empty<(int, int)>())), Has.Count.EqualTo(5));
        Assert.That(Ids(mixed.NotInList(Array.Empty<(int, string)>())), Has.Count.EqualTo(5));
    }

    [Test]
    public void Lists_of_values()
    {
        Assert.That(Ids(X.In(2, 3, 4)), Is.EqualTo(new[] { 2, 3, 4 }));
        Assert.That(Ids(X.In(List("q")), ("q", new[] { 2, 3, 4 })), Is.EqualTo(new[] { 2, 3, 4 }));
        Assert.That(Ids(X.In(List("q")), ("q", new[] { 2 })), Is.EqualTo(new[] { 2 }), "the same statement with a shorter list");
        Assert.That(Ids(Z.In("z1", "z3")), Is.EqualTo(new[] { 1, 3 }));
        Assert.That(Ids(Z.In(List("q")), ("q", new List<string> { "z1", "z3" })), Is.EqualTo(new[] { 1, 3 }));
    }

    [Test]
    public void An_empty_list_beside_one_that_is_not()
    {
        Assert.That(Ids(X.In(1, 3) & X.NotIn()), Is.EqualTo(new[] { 1, 3 }));
        Assert.That(Ids(X.In() & X.NotIn(1, 3)), Is.Empty);
        Assert.That(Ids(X.NotIn() & X.NotIn(1, 3)), Is.EqualTo(new[] { 2, 4 }));
    }

    [Test]
    public void Lists_in_text()
    {
        var typed = Sql.Text("SELECT id FROM suite_in WHERE z IN :q ORDER BY id").Bind(Sql.Parameter("q", SqlTypes.String(50), expanding: true)).Columns(Sql.Column<int>("id"));
        var untyped = Sql.Text("SELECT id FROM suite_in WHERE z IN :q ORDER BY id").Bind(List("q")).Columns(Sql.Column<int>("id"));
        foreach (var select in new[] { typed, untyped })
        {
            Assert.That(Read<int>(select, ("q", new[] { "z2", "z3" })), Is.EqualTo(new[] { 2, 3 }));
            Assert.That(Read<int>(select, ("q", Array.Empty<string>())), Is.Empty);
        }

        var others = Sql.Text("SELECT id FROM suite_in WHERE x NOT IN (:q) ORDER BY id").Bind(Sql.Parameter("q", SqlTypes.Integer, expanding: true)).Columns(Sql.Column<int>("id"));
        Assert.That(Read<int>(others, ("q", new[] { 2, 3 })), Is.EqualTo(new[] { 1, 4 }), "in parentheses of its own");
        Assert.That(Read<int>(others, ("q", Array.Empty<int>())), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }), "nothing is left out, also where x is NULL");
    }

    [Test]
    public void Lists_of_tuples()
    {
        Assert.That(Ids(Sql.Tuple(X, Y).InList(new[] { (2, 3), (3, 4), (9, 9) })), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(Ids(Sql.Tuple(X, Y).In(List("q")), ("q", new[] { (2, 3), (3, 4) })), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(Ids(Sql.Tuple(X, Z).InList(new[] { (2, "z2"), (3, "z2") })), Is.EqualTo(new[] { 2 }));
        Assert.That(Ids(Sql.Tuple(X, Z).In(List("q")), ("q", new[] { (2, "z2"), (3, "z3"), (4, "z4") })), Is.EqualTo(new[] { 2, 3, 4 }));
        Assert.That(Ids(Sql.Tuple(X, Z).In(List("q")), ("q", new object[][] { [2, "z2"], [3, "z3"] })), Is.EqualTo(new[] { 2, 3 }), "arrays are tuples too");
        Assert.That(Ids(Sql.Tuple(X, Y).NotInList(new[] { (2, 3), (3, 4) })), Is.EqualTo(new[] { 1, 4, 5 }), "(NULL, 6) differs by its second item");
    }

    [Test]
    public void Lists_of_tuples_in_text()
    {
        var select = Sql.Text("SELECT id FROM suite_in WHERE (x, z) IN :q ORDER BY id").Bind(Sql.Parameter("q", new TupleType([SqlTypes.Integer, SqlTypes.String()]), expanding: true)).Columns(Sql.Column<int>("id"));
        Assert.That(Read<int>(select, ("q", new[] { (2, "z2"), (3, "z3"), (4, "z9") })), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(Read<int>(select, ("q", Array.Empty<(int, string)>())), Is.Empty);
    }

    [Test]
    public void NULL_in_an_empty_list_is_false()
    {
        var isIn = Sql.Value(null, SqlTypes.Integer).In(Sql.Select(X).Where(X == 99));
        Assert.That(Read<int>(Sql.Select(Sql.Case<int>(isIn, Sql.Literal(1)).Else(Sql.Literal(0)).As("v"))), Is.EqualTo(new[] { 0 }));
        var listed = Sql.Value(null, SqlTypes.Integer).InList(Array.Empty<int>());
        Assert.That(Read<int>(Sql.Select(Sql.Case<int>(listed, Sql.Literal(1)).Else(Sql.Literal(0)).As("v"))), Is.EqualTo(new[] { 0 }));
        Assert.That(Read<int>(Sql.Select(Sql.Case<int>(!listed, Sql.Literal(1)).Else(Sql.Literal(0)).As("v"))), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void NULL_in_a_list_is_what_the_database_says_of_it()
    {
        Assert.That(Ids(X.InList(new int?[] { 1, null })), Is.EqualTo(new[] { 1 }), "NULL equals nothing");
        Assert.That(Ids(X.NotInList(new int?[] { 1, null })), Is.Empty, "and nothing is known to differ from it");
        Assert.That(Ids(Sql.Tuple(X, Z).InList(new (int?, string?)[] { (2, "z2"), (null, null) })), Is.EqualTo(new[] { 2 }));
    }
}
