using System.Linq.Expressions;
using Alchemy.Drivers;

namespace Alchemy.Tests;

/// <summary>A decorator is compiled into readers and binders: its values are not boxed.</summary>
public sealed class DecoratorTests : EngineFixture
{
    private const int Rows = 5000;

    // A box is 24 bytes a row; what a whole execution allocates stays far below that.
    private const long Most = Rows * 8L;

    private static readonly MetaData Tables = new();

    private static readonly Table Marks = new("marks", Tables, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("mark", new MarkType()));

    private static ColumnExpression<Mark> Of => Marks.C<Mark>("mark");

    [Test]
    public void Reading_rows_boxes_nothing()
    {
        Engine.CreateAll(Tables);
        using var connection = Engine.Connect();
        connection.ExecuteText($"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Rows}) INSERT INTO marks SELECT i, i % 100 FROM n");
        Assert.That(Sum(connection), Is.EqualTo(247500L));
        var plain = Allocated(() => connection.Execute(Sql.Select(Sql.TypeCoerce(Of, SqlTypes.BigInteger))).As<long>().Sum());
        Assert.That(Allocated(() => Sum(connection)) - plain, Is.LessThan(Most), "beside reading the numbers that are stored");
    }

    // The first reading is interpreted, the second compiled.
    private static long Allocated(Func<long> read)
    {
        _ = read() + read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = read();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Test]
    public void Binding_values_boxes_nothing()
    {
        var driver = new SqliteDriver();
        using var ado = driver.CreateConnection("Data Source=:memory:");
        ado.Open();
        using var connection = driver.Attach(ado);
        using var prepared = connection.Prepare("SELECT ?");
        var (statement, value) = (Expression.Parameter(typeof(Statement)), Expression.Parameter(typeof(Mark)));
        var bind = Expression.Lambda<Action<Statement, Mark>>(driver.Bind(Expression.Convert(statement, driver.StatementType), Expression.Constant(0), new MarkType(), value), statement, value).Compile();
        bind(prepared, new Mark(1));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rows; i++)
        {
            bind(prepared, new Mark(i));
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(Most));
    }

    private static long Sum(Connection connection)
    {
        var sum = 0L;
        foreach (var mark in connection.Execute(Sql.Select(Of)).As<Mark>())
        {
            sum += mark.Points;
        }

        return sum;
    }

    private readonly record struct Mark(long Points);

    private sealed record MarkType() : TypeDecorator<Mark, long>(SqlTypes.BigInteger)
    {
        public override long ToStore(Mark value) => value.Points;

        public override Mark FromStore(long value) => new(value);
    }
}
