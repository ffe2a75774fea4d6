using System.Linq.Expressions;
using Alchemy.Drivers;

namespace Alchemy.Tests;

/// <summary>A value set with its type known is stored as the same value set as an object.</summary>
[TestFixture]
public sealed class TypedBindTests
{
    private readonly SqliteDriver _driver = new();
    private DriverConnection _connection = null!;

    [SetUp]
    public void Open()
    {
        var ado = _driver.CreateConnection("Data Source=:memory:");
        ado.Open();
        _connection = _driver.Attach(ado);
    }

    [TearDown]
    public void Close() => _connection.Dispose();

    [Test]
    public void Typed_and_boxed_are_the_same()
    {
        Same(SqlTypes.SmallInteger, (short)-3, (short?)null);
        Same(SqlTypes.Integer, 3, (int?)4);
        Same(SqlTypes.BigInteger, long.MinValue, (long?)null);
        Same(SqlTypes.Boolean, true, (bool?)false);
        Same(SqlTypes.Double, 0.1, (double?)null);
        Same(SqlTypes.Real, 0.5f, (float?)null);
        Same(SqlTypes.Numeric(28, 10), 1.2500m, (decimal?)decimal.MinValue);
        Same(SqlTypes.Text, "", (string?)null);
        Same(SqlTypes.Text, "a\0b \U0001F600", new string('ø', 5000));
        Same(SqlTypes.Binary(), Array.Empty<byte>(), new byte[] { 0, 255 });
        Same(SqlTypes.Guid, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), (Guid?)null);
        Same(SqlTypes.DateTime, DateTime.MaxValue, (DateTime?)new DateTime(2026, 1, 1));
        Same(SqlTypes.DateTimeOffset, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(-5)), (DateTimeOffset?)null);
        Same(SqlTypes.Date, DateOnly.MinValue, (DateOnly?)null);
        Same(SqlTypes.Time, new TimeOnly(12, 30), (TimeOnly?)TimeOnly.MaxValue);
        Same(new EnumType(typeof(Colour)), Colour.Green, (Colour?)null);
        Same(new EnumType(typeof(Colour), ByName: true), Colour.Green, (Colour?)(Colour)7);
    }

    [Test]
    public void Numbers_convert_to_the_column_s_type_or_are_refused()
    {
        Assert.That(Stored(SqlTypes.Numeric(), 5), Is.EqualTo(("text", "'5.0'")), "as a decimal, or it would be another value than 5.0m");
        Assert.That(Stored(SqlTypes.BigInteger, 5), Is.EqualTo(("integer", "5")));
        Assert.That(() => Stored(SqlTypes.Integer, long.MaxValue), Throws.TypeOf<OverflowException>());
        Assert.That(() => Stored(SqlTypes.Double, double.NaN), Throws.TypeOf<InvalidStatementException>());
    }

    private void Same<TFirst, TSecond>(SqlType type, TFirst first, TSecond second)
    {
        Assert.That(Stored(type, first), Is.EqualTo(Boxed(type, first)), type.ToString());
        Assert.That(Stored(type, second), Is.EqualTo(Boxed(type, second)), type.ToString());
    }

    private (string, string) Stored<T>(SqlType type, T value)
    {
        var statement = Expression.Parameter(typeof(Statement));
        var bind = _driver.Bind(Expression.Convert(statement, _driver.StatementType), Expression.Constant(0), type, Expression.Constant(value, typeof(T)));
        return Read(Expression.Lambda<Action<Statement>>(bind, statement).Compile());
    }

    private (string, string) Boxed(SqlType type, object? value) => Read(s => s.Set(0, type, value));

    private (string, string) Read(Action<Statement> bind)
    {
        using var statement = _connection.Prepare("SELECT typeof(v), quote(v) FROM (SELECT ? AS v)");
        bind(statement);
        using var cursor = statement.OpenCore(IOBehavior.Synchronous, default).Result;
        cursor.Read();
        return (cursor.Text(0), cursor.Text(1));
    }
}
