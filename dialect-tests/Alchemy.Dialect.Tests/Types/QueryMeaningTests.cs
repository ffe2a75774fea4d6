using System.Linq.Expressions;
using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>LINQ asks of each type what C# would answer: values are bound and read by compiled code.</summary>
public sealed class QueryMeaningTests(Database database) : DatabaseFixture(database)
{
    [Test]
    public void Numbers()
    {
        Ordered("byte", SqlTypes.Of<byte>(), (byte)0, (byte)200, (byte)9, (byte)10, (byte)200);
        Ordered("sbyte", SqlTypes.Of<sbyte>(), (sbyte)0, (sbyte)-100, (sbyte)9, (sbyte)10);
        Ordered("short", SqlTypes.SmallInteger, (short)0, short.MinValue, (short)9, (short)10);
        Ordered("ushort", SqlTypes.Of<ushort>(), (ushort)0, ushort.MaxValue, (ushort)9, (ushort)10);
        Ordered("int", SqlTypes.Integer, 0, int.MinValue, 9, 10, int.MaxValue);
        Ordered("uint", SqlTypes.Of<uint>(), 0u, uint.MaxValue, 9u, 10u);
        Ordered("long", SqlTypes.BigInteger, 0L, long.MinValue, 9L, 10L, long.MaxValue);
        Ordered("ulong", SqlTypes.Of<ulong>(), 0UL, ulong.MaxValue, 9UL, 10UL, ulong.MaxValue - 1);
        Ordered("decimal", SqlTypes.Numeric(), 0m, -9.5m, 10.25m, 9.5m, 9.50m, 7922816251426433759354395033.5m);
        Ordered("double", SqlTypes.Double, 0.0, -9.5, 10.25, 9.5, 0.1, 1e300);
        Ordered("float", SqlTypes.Real, 0f, -9.5f, 10.25f, 9.5f, 0.1f, 0.3333333f);
    }

    [Test]
    public void Times()
    {
        var noon = new DateTime(2026, 3, 1, 12, 0, 0);
        Ordered("datetime", SqlTypes.DateTime, noon, noon.AddMilliseconds(50), noon.AddMilliseconds(500), new DateTime(999, 1, 1), noon.Date);
        Ordered("instant", SqlTypes.DateTimeOffset, new DateTimeOffset(noon, TimeSpan.Zero), new DateTimeOffset(noon, TimeSpan.FromHours(9)), new DateTimeOffset(noon, TimeSpan.FromHours(-5)), new DateTimeOffset(noon.AddHours(9), TimeSpan.FromHours(9)));
        Ordered("date", SqlTypes.Date, new DateOnly(2026, 3, 1), new DateOnly(999, 1, 1), DateOnly.MaxValue, DateOnly.MinValue);
        Ordered("time", SqlTypes.Time, new TimeOnly(9, 0), new TimeOnly(10, 0), new TimeOnly(9, 0, 0, 500), TimeOnly.MinValue);
        SpansThatAreColumns();
        Ordered("span", SqlTypes.Interval(), TimeSpan.FromHours(9), TimeSpan.FromHours(10), TimeSpan.FromDays(-1), TimeSpan.FromMicroseconds(1));
    }

    // A span that LINQ computes is a number of ticks; a column is not.
    private void SpansThatAreColumns()
    {
        using var context = Open<TimeSpan>("span", SqlTypes.Interval(), [TimeSpan.FromHours(9)]);
        var (all, now, days) = (context.Set<Holder<TimeSpan>>(), new DateTime(2026, 1, 1), 1);
        Assert.That(() => all.Where(h => h.V.TotalHours > 1).ToList(), Throws.TypeOf<LinqTranslationException>());
        Assert.That(() => all.Where(h => now + h.V > now.AddDays(h.Id)).ToList(), Throws.TypeOf<LinqTranslationException>());
        Assert.That(() => all.Where(h => h.V > now.AddDays(h.Id + days) - now).ToList(), Throws.TypeOf<LinqTranslationException>().Or.TypeOf<CompileException>());
    }

