namespace Alchemy.Tests;

/// <summary>test/dialect/postgresql/test_types.py, SpecialTypesCompileTest, TimePrecisionCompileTest, ArrayTest and MiscTypesTest.</summary>
[TestFixture]
public sealed class PostgreSqlTypeFacts : FactFixture
{
    [Test]
    public void Bits()
    {
        Fact(4942, Name(PostgreSqlTypes.Bit()), "BIT(1)");
        Fact(4943, Name(PostgreSqlTypes.Bit(5)), "BIT(5)");
        Fact(4944, Name(PostgreSqlTypes.Bit(varying: true)), "BIT VARYING");
        Fact(4945, Name(PostgreSqlTypes.Bit(5, varying: true)), "BIT VARYING(5)");
    }

    [Test]
    public void Times()
    {
        Fact(4983, Name(PostgreSqlTypes.Time()), "TIME WITHOUT TIME ZONE");
        Fact(4984, Name(PostgreSqlTypes.Time(5)), "TIME(5) WITHOUT TIME ZONE");
        Fact(4985, Name(PostgreSqlTypes.Time(5, timezone: true)), "TIME(5) WITH TIME ZONE");
        Fact(4986, Name(PostgreSqlTypes.Timestamp()), "TIMESTAMP WITHOUT TIME ZONE");
        Fact(4987, Name(PostgreSqlTypes.Timestamp(5)), "TIMESTAMP(5) WITHOUT TIME ZONE");
        Fact(4988, Name(PostgreSqlTypes.Timestamp(5, timezone: true)), "TIMESTAMP(5) WITH TIME ZONE");
        Fact(4989, Name(PostgreSqlTypes.Time(0)), "TIME(0) WITHOUT TIME ZONE");
        Fact(4990, Name(PostgreSqlTypes.Timestamp(0)), "TIMESTAMP(0) WITHOUT TIME ZONE");
    }

    [Test]
    public void Arrays_of_collated_text()
    {
        var text = SqlTypes.String(30, "en_US");
        Fact(4215, Name(SqlTypes.Array(text)), "VARCHAR(30)[] COLLATE \"en_US\"");
        Fact(4216, Name(SqlTypes.Array(text, 2)), "VARCHAR(30)[][] COLLATE \"en_US\"");
        Fact(4217, Name(SqlTypes.Array(text, 3)), "VARCHAR(30)[][][] COLLATE \"en_US\"");
    }

    [Test]
    public void A_driver_that_knows_the_types_needs_none_beside_parameters()
    {
        var untyped = FactDialects.PostgreSql.With(f => f with { ParameterCast = ParameterCast.None });
        Fact(4845, untyped, Sql.Column("x", SqlTypes.String(2)).Like("%a%"), "x LIKE %(x_1)s", ("x_1", "%a%"));
        Assert.That(FactDialects.PostgreSql.Compile(Sql.Column("x", SqlTypes.String(null, "xyz")) == "a").ToString(), Is.EqualTo("x = %(x_1)s::VARCHAR COLLATE xyz"));
    }

    [Test]
    public void The_other_types() => Assert.That(
        new SqlType[]
        {
            PostgreSqlTypes.Interval(), PostgreSqlTypes.Interval(3), PostgreSqlTypes.Interval(5, "YEAR TO MONTH"), SqlTypes.Interval(), SqlTypes.Interval(secondPrecision: 6), SqlTypes.Interval(native: false),
            PostgreSqlTypes.Money, PostgreSqlTypes.CiText, PostgreSqlTypes.Oid, PostgreSqlTypes.RegClass, PostgreSqlTypes.Inet, PostgreSqlTypes.Cidr, PostgreSqlTypes.MacAddr8, PostgreSqlTypes.Bytea,
            SqlTypes.Double, SqlTypes.Real, StandardTypes.NVarChar(5), SqlTypes.Unicode(5), SqlTypes.Guid, SqlTypes.Jsonb, PostgreSqlTypes.Enum("mood", "ok"), new DomainType("zip", SqlTypes.Text, "shop"),
        }.Select(Name),
        Is.EqualTo(new[]
        {
            "INTERVAL", "INTERVAL (3)", "INTERVAL YEAR TO MONTH (5)", "INTERVAL", "INTERVAL (6)", "TIMESTAMP WITHOUT TIME ZONE",
            "MONEY", "CITEXT", "OID", "REGCLASS", "INET", "CIDR", "MACADDR8", "BYTEA",
            "DOUBLE PRECISION", "REAL", "VARCHAR(5)", "VARCHAR(5)", "UUID", "JSONB", "mood", "shop.zip",
        }));

    private static string Name(SqlType type) => FactDialects.PostgreSql.Types.Render(type);
}
