namespace Alchemy.Tests;

/// <summary>test/sql/test_type_expressions.py, SelectTest and DerivedTest.</summary>
[TestFixture]
public sealed class TypeExpressionFacts : FactFixture
{
    private static Table Lower { get; } = TableOf(new Wrapped("lower", "lower"));

    /// <summary>A decorator of a type that has expressions of its own.</summary>
    private static Table Inside { get; } = TableOf(new Decorator(new Wrapped("inside_bind", "inside_colexpr")));

    /// <summary>A decorator with expressions of its own.</summary>
    private static Table Outside { get; } = TableOf(new OuterDecorator());

    /// <summary>A decorator whose expressions stand around those of the type that it has in every dialect.</summary>
    private static Table Both { get; } = TableOf(new BothDecorator());

    private static Table Variant { get; } = TableOf(SqlTypes.String(30).WithVariant(new BothDecorator(), "standard"));

    private static Table TableOf(SqlType type) => new("test_table", new MetaData(), new Column("x", SqlTypes.String()), new Column("y", type));

    private static Select ByY(Table table, string value = "hi") => Sql.Select(table).Where(table.C("y") == value);

    [Test]
    public void Columns()
    {
        Shows(Sql.Select(Lower), "SELECT test_table.x, lower(test_table.y) AS y FROM test_table");
        Fact(4177, Sql.Select(Lower).WithLabelStyle(LabelStyle.TableNamePlusColumn),
            "SELECT test_table.x AS test_table_x, lower(test_table.y) AS test_table_y FROM test_table");
        Fact(4167, Sql.Select(Lower.C("y").Cast(SqlTypes.String())),
            "SELECT CAST(test_table.y AS VARCHAR) AS y FROM test_table");
    }

    [Test]
    public void Parameters()
    {
        Shows(ByY(Lower), "SELECT test_table.x, lower(test_table.y) AS y FROM test_table WHERE test_table.y = lower(:y_1)");
        Fact(4173, Sql.Insert(Lower), "INSERT INTO test_table (x, y) VALUES (:x, lower(:y))", ("x", null), ("y", null));
        Fact(4174, Sql.Insert(Lower).Value(Lower.C("y").Node, "hi"),
            "INSERT INTO test_table (y) VALUES (lower(:y))", ("y", "hi"));
    }

    [Test]
    public void Each_element_of_a_list()
    {
        var list = Sql.Select(Lower).Where(Lower.C("y").InList(new[] { "hi", "there", "some", "expr" }));
        Assert.That(Default.Compile(list).ToString(fill: true), Does.EndWith("test_table.y IN (lower(:y_1_1), lower(:y_1_2), lower(:y_1_3), lower(:y_1_4))"));
        Assert.That(list.ToLiteralString(Default), Does.EndWith("test_table.y IN (lower('hi'), lower('there'), lower('some'), lower('expr'))"));
        var secret = TableOf(new Encrypted());
        Assert.That(FactDialects.PostgreSqlFormat.Compile(Sql.Select(secret.C("x")).Where(secret.C("y").InList(new[] { "a", "b" }))).ToString(fill: true), Does.EndWith("IN (encrypt(%s, %s::VARCHAR), encrypt(%s, %s::VARCHAR))"));
    }

    [Test]
    public void A_decorator_has_those_of_its_type_or_its_own()
    {
        Fact(4184, ByY(Inside), "SELECT test_table.x, inside_colexpr(test_table.y) AS y FROM test_table WHERE test_table.y = inside_bind(:y_1)", ("y_1", "hi"));
        Fact(4186, ByY(Outside), "SELECT test_table.x, outside_colexpr(test_table.y) AS y FROM test_table WHERE test_table.y = outside_bind(:y_1)", ("y_1", "hi"));
        Shows(ByY(Both), "SELECT test_table.x, outside_colexpr(inside_colexpr(test_table.y)) AS y FROM test_table WHERE test_table.y = outside_bind(inside_bind(:y_1))");
        Shows(ByY(Variant), "SELECT test_table.x, outside_colexpr(inside_colexpr(test_table.y)) AS y FROM test_table WHERE test_table.y = outside_bind(inside_bind(:y_1))");
    }

    [Test]
    public void A_dialect_has_types_of_its_own()
    {
        var dialect = new OwnTypesDialect();
        Fact(4169, dialect, Sql.Select(Lower.C("x")).Where(Lower.C("x") == "hi"),
            "SELECT dialect_colexpr(test_table.x) AS x FROM test_table WHERE test_table.x = dialect_bind(:x_1)", ("x_1", "hi"));
        Fact(4185, dialect, ByY(TableOf(new Decorator(SqlTypes.String()))),
            "SELECT dialect_colexpr(test_table.x) AS x, dialect_colexpr(test_table.y) AS y FROM test_table WHERE test_table.y = dialect_bind(:y_1)", ("y_1", "hi"));
        Shows(dialect, ByY(Outside),
            "SELECT dialect_colexpr(test_table.x) AS x, outside_colexpr(test_table.y) AS y FROM test_table WHERE test_table.y = outside_bind(:y_1)");
        Fact(4182, dialect, ByY(TableOf(new BothDecorator(SqlTypes.String()))),
            "SELECT dialect_colexpr(test_table.x) AS x, outside_colexpr(dialect_colexpr(test_table.y)) AS y FROM test_table WHERE test_table.y = outside_bind(dialect_bind(:y_1))", ("y_1", "hi"));
    }

