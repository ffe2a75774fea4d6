using System.Numerics;

namespace Alchemy.Tests;

/// <summary>Numbers are added, divided and summed up as C# does it.</summary>
public sealed class ArithmeticTests(Database database) : DatabaseFixture(database)
{
    private const int Seed = 20261126;

    private static readonly int[] Ints = [0, 1, -1, 7, -7, 2, -2, 3, 10, -10, 30000, -30000];

    private static readonly long[] Longs = [0, 1, -1, 7, -7, 3, 10, 2_000_000_011, -2_000_000_011];

    private static readonly decimal[] Decimals = [0m, 1m, -1m, 7.5m, -7.5m, 2.25m, 3m, -0.1m, 0.2m, 123456789.123456789m, -98765432.1m, 10.10m];

    private static readonly double[] Doubles = [0, 1, -1, 7.5, -7.5, 2.25, 3, -0.1, 0.2, 1e10, -1e-10, 123456.789];

    [Test]
    public void Whole_numbers()
    {
        Check(SqlTypes.Integer, Ints, [.. Random().Take(6).Select(r => r % 30000)], exact: true);
        Check(SqlTypes.BigInteger, Longs, [.. Random().Take(6).Select(r => (long)r)], exact: true);
        Check(SqlTypes.SmallInteger, new short[] { 0, 1, -1, 7, -7, 3, 100, -100, 90 }, [], exact: true);
    }

    [Test]
    public void Decimals_to_the_last_digit()
    {
        Check(SqlTypes.Numeric(), Decimals, [.. Random().Take(6).Select(r => r / 1000m)], exact: true);
        Check(SqlTypes.Numeric(20, 9), Decimals, [], exact: true);
    }

    [Test]
    public void Floating_point_numbers()
    {
        Check(SqlTypes.Double, Doubles, [.. Random().Take(6).Select(r => r / 1024.0)], exact: false);
        Check(SqlTypes.Real, new[] { 0f, 1f, -1f, 7.5f, -7.5f, 2.25f, 3f, 0.125f }, [], exact: false);
    }

    // The same numbers each time, on every machine.
    private static IEnumerable<int> Random()
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        while (true)
        {
            yield return random.Next(-100_000, 100_000);
        }
    }

    private void Check<T>(SqlType type, T[] chosen, T[] random, bool exact)
        where T : struct, INumber<T>
    {
        T[] values = [.. chosen, .. random];
        using var world = new World(Engine, $"arithmetic_{typeof(T).Name}_{(type as NumericType)?.Precision}".ToLowerInvariant(), type, values.Length);
        world.Insert(values.Select((v, i) => (i, (object?)v)).Append((values.Length, null)), (v, _) => v is null ? Constant.Null : Sql.Parameter("v", type, v));
        var (x, y) = (world.Table.C<T>("v"), world.Twin.C<T>("v"));
        var pairs = Enumerable.Range(0, values.Length).SelectMany(a => Enumerable.Range(0, values.Length).Select(b => (a, b))).ToList();
        Pairs("+", x + y, (a, b) => a + b);
        Pairs("-", x - y, (a, b) => a - b);
        Pairs("*", x * y, (a, b) => a * b);
        Pairs("/", x / y, (a, b) => a / b, divides: true);
        if (Database is not Database.PostgreSql || typeof(T) != typeof(double) && typeof(T) != typeof(float))
        {
            Pairs("%", x % y, (a, b) => a % b, divides: true);
        }

        Pairs("-x + y", -x + y, (a, b) => -a + b);
        Pairs("(x + y) * x", (x + y) * y, (a, b) => (a + b) * b);
        foreach (var value in values.Take(5))
        {
            Pairs($"x + {value}", x + value, (a, _) => a + value);
            Pairs($"{value} - x", value - x, (a, _) => value - a);
            Pairs($"x * {value}", x * value, (a, _) => a * value);
        }

        // In a condition: what is computed is compared with a column and with a parameter.
        var kept = world.ReadAs<(int, int)>(Sql.Select(world.Id, world.Twin.C("id")).Where(x - y > x * values[^1])).ToHashSet();
        Assert.That(kept, Is.EquivalentTo(pairs.Where(p => values[p.a] - values[p.b] > values[p.a] * values[^1])), $"{typeof(T).Name}, a condition");
        Totals(world, x, values, exact);

        void Pairs(string what, ColumnExpression<T> expression, Func<T, T, T> compute, bool divides = false)
        {
            var select = Sql.Select(new Label("a", world.Id), new Label("b", world.Twin.C("id")), new Label("r", expression)).Where(x.IsNotNull(), y.IsNotNull());
            var found = world.ReadAs<(int A, int B, T R)>(divides ? select.Where(y != T.Zero) : select);
            foreach (var (a, b, result) in found)
            {
                var expected = compute(values[a], values[b]);
                Assert.That(IsSame(expected, result, exact), Is.True, $"{typeof(T).Name}: {what} of {values[a]} and {values[b]} is {expected} in C#, and {result} here");
            }

            Assert.That(found, Has.Count.EqualTo(pairs.Count(p => !divides || values[p.b] != T.Zero)), what);
        }
    }

    private void Totals<T>(World world, ColumnExpression<T> x, T[] values, bool exact)
        where T : struct, INumber<T>
    {
        var sum = values.Aggregate(T.Zero, (a, b) => a + b);
        Assert.That(IsSame(sum, world.Read<T>(Sql.Select(Func.Sum(x))).Single(), exact), Is.True, $"SUM of {typeof(T).Name}");
        var average = typeof(T) == typeof(decimal)
            ? (double)world.Read<decimal>(Sql.Select(Func.Avg((ColumnExpression<decimal>)(object)x))).Single()
            : world.Read<double>(Sql.Select(Func.Avg(x))).Single();
        Assert.That(average, Is.EqualTo(values.Average(v => double.CreateChecked(v))).Within(1e-9).Percent, $"AVG of {typeof(T).Name}");
        Assert.That(world.Read<T>(Sql.Select(Func.Abs(x)).Where(x.IsNotNull()).OrderBy(world.Id)), Is.EqualTo(values.Select(T.Abs)), $"abs of {typeof(T).Name}");
    }

    // A quotient of decimals has the digits of the database, rule "quotients"; floating point differs in its last bit.
    private static bool IsSame<T>(T expected, T found, bool exact)
        where T : INumber<T>
    {
        if (expected == found)
        {
            return true;
        }

        var (a, b) = (double.CreateChecked(expected), double.CreateChecked(found));
        return (!exact || typeof(T) == typeof(decimal)) && Math.Abs(a - b) <= Math.Abs(a) * (typeof(T) == typeof(float) ? 1e-6 : 1e-14);
    }
}
