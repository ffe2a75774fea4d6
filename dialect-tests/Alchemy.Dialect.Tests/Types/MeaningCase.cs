namespace Alchemy.Tests;

/// <summary>A type whose comparisons, order and sets must be those of C#.</summary>
/// <param name="Name">The name of its table.</param>
/// <param name="Type">The type.</param>
public abstract record MeaningCase(string Name, SqlType Type)
{
    /// <summary>The values, each compared with each; some equal.</summary>
    public static MeaningCase<T> Of<T>(string name, SqlType type, params T[] values)
        where T : notnull
        => new(name, type, values);

    /// <summary>False for a type without an order.</summary>
    public bool HasOrder { get; init; } = true;

    /// <summary>False for a type whose least and greatest value are refused.</summary>
    public bool HasExtremes { get; init; } = true;

    /// <summary>Asks the database what C# knows.</summary>
    internal abstract void Check(Engine engine);

    /// <inheritdoc/>
    public sealed override string ToString() => Name;
}

/// <summary>A type with its values.</summary>
public sealed record MeaningCase<T>(string Name, SqlType Type, T[] Values) : MeaningCase(Name, Type)
    where T : notnull
{
    private static readonly (SqlOperator Operator, Func<int, bool> Holds)[] Orders =
    [
        (SqlOperator.Less, c => c < 0), (SqlOperator.LessOrEqual, c => c <= 0), (SqlOperator.Greater, c => c > 0), (SqlOperator.GreaterOrEqual, c => c >= 0),
    ];

    private static readonly (SqlOperator Operator, Func<int, bool> Holds)[] Equalities = [(SqlOperator.Equal, c => c == 0), (SqlOperator.NotEqual, c => c != 0)];

    /// <summary>How C# compares; null for its own way.</summary>
    public Comparison<T>? Order { get; init; }

    private IEnumerable<(SqlOperator Operator, Func<int, bool> Holds)> Operators => HasOrder ? Equalities.Concat(Orders) : Equalities;

    private int[] All => [.. Enumerable.Range(0, Values.Length)];

    private int Compare(T left, T right) => Order is { } own ? own(left, right) : left is IComparable comparable ? comparable.CompareTo(right) : Comparer.AreEqual(left, right) ? 0 : 1;

    internal override void Check(Engine engine)
    {
        using var world = new World(engine, "meaning_" + Name, Type, Values.Length);
        world.Insert(Values.Select((v, i) => (i, (object?)v)).Append((Values.Length, null)), (v, _) => v is null ? Constant.Null : Bound((T)v));
        foreach (var (form, source) in Forms(world))
        {
            Columns(source, form);
            Parameters(source, form);
            if (HasOrder)
            {
                Sorted(source, form);
            }

            if (HasExtremes)
            {
                Extremes(source, form);
            }

            Sets(source, form);
        }
    }

    // The column itself, and as what no longer has the column's own type in every database.
    private IEnumerable<(string Form, Source Source)> Forms(World world)
    {
        yield return ("column", new Source(world, world.Table, world.Id, world.Value));
        var computed = Sql.Select(world.Id, new Label("v", new FunctionCall("coalesce", [world.Value.Node, Sql.Parameter("n", Type, null, hasValue: true)], Type))).Subquery("c");
        yield return ("COALESCE", new Source(world, computed, computed.C("id"), computed.C("v")));
        var united = Sql.Select(world.Id, world.Value).Where(world.Id < 3).UnionAll(Sql.Select(world.Id, world.Value).Where(world.Id >= 3)).Subquery("u");
        yield return ("UNION", new Source(world, united, united.C("id"), united.C("v")));
    }

    private void Columns(Source s, string form)
    {
        var twin = s.World.Twin;
        foreach (var (op, holds) in Operators)
        {
            var pairs = s.World.ReadAs<(int, int)>(Sql.Select(s.Id, twin.C("id")).SelectFrom(s.From, twin).Where(new BinaryExpression(op, s.Value, twin.C("v"), SqlTypes.Boolean)));
            Assert.That(pairs, Is.EquivalentTo(All.SelectMany(a => All.Where(b => holds(Compare(Values[a], Values[b]))).Select(b => (a, b)))), $"{Name}, {form}: {op} of two columns");
        }
    }

    private void Parameters(Source s, string form)
    {
        foreach (var value in Values)
        {
            foreach (var (op, holds) in Operators)
            {
                Same(s, new BinaryExpression(op, s.Value, Bound(value), SqlTypes.Boolean), v => holds(Compare(v, value)), $"{form} {op} {Show(value)}");
                Same(s, new BinaryExpression(op, Bound(value), s.Value, SqlTypes.Boolean), v => holds(Compare(value, v)), $"{Show(value)} {op} {form}");
            }

            Same(s, new BinaryExpression(SqlOperator.IsDistinctFrom, s.Value, Bound(value), SqlTypes.Boolean), v => Compare(v, value) != 0, $"{form} IS DISTINCT FROM {Show(value)}", ofNull: true);
            Same(s, new BinaryExpression(SqlOperator.IsNotDistinctFrom, s.Value, Bound(value), SqlTypes.Boolean), v => Compare(v, value) == 0, $"{form} IS NOT DISTINCT FROM {Show(value)}");
        }

        T[] some = [Values[0], Values[^1], Values[Values.Length / 2]];
        Same(s, s.Value.InList(some), v => some.Any(o => Compare(v, o) == 0), $"{form} IN");
        Same(s, s.Value.NotInList(some), v => some.All(o => Compare(v, o) != 0), $"{form} NOT IN");
        foreach (var (low, high) in HasOrder ? [(some[0], some[1]), (some[1], some[0]), (some[2], some[2])] : Array.Empty<(T, T)>())
        {
            Same(s, new Between(s.Value, Bound(low), Bound(high), negated: false), v => Compare(v, low) >= 0 && Compare(v, high) <= 0, $"{form} BETWEEN {Show(low)} AND {Show(high)}");
            Same(s, new Between(s.Value, Bound(low), Bound(high), negated: true), v => Compare(v, low) < 0 || Compare(v, high) > 0, $"{form} NOT BETWEEN {Show(low)} AND {Show(high)}");
        }
    }

    private void Sorted(Source s, string form)
    {
        var kept = Sql.Select(s.Id).SelectFrom(s.From).Where(s.Value.IsNotNull());
        Assert.That(s.World.Read<int>(kept.OrderBy(s.Value, s.Id)), Is.EqualTo(All.OrderBy(i => Values[i], Comparer<T>.Create(Compare)).ThenBy(i => i)), $"{Name}, ORDER BY {form}");
        Assert.That(s.World.Read<int>(kept.OrderBy(s.Value.Desc(), s.Id)), Is.EqualTo(All.OrderByDescending(i => Values[i], Comparer<T>.Create(Compare)).ThenBy(i => i)), $"{Name}, ORDER BY {form} DESC");
    }

    private void Extremes(Source s, string form)
    {
        var sorted = Values.Order(Comparer<T>.Create(Compare)).ToList();
        var row = s.World.ReadAs<Held2<T>>(Sql.Select(new Label("low", new FunctionCall("min", [s.Value], Type)), new Label("high", new FunctionCall("max", [s.Value], Type))).SelectFrom(s.From)).Single();
        Assert.That((Compare(row.Low, sorted[0]), Compare(row.High, sorted[^1])), Is.EqualTo((0, 0)), $"{Name}, MIN and MAX of {form}: {Show(row.Low)}, {Show(row.High)}");
        var above = Sql.Select(s.Id).SelectFrom(s.From).Where(s.Value.IsNotNull()).GroupBy(s.Id).Having(new BinaryExpression(SqlOperator.Equal, new FunctionCall("max", [s.Value], Type), Bound(sorted[^1]), SqlTypes.Boolean)).OrderBy(s.Id);
        Assert.That(s.World.Read<int>(above), Is.EqualTo(All.Where(i => Compare(Values[i], sorted[^1]) == 0)), $"{Name}, HAVING MAX of {form}");
    }

    private void Sets(Source s, string form)
    {
        var groups = All.Select(i => All.Count(j => Compare(Values[i], Values[j]) == 0)).Order().ToList();
        var distinct = All.Count(i => !All.Take(i).Any(j => Compare(Values[i], Values[j]) == 0));
        Assert.That(s.World.Read<long>(Sql.Select(Func.Count(s.Value, distinct: true)).SelectFrom(s.From)).Single(), Is.EqualTo(distinct), $"{Name}, COUNT(DISTINCT {form})");
        Assert.That(s.World.Rows(Sql.Select(s.Value).SelectFrom(s.From).Where(s.Value.IsNotNull()).Distinct()), Has.Count.EqualTo(distinct), $"{Name}, SELECT DISTINCT {form}");
        Assert.That(s.World.Rows(Sql.Select(s.Value).SelectFrom(s.From).Where(s.Value.IsNotNull()).Union(Sql.Select(s.Value).SelectFrom(s.From).Where(s.Value.IsNotNull()))), Has.Count.EqualTo(distinct), $"{Name}, {form} UNION {form}");
        var counts = s.World.Read<long>(Sql.Select(Func.Count()).SelectFrom(s.From).Where(s.Value.IsNotNull()).GroupBy(s.Value));
        Assert.That(counts.SelectMany(n => Enumerable.Repeat((int)n, (int)n)).Order(), Is.EqualTo(groups), $"{Name}, GROUP BY {form}");
    }

    private void Same(Source s, ColumnElement condition, Func<T, bool> holds, string what, bool ofNull = false)
    {
        var found = s.World.Read<int>(Sql.Select(s.Id).SelectFrom(s.From).Where(condition).OrderBy(s.Id));
        int[] expected = [.. All.Where(i => holds(Values[i])), .. ofNull ? (int[])[Values.Length] : []];
        Assert.That(found, Is.EqualTo(expected), () => $"{Name}, {what}: wrong are {string.Join(", ", found.Except(expected).Concat(expected.Except(found)).Select(i => i < Values.Length ? Show(Values[i]) : "NULL"))}");
    }

    private BindParameter Bound(T value) => Sql.Parameter("v", Type, value, hasValue: true, unique: true);

    private static string Show(object? value) => Comparer.Show(value);

    private sealed record Source(World World, FromClause From, UntypedColumn Id, UntypedColumn Value);
}

/// <summary>The least and the greatest value.</summary>
public sealed record Held2<T>(T Low, T High);