    [Test]
    public void Only_what_the_program_reads_is_converted()
    {
        var union = ByY(Lower).Union(ByY(Lower, "there"));
        Fact(4168, union,
            "SELECT test_table.x, lower(test_table.y) AS y FROM test_table WHERE test_table.y = lower(:y_1) UNION SELECT test_table.x, lower(test_table.y) AS y FROM test_table WHERE test_table.y = lower(:y_2)", ("y_1", "hi"), ("y_2", "there"));
        Fact(4180, Sql.Select(union.Subquery()),
            "SELECT anon_1.x, lower(anon_1.y) AS y FROM (SELECT test_table.x AS x, test_table.y AS y FROM test_table WHERE test_table.y = lower(:y_1) UNION SELECT test_table.x AS x, test_table.y AS y FROM test_table WHERE test_table.y = lower(:y_2)) AS anon_1",
            ("y_1", "hi"), ("y_2", "there"));
        Shows(Sql.Select(Sql.Select(Lower).Subquery()),
            "SELECT anon_1.x, lower(anon_1.y) AS y FROM (SELECT test_table.x AS x, test_table.y AS y FROM test_table) AS anon_1");
        var (left, right) = (Sql.Select(Lower).Subquery(), Sql.Select(Lower).Subquery());
        Fact(4165, Sql.Select(left.Join(right, left.C("x") == right.C("x"))),
            "SELECT anon_1.x, lower(anon_1.y) AS y, anon_2.x AS x_1, lower(anon_2.y) AS y_1 FROM (SELECT test_table.x AS x, test_table.y AS y FROM test_table) AS anon_1 JOIN (SELECT test_table.x AS x, test_table.y AS y FROM test_table) AS anon_2 ON anon_1.x = anon_2.x");
    }

    [Test]
    public void Not_what_a_common_table_expression_or_an_insert_takes()
    {
        var cte = Sql.Select(Lower).Cte("c");
        Assert.That(Sql.Select(cte.C("y")).Union(Sql.Select(cte.C("y"))).ToString(), Is.EqualTo("WITH c AS (SELECT test_table.x AS x, test_table.y AS y FROM test_table) SELECT lower(c.y) AS y FROM c UNION SELECT lower(c.y) AS y FROM c"));
        Assert.That(Sql.Insert(Lower).FromSelect([Lower.C("y")], Sql.Select(Lower.C("y"))).ToString(), Is.EqualTo("INSERT INTO test_table (y) SELECT test_table.y FROM test_table"));
        Assert.That(Sql.Select(Lower.C("x")).Where(Lower.C("x").In(Sql.Select(Lower.C("y")))).ToString(), Does.EndWith("IN (SELECT test_table.y FROM test_table)"));
        Assert.That(FactDialects.Oracle.Compile(Sql.Insert(Lower).Value(Lower.C("y").Node, "hi").Returning(Lower.C("y"))).ToString(), Does.EndWith("RETURNING lower(test_table.y) INTO :ret_0"));
    }

    private static StandardDialect Default => FactDialects.Default;

    private static void Shows(ClauseElement statement, string sql) => Shows(Default, statement, sql);

    private static void Shows(StandardDialect dialect, ClauseElement statement, string sql) => Assert.That(dialect.Compile(statement).ToString(), Is.EqualTo(sql));

    /// <summary>A text type whose parameters and columns stand in functions.</summary>
    private sealed record Wrapped(string Bind, string Column) : SqlType
    {
        public override Type ClrType => typeof(string);

        public override ColumnElement? BindExpression(ColumnElement bind) => Func.Call(this, Bind, bind);

        public override ColumnElement? ColumnExpression(ColumnElement column) => Func.Call(this, Column, column);

        protected override string Accept(TypeCompiler compiler) => compiler.Render(SqlTypes.String());
    }

    /// <summary>A type whose expression has a parameter of its own.</summary>
    private sealed record Encrypted : UserDefinedType<string>
    {
        public override string GetColumnSpec() => "BYTEA";

        public override ColumnElement? BindExpression(ColumnElement bind) => Func.Call("encrypt", new TypeCoerce(bind, SqlTypes.Null), "key");
    }

    private abstract record TextDecorator(SqlType Impl) : TypeDecorator<string, string>(Impl)
    {
        public override string ToStore(string value) => value;

        public override string FromStore(string value) => value;
    }

    private sealed record Decorator(SqlType Impl) : TextDecorator(Impl);

    private sealed record OuterDecorator() : TextDecorator(SqlTypes.String())
    {
        public override ColumnElement? BindExpression(ColumnElement bind) => Func.Call(this, "outside_bind", bind);

        public override ColumnElement? ColumnExpression(ColumnElement column) => Func.Call(this, "outside_colexpr", column);
    }

    private sealed record BothDecorator(SqlType? InDialect = null) : TextDecorator(SqlTypes.String())
    {
        public override SqlType LoadDialectImpl(string dialect) => InDialect ?? new Wrapped("inside_bind", "inside_colexpr");

        public override ColumnElement? BindExpression(ColumnElement bind) => Func.Call(this, "outside_bind", Impl.BindExpression(bind));

        public override ColumnElement? ColumnExpression(ColumnElement column) => Func.Call(this, "outside_colexpr", Impl.ColumnExpression(column));
    }

    private sealed class OwnTypesDialect() : StandardDialect(features: Instance.Features)
    {
        public override TypeCompiler Types { get; } = new OwnTypes();
    }

    private sealed class OwnTypes() : TypeCompiler("standard")
    {
        protected override SqlType Adapt(SqlType type) => type is StringType ? new Wrapped("dialect_bind", "dialect_colexpr") : type;
    }
}
