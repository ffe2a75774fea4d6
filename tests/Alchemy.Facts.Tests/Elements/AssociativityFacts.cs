namespace Alchemy.Tests;

/// <summary>test/sql/test_operators.py, OperatorAssociativityTest and MultiElementExprTest.</summary>
[TestFixture]
public sealed class AssociativityFacts : FactFixture
{
    private static UntypedColumn F { get; } = Sql.Column("f");

    private static Table T { get; } = new("t", new MetaData(), new Column("q", SqlTypes.Integer), new Column("p", SqlTypes.Integer));

    private static UntypedColumn P => T.C("p");

    private static UntypedColumn Q => T.C("q");

    private static UntypedColumn Whole(int value, UntypedColumn column) => new(new BinaryExpression(SqlOperator.FloorDivide, new BindParameter(column.Name!, SqlTypes.Integer, value, hasValue: true, unique: true), column, SqlTypes.Integer));

    private static UntypedColumn Ten(Func<UntypedColumn, UntypedColumn, UntypedColumn> op) => Enumerable.Repeat(Q - P, 10).Aggregate(op);

    [Test]
    public void Operators_of_one_strength()
    {
        Fact(3685, F - F,
            "f - f");
        Fact(3691, (F - F) / F,
            "(f - f) / CAST(f AS NUMERIC)");
        Fact(3695, (F / F) - (F - F),
            "f / CAST(f AS NUMERIC) - (f - f)");
        Fact(3697, (F / F) / (F - F),
            "(f / CAST(f AS NUMERIC)) / CAST((f - f) AS NUMERIC)");
        Fact(3705, F / (F - F),
            "f / CAST((f - f) AS NUMERIC)");
    }

    [Test]
    public void A_comparison_compared()
    {
        Fact(3699, (F == F).AsUntyped() == F,
            "(f = f) = f");
    }

    [Test]
    public void Chains()
    {
        Fact(3656, (1 + P) - (2 + Q) - (3 + P) - (4 + Q),
            "(((:p_1 + t.p) - (:q_1 + t.q)) - (:p_2 + t.p)) - (:q_2 + t.q)", ("p_1", 1), ("q_1", 2), ("p_2", 3), ("q_2", 4));
        Fact(3657, Whole(1, P) - Whole(2, Q) - Whole(3, P) - Whole(4, Q),
            "((:p_1 / t.p - :q_1 / t.q) - :p_2 / t.p) - :q_2 / t.q", ("p_1", 1), ("q_1", 2), ("p_2", 3), ("q_2", 4));
        Fact(3658, (1 + P + 5) * (P * (Q - 5) * (P + 8)) * (Q + (P - 3) + (Q - 5) + (P - 9)) * (4 + Q + 9),
            "(:p_1 + t.p + :param_1) * t.p * (t.q - :q_1) * (t.p + :p_2) * (t.q + (t.p - :p_3) + (t.q - :q_2) + (t.p - :p_4)) * (:q_3 + t.q + :param_2)", ("p_1", 1), ("param_1", 5), ("q_1", 5), ("p_2", 8), ("p_3", 3), ("q_2", 5), ("p_4", 9), ("q_3", 4), ("param_2", 9));
        Fact(3659, (1 + P) * 3 * (2 + Q) * 4 * (3 + P) - (4 + Q),
            "(:p_1 + t.p) * :param_1 * (:q_1 + t.q) * :param_2 * (:p_2 + t.p) - (:q_2 + t.q)", ("p_1", 1), ("param_1", 3), ("q_1", 2), ("param_2", 4), ("p_2", 3), ("q_2", 4));
        Fact(3660, (1 - P) * (2 - Q) * (3 - P) * (4 - Q),
            "(:p_1 - t.p) * (:q_1 - t.q) * (:p_2 - t.p) * (:q_2 - t.q)", ("p_1", 1), ("q_1", 2), ("p_2", 3), ("q_2", 4));
        Fact(3661, (1 - P) * (2 - Q) + 10 * (3 - P) * (4 - Q),
            "(:p_1 - t.p) * (:q_1 - t.q) + :param_1 * (:p_2 - t.p) * (:q_2 - t.q)", ("p_1", 1), ("q_1", 2), ("param_1", 10), ("p_2", 3), ("q_2", 4));
    }

    [Test]
    public void Chains_of_one_operator()
    {
        Fact(3662, Sql.Select(Ten((a, b) => a + b)),
            "SELECT (t.q - t.p) + (t.q - t.p) + (t.q - t.p) + (t.q - t.p) + (t.q - t.p) + (t.q - t.p) + (t.q - t.p) + (t.q - t.p) + (t.q - t.p) + (t.q - t.p) AS anon_1 FROM t");
        Fact(3663, Sql.Select(Ten((a, b) => a * b)),
            "SELECT (t.q - t.p) * (t.q - t.p) * (t.q - t.p) * (t.q - t.p) * (t.q - t.p) * (t.q - t.p) * (t.q - t.p) * (t.q - t.p) * (t.q - t.p) * (t.q - t.p) AS anon_1 FROM t");
        Fact(3666, Sql.Select(!Ten((a, b) => a + b)),
            "SELECT NOT ((t.q - t.p) + (t.q - t.p) + (t.q - t.p) + (t.q - t.p) + (t.q - t.p) + (t.q - t.p) + (t.q - t.p) + (t.q - t.p) + (t.q - t.p) + (t.q - t.p)) AS anon_1 FROM t");
        Fact(3667, Sql.Select(!Ten((a, b) => a * b)),
            "SELECT NOT ((t.q - t.p) * (t.q - t.p) * (t.q - t.p) * (t.q - t.p) * (t.q - t.p) * (t.q - t.p) * (t.q - t.p) * (t.q - t.p) * (t.q - t.p) * (t.q - t.p)) AS anon_1 FROM t");
    }

    [Test]
    public void Types_decide_what_a_plus_means()
    {
        Fact(3636, Sql.Select((Sql.Column("i1", SqlTypes.Integer) + Sql.Column("i2", SqlTypes.Integer)) + (Sql.Column("d1", SqlTypes.String()) + Sql.Column("d2", SqlTypes.String()))),
            "SELECT i1 + i2 + (d1 || d2) AS anon_1");
        Fact(3637, Sql.Select((Sql.Column("d1", SqlTypes.String()) + Sql.Column("d2", SqlTypes.String())) + (Sql.Column("i1", SqlTypes.Integer) + Sql.Column("i2", SqlTypes.Integer))),
            "SELECT (d1 || d2) + i1 + i2 AS anon_1");
    }
}
