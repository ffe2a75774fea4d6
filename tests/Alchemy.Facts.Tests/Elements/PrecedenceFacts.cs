using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_operators.py, OperatorPrecedenceTest.</summary>
[TestFixture]
public sealed class PrecedenceFacts : FactFixture
{
    private static Table Op { get; } = new("op", new MetaData(), new Column("field", SqlTypes.Null));

    private static UntypedColumn Field => Op.C("field");

    private static UntypedColumn Text(string value) => Sql.Value(value, SqlTypes.String());

    private static Select Where(ColumnElement condition) => Sql.Select(Field).Where(condition);

    [Test]
    public void Bits_beside_operators_of_ones_own()
    {
        Fact(3715, MyTable.C("myid").BitwiseAnd(5).Op("lala", 4, precedence: 6),
            "mytable.myid & :myid_1 lala :param_1", ("myid_1", 5), ("param_1", 4));
        Fact(3716, MyTable.C("myid").BitwiseAnd(5).Op("lala", 4, precedence: 8),
            "(mytable.myid & :myid_1) lala :param_1", ("myid_1", 5), ("param_1", 4));
        Fact(3717, MyTable.C("myid").BitwiseLShift(5).Op("lala", 4, precedence: 6),
            "mytable.myid << :myid_1 lala :param_1", ("myid_1", 5), ("param_1", 4));
        Fact(3718, MyTable.C("myid").BitwiseLShift(5).Op("lala", 4, precedence: 8),
            "(mytable.myid << :myid_1) lala :param_1", ("myid_1", 5), ("param_1", 4));
        Fact(3719, MyTable.C("myid").BitwiseOr(5).Op("lala", 4, precedence: 6),
            "mytable.myid | :myid_1 lala :param_1", ("myid_1", 5), ("param_1", 4));
        Fact(3720, MyTable.C("myid").BitwiseOr(5).Op("lala", 4, precedence: 8),
            "(mytable.myid | :myid_1) lala :param_1", ("myid_1", 5), ("param_1", 4));
        Fact(3721, MyTable.C("myid").BitwiseRShift(5).Op("lala", 4, precedence: 6),
            "mytable.myid >> :myid_1 lala :param_1", ("myid_1", 5), ("param_1", 4));
        Fact(3722, MyTable.C("myid").BitwiseRShift(5).Op("lala", 4, precedence: 8),
            "(mytable.myid >> :myid_1) lala :param_1", ("myid_1", 5), ("param_1", 4));
        Fact(3723, MyTable.C("myid").BitwiseXor(5).Op("lala", 4, precedence: 6),
            "mytable.myid ^ :myid_1 lala :param_1", ("myid_1", 5), ("param_1", 4));
        Fact(3724, MyTable.C("myid").BitwiseXor(5).Op("lala", 4, precedence: 8),
            "(mytable.myid ^ :myid_1) lala :param_1", ("myid_1", 5), ("param_1", 4));
    }

    [Test]
    public void Operators_of_ones_own()
    {
        Fact(3727, Sql.Select(MyTable).Where(MyTable.C("myid").Op("hoho", 12) == 14),
            "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE (mytable.myid hoho :myid_1) = :param_1", ("myid_1", 12), ("param_1", 14));
        Fact(3728, Func.Call("foo", MyTable.C("myid").Op("hoho", 12)),
            "foo(mytable.myid hoho :myid_1)", ("myid_1", 12));
        Fact(3729, MyTable.C("myid").Op("hoho", 12) == 5,
            "(mytable.myid hoho :myid_1) = :param_1", ("myid_1", 12), ("param_1", 5));
        Fact(3730, MyTable.C("myid").Op("hoho", 5, precedence: 5).Op("lala", 4, precedence: 4),
            "mytable.myid hoho :myid_1 lala :param_1", ("myid_1", 5), ("param_1", 4));
        Fact(3731, MyTable.C("myid").Op("hoho", 5, precedence: 4).Op("lala", 4, precedence: 5),
            "(mytable.myid hoho :myid_1) lala :param_1", ("myid_1", 5), ("param_1", 4));
    }

    [Test]
    public void Comparisons_in_comparisons()
    {
        Fact(3726, (MyTable.C("name") == null).AsUntyped() != (MyTable.C("description") == null),
            "(mytable.name IS NULL) != (mytable.description IS NULL)");
        Fact(3732, Where((Field == 5).AsUntyped() == null),
            "SELECT op.field FROM op WHERE (op.field = :field_1) IS NULL", ("field_1", 5));
        Fact(3733, Where((!Field).AsUntyped() == 5),
            "SELECT op.field FROM op WHERE (NOT op.field) = :param_1", ("param_1", 5));
        Fact(3736, Where(Field.Match(Field).AsUntyped() == null),
            "SELECT op.field FROM op WHERE (op.field MATCH op.field) IS NULL");
    }

    [Test]
    public void Arithmetic()
    {
        Fact(3738, Where((Field + 5) * 6),
            "SELECT op.field FROM op WHERE (op.field + :field_1) * :param_1", ("field_1", 5), ("param_1", 6));
        Fact(3739, Where((Field * 5) + 6),
            "SELECT op.field FROM op WHERE op.field * :field_1 + :param_1", ("field_1", 5), ("param_1", 6));
        Fact(3741, Where((5 + Field).InList(new[] { 5, 6 })),
            "SELECT op.field FROM op WHERE :field_1 + op.field IN (__[POSTCOMPILE_param_1])");
        Fact(3725, Text("x") + Text("y") * Text("q"),
            ":param_1 || :param_2 * :param_3", ("param_1", "x"), ("param_2", "y"), ("param_3", "q"));
    }

    [Test]
    public void Negations()
    {
        Fact(3742, Where(!((Field == 5) & (Field == 7))),
            "SELECT op.field FROM op WHERE NOT (op.field = :field_1 AND op.field = :field_2)", ("field_1", 5), ("field_2", 7));
        Fact(3744, Where(!Field.Between(5, 6)),
            "SELECT op.field FROM op WHERE op.field NOT BETWEEN :field_1 AND :field_2", ("field_1", 5), ("field_2", 6));
    }

    [Test]
    public void Collations()
    {
        Fact(3745, MyTable.C("name") == Text("foo").Collate("utf-8"),
            "mytable.name = (:param_1 COLLATE \"utf-8\")", ("param_1", "foo"));
        Fact(3746, Sql.TypeCoerce(MyTable.C("name") == Text("foo"), SqlTypes.String()).Collate("utf-8"),
            "mytable.name = :param_1 COLLATE \"utf-8\"", ("param_1", "foo"));
        Fact(3747, MyTable.C("name").Collate("utf-8") == "foo",
            "(mytable.name COLLATE \"utf-8\") = :param_1", ("param_1", "foo"));
        Fact(3750, Sql.Select(MyTable.C("name")).OrderBy(MyTable.C("name").Collate("utf-8").Desc().NullsLast()),
            "SELECT mytable.name FROM mytable ORDER BY mytable.name COLLATE \"utf-8\" DESC NULLS LAST");
        Fact(3751, Sql.Select(MyTable.C("name")).OrderBy(MyTable.C("name").Collate("utf-8").Asc()),
            "SELECT mytable.name FROM mytable ORDER BY mytable.name COLLATE \"utf-8\" ASC");
    }
}
