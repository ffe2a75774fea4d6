namespace Alchemy.Tests;

/// <summary>test/dialect/mysql/test_compiler.py, SQLTest: casts.</summary>
[TestFixture]
public sealed class MySqlCastFacts : FactFixture
{
    private static UntypedColumn Col { get; } = Sql.Table("t", Sql.Column("col")).C("col");

    private static StandardDialect LeavingOut { get; } = FactDialects.MySql.With(f => f with { UnsupportedCast = UnsupportedCast.LeftOut, FloatCast = Support.No });

    [Test]
    public void A_length_of_nothing_is_a_length()
    {
        var types = new SqlType[] { MySqlTypes.Char(0), SqlTypes.String(0), MySqlTypes.VarChar(0), MySqlTypes.NVarChar(0), MySqlTypes.NChar(0), new TextType(0), MySqlTypes.Text(0), MySqlTypes.Blob(0), MySqlTypes.Blob(0) };
        var table = new Table("sometable", new MetaData(), [.. types.Select((type, i) => new Column(((char)('a' + i)).ToString(), type))]);
        Fact(1037, FactDialects.MySql, new CreateTable(table),
            "CREATE TABLE sometable ( a CHAR(0), b VARCHAR(0), c VARCHAR(0), d NATIONAL VARCHAR(0), e NATIONAL CHAR(0), f TEXT(0), g TEXT(0), h BLOB(0), i BLOB(0) )");
    }

    [Test]
    public void What_nothing_can_be_cast_to_is_refused()
    {
        Assert.That(() => FactDialects.MySql.Compile(Col.Cast(MySqlTypes.Bit())), Throws.TypeOf<CompileException>().With.Message.Contains("A CAST to BIT"));
        Assert.That(() => new MySqlDialect(new Version(5, 7)).Compile(Col.Cast(SqlTypes.Double)), Throws.TypeOf<CompileException>());
    }

    [Test]
    public void Or_the_value_stands_alone()
    {
        Fact(1334, LeavingOut, Col.Cast(MySqlTypes.Bit()), "t.col");
        Fact(1333, (Sql.Column("foo", SqlTypes.Integer) + 5).Cast(SqlTypes.Float()).ToLiteralString(LeavingOut), "(foo + 5)");
        foreach (var type in new SqlType[] { SqlTypes.Float(), SqlTypes.Double, SqlTypes.Real, MySqlTypes.Float(), MySqlTypes.Double(), MySqlTypes.Real(), StandardTypes.Double, MySqlTypes.Year(), MySqlTypes.Year(2), MySqlTypes.Enum(["1", "2"]), MySqlTypes.Set(["1", "2"]), SqlTypes.Enum(null, "1") })
        {
            Assert.That(LeavingOut.Compile(Col.Cast(type)).ToString(), Is.EqualTo("t.col"), type.ToString());
        }
    }

    [Test]
    public void Types_have_names_of_their_own_in_a_cast() => Assert.That(
        new SqlType[]
        {
            SqlTypes.Integer, MySqlTypes.Integer(), MySqlTypes.Integer(unsigned: true), MySqlTypes.TinyInt(), MySqlTypes.BigInt(unsigned: true), SqlTypes.Numeric(), StandardTypes.Decimal(), MySqlTypes.Decimal(5, 2), MySqlTypes.Timestamp(), SqlTypes.Date,
            MySqlTypes.Time(), SqlTypes.Unicode(), StandardTypes.NChar(), StandardTypes.Char(0), SqlTypes.Char(32), MySqlTypes.Char(charset: "utf8"), MySqlTypes.Text(charset: "utf8"), MySqlTypes.LongText(), SqlTypes.Binary(), MySqlTypes.Blob(32), MySqlTypes.VarBinary(32),
            SqlTypes.Interval(), SqlTypes.Float(), SqlTypes.Double, new Decorated(),
        }.Select(t => FactDialects.MySql.Compile(Col.Cast(t)).ToString()["CAST(t.col AS ".Length..^1]),
        Is.EqualTo(new[]
        {
            "SIGNED INTEGER", "SIGNED INTEGER", "UNSIGNED INTEGER", "SIGNED INTEGER", "UNSIGNED INTEGER", "DECIMAL(65, 30)", "DECIMAL(65, 30)", "DECIMAL(5, 2)", "DATETIME", "DATE",
            "TIME", "CHAR", "CHAR", "CHAR(0)", "CHAR(32)", "CHAR CHARACTER SET utf8", "CHAR CHARACTER SET utf8", "CHAR", "BINARY", "BINARY", "BINARY",
            "DATETIME", "FLOAT", "DOUBLE", "SIGNED INTEGER",
        }));

    private sealed record Decorated() : TypeDecorator<string, int>(SqlTypes.Integer)
    {
        public override int ToStore(string value) => int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

        public override string FromStore(int value) => $"{value}";
    }
}
