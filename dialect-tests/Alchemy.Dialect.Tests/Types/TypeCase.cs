namespace Alchemy.Tests;

/// <summary>A type, and values that must come back from a database as they went.</summary>
/// <param name="Name">The name of its table.</param>
/// <param name="Type">The type.</param>
public abstract record TypeCase(string Name, SqlType Type)
{
    /// <summary>False for a type without an <c>=</c>, such as PostgreSQL's JSON.</summary>
    public bool HasEquality { get; init; } = true;

    /// <summary>False for values that cannot be written into the text.</summary>
    public bool HasLiteral { get; init; } = true;

    /// <summary>False for a type whose parameter is text where no column stands beside it.</summary>
    public bool IsKnownAlone { get; init; } = true;

    /// <summary>The databases that have the type; null for all.</summary>
    public Database[]? Only { get; init; }

    /// <summary>The values, boxed.</summary>
    internal abstract IReadOnlyList<object> Boxed { get; }

    /// <summary>Values of a value type.</summary>
    public static TypeCase<T, T?> Of<T>(string name, SqlType type, params T[] values)
        where T : struct
        => new(name, type, values);

    /// <summary>Values of a reference type.</summary>
    public static TypeCase<T, T> OfClass<T>(string name, SqlType type, params T[] values)
        where T : class
        => new(name, type, values);

    /// <summary>Writes and reads the values by every way there is.</summary>
    internal abstract void Check(Engine engine);

    /// <inheritdoc/>
    public sealed override string ToString() => Name;
}

/// <summary>A row that holds a value.</summary>
public sealed record Held<T>(int Id, T V);

/// <summary>An object that holds a value.</summary>
public class Holder<T>
{
    public int Id { get; set; }

    public T V { get; set; } = default!;
}

