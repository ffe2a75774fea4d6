namespace Alchemy.Tests;

/// <summary>test/dialect/oracle/test_types.py, DialectTypesTest; test_dialect.py, CompatFlagsTest.</summary>
[TestFixture]
public sealed class OracleTypeFacts : DdlFactFixture
{
    [Test]
    public void Numbers()
    {
        Fact(4492, Name(OracleTypes.BinaryDouble), "BINARY_DOUBLE");
        Fact(4493, Name(OracleTypes.BinaryFloat), "BINARY_FLOAT");
        Fact(4494, Name(StandardTypes.DoublePrecision), "DOUBLE PRECISION");
        Fact(4495, Name(OracleTypes.Float()), "FLOAT");
        Fact(4496, Name(StandardTypes.Real), "REAL");
        Fact(4497, Name(StandardTypes.Double), "DOUBLE");
        Assert.That(Name(OracleTypes.Float(16)), Is.EqualTo("FLOAT(16)"));
        Assert.That(Name(OracleTypes.Number(10, 2)), Is.EqualTo("NUMBER(10, 2)"));
    }

    [Test]
    public void Spans_of_time()
    {
        Fact(4503, Name(OracleTypes.Interval()), "INTERVAL DAY TO SECOND");
        Fact(4504, Name(OracleTypes.Interval(dayPrecision: 3)), "INTERVAL DAY(3) TO SECOND");
        Fact(4505, Name(OracleTypes.Interval(secondPrecision: 5)), "INTERVAL DAY TO SECOND(5)");
        Fact(4506, Name(OracleTypes.Interval(2, 5)), "INTERVAL DAY(2) TO SECOND(5)");
        Fact(4507, Name(SqlTypes.Interval(dayPrecision: 9, secondPrecision: 3)), "INTERVAL DAY(9) TO SECOND(3)");
    }

    [Test]
    public void Spans_of_time_as_literals()
    {
        Fact(4508, Sql.Text("select :parameter from dual").Bind("parameter", TimeSpan.FromDays(2)).ToLiteralString(FactDialects.Oracle),
            "select NUMTODSINTERVAL(172800.0, 'SECOND') from dual");
        Fact(4509, Sql.Text("SELECT :parameter from dual").Bind("parameter", new TimeSpan(1, 0, 3, 4)).ToLiteralString(FactDialects.Oracle),
            "SELECT NUMTODSINTERVAL(86584.0, 'SECOND') from dual");
        Fact(4510, Sql.Text("select :parameter - :parameter2 from dual").Bind("parameter", new TimeSpan(1, 0, 3, 4)).Bind("parameter2", new TimeSpan(0, 1, 4)).ToLiteralString(FactDialects.Oracle),
            "select NUMTODSINTERVAL(86584.0, 'SECOND') - NUMTODSINTERVAL(64.0, 'SECOND') from dual");
    }

    [Test]
    public void Documents()
    {
        Fact(4511, Name(SqlTypes.Json), "BLOB");
        Fact(4512, Name(OracleTypes.Json), "JSON");
        Assert.That(new OracleDialect(new Version(21, 0)).Types.Render(SqlTypes.Json), Is.EqualTo("JSON"));
    }

    [Test]
    public void Bytes_and_long_text()
    {
        Fact(4518, Name(OracleTypes.Long), "LONG");
        Fact(4519, Name(OracleTypes.Raw()), "RAW");
        Fact(4520, Name(OracleTypes.Raw(35)), "RAW(35)");
    }

    [Test]
    public void True_and_false()
    {
        var table = T("t", new Column("x", SqlTypes.Boolean), new Column("y", OracleTypes.Boolean), new Column("z", SqlTypes.Boolean.WithVariant(OracleTypes.Boolean, "oracle")));
        Fact(4490, FactDialects.Oracle, new CreateTable(table), "CREATE TABLE t ( x SMALLINT, y BOOLEAN, z BOOLEAN )");
        Fact(4491, new OracleDialect(new Version(23, 0)), new CreateTable(table), "CREATE TABLE t ( x BOOLEAN, y BOOLEAN, z BOOLEAN )");
    }

    [Test]
    public void The_other_types() => Assert.That(
        new SqlType[]
        {
            OracleTypes.VarChar2(5, inBytes: true), SqlTypes.String(50), SqlTypes.Unicode(50), StandardTypes.NVarChar(50), StandardTypes.NChar(5), OracleTypes.Char(5), OracleTypes.NVarChar2(5),
            OracleTypes.Timestamp(localTimezone: true), OracleTypes.Timestamp(timezone: true), OracleTypes.Date, OracleTypes.RowId, OracleTypes.BFile, OracleTypes.NClob, OracleTypes.Vector(3, "FLOAT32", sparse: true), OracleTypes.Vector(),
        }.Select(Name),
        Is.EqualTo(new[]
        {
            "VARCHAR2(5 BYTE)", "VARCHAR2(50 CHAR)", "VARCHAR2(50 CHAR)", "NVARCHAR2(50)", "NCHAR(5)", "CHAR(5 CHAR)", "NVARCHAR2(5)",
            "TIMESTAMP WITH LOCAL TIME ZONE", "TIMESTAMP WITH TIME ZONE", "DATE", "ROWID", "BFILE", "NCLOB", "VECTOR(3,FLOAT32,SPARSE)", "VECTOR(*,*)",
        }));

    [Test]
    public void Before_version_9_a_length_counts_bytes()
    {
        Fact(2153, new OracleDialect(new Version(8, 2, 5)).Types.Render(SqlTypes.String(50)), "VARCHAR2(50)");
        Assert.That(Dialects.Oracle.Types.Render(SqlTypes.String(50)), Is.EqualTo("VARCHAR2(50 CHAR)"));
    }

    [Test]
    public void Text_of_the_national_character_set()
    {
        Fact(2157, FactDialects.Oracle.Types.Render(OracleTypes.NVarChar2(50)), "NVARCHAR2(50)");
        Fact(2158, FactDialects.Oracle.Types.Render(OracleTypes.NClob), "NCLOB");
    }

    private static string Name(SqlType type) => FactDialects.Oracle.Types.Render(type);
}
