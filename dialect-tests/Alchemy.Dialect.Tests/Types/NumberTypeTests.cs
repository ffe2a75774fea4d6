namespace Alchemy.Tests;

public sealed class NumberTypeTests(Database database) : RoundTripFixture(database)
{
    private static IEnumerable<TypeCase> Cases()
    {
        yield return TypeCase.Of("byte", SqlTypes.Of<byte>(), byte.MinValue, (byte)127, byte.MaxValue);
        yield return TypeCase.Of("sbyte", SqlTypes.Of<sbyte>(), sbyte.MinValue, (sbyte)0, sbyte.MaxValue);
        yield return TypeCase.Of("short", SqlTypes.SmallInteger, short.MinValue, (short)-1, (short)0, short.MaxValue);
        yield return TypeCase.Of("ushort", SqlTypes.Of<ushort>(), ushort.MinValue, ushort.MaxValue);
        yield return TypeCase.Of("int", SqlTypes.Integer, int.MinValue, -1, 0, int.MaxValue);
        yield return TypeCase.Of("uint", SqlTypes.Of<uint>(), uint.MinValue, uint.MaxValue);
        yield return TypeCase.Of("long", SqlTypes.BigInteger, long.MinValue, -1L, 0L, (1L << 53) + 1, long.MaxValue);
        yield return TypeCase.Of("ulong", SqlTypes.Of<ulong>(), ulong.MinValue, (1UL << 53) + 1, ulong.MaxValue);
        yield return TypeCase.Of("decimal", SqlTypes.Numeric(), Decimals);
        yield return TypeCase.Of("decimal_38_10", SqlTypes.Numeric(38, 10), 0m, 1.50m, -1.5000000000m, 0.0000000001m, -0.0000000001m, 1234567890123456789.0123456789m, 100m, 1e18m);
        yield return TypeCase.Of("decimal_28_0", SqlTypes.Numeric(28, 0), 0m, -1m, 9999999999999999999999999999m, -9999999999999999999999999999m);
        yield return TypeCase.Of("decimal_18_2", StandardTypes.Decimal(18, 2), 0m, 12.34m, -9999999999999.99m);
        yield return TypeCase.Of("double", SqlTypes.Double, Doubles);
        yield return TypeCase.Of("float53", SqlTypes.Float(53), 0.1, -1e300, 4.9E-324);
        yield return TypeCase.Of("real", SqlTypes.Real, 0f, 0.1f, -0.3333333f, 16777217f, float.MaxValue, float.MinValue, float.Epsilon, 1.17549435E-38f);
    }

    // 35 digits before the point and 28 behind it are what every decimal needs.
    private static decimal[] Decimals =>
    [
        0m, 1.0m, -1.50m, 0.1m, 0.3333333333333333333333333333m, -0.0000000000000000000000000001m, decimal.MaxValue, decimal.MinValue, 7922816251426433759354395033.5m, 12345678901234.56789012345678m, 1e-28m, 100m,
    ];

    private static double[] Doubles =>
    [
        0.0, 0.1, -0.1, 1.0 / 3, 1e-7, 123456789012345680.0, 9007199254740993.0, 1e22, 1e23, double.MaxValue, double.MinValue, double.Epsilon, 2.2250738585072014E-308, 2.2250738585072009E-308, Math.PI,
    ];

    [TestCaseSource(nameof(Cases))]
    public void Values_come_back_by_every_way(TypeCase type) => Check(type);

    [Test]
    public void Numbers_that_are_none_are_kept_or_refused_by_name()
    {
        foreach (var value in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            if (Database is Database.PostgreSql || Database is Database.Sqlite && !double.IsNaN(value))
            {
                (TypeCase.Of("endless", SqlTypes.Double, value) with { HasLiteral = false }).Check(Engine);
                (TypeCase.Of("endless_real", SqlTypes.Real, (float)value) with { HasLiteral = false }).Check(Engine);
            }
            else
            {
                Refused(SqlTypes.Double, value);
                Refused(SqlTypes.Real, (float)value);
            }
        }
    }

    /// <summary>Rule "zero": C# has two zeros that are equal; which of them comes back is not said.</summary>
    [Test]
    public void Zero_comes_back_as_zero()
    {
        using var world = new World(Engine, "zero", SqlTypes.Double, 0);
        world.Insert([(0, -0.0)], (v, _) => Sql.Parameter("v", SqlTypes.Double, v));
        world.Insert([(1, -0.0)], (v, _) => new LiteralValue(v!, SqlTypes.Double));
        Assert.That(world.Read<double>(world.All), Is.EqualTo(new[] { 0.0, 0.0 }));
        Assert.That(world.Ids(new BinaryExpression(SqlOperator.Equal, world.Value, Sql.Parameter("v", SqlTypes.Double, 0.0, hasValue: true), SqlTypes.Boolean)), Is.EqualTo(new[] { 0, 1 }));
    }

    /// <summary>Rule "real": under its standard name a column of SQLite keeps a REAL.</summary>
    [Test]
    public void A_decimal_that_the_column_cannot_hold_is_refused()
    {
        var type = StandardTypes.Decimal(28, 2);
        if (Database is Database.Sqlite)
        {
            Assert.That(Assert.Throws<InvalidStatementException>(() => TypeCase.Of("wide", type, -9999999999999999.99m).Check(Engine))!.Message, Does.Contain("REAL"));
        }
        else
        {
            TypeCase.Of("wide", type, -9999999999999999.99m).Check(Engine);
        }
    }

    [Test]
    public void One_value_is_one_value_however_many_zeros_it_was_written_with()
    {
        var type = SqlTypes.Numeric(12, 4);
        using var world = new World(Engine, "zeros", type, 0);
        world.Insert([(0, 1.5m), (1, 1.50m)], (v, _) => new LiteralValue(v!, type));
        world.Insert([(2, 1.500m)], (v, _) => Sql.Parameter("v", type, v));
        Assert.That(world.Rows(Sql.Select(world.Value).Distinct()), Is.EqualTo(new[] { 1.5m }));
        Assert.That(world.Rows(Sql.Select(world.Value).Union(Sql.Select(world.Twin.C("v")))), Is.EqualTo(new[] { 1.5m }));
    }

    [Test]
    public void More_digits_than_a_decimal_has_are_rounded_behind_the_point()
    {
        using var world = new World(Engine, "wide", SqlTypes.Numeric(60, 28), 0);
        foreach (var (text, expected) in new[] { ("79228162514264337593543950335.0", decimal.MaxValue), ("7922816251426433759354395033.5000", 7922816251426433759354395033.5m), ("-12345678901234567890.1234567890123456789", -12345678901234567890.123456789m), ("0.0000000000000000000000000001", 1e-28m) })
        {
            world.Execute(Sql.Delete(world.Table));
            world.Execute(Sql.Insert(world.Table).Value(world.Table.Column("id"), 0).Value(world.Table.Column("v"), Sql.LiteralColumn(Database is Database.Sqlite ? $"'{text}'" : text)));
            Assert.That(world.Rows(world.All)[0], Is.EqualTo(expected));
        }

        world.Execute(Sql.Update(world.Table).Set(world.Table.Column("v"), Sql.LiteralColumn(Database is Database.Sqlite ? "'79228162514264337593543950336'" : "79228162514264337593543950336")));
        Assert.That(() => world.Rows(world.All), Throws.TypeOf<ResultShapeException>());
    }
}
