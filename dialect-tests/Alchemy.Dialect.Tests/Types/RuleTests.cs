namespace Alchemy.Tests;

/// <summary>Where a database differs from C# on purpose: each is a rule with a name, which docs/types.md tells.</summary>
public sealed class RuleTests(Database database) : DatabaseFixture(database)
{
    private static readonly Table Numbers = new("rule_numbers", new MetaData(), new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column("small", SqlTypes.Integer), new Column("big", SqlTypes.BigInteger), new Column("price", SqlTypes.Numeric(12, 2)));

    private static ColumnExpression<int> Small => Numbers.C<int>("small");

    private static ColumnExpression<long> Big => Numbers.C<long>("big");

    [SetUp]
    public void CreateNumbers()
    {
        Run(Engine.Dialect.Ddl.DropAll(Numbers.MetaData).Concat(Engine.Dialect.Ddl.CreateAll(Numbers.MetaData)));
        foreach (var id in new[] { 1, 2 })
        {
            Ask(Sql.Insert(Numbers).Values(("id", id), ("small", int.MaxValue), ("big", long.MaxValue), ("price", 1m)), _ => 0);
        }
    }

    [Test]
    public void Overflow_is_an_error_or_a_wider_number_and_never_goes_round()
    {
        Assert.That(() => Ask(Sql.Select(Small + 1), r => r.ToList()), Throws.InstanceOf<AlchemyException>());
        Assert.That(() => Ask(Sql.Select(Big + 1L), r => r.ToList()), Throws.InstanceOf<AlchemyException>());
        var above = Sql.Select(Numbers.C("id")).Where(Small + 1 > 0);
        if (Database is Database.PostgreSql)
        {
            Assert.That(() => Ask(above, r => r.ToList()), Throws.InstanceOf<DatabaseException>());
        }
        else
        {
            Assert.That(Ask(above, r => r.ToList()), Has.Count.EqualTo(2));
        }
    }

    [Test]
    public void A_sum_has_the_type_of_what_is_summed_up()
    {
        Assert.That(() => Ask(Sql.Select(Func.Sum(Small)), r => r.Scalar<int>()), Throws.InstanceOf<AlchemyException>());
        Assert.That(Ask(Sql.Select(Func.Sum(Small.Cast(SqlTypes.BigInteger).Typed<long>())), r => r.Scalar<long>()), Is.EqualTo(2L * int.MaxValue));
        Assert.That(() => Ask(Sql.Select(Func.Sum(Big)), r => r.Scalar<long>()), Throws.InstanceOf<AlchemyException>());
    }

    [Test]
    public void Division_by_zero_is_an_error_on_postgresql_and_for_decimals_of_sqlite_and_null_elsewhere()
    {
        foreach (ColumnElement quotient in new ColumnElement[] { Small / 0, Big / 0L, Numbers.C<decimal>("price") / 0m, Small % 0 })
        {
            if (Database is Database.PostgreSql || Database is Database.Sqlite && quotient.Type is NumericType)
            {
                Assert.That(() => Ask(Sql.Select(quotient), r => r.ToList()), Throws.InstanceOf<DatabaseException>());
            }
            else
            {
                Assert.That(Ask(Sql.Select(quotient), r => r.ToList()[0][0]), Is.Null);
            }
        }
    }

    [Test]
    public void A_quotient_of_decimals_has_sixteen_digits_at_least()
    {
        var third = Ask(Sql.Select(Numbers.C<decimal>("price") / 3m), r => r.Scalars<decimal>().First());
        Assert.That(Math.Abs(third - (1m / 3m)), Is.LessThan(1e-16m));
    }

