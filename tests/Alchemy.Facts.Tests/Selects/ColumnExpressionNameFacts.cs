namespace Alchemy.Tests;

/// <summary>test/sql/test_labels.py, ColExprLabelTest.</summary>
[TestFixture]
public sealed class ColumnExpressionNameFacts : FactFixture
{
    private static Table Plain { get; } = Sql.Table("some_table", Sql.Column("name"), Sql.Column("value"));

    private static Table Converted { get; } = Sql.Table("some_table", Sql.Column("name", SqlTypes.String()), Sql.Column("value", new LowerColumn()));

    private static UntypedColumn Name => Plain.C("name");

    private static UntypedColumn Value => Plain.C("value");

    private static ColumnElement Thing(ColumnElement of) => new SomeThing(of);

    [Test]
    public void An_element_around_a_column_has_its_name()
    {
        Fact(2862, Sql.Select(Name, Thing(Value)), "SELECT some_table.name, SOME_COL_THING(some_table.value) AS value FROM some_table");
        Fact(2860, Sql.Insert(Plain).Returning(Name, Thing(Value)),
            "INSERT INTO some_table (name, value) VALUES (:name, :value) RETURNING some_table.name, SOME_COL_THING(some_table.value) AS value", ("name", null), ("value", null));
        Fact(2852, Sql.Select(Name, Thing(Value)).WithLabelStyle(LabelStyle.TableNamePlusColumn),
            "SELECT some_table.name AS some_table_name, SOME_COL_THING(some_table.value) AS some_table_value FROM some_table");
        Fact(2851, Sql.Select(Name, Name, Thing(Name), Thing(Name)).WithLabelStyle(LabelStyle.TableNamePlusColumn),
            "SELECT some_table.name AS some_table_name, some_table.name AS some_table_name__1, SOME_COL_THING(some_table.name) AS some_table_name_1, SOME_COL_THING(some_table.name) AS some_table_name_2 FROM some_table");
    }

    [Test]
    public void Repeated_names_and_none()
    {
        Assert.That(Sql.Select(Name, Name, Thing(Name), Thing(Name)).ToString(), Is.EqualTo("SELECT some_table.name, some_table.name AS name__1, SOME_COL_THING(some_table.name) AS name__2, SOME_COL_THING(some_table.name) AS name__3 FROM some_table"));
        Assert.That(Sql.Select(Name, Name, Thing(Name), Thing(Name)).WithLabelStyle(LabelStyle.None).ToString(), Is.EqualTo("SELECT some_table.name, some_table.name, SOME_COL_THING(some_table.name) AS name, SOME_COL_THING(some_table.name) AS name FROM some_table"));
        Assert.That(Sql.Select(Thing(Name.As("foo")), Name.As("bar"), Value).WithLabelStyle(LabelStyle.TableNamePlusColumn).ToString(), Is.EqualTo("SELECT SOME_COL_THING(some_table.name) AS foo, some_table.name AS bar, some_table.value AS some_table_value FROM some_table"));
    }

    [Test]
    public void A_column_that_its_type_converts_keeps_its_name()
    {
        Fact(2861, Sql.Select(Converted), "SELECT some_table.name, lower(some_table.value) AS value FROM some_table");
        Fact(2858, Sql.Insert(Converted).Returning(Converted),
            "INSERT INTO some_table (name, value) VALUES (:name, :value) RETURNING some_table.name, lower(some_table.value) AS value", ("name", null), ("value", null));
        Fact(2863, Sql.Insert(Converted).Returning(Converted.C("name"), Converted.C("value"), Converted.C("value")),
            "INSERT INTO some_table (name, value) VALUES (:name, :value) RETURNING some_table.name, lower(some_table.value) AS value, lower(some_table.value) AS value__1", ("name", null), ("value", null));
    }

    [Test]
    public void Conversions()
    {
        var coerced = Sql.Select(Sql.TypeCoerce(Name, SqlTypes.Integer), Sql.TypeCoerce(Name, SqlTypes.String()), Name);
        Fact(2866, coerced.WithLabelStyle(LabelStyle.None), "SELECT some_table.name AS name, some_table.name AS name, some_table.name FROM some_table");
        Fact(2865, coerced, "SELECT some_table.name AS name, some_table.name AS name__1, some_table.name AS name_1 FROM some_table");
        var inside = Sql.Select(Name.Cast(SqlTypes.Integer).As("foo"));
        Fact(2867, inside, "SELECT CAST(some_table.name AS INTEGER) AS foo FROM some_table");
        var subquery = inside.Subquery();
        Fact(2868, Sql.Select(subquery).Where(subquery.C("foo") == 10),
            "SELECT anon_1.foo FROM (SELECT CAST(some_table.name AS INTEGER) AS foo FROM some_table) AS anon_1 WHERE anon_1.foo = :foo_1", ("foo_1", 10));
        Assert.That(Sql.Select(Name.As("foo").Cast(SqlTypes.Integer)).ToString(), Is.EqualTo("SELECT CAST(some_table.name AS INTEGER) AS foo FROM some_table"));
    }

    [Test]
    public void Not()
    {
        var value = Sql.Column("value", SqlTypes.Boolean);
        Fact(2845, FactDialects.DefaultWithBooleans, Sql.Select(!value, value), "SELECT NOT value, value");
        Fact(2846, Sql.Select(!value, value), "SELECT value = 0 AS value, value");
        Fact(3213, Sql.Select(Sql.Column("c", SqlTypes.Integer).BitwiseNot()), "SELECT ~c");
    }

    private sealed class SomeThing(ColumnElement of) : ExtensionElement
    {
        public override ColumnElement? WrappedColumn => of.Node;

        public override SqlType Type => of.Type;

        protected override void Render(SqlCompiler compiler) => compiler.Write("SOME_COL_THING(").Render(of).Write(")");

        protected override void Describe(PartList parts) => parts.Node(of);
    }

    private sealed record LowerColumn : SqlType
    {
        public override Type ClrType => typeof(string);

        public override ColumnElement? ColumnExpression(ColumnElement column) => Func.Call(this, "lower", column);

        protected override string Accept(TypeCompiler compiler) => compiler.Render(SqlTypes.Text);
    }
}
