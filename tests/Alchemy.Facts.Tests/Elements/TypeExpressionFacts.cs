namespace Alchemy.Tests;

/// <summary>test/sql/test_type_expressions.py, SelectTest.</summary>
[TestFixture]
public sealed class TypeExpressionFacts : FactFixture
{
    private static Table Lower { get; } = TableOf(new Wrapped("lower", "lower"));

    private static Table Inside { get; } = TableOf(new Wrapped("inside_bind", "inside_colexpr"));

    private static Table Outside { get; } = TableOf(new Wrapped("outside_bind", "outside_colexpr"));

    private static Table TableOf(SqlType type) => new("test_table", new MetaData(), new Column("x", SqlTypes.String()), new Column("y", type));

    /// <summary>A text type whose parameters and columns stand in functions.</summary>
    private sealed record Wrapped(string Bind, string Column) : SqlType
    {
        public override Type ClrType => typeof(string);

        public override ColumnElement? BindExpression(ColumnElement bind) => Func.Call(this, Bind, bind);

        public override ColumnElement? ColumnExpression(ColumnElement column) => Func.Call(this, Column, column);

        protected override string Accept(TypeCompiler compiler) => compiler.Render(SqlTypes.String());
    }

    [Test]
    public void Columns_and_parameters()
    {
        Fact(4168, Sql.Select(Lower).Where(Lower.C("y") == "hi").Union(Sql.Select(Lower).Where(Lower.C("y") == "there")),
            "SELECT test_table.x, lower(test_table.y) AS y FROM test_table WHERE test_table.y = lower(:y_1) UNION SELECT test_table.x, lower(test_table.y) AS y FROM test_table WHERE test_table.y = lower(:y_2)", ("y_1", "hi"), ("y_2", "there"));
        Fact(4167, Sql.Select(Lower.C("y").Cast(SqlTypes.String())),
            "SELECT CAST(test_table.y AS VARCHAR) AS y FROM test_table");
        Fact(4184, Sql.Select(Inside).Where(Inside.C("y") == "hi"),
            "SELECT test_table.x, inside_colexpr(test_table.y) AS y FROM test_table WHERE test_table.y = inside_bind(:y_1)", ("y_1", "hi"));
        Fact(4186, Sql.Select(Outside).Where(Outside.C("y") == "hi"),
            "SELECT test_table.x, outside_colexpr(test_table.y) AS y FROM test_table WHERE test_table.y = outside_bind(:y_1)", ("y_1", "hi"));
        Fact(4174, Sql.Insert(Lower).Value(Lower.C("y").Node, "hi"),
            "INSERT INTO test_table (y) VALUES (lower(:y))", ("y", "hi"));
    }
}
