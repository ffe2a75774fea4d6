namespace Alchemy.Tests;

/// <summary>test/sql/test_operators.py, AnyAllTest and DeprecatedAnyAllTest.</summary>
[TestFixture]
public sealed class QuantifierFacts : FactFixture
{
    private static Table Tab { get; } = new("tab1", new MetaData(), new Column("arrval", SqlTypes.Array(SqlTypes.Integer)), new Column("data", SqlTypes.Integer));

    private static UntypedColumn Values => Tab.C("arrval");

    private static UntypedColumn Data => Tab.C("data");

    private static UntypedColumn Five => new(Sql.Parameter("arrval", SqlTypes.Integer, 5, unique: true));

    [Test]
    public void Any_and_all_of_an_array()
    {
        Fact(3146, 5 > Sql.Any(Values),
            ":param_1 > ANY (tab1.arrval)", ("param_1", 5));
        Fact(3148, 5 > Sql.All(Values),
            ":param_1 > ALL (tab1.arrval)", ("param_1", 5));
        Fact(3150, Data > Sql.Any(Values),
            "tab1.data > ANY (tab1.arrval)");
        Fact(3152, Data > Sql.All(Values),
            "tab1.data > ALL (tab1.arrval)");
        Fact(3154, 5 != Sql.Any(Values),
            ":param_1 != ANY (tab1.arrval)", ("param_1", 5));
        Fact(3156, 5 != Sql.All(Values),
            ":param_1 != ALL (tab1.arrval)", ("param_1", 5));
        Fact(3174, Data + Sql.Any(Values),
            "tab1.data + ANY (tab1.arrval)");
        Fact(3176, Data + Sql.All(Values),
            "tab1.data + ALL (tab1.arrval)");
    }

    [Test]
    public void Null_is_compared_as_a_value()
    {
        Fact(3106, null == Sql.Any(Values),
            "NULL = ANY (tab1.arrval)");
        Fact(3114, null == Sql.Any(Data),
            "NULL = ANY (tab1.data)");
    }

    [Test]
    public void Any_and_all_of_rows()
    {
        Fact(3178, 5 == Sql.Any(Sql.ScalarValues(SqlTypes.Integer, 1, 42)),
            ":param_1 = ANY (VALUES (:param_2), (:param_3))", ("param_1", 5), ("param_2", 1), ("param_3", 42));
        Fact(3180, 5 == Sql.All(Sql.ScalarValues(SqlTypes.Integer, 1, 42)),
            ":param_1 = ALL (VALUES (:param_2), (:param_3))", ("param_1", 5), ("param_2", 1), ("param_3", 42));
        Fact(3182, 5 == Sql.Any(Sql.Select(Data).Where(Data < 10)),
            ":param_1 = ANY (SELECT tab1.data FROM tab1 WHERE tab1.data < :data_1)", ("param_1", 5), ("data_1", 10));
        Fact(3184, 5 == Sql.All(Sql.Select(Data).Where(Data < 10)),
            ":param_1 = ALL (SELECT tab1.data FROM tab1 WHERE tab1.data < :data_1)", ("param_1", 5), ("data_1", 10));
    }

    [Test]
    public void A_comparison_with_any_has_no_opposite()
    {
        Fact(3446, !(Five > Sql.Any(Values)),
            "NOT (:arrval_1 > ANY (tab1.arrval))", ("arrval_1", 5));
        Fact(3447, !(Five > Sql.All(Values)),
            "NOT (:arrval_1 > ALL (tab1.arrval))", ("arrval_1", 5));
    }
}
