namespace Alchemy.Tests;

/// <summary>test/sql/test_constraints.py, ConstraintCompilationTest: indexes.</summary>
[TestFixture]
public sealed class IndexFacts : FactFixture
{
    [Test]
    public void An_index_names_its_table_and_columns()
    {
        var index = new TableIndex("xyz", ["x"]);
        Fact(1838, FactDialects.Default.Ddl.CreateIndex(new Table("t", new MetaData(), new Column("x", SqlTypes.Integer)), index), "CREATE INDEX xyz ON t (x)");
        Fact(1839, FactDialects.Default.Ddl.CreateIndex(new Table("t", new MetaData(), "foo", new Column("x", SqlTypes.Integer)), index), "CREATE INDEX xyz ON foo.t (x)");
    }
}
