namespace Alchemy.Tests;

/// <summary>test/dialect/mssql/test_types.py, StringTest, and the types that its other tests create.</summary>
[TestFixture]
public sealed class SqlServerTypeFacts : FactFixture
{
    [Test]
    public void Text_of_any_language_is_said_to_be_so()
    {
        Fact(4980, (Sql.Column("x", SqlTypes.Unicode()) == "foo").ToLiteralString(FactDialects.SqlServer), "x = N'foo'");
        Assert.That((Sql.Column("x", SqlTypes.UnicodeText) == "foo").ToLiteralString(FactDialects.SqlServer), Is.EqualTo("x = N'foo'"));
        Assert.That((Sql.Column("x", SqlTypes.String()) == "foo").ToLiteralString(FactDialects.SqlServer), Is.EqualTo("x = 'foo'"));
    }

    [Test]
    public void Types() => Assert.That(
        new SqlType[]
        {
            SqlServerTypes.DateTime2(3), SqlServerTypes.DateTimeOffset(), SqlServerTypes.SmallDateTime, SqlServerTypes.DateTime, SqlServerTypes.Time(4), SqlTypes.Date, new TimeType(4),
            SqlServerTypes.NVarChar(), SqlServerTypes.VarChar(5, "Latin1_General_CI_AS"), SqlServerTypes.Char(5), SqlServerTypes.NChar(5), SqlServerTypes.Text("Latin1_General_CI_AS"), SqlServerTypes.NText(), SqlServerTypes.Image,
            SqlServerTypes.VarBinary(filestream: true), SqlServerTypes.VarBinary(8000), SqlServerTypes.RowVersion, SqlServerTypes.Timestamp, SqlServerTypes.Money, SqlServerTypes.SmallMoney, SqlServerTypes.Bit, SqlServerTypes.TinyInt,
            SqlServerTypes.UniqueIdentifier, SqlServerTypes.Xml, SqlServerTypes.SqlVariant, SqlServerTypes.Real, SqlTypes.Double, SqlTypes.Float(53), SqlTypes.Json, SqlTypes.Interval(), StandardTypes.NChar(5), SqlTypes.Unicode(5),
        }.Select(FactDialects.SqlServer.Types.Render),
        Is.EqualTo(new[]
        {
            "DATETIME2(3)", "DATETIMEOFFSET", "SMALLDATETIME", "DATETIME", "TIME(4)", "DATE", "TIME(4)",
            "NVARCHAR(max)", "VARCHAR(5) COLLATE Latin1_General_CI_AS", "CHAR(5)", "NCHAR(5)", "TEXT COLLATE Latin1_General_CI_AS", "NTEXT", "IMAGE",
            "VARBINARY(max) FILESTREAM", "VARBINARY(8000)", "ROWVERSION", "TIMESTAMP", "MONEY", "SMALLMONEY", "BIT", "TINYINT",
            "UNIQUEIDENTIFIER", "XML", "SQL_VARIANT", "REAL", "DOUBLE PRECISION", "FLOAT(53)", "NVARCHAR(max)", "DATETIME2", "NCHAR(5)", "NVARCHAR(5)",
        }));

    [Test]
    public void Documents_have_a_type_from_2025_on()
        => Assert.That(new SqlServerDialect(new Version(17, 0)).Types.Render(SqlTypes.Json), Is.EqualTo("JSON"));
}