    [Test]
    public void Text_is_sorted_by_code_points_and_its_length_counts_them()
    {
        var (emoji, last) = (Sql.Literal("\U0001F600"), Sql.Literal("\uFFFD"));
        Assert.That(string.CompareOrdinal("\U0001F600", "\uFFFD"), Is.Negative, "C# compares halves of characters");
        Assert.That(Ask(Sql.Select(Sql.Case<int>(emoji < last, 1).Else(2)), r => r.Scalar<int>()), Is.EqualTo(2));
        Assert.That(Ask(Sql.Select(Func.Length(Sql.Literal("\u00e9\U0001F600"))), r => r.Scalar<int>()), Is.EqualTo(2));
    }

    [Test]
    public void Text_of_fixed_length_comes_back_filled_on_postgresql()
    {
        using var world = new World(Engine, "filled", SqlTypes.Char(4), 0);
        world.Insert([(0, "ab")], (v, _) => Sql.Parameter("v", SqlTypes.Char(4), v));
        Assert.That(world.Rows(world.All), Is.EqualTo(new[] { Database is Database.PostgreSql ? "ab  " : "ab" }));
        Assert.That(world.Ids(world.Value == "ab"), Has.Length.EqualTo(1));
    }

    [Test]
    public void The_first_and_the_last_date_have_no_end_on_postgresql()
    {
        using var world = new World(Engine, "endless_date", SqlTypes.Date, 0);
        world.Insert([(0, DateOnly.MinValue), (1, DateOnly.MaxValue)], (v, _) => Sql.Parameter("v", SqlTypes.Date, v));
        world.Insert([(2, DateOnly.MinValue), (3, DateOnly.MaxValue)], (v, _) => new LiteralValue(v!, SqlTypes.Date));
        string[] kept = Database is Database.PostgreSql ? ["-infinity", "infinity"] : ["0001-01-01", "9999-12-31"];
        Assert.That(world.Rows(Sql.Select(new Cast(world.Value, SqlTypes.String(20))).OrderBy(world.Id)), Is.EqualTo(kept.Concat(kept)));
    }

    [Test]
    public void What_is_no_number_is_equal_to_itself_on_postgresql()
    {
        if (Database is Database.PostgreSql)
        {
            using var world = new World(Engine, "nan", SqlTypes.Double, 0);
            world.Insert([(0, double.NaN), (1, double.PositiveInfinity)], (v, _) => Sql.Parameter("v", SqlTypes.Double, v));
            Assert.That(world.Ids(world.Value == double.NaN), Is.EqualTo(new[] { 0 }));
            Assert.That(world.Read<int>(Sql.Select(world.Id).OrderBy(world.Value)), Is.EqualTo(new[] { 1, 0 }));
        }
        else
        {
            Assert.Pass("NaN is refused here, see NumberTypeTests.");
        }
    }

    [Test]
    public void An_enum_kept_by_name_has_no_least_and_no_place_for_a_number_without_a_name()
    {
        var type = new EnumType(typeof(DayOfWeek), ByName: true);
        using var world = new World(Engine, "unnamed", type, 0);
        world.Insert([(0, DayOfWeek.Friday), (1, (DayOfWeek)77), (2, DayOfWeek.Monday)], (v, _) => Sql.Parameter("v", type, v));
        Assert.That(() => world.Rows(Sql.Select(new FunctionCall("max", [world.Value], type))), Throws.TypeOf<CompileException>().With.Message.Contain("kept by name"));
        Assert.That(world.Ids(world.Value > DayOfWeek.Sunday), Is.EqualTo(new[] { 0, 2 }));
    }

    [Test]
    public void What_would_be_computed_with_digits_of_dates_is_refused()
    {
        var table = new Table("rule_times", new MetaData(), new Column("at", SqlTypes.DateTime), new Column("span", SqlTypes.Interval()), new Column("name", SqlTypes.Text));
        ColumnElement[] wrong = [table.C("at") - table.C("at"), table.C("at") + table.C("span"), new FunctionCall("sum", [table.C("span")], SqlTypes.Interval()), new FunctionCall("avg", [table.C("name")], SqlTypes.Double)];
        foreach (var expression in Database is Database.PostgreSql ? [] : wrong)
        {
            Assert.That(() => Engine.Compile(Sql.Select(expression)), Throws.TypeOf<CompileException>());
        }

        if (Database is Database.PostgreSql)
        {
            Assert.That(() => Engine.Compile(Sql.Select(Sql.Literal(7.5) % Sql.Literal(2.0))), Throws.TypeOf<CompileException>());
            Assert.That(Engine.Compile(Sql.Select(wrong[0])).Text, Does.Contain("-"));
        }
    }

