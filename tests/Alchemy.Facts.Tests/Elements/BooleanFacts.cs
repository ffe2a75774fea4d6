namespace Alchemy.Tests;

/// <summary>test/sql/test_operators.py, BooleanEvalTest and ConjunctionTest, and test/sql/test_compiler.py, CoercionTest.</summary>
[TestFixture]
public sealed class BooleanFacts : FactFixture
{
    private static UntypedColumn FooId => new Table("foo", new MetaData(), new Column("id", SqlTypes.Integer)).C("id");

    private static UntypedColumn TX { get; } = new Table("t", new MetaData(), new Column("x", SqlTypes.Boolean)).C("x");

    [Test]
    public void A_boolean_as_a_condition()
    {
        Fact(3229, Sql.Select(Sql.Column("x", SqlTypes.Boolean)).Having(Sql.Column("x", SqlTypes.Boolean)),
            "SELECT x HAVING x = 1");
        Fact(3231, FactDialects.DefaultWithBooleans, Sql.Select(Sql.Column("x", SqlTypes.Boolean)).Where(!Sql.Column("x", SqlTypes.Boolean)),
            "SELECT x WHERE NOT x");
        Fact(3232, FactDialects.DefaultWithBooleans, Sql.Select(Sql.Column("x", SqlTypes.Boolean)).Where(!!Sql.Column("x", SqlTypes.Boolean)),
            "SELECT x WHERE x");
        Fact(3241, Sql.Select(Sql.Column("x", SqlTypes.Boolean)).Where(!Sql.Column("x", SqlTypes.Boolean)),
            "SELECT x WHERE x = 0");
        Fact(3240, Sql.Column("x", SqlTypes.Boolean) == 1,
            "x = :x_1", ("x_1", 1));
    }

    [Test]
    public void Conditions_fold()
    {
        Fact(3379, FactDialects.DefaultWithBooleans, Sql.Or(Sql.Column("x") == 7, Sql.Column("x") == 9, Constant.False),
            "x = :x_1 OR x = :x_2", ("x_1", 7), ("x_2", 9));
        Fact(3384, FactDialects.DefaultWithBooleans, Sql.And(Sql.Column("x") == 5, Sql.Column("x") == 7, Constant.True),
            "x = :x_1 AND x = :x_2", ("x_1", 5), ("x_2", 7));
        Fact(3385, FactDialects.DefaultWithBooleans, Sql.Select(Sql.Column("x")).Where(!Sql.Null()),
            "SELECT x WHERE NOT NULL");
        Fact(3386, FactDialects.DefaultWithBooleans, Sql.Column("x").Is(false),
            "x IS false");
        Fact(3411, FactDialects.DefaultWithBooleans, Sql.And(Constant.Null, Constant.Null),
            "NULL AND NULL");
        Fact(3412, FactDialects.DefaultWithBooleans, Sql.Select(Sql.Column("x")).Where(!Sql.And(Constant.Null, Constant.Null)),
            "SELECT x WHERE NOT (NULL AND NULL)");
    }

    [Test]
    public void Unknown_and_known()
    {
        Fact(137, FactDialects.DefaultWithBooleans, Sql.And(Constant.Null),
            "NULL");
        Fact(138, FactDialects.DefaultWithBooleans, Sql.And(Constant.Null, FooId == 1),
            "NULL AND foo.id = :id_1", ("id_1", 1));
        Fact(139, FactDialects.DefaultWithBooleans, Sql.Select(TX).Where(TX),
            "SELECT t.x FROM t WHERE t.x");
        Fact(142, FactDialects.DefaultWithBooleans, Sql.And(FooId == 1, Constant.Null),
            "foo.id = :id_1 AND NULL", ("id_1", 1));
        Fact(143, FactDialects.DefaultWithBooleans, Sql.And(FooId == 1, Constant.False),
            "false");
        Fact(145, FactDialects.DefaultWithBooleans, Sql.And(FooId == 1, Constant.True),
            "foo.id = :id_1", ("id_1", 1));
        Fact(146, FactDialects.DefaultWithBooleans, FooId == null,
            "foo.id IS NULL");
    }
}
