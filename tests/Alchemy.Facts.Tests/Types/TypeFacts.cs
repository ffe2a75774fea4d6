namespace Alchemy.Tests;

/// <summary>test/sql/test_types.py, CompileTest, EnumTest, UserDefinedTest, VariantBackendTest and ArrayTest.</summary>
[TestFixture]
public sealed class TypeFacts : DdlFactFixture
{
    [Test]
    public void Text()
    {
        Fact(4226, Name(SqlTypes.Char(50, "FOO")), "CHAR(50) COLLATE \"FOO\"");
        Fact(4227, Name(SqlTypes.Char(50)), "CHAR(50)");
        Fact(4243, Name(SqlTypes.String(50, "foo")), "VARCHAR(50) COLLATE foo");
        Fact(4245, Name(SqlTypes.String(50)), "VARCHAR(50)");
        Fact(4248, Name(new TextType(50)), "TEXT(50)");
        Fact(4249, Name(SqlTypes.Text), "TEXT");
        Assert.That(Name(SqlTypes.String(50, "FOO", "bar")), Is.EqualTo("VARCHAR(50) COLLATE bar.\"FOO\""));
    }

    [Test]
    public void Numbers()
    {
        Fact(4232, Name(SqlTypes.Double), "DOUBLE");
        Fact(4235, Name(SqlTypes.Float()), "FLOAT");
        Fact(4240, Name(SqlTypes.Numeric(2)), "NUMERIC(2)");
        Fact(4241, Name(SqlTypes.Numeric(2, 4)), "NUMERIC(2, 4)");
    }

    [Test]
    public void A_type_of_one_database_is_a_plain_one_elsewhere()
    {
        Fact(4233, Name(MySqlTypes.Integer(5)), "INTEGER");
        Fact(4234, FactDialects.MySql.Types.Render(MySqlTypes.Integer(5)), "INTEGER(5)");
    }

    [TestCase("INET", "mysql")]
    [TestCase("YEAR", "postgresql")]
    [TestCase("ROWVERSION", "oracle")]
    [TestCase("NUMBER", "mssql")]
    public void Or_it_is_refused_by_name(string name, string dialect)
    {
        var type = new[] { PostgreSqlTypes.Inet, MySqlTypes.Year(), SqlServerTypes.RowVersion, OracleTypes.Number() }.Single(t => t.Name == name);
        var other = new[] { FactDialects.MySql, FactDialects.PostgreSql, FactDialects.Oracle, FactDialects.SqlServer }.Single(d => d.Name == dialect);
        Assert.That(() => other.Types.Render(type), Throws.TypeOf<CompileException>().With.Message.Contains(name).And.Message.Contains("WithVariant"));
        Assert.That(Name(type), Is.EqualTo(name));
    }

    [Test]
    public void An_enumeration_in_text_is_as_long_as_its_longest_word()
        => Fact(4546, Name(SqlTypes.Enum(null, "one", "two", "three")), "VARCHAR(5)");

    [Test]
    public void And_has_a_check()
    {
        var table = T("t", new Column("x", new MyEnum()));
        Fact(4549, new AddConstraint(table.CheckConstraints[0]), "ALTER TABLE t ADD CONSTRAINT myenum CHECK (x IN ('a', 'b'))");
        var both = T("t", new Column("x", new BooleanType(CreateConstraint: true)), new Column("y", new EnumerationType(["a"], "y", CreateConstraint: true)));
        Assert.That(Dialects.Sqlite.Compile(new CreateTable(both)).ToString(), Does.EndWith("    CHECK (x IN (0, 1)),\n    CONSTRAINT y CHECK (y IN ('a'))\n)"));
        Assert.That(Dialects.PostgreSql.Compile(new CreateTable(both)).ToString(), Does.Not.Contain("CHECK"));
        Assert.That(Dialects.MySql.Compile(new CreateTable(both)).ToString(), Does.Not.Contain("CONSTRAINT y"));
    }

    [Test]
    public void A_type_may_be_another_one_somewhere()
    {
        var type = SqlTypes.Integer.WithVariant(new Plain(), "postgresql");
        Fact(5193, FactDialects.Sqlite.Types.Render(type), "INTEGER");
        Fact(5194, FactDialects.PostgreSql.Types.Render(type), "VARCHAR");
        Assert.That(() => type.WithVariant(SqlTypes.Text, "postgresql"), Throws.TypeOf<InvalidStatementException>());
    }

    [Test]
    public void What_is_said_for_MySQL_counts_for_MariaDB_unless_that_has_its_own()
    {
        var one = SqlTypes.Text.WithVariant(SqlTypes.String(5), "mysql");
        var both = one.WithVariant(SqlTypes.String(7), "mariadb");
        Assert.That(FactDialects.MariaDb.Types.Render(one), Is.EqualTo("VARCHAR(5)"));
        Assert.That(FactDialects.MariaDb.Types.Render(both), Is.EqualTo("VARCHAR(7)"));
        Assert.That(FactDialects.MySql.Types.Render(both), Is.EqualTo("VARCHAR(5)"));
        Assert.That(FactDialects.MySql.Types.Render(SqlTypes.Text.WithVariant(SqlTypes.String(7), "mariadb")), Is.EqualTo("LONGTEXT"));
    }

    [Test]
    public void A_type_of_ones_own()
    {
        Fact(5187, Sql.Select(Sql.Value("test", new Shouting())).ToLiteralString(Default), "SELECT 'HI->test<-THERE' AS anon_1");
        Assert.That(Name(new Colour()), Is.EqualTo("COLOUR"));
    }

    [Test]
    public void Arrays_as_literals()
    {
        Fact(4210, Sql.Select(Sql.Value(new[] { 1, 2, 3 }, SqlTypes.Array(SqlTypes.Integer))).ToLiteralString(Default),
            "SELECT [1, 2, 3] AS anon_1");
        Fact(4204, Sql.Select(Sql.Value(new[] { new[] { "one", "two" }, ["thr'ee", "réve🐍 illé"] }, SqlTypes.Array(SqlTypes.String(), 2))).ToLiteralString(Default),
            "SELECT [['one', 'two'], ['thr''ee', 'réve🐍 illé']] AS anon_1");
        Assert.That(Sql.Select(Sql.Value(new[] { 1, 2 }, SqlTypes.Array(SqlTypes.Integer))).ToLiteralString(FactDialects.PostgreSql), Is.EqualTo("SELECT ARRAY[1, 2]::INTEGER[] AS anon_1"));
    }

    private static string Name(SqlType type) => Default.Types.Render(type);

    private sealed record MyEnum() : TypeDecorator<string, string>(new EnumerationType(["a", "b"], "myenum", IsNative: false, CreateConstraint: true))
    {
        public override string ToStore(string value) => value;

        public override string FromStore(string value) => value;
    }

    private sealed record Plain() : TypeDecorator<int, string>(SqlTypes.String())
    {
        public override string ToStore(int value) => $"{value}";

        public override int FromStore(string value) => int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed record Shouting() : TypeDecorator<string, string>(SqlTypes.String())
    {
        public override string ToStore(string value) => value;

        public override string FromStore(string value) => value;

        public override object? LiteralValue(object? value) => $"HI->{value}<-THERE";
    }

    private sealed record Colour : UserDefinedType<string>
    {
        public override string GetColumnSpec() => "COLOUR";
    }
}