    [Test]
    public void A_ulong_is_added_up_and_not_divided()
    {
        var type = SqlTypes.Of<ulong>();
        using var world = new World(Engine, "ulong_rule", type, 0);
        world.Insert([(0, ulong.MaxValue - 7), (1, 7UL)], (v, _) => Sql.Parameter("v", type, v));
        var number = world.Table.C<ulong>("v");
        Assert.That(world.ReadAs<ulong>(Sql.Select(number + 7UL).OrderBy(world.Id)), Is.EqualTo(new[] { ulong.MaxValue, 14UL }));
        Assert.That(() => number / 2UL, Throws.TypeOf<InvalidStatementException>());
    }

    [Test]
    public void A_fraction_is_no_whole_number()
    {
        Assert.That(() => Ask(Sql.Insert(Numbers).Values(("id", 3), ("small", 2.7)), _ => 0), Throws.TypeOf<InvalidStatementException>().With.Message.Contain("2.7"));
        Assert.That(Ask(Sql.Select(Numbers.C("id")).Where(Numbers.C("small") > 2.7), r => r.ToList()), Has.Count.EqualTo(2));
        Assert.That(Ask(Sql.Select(Numbers.C("id")).Where(Numbers.C("small") < 3_000_000_000L), r => r.ToList()), Has.Count.EqualTo(2));
    }

    [Test]
    public void A_value_of_another_kind_of_time_is_converted_where_nothing_is_lost_and_else_refused()
    {
        using var days = new World(Engine, "days_of_times", SqlTypes.Date, 0);
        var (noon, midnight) = (new DateTime(2026, 3, 1, 12, 0, 0), new DateTime(2026, 3, 1));
        days.Insert([(0, midnight)], (v, _) => Sql.Parameter("v", SqlTypes.Date, v));
        Assert.That(days.Rows(days.All), Is.EqualTo(new[] { new DateOnly(2026, 3, 1) }));
        Assert.That((days.Ids(days.Value == midnight).Length, days.Ids(days.Value == noon).Length, days.Ids(days.Value < noon).Length), Is.EqualTo((1, 0, 1)));
        Assert.That(() => days.Insert([(1, noon)], (v, _) => Sql.Parameter("v", SqlTypes.Date, v)), Throws.TypeOf<InvalidStatementException>());
        using var times = new World(Engine, "times_of_days", SqlTypes.DateTime, 0);
        times.Insert([(0, midnight)], (v, _) => Sql.Parameter("v", SqlTypes.DateTime, v));
        Assert.That(times.Ids(times.Value == new DateOnly(2026, 3, 1)), Has.Length.EqualTo(1));
        Assert.That(() => times.Ids(times.Value == DateTimeOffset.UtcNow), Throws.TypeOf<InvalidStatementException>());
        using var instants = new World(Engine, "instants_of_times", SqlTypes.DateTimeOffset, 0);
        Assert.That(() => instants.Ids(instants.Value > noon), Throws.TypeOf<InvalidStatementException>());
    }

    private void Run(IEnumerable<string> texts)
    {
        using var connection = Engine.Connect();
        foreach (var text in texts)
        {
            connection.ExecuteText(text);
        }
    }

    private T Ask<T>(ClauseElement statement, Func<Result, T> read)
    {
        using var connection = Engine.Connect();
        using var result = connection.Execute(statement);
        return read(result);
    }
}