/// <summary>A type with its values.</summary>
/// <typeparam name="T">The CLR type.</typeparam>
/// <typeparam name="TNull">The same for a value that may be NULL.</typeparam>
/// <param name="Name">The name of its table.</param>
/// <param name="Type">The type.</param>
/// <param name="Values">The values, no two of them equal.</param>
public sealed record TypeCase<T, TNull>(string Name, SqlType Type, T[] Values) : TypeCase(Name, Type)
    where T : notnull
{
    /// <summary>What comes back in a value's place, by a rule that docs/types.md names; null for the value.</summary>
    public Func<T, Engine, T>? Rule { get; init; }

    internal override IReadOnlyList<object> Boxed => [.. Values.Select(v => (object)v)];

    // Scalars gives values of the type's own CLR type only.
    private bool IsOwn => Type.ClrType == typeof(T);

    private int Last => Values.Length;

    internal override void Check(Engine engine)
    {
        var expected = Values.Select(v => Rule is null ? v : Rule(v, engine)).ToArray();
        using var world = new World(engine, Name, Type, Last);
        // NULL is the last row.
        foreach (var write in Writers(world))
        {
            world.Execute(Sql.Delete(world.Table));
            var returned = write();
            Same(expected, returned, "RETURNING");
            Same(expected, world.Rows(world.All), "as a row");
            if (IsOwn)
            {
                Same(expected, Cast(world.Read<TNull>(world.All)), "Scalars");
                Same(expected, Cast(world.Read<T>(world.All.Where(world.Value.IsNotNull()))), "Scalars of values", hasNull: false);
            }

            Same(expected, Cast(world.ReadAs<Held<TNull>>(world.Both).Select(h => h.V)), "As");
            Same(expected, Cast(world.ReadAs<Held<T>>(world.Both.Where(world.Value.IsNotNull())).Select(h => h.V)), "As of values", hasNull: false);
            Same(expected, Cast(world.ReadAs<(int Id, TNull V)>(world.Both).Select(h => h.V)), "As of tuples");
        }

        Same(expected, Cast(world.Objects<TNull>(all: true)), "as an object");
        Same(expected, Cast(world.Objects<T>(all: false)), "as an object of values", hasNull: false);
        foreach (var (how, select) in Expressions(world).Where(e => IsKnownAlone || !e.How.Contains("alone")))
        {
            Same(expected, world.Rows(select), how);
            Same(expected, Cast(world.ReadAs<TNull>(select)), how + ", typed");
        }

        if (HasEquality)
        {
            Find(world, expected);
        }
    }

    private IEnumerable<Func<object?[]?>> Writers(World world)
    {
        var rows = Values.Select(v => (object?)v).Append(null).Select((v, i) => (Id: i, V: v)).ToList();
        yield return () => world.Insert(rows, (v, _) => Sql.Parameter("v", Type, v, hasValue: true, unique: true));
        yield return () => world.InsertObjects(rows.Select(r => new Holder<TNull> { Id = r.Id, V = (TNull)r.V! }));
        yield return () =>
        {
            world.InsertObjects(rows.SkipLast(1).Select(r => new Holder<T> { Id = r.Id, V = (T)r.V! }));
            return world.Insert(rows.TakeLast(1), (_, _) => Constant.Null) is null ? null : rows.Select((r, i) => r.V is null ? null : Rule is null ? r.V : (object)Rule((T)r.V, world.Engine)).ToArray();
        };
        if (HasLiteral)
        {
            yield return () => world.Insert(rows, (v, _) => v is null ? Constant.Null : new LiteralValue(v, Type));
            yield return () => world.Insert(rows, (v, i) => Sql.Parameter($"v{i}", Type, v, hasValue: true, literal: true));
        }
    }

    // A value where no column says what it is; each is a row of the table, so that one statement has all.
    private IEnumerable<(string How, SelectBase Select)> Expressions(World world)
    {
        ColumnElement Bound(object? value) => Sql.Parameter("v", Type, value, hasValue: true, unique: true);
        SelectBase Each(Func<T, ColumnElement> value) => Union(Values.Select((v, i) => Sql.Select(new Label("n", new LiteralValue(i, SqlTypes.Integer)), new Label("v", value(v)))).Append(Sql.Select(new Label("n", new LiteralValue(Last, SqlTypes.Integer)), new Label("v", Bound(null)))));
        yield return ("a parameter alone", world.Second(Each(v => Bound(v))));
        if (HasLiteral)
        {
            yield return ("a literal alone", world.Second(Each(v => new LiteralValue(v, Type))));
        }

        var column = world.Value;
        yield return ("a subquery", Sql.Select(world.Both.Subquery("s") is var s ? s.C("v") : null!).OrderBy(s.C("id")));
        yield return ("a UNION alone", world.Second(Union(Values.Select((v, i) => Sql.Select(new Label("n", new LiteralValue(i, SqlTypes.Integer)), new Label("v", Bound(v)))).Append(Sql.Select(new Label("n", world.Id), new Label("v", column)).Where(world.Id == Last)))));
        yield return ("CASE", Sql.Select(new Label("v", new Case([.. Values.Select((_, i) => i).Where(i => i % 2 == 0).Select(i => world.Id == i)], [.. Values.Where((_, i) => i % 2 == 0).Select(v => Bound(v))], column))).OrderBy(world.Id));
        yield return ("COALESCE", Sql.Select(new Label("v", new FunctionCall("coalesce", [column, Bound(null)], Type))).OrderBy(world.Id));
        yield return ("a scalar subquery", Sql.Select(new Label("v", new ScalarSelect(Sql.Select(world.Twin.C("v")).Where(world.Twin.C("id") == world.Id)))).SelectFrom(world.Table).OrderBy(world.Id));
    }

    // Each value finds its own row, and no other.
    private void Find(World world, T[] expected)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            var value = Values[i];
            var same = Enumerable.Range(0, Values.Length).Where(j => Comparer.AreEqual(expected[i], expected[j])).ToArray();
            Assert.That(world.Ids(new BinaryExpression(SqlOperator.Equal, world.Value, Sql.Parameter("v", Type, value, hasValue: true), SqlTypes.Boolean)), Is.EqualTo(same), $"{Name} = {Show(value)}");
            Assert.That(world.Ids(world.Value.InList(new object?[] { value })), Is.EqualTo(same), $"{Name} IN ({Show(value)})");
            if (HasLiteral)
            {
                Assert.That(world.Ids(new BinaryExpression(SqlOperator.Equal, world.Value, new LiteralValue(value, Type), SqlTypes.Boolean)), Is.EqualTo(same), $"{Name} = literal {Show(value)}");
            }
        }

        Assert.That(world.Ids(world.Value.InList(Values.Cast<object?>().ToArray())), Is.EqualTo(Enumerable.Range(0, Values.Length)), $"{Name} IN (all)");
    }

    private static SelectBase Union(IEnumerable<SelectBase> members) => new CompoundSelect(SetOperator.UnionAll, [.. members]);

    private static IEnumerable<object?> Cast<TValue>(IEnumerable<TValue> values) => values.Select(v => (object?)v);

    private void Same(T[] expected, IEnumerable<object?>? actual, string how, bool hasNull = true)
    {
        if (actual is null)
        {
            return;
        }

        var found = actual.Select(Own).ToList();
        Assert.That(found, Has.Count.EqualTo(expected.Length + (hasNull ? 1 : 0)), $"{Name}, {how}");
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.That(found[i] is T value && Comparer.AreEqual(expected[i], value), Is.True, $"{Name}, {how}: {Show(expected[i])} came back as {Show(found[i])}");
        }

        if (hasNull)
        {
            Assert.That(found[^1], Is.Null, $"{Name}, {how}: NULL");
        }
    }

    // A row holds a number as the SQL type has it: a byte is a short there.
    private static object? Own(object? value) => value is IConvertible and not T && typeof(T).IsPrimitive ? Convert.ChangeType(value, typeof(T), System.Globalization.CultureInfo.InvariantCulture) : value;

    private static string Show(object? value) => Comparer.Show(value);
}