    [Test]
    public void Other_values()
    {
        Equal("guid", SqlTypes.Guid, Guid.Empty, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
        Equal("bool", SqlTypes.Boolean, true, false, true);
        Equal("enum", SqlTypes.Of<DayOfWeek>(), DayOfWeek.Monday, DayOfWeek.Friday);
        Equal("enum_name", new EnumType(typeof(ConsoleColor), ByName: true), ConsoleColor.Red, ConsoleColor.Blue);
        Equal("money", new Cents(), new Money(1m), new Money(-2.5m));
        Equal("weight", new Precise(), new Weight(9.5m), new Weight(10.25m), new Weight(9.50m));
        EqualTexts();
    }

    private void EqualTexts()
    {
        string[] texts = ["", "a", "A", .. Lane is Database.MySql56 ? Array.Empty<string>() : ["a "], "'", "\\", "%", "_", "\U0001F600", "a%b", "a_b", "a\\b", "/"];
        using var context = Open<string>("text", SqlTypes.Text, texts);
        var all = context.Set<Holder<string>>();
        foreach (var text in texts)
        {
            Same(texts, all, v => v == text, h => h.V == text);
            Same(texts, all, v => v != text, h => h.V != text);
            Same(texts, all, v => v.StartsWith(text, StringComparison.Ordinal), h => h.V.StartsWith(text));
            Same(texts, all, v => v.EndsWith(text, StringComparison.Ordinal), h => h.V.EndsWith(text));
            Same(texts, all, v => v.Contains(text, StringComparison.Ordinal), h => h.V.Contains(text));
            Same(texts, all, v => string.CompareOrdinal(v, text) < 0, h => string.Compare(h.V, text) < 0);
            Same(texts, all, v => v + text != text + v, h => h.V + text != text + h.V);
        }

        Same(texts, all, v => v.Contains("a", StringComparison.Ordinal), h => h.V.Contains("a"));
    }

    private void Ordered<T>(string name, SqlType type, params T[] values)
        where T : struct, IComparable<T>
    {
        using var context = Open<T>(name, type, values);
        var (all, row) = (context.Set<Holder<T>>(), Expression.Parameter(typeof(Holder<T>), "h"));
        foreach (var value in values)
        {
            Compared(values, all, row, value, Expression.LessThan, c => c < 0);
            Compared(values, all, row, value, Expression.GreaterThanOrEqual, c => c >= 0);
            Compared(values, all, row, value, Expression.Equal, c => c == 0);
            Compared(values, all, row, value, Expression.NotEqual, c => c != 0);
        }

        Assert.That(all.OrderBy(h => h.V).ThenBy(h => h.Id).Select(h => h.Id).ToList(), Is.EqualTo(Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ThenBy(i => i)), $"OrderBy of {name}");
        Assert.That(all.Max(h => h.V), Is.EqualTo(values.Max()), $"Max of {name}");
        Assert.That(all.Min(h => h.V), Is.EqualTo(values.Min()), $"Min of {name}");
        Assert.That(all.Select(h => h.V).Distinct().Count(), Is.EqualTo(values.Distinct().Count()), $"Distinct of {name}");
        Assert.That(all.GroupBy(h => h.V).Select(g => new { g.Key, N = g.Count() }).ToList().Select(g => (g.Key, g.N)), Is.EquivalentTo(values.GroupBy(v => v).Select(g => (g.Key, g.Count()))), $"GroupBy of {name}");
        Listed(values, all);
    }

    private void Equal<T>(string name, SqlType type, params T[] values)
        where T : struct
    {
        using var context = Open<T>(name, type, values);
        var (all, row) = (context.Set<Holder<T>>(), Expression.Parameter(typeof(Holder<T>), "h"));
        foreach (var value in values)
        {
            Compared(values, all, row, value, Expression.Equal, c => c == 0);
            Compared(values, all, row, value, Expression.NotEqual, c => c != 0);
        }

        Assert.That(all.Select(h => h.V).Distinct().Count(), Is.EqualTo(values.Distinct().Count()), $"Distinct of {name}");
        Listed(values, all);
    }

    // The operator of C#: a byte is compared as an int there.
    private static void Compared<T>(T[] values, IQueryable<Holder<T>> all, ParameterExpression row, T value, Func<Expression, Expression, Expression> op, Func<int, bool> holds)
        where T : struct
    {
        var (own, given) = ((Expression)Expression.Property(row, "V"), (Expression)Expression.Field(Expression.Constant(new Box<T> { Value = value }), "Value"));
        if (typeof(T).IsEnum || typeof(T) == typeof(byte) || typeof(T) == typeof(sbyte) || typeof(T) == typeof(short) || typeof(T) == typeof(ushort))
        {
            (own, given) = (Expression.Convert(own, typeof(int)), Expression.Convert(given, typeof(int)));
        }

        var condition = Expression.Lambda<Func<Holder<T>, bool>>(op(own, given), row);
        var found = all.Where(condition).OrderBy(h => h.Id).Select(h => h.Id).ToList();
        Assert.That(found, Is.EqualTo(Enumerable.Range(0, values.Length).Where(i => holds(values[i].Equals(value) ? 0 : values[i] is IComparable<T> c ? c.CompareTo(value) : 1))), condition.ToString() + Comparer.Show(value));
    }

    private static void Listed<T>(T[] values, IQueryable<Holder<T>> all)
    {
        T[] some = [values[0], values[^1]];
        Assert.That(all.Where(h => some.Contains(h.V)).OrderBy(h => h.Id).Select(h => h.Id).ToList(), Is.EqualTo(Enumerable.Range(0, values.Length).Where(i => some.Contains(values[i]))), "Contains");
        Assert.That(all.Where(h => !some.Contains(h.V)).OrderBy(h => h.Id).Select(h => h.V).ToList(), Is.EqualTo(values.Where(v => !some.Contains(v))), "not Contains");
    }

    private static void Same(string[] values, IQueryable<Holder<string>> all, Func<string, bool> holds, Expression<Func<Holder<string>, bool>> condition)
    {
        var found = all.Where(condition).OrderBy(h => h.Id).Select(h => h.V).ToList();
        Assert.That(found, Is.EqualTo(values.Where(holds)), condition.ToString());
    }

    private HolderContext<T> Open<T>(string name, SqlType type, T[] values)
    {
        var metadata = new MetaData();
        var table = new Table("asked_" + name, metadata, new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column("v", type, nullable: false));
        using (var connection = Engine.Connect())
        {
            foreach (var text in Engine.Dialect.Ddl.DropAll(metadata))
            {
                connection.ExecuteText(text);
            }
        }

        Engine.CreateAll(metadata);
        var context = new HolderContext<T>(Engine, table, type);
        for (var i = 0; i < values.Length; i++)
        {
            context.Set<Holder<T>>().Add(new Holder<T> { Id = i, V = values[i] });
        }

        context.SaveChanges();
        return context;
    }

    private sealed class Box<T>
    {
        public T Value = default!;
    }
}

/// <summary>Objects that hold a value.</summary>
public sealed class HolderContext<T>(Engine engine, Table table, SqlType type) : AlchemyContext(engine)
{
    protected override void OnModelCreating(ModelBuilder builder)
        => builder.Entity<Holder<T>>(e => _ = e.Table(table).Property(h => h.Id).Column("id").And.Property(h => h.V).Column("v").Type(type));
}
