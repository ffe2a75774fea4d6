namespace Alchemy.Tests;

/// <summary>test/dialect/postgresql/test_types.py, ArrayTest, and test/sql/test_operators.py, ArrayIndexOpTest.</summary>
[TestFixture]
public sealed class ArrayFacts : FactFixture
{
    private static UntypedColumn X { get; } = Sql.Column("x", SqlTypes.Array(SqlTypes.Integer));

    [Test]
    public void Arrays_of_expressions()
    {
        Fact(4202, FactDialects.PostgreSql, Sql.Array(1, 2) + Sql.Array(3, 4, 5),
            "ARRAY[%(param_1)s::INTEGER, %(param_2)s::INTEGER] || ARRAY[%(param_3)s::INTEGER, %(param_4)s::INTEGER, %(param_5)s::INTEGER]", ("param_1", 1), ("param_2", 2), ("param_3", 3), ("param_4", 4), ("param_5", 5));
        Fact(4203, FactDialects.PostgreSql, (Sql.Array(1, 2) + Sql.Array(3, 4, 5))[1],
            "(ARRAY[%(param_1)s::INTEGER, %(param_2)s::INTEGER] || ARRAY[%(param_3)s::INTEGER, %(param_4)s::INTEGER, %(param_5)s::INTEGER])[%(param_6)s::INTEGER]", ("param_1", 1), ("param_2", 2), ("param_3", 3), ("param_4", 4), ("param_5", 5), ("param_6", 1));
        Fact(4205, FactDialects.PostgreSql, Sql.Array(Sql.Array(1, 2), Sql.Array(3, 4)),
            "ARRAY[ARRAY[%(param_1)s::INTEGER, %(param_2)s::INTEGER], ARRAY[%(param_3)s::INTEGER, %(param_4)s::INTEGER]]", ("param_1", 1), ("param_2", 2), ("param_3", 3), ("param_4", 4));
        Fact(4206, FactDialects.PostgreSql, Sql.Array(Sql.Array(1, 2), Sql.Array(3, 4))[1],
            "(ARRAY[ARRAY[%(param_1)s::INTEGER, %(param_2)s::INTEGER], ARRAY[%(param_3)s::INTEGER, %(param_4)s::INTEGER]])[%(param_5)s::INTEGER]", ("param_1", 1), ("param_2", 2), ("param_3", 3), ("param_4", 4), ("param_5", 1));
        Fact(4207, FactDialects.PostgreSql, Sql.Array(Sql.Array(1, 2), Sql.Array(3, 4))[1][0],
            "(ARRAY[ARRAY[%(param_1)s::INTEGER, %(param_2)s::INTEGER], ARRAY[%(param_3)s::INTEGER, %(param_4)s::INTEGER]])[%(param_5)s::INTEGER][%(param_6)s::INTEGER]", ("param_1", 1), ("param_2", 2), ("param_3", 3), ("param_4", 4), ("param_5", 1), ("param_6", 0));
    }

    [Test]
    public void Elements()
    {
        Fact(4201, FactDialects.PostgreSql, Sql.Select(X[3]),
            "SELECT x[%(x_1)s::INTEGER] AS anon_1", ("x_1", 3));
        Fact(4194, FactDialects.PostgreSql, Sql.Select(Sql.Column("x", SqlTypes.Array(SqlTypes.Integer, 2))[3][5]),
            "SELECT x[%(x_1)s::INTEGER][%(param_1)s::INTEGER] AS anon_1", ("x_1", 3), ("param_1", 5));
        Fact(3186, X[5],
            "x[:x_1]", ("x_1", 5));
    }

    [Test]
    public void Comparisons()
    {
        Fact(4189, FactDialects.PostgreSql, Sql.Select(X.ContainedBy(Sql.Array(4, 5, 6))),
            "SELECT x <@ ARRAY[%(param_1)s::INTEGER, %(param_2)s::INTEGER, %(param_3)s::INTEGER] AS anon_1", ("param_1", 4), ("param_2", 5), ("param_3", 6));
        Fact(4190, FactDialects.PostgreSql, Sql.Select(X.Contains(Sql.Array(4, 5, 6))),
            "SELECT x @> ARRAY[%(param_1)s::INTEGER, %(param_2)s::INTEGER, %(param_3)s::INTEGER] AS anon_1", ("param_1", 4), ("param_2", 5), ("param_3", 6));
        Fact(4191, FactDialects.PostgreSql, Sql.Select(X.Contains(Sql.Any(Sql.Array(4, 5, 6)))),
            "SELECT x @> ANY (ARRAY[%(param_1)s::INTEGER, %(param_2)s::INTEGER, %(param_3)s::INTEGER]) AS anon_1", ("param_1", 4), ("param_2", 5), ("param_3", 6));
        Fact(4211, FactDialects.PostgreSql, Sql.Select(X.Overlaps(Sql.Array(4, 5, 6))),
            "SELECT x && ARRAY[%(param_1)s::INTEGER, %(param_2)s::INTEGER, %(param_3)s::INTEGER] AS anon_1", ("param_1", 4), ("param_2", 5), ("param_3", 6));
    }

    [Test]
    public void Types()
    {
        Fact(4219, FactDialects.PostgreSql.Types.Render(SqlTypes.Array(SqlTypes.String(30), 2)),
            "VARCHAR(30)[][]");
        Fact(4220, FactDialects.PostgreSql.Types.Render(SqlTypes.Array(SqlTypes.String(30), 3)),
            "VARCHAR(30)[][][]");
    }

    [Test]
    public void A_list_of_arrays()
    {
        Fact(4200, FactDialects.PostgreSql.Compile(Sql.Column("x", SqlTypes.Array(SqlTypes.String(15))).InList(new[] { new[] { "one", "two" }, ["three", "four"] })).ToString(fill: true),
            "x IN (%(x_1_1)s::VARCHAR(15)[], %(x_1_2)s::VARCHAR(15)[])");
    }
}
