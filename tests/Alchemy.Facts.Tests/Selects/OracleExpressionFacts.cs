using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/dialect/oracle/test_compiler.py, CompileTest: functions, parameters and joins.</summary>
[TestFixture]
public sealed class OracleExpressionFacts : FactFixture
{
    private static readonly StandardDialect D = FactDialects.Oracle;

    [Test]
    public void Functions_without_parentheses()
    {
        Fact(638, D, Func.Call("uid"), "uid");
        Fact(639, D, Func.Call("UID"), "UID");
        Fact(640, D, Func.Call("sysdate"), "sysdate");
        Fact(641, D, Func.RowNumber(), "row_number()");
        Fact(642, D, Func.Rank(), "rank()");
        Fact(643, D, Func.Now(), "CURRENT_TIMESTAMP");
        Fact(645, D, Func.Call("user"), "USER");
    }

    [Test]
    public void Constants_and_types()
    {
        Fact(766, D, Constant.False, "0");
        Fact(767, D, Constant.True, "1");
        Differs(415, "a double of a program is binary; Oracle's DOUBLE PRECISION is a decimal number", Sql.Cast(Sql.Column("foo"), SqlTypes.Double).ToString(D), "CAST(foo AS DOUBLE PRECISION)", "CAST(foo AS BINARY_DOUBLE)");
    }

    [Test]
    public void Joins_by_foreign_keys_across_schemas()
    {
        var meta = new MetaData();
        var parent = new Table("parent", meta, "ed", new Column("id", SqlTypes.Integer, primaryKey: true), Str("name"));
        var child = new Table("child", meta, "ed", new Column("id", SqlTypes.Integer, primaryKey: true), new Column("parent_id", SqlTypes.Integer, new ForeignKey("ed.parent.id")));
        Fact(685, D, parent.Join(child), "ed.parent JOIN ed.child ON ed.parent.id = ed.child.parent_id");
    }

    [Test]
    public void Numbers_of_rows_are_part_of_the_text()
    {
        var t = SelectTables.Numbers("sometable", "col1", "col2");
        Fact(626, D.Compile(Sql.Select(Sql.Select(t).Limit(10).Offset(20).Subquery())).ToString(fill: true),
            "SELECT anon_1.col1, anon_1.col2 FROM (SELECT sometable.col1 AS col1, sometable.col2 AS col2 FROM sometable OFFSET 20 ROWS FETCH FIRST 10 ROWS ONLY) anon_1");
    }

    [Test]
    public void A_returned_column_whose_type_wraps_it()
    {
        var table = new Table("some_table", new MetaData(), Str("name"), new Column("value", new Lowered()));
        Fact(687, D, Sql.Insert(table).Returning(table), "INSERT INTO some_table (name, value) VALUES (:name, :value) RETURNING some_table.name, lower(some_table.value) INTO :ret_0, :ret_1",
            ("name", null), ("value", null), ("ret_0", null), ("ret_1", null));
    }

    [Test]
    public void Parameters_that_are_words_of_the_database()
    {
        Fact(219, D, Sql.Parameter("option"), ":\"option\"");
        Fact(220, D, Sql.Parameter("plain"), ":plain", ("plain", null));
        const string why = "a parameter has quotes where its own name needs them";
        var s = new Table("s", new MetaData(), new Column("plain", SqlTypes.Integer) { Quote = true });
        Differs(221, why, Sql.Insert(s).Values(("plain", 5)).ToString(D), "INSERT INTO s (\"plain\") VALUES (:\"plain\")", "INSERT INTO s (\"plain\") VALUES (:plain)");
        Differs(222, why, Sql.Update(s).Values(("plain", 5)).ToString(D), "UPDATE s SET \"plain\"=:\"plain\"", "UPDATE s SET \"plain\"=:plain");
        var dated = new Table("t", new MetaData(), new Column("date", SqlTypes.Date), Int("level"));
        Assert.That(Sql.Insert(dated).ToString(D), Is.EqualTo("INSERT INTO t (\"date\", \"level\") VALUES (:\"date\", :\"level\")"));
    }

    private sealed record Lowered : SqlType
    {
        public override Type ClrType => typeof(string);

        public override ColumnElement? ColumnExpression(ColumnElement column) => Func.Call(this, "lower", column);

        protected override string Accept(TypeCompiler compiler) => compiler.Render(SqlTypes.String());
    }
}
