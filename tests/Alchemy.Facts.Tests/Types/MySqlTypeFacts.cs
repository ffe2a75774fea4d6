namespace Alchemy.Tests;

/// <summary>test/dialect/mysql/test_types.py, TypeCompileTest and UUIDTest.</summary>
[TestFixture]
public sealed class MySqlTypeFacts : FactFixture
{
    [Test]
    public void Types_have_names_of_their_own()
    {
        Fact(4994, Name(SqlTypes.Boolean), "BOOL");
        Fact(5027, Name(SqlTypes.Double), "DOUBLE");
        Fact(5028, Name(SqlTypes.Real), "FLOAT");
        Fact(5029, Name(MySqlTypes.Real()), "REAL");
        Fact(5031, Name(StandardTypes.DoublePrecision), "DOUBLE PRECISION");
    }

    [Test]
    public void Bits_and_small_numbers()
    {
        Fact(4991, Name(MySqlTypes.Bit()), "BIT");
        Fact(4992, Name(MySqlTypes.Bit(1)), "BIT(1)");
        Fact(4993, Name(MySqlTypes.Bit(63)), "BIT(63)");
        Fact(4996, Name(MySqlTypes.TinyInt(1)), "TINYINT(1)");
        Fact(4997, Name(MySqlTypes.TinyInt(1, unsigned: true)), "TINYINT(1) UNSIGNED");
    }

    [TestCase("NUMERIC(12, 4) UNSIGNED ZEROFILL")]
    [TestCase("BIGINT(5) UNSIGNED")]
    [TestCase("MEDIUMINT(5) ZEROFILL")]
    [TestCase("YEAR(4)")]
    [TestCase("FLOAT(8, 4)")]
    [TestCase("DOUBLE(8, 4)")]
    public void Numbers_have_width_and_sign(string expected) => Assert.That(new[]
    {
        MySqlTypes.Numeric(12, 4, unsigned: true, zerofill: true), MySqlTypes.BigInt(5, unsigned: true), MySqlTypes.MediumInt(5, zerofill: true), MySqlTypes.Year(4), MySqlTypes.Float(8, 4), MySqlTypes.Double(8, 4),
    }.Select(Name), Does.Contain(expected));

    [Test]
    public void Times_have_digits_after_the_second()
    {
        Fact(5025, Name(MySqlTypes.DateTime(fsp: 4)), "DATETIME(4)");
        Fact(5142, Name(MySqlTypes.Time(fsp: 5)), "TIME(5)");
        Assert.That(Name(MySqlTypes.Timestamp(fsp: 0)), Is.EqualTo("TIMESTAMP"));
    }

    [Test]
    public void Text_has_character_sets_and_collations()
    {
        Assert.That(Name(MySqlTypes.VarChar(32, "ascii", "ascii_bin")), Is.EqualTo("VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin"));
        Assert.That(Name(MySqlTypes.Char(1, unicode: true, binary: true)), Is.EqualTo("CHAR(1) UNICODE BINARY"));
        Assert.That(Name(MySqlTypes.Char(1, charset: "latin1", national: true, binary: true)), Is.EqualTo("NATIONAL CHAR(1) BINARY"));
        Assert.That(Name(MySqlTypes.Set(["a", "b's"], binary: true)), Is.EqualTo("SET('a','b''s') BINARY"));
        Assert.That(Name(MySqlTypes.Enum(["a", "b"], ascii: true)), Is.EqualTo("ENUM('a','b') ASCII"));
        Assert.That(Name(SqlTypes.Enum(null, "a", "b")), Is.EqualTo("ENUM('a','b')"));
        Assert.That(Name(MySqlTypes.LongText(collation: "utf8mb4_bin")), Is.EqualTo("LONGTEXT COLLATE utf8mb4_bin"));
    }

    [Test]
    public void Identifiers_have_a_type_on_MariaDB()
    {
        var (old, current) = (new MariaDbDialect(new Version(10, 6, 5)), new MariaDbDialect(new Version(10, 7)));
        Differs(5159, "a Guid is written with its dashes", FactDialects.MySql.Types.Render(SqlTypes.Guid), "CHAR(32)", "CHAR(36)");
        Differs(5165, "a Guid is written with its dashes", old.Types.Render(SqlTypes.Guid), "CHAR(32)", "CHAR(36)");
        Fact(5161, current.Types.Render(SqlTypes.Guid), "UUID");
        Fact(5167, new MariaDbDialect().Types.Render(SqlTypes.Guid), "UUID");
        Assert.That(current.Types.Render(new GuidType(IsNative: false)), Is.EqualTo("CHAR(36)"));
    }

    [Test]
    public void MariaDB_has_addresses()
    {
        Assert.That(FactDialects.MariaDb.Types.Render(MySqlTypes.Inet6), Is.EqualTo("INET6"));
        Assert.That(() => Name(MySqlTypes.Inet6), Throws.TypeOf<CompileException>());
    }

    private static string Name(SqlType type) => FactDialects.MySql.Types.Render(type);
}
