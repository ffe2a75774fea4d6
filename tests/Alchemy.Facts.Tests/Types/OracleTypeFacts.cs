namespace Alchemy.Tests;

/// <summary>test/dialect/oracle/test_dialect.py, CompatFlagsTest.</summary>
[TestFixture]
public sealed class OracleTypeFacts : FactFixture
{
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
}
