namespace Alchemy.Tests;

/// <summary>Operators, functions and text on a real database: what they mean there is what they say.</summary>
public sealed class ElementTests(Database database) : DatabaseFixture(database)
{
    private static UntypedColumn Number(int value) => Sql.Value(value, null).Cast(SqlTypes.Integer);

    private T Read<T>(ColumnElement value)
    {
        using var connection = Engine.Connect();
        return connection.Execute(Sql.Select(value.As("v"))).Scalar<T>()!;
    }

    private bool Holds(ColumnElement condition) => Read<int>(Sql.Case<int>(condition, Sql.Literal(1)).Else(Sql.Literal(0))) == 1;

    [Test]
    public void Bits_and_divisions()
    {
        Assert.That(Read<int>(Number(6).BitwiseAnd(Number(3))), Is.EqualTo(2));
        Assert.That(Read<int>(Number(6).BitwiseOr(Number(1))), Is.EqualTo(7));
        Assert.That(Read<int>(Number(1).BitwiseLShift(Number(3))), Is.EqualTo(8));
        Assert.That(Holds(Number(7).FloorDiv(Number(2)) == Number(3)), Is.True);
        Assert.That(Holds((Number(7) / Number(2)) > Number(3)), Is.True, "a true division keeps the fraction");
    }

    [Test]
    public void Text_is_found()
    {
        var text = Sql.Value("50%_off", null).Cast(SqlTypes.Text);
        Assert.That(Holds(text.StartsWith("50%_", autoEscape: true)), Is.True);
        Assert.That(Holds(text.Contains("0x", autoEscape: true)), Is.False);
        Assert.That(Holds(text.IEndsWith("OFF")), Is.True);
        Assert.That(Holds(!text.ILike("%OFF")), Is.False);
    }

    [Test]
    public void Tuples_and_lists()
    {
        var tuple = Sql.Tuple(Number(1), Number(2));
        Assert.That(Holds(tuple.InList(new[] { (1, 2), (3, 4), (5, 6) })), Is.True);
        Assert.That(Holds(tuple.InList(new[] { (2, 1) })), Is.False);
        Assert.That(Holds(tuple.NotInList(Array.Empty<(int, int)>())), Is.True);
        Assert.That(Holds(Number(1).In(Sql.Parameter("n", SqlTypes.Integer, new[] { 1, 2 }, literal: true))), Is.True);
    }

    [Test]
    public void Windows_and_filters()
    {
        using var connection = Engine.Connect();
        var three = new CompoundSelect(SetOperator.UnionAll, [Sql.Select(Number(1).As("n")), Sql.Select(Number(2)), Sql.Select(Number(3))]).Subquery("three");
        var n = three.C<int>("n");
        var running = Sql.Select(Func.Sum(n).Over(w => w.OrderBy(n).Rows(null, 0)).As("s")).OrderBy(n);
        Assert.That(connection.Execute(running).ToList().Select(r => Convert.ToInt64(r[0])), Is.EqualTo(new[] { 1L, 3L, 6L }));
        var (large, none) = (n > 1, n > 9);
        var filtered = Sql.Select(Func.Count(n).Filter(large), Func.Count().Filter(large), Func.Count(n).Filter(none), Func.Sum(n).Filter(large), Func.Sum(n).Filter(none), Func.Min(n).Filter(large));
        Assert.That(connection.Execute(filtered).One().ToDictionary().Values.Select(v => v is null ? (long?)null : Convert.ToInt64(v)), Is.EqualTo(new long?[] { 2, 2, 0, 5, null, 2 }));

        Assert.That(connection.Execute(Sql.Select(Func.AggregateStrings(n.Cast<string>(), ", ").AggregateOrderBy(n.Desc()))).Scalar<string>(), Is.EqualTo("3, 2, 1"));
    }

    [Test]
    public void Windows_with_names()
    {
        using var connection = Engine.Connect();
        var rows = new CompoundSelect(SetOperator.UnionAll, [Sql.Select(Number(1).As("g"), Number(1).As("n")), Sql.Select(Number(1), Number(2)), Sql.Select(Number(2), Number(5))]).Subquery("r");
        var (g, n) = (rows.C<int>("g"), rows.C<int>("n"));
        var select = Sql.Select(n, Func.Sum(n).Over("p").As("total"), Func.Sum(n).Over(w => w.BasedOn("o").Rows(null, 0)).As("running"), Func.RowNumber().Over("o").As("place"))
            .Window("p", w => w.PartitionBy(g)).Window("o", w => w.BasedOn("p").OrderBy(n.Desc())).OrderBy(Func.RowNumber().Over(w => w.OrderBy(n)));
        foreach (var dialect in new[] { NamedWindows.Clause, NamedWindows.ClauseWithoutBase, NamedWindows.Inlined }.Select(form => ((StandardDialect)Engine.Dialect).With(f => f with { NamedWindows = form })))
        {
            var text = Sql.Text(dialect.Compile(select).ToLiteralString()).Columns([.. select.Columns]);
            var read = connection.Execute(text).ToList().Select(r => string.Join(" ", Enumerable.Range(0, 4).Select(i => Convert.ToInt64(r[i]))));
            Assert.That(read, Is.EqualTo(new[] { "1 3 3 2", "2 3 2 1", "5 5 5 1" }), dialect.Features.NamedWindows.ToString());
        }

        Assert.That(connection.Execute(select).ToList(), Has.Count.EqualTo(3));
    }

    [Test]
    public void Labels_in_GROUP_BY()
    {
        using var connection = Engine.Connect();
        var rows = new CompoundSelect(SetOperator.UnionAll, [Sql.Select(Number(1).As("n")), Sql.Select(Number(2)), Sql.Select(Number(3))]).Subquery("r");
        var n = rows.C<int>("n");
        List<string> Read(Select select) => [.. connection.Execute(select).ToList().Select(r => $"{r[0]} {r[1]}")];
        Assert.That(Read(Sql.Select((n % 2).As("odd"), Func.Count().As("c")).GroupBy("odd").OrderBy("odd")), Is.EqualTo(new[] { "0 1", "1 2" }));
        // Of the same name as a column, which GROUP BY would take for it.
        Assert.That(Read(Sql.Select((n % 2).As("n"), Func.Count().As("c")).GroupBy("n").OrderBy("c")), Is.EqualTo(new[] { "0 1", "1 2" }));
    }

    [Test]
    public void Documents()
    {
        var doc = Sql.Cast("""{"a b": {"c": [10, 20]}, "t": "x"}""", SqlTypes.Text);
        var json = Sql.TypeCoerce(Engine.Dialect.Name == "postgresql" ? doc.Cast(SqlTypes.Json) : doc, SqlTypes.Json);
        Assert.That(Read<int>(json[new object[] { "a b", "c", 1 }].AsInteger()), Is.EqualTo(20));
        Assert.That(Read<string>(json["t"].AsString()), Is.EqualTo("x"));
    }
}
