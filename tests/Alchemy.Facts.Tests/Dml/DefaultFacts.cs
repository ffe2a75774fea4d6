namespace Alchemy.Tests;

/// <summary>test/sql/test_defaults.py, DDLTest.</summary>
[TestFixture]
public sealed class DefaultFacts : FactFixture
{
    [Test]
    public void The_default_of_a_table_stands_in_its_definition()
        => Fact(2101, FactDialects.Default.Ddl.CreateTable(new Table("t", new MetaData(), new Column("x", SqlTypes.Integer, serverDefault: "q + 7"))), "CREATE TABLE t ( x INTEGER DEFAULT q + 7 )");
}
