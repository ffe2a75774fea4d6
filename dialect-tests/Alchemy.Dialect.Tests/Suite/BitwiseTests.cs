namespace Alchemy.Tests;

/// <summary>The operators of bits (BitwiseTest).</summary>
public sealed class BitwiseTests : SuiteFixture
{
    private readonly Table _table;

    public BitwiseTests(Database database)
        : base(database)
        => _table = new Table("suite_bits", Metadata, new Column("a", SqlTypes.Integer, primaryKey: true, autoIncrement: false));

    private ColumnExpression<int> A => _table.C<int>("a");

    private protected override void Fill(Connection connection) => connection.ExecuteMany(Sql.Insert(_table), Enumerable.Range(-3, 13).Select(i => new { a = i }));

    private static IEnumerable<TestCaseData> Operators()
    {
        yield return Case("and", a => a.BitwiseAnd(4), a => a & 4);
        yield return Case("and of negative ones", a => a.BitwiseAnd(-2), a => a & -2);
        yield return Case("or", a => a.BitwiseOr(1), a => a | 1);
        yield return Case("xor", a => a.BitwiseXor(5), a => a ^ 5);
        yield return Case("xor of an expression", a => (a + 1).BitwiseXor(a * 2), a => (a + 1) ^ (a * 2));
        yield return Case("not", a => (a - 2).BitwiseNot(), a => ~(a - 2));
        yield return Case("left", a => a.BitwiseLShift(1), a => a << 1);
        yield return Case("right", a => a.BitwiseRShift(2), a => a >> 2);
        yield return Case("in one another", a => a.BitwiseOr(8).BitwiseAnd(a.BitwiseXor(3)), a => (a | 8) & (a ^ 3));
        yield return Case("in a sum", a => a.BitwiseAnd(1) + a.BitwiseNot(), a => (a & 1) + ~a);
        yield return Case("xor in a product", a => a.BitwiseXor(3) * 2, a => (a ^ 3) * 2);
    }

    [TestCaseSource(nameof(Operators))]
    public void They_give_what_they_give_in_csharp(Func<ColumnExpression<int>, UntypedColumn> expression, Func<int, int> expected)
    {
        var value = expression(A);
        var read = Read<(int A, int Value)>(Sql.Select(A, value.As("v")).OrderBy(A));
        Assert.That(read, Is.EqualTo(Enumerable.Range(-3, 13).Select(a => (a, expected(a)))));
        Assert.That(Read<int>(Sql.Select(A).Where(value > 0).OrderBy(A)), Is.EqualTo(Enumerable.Range(-3, 13).Where(a => expected(a) > 0)));
        Assert.That(Read<int>(Sql.Select(A).Where(value == expected(2)).OrderBy(A)), Is.EqualTo(Enumerable.Range(-3, 13).Where(a => expected(a) == expected(2))));
    }

    private static TestCaseData Case(string name, Func<ColumnExpression<int>, UntypedColumn> expression, Func<int, int> expected) => new TestCaseData(expression, expected).SetArgDisplayNames(name);
}
