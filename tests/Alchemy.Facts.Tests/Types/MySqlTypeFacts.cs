namespace Alchemy.Tests;

/// <summary>test/dialect/mysql/test_types.py, TypeCompileTest.</summary>
[TestFixture]
public sealed class MySqlTypeFacts : FactFixture
{
    [Test]
    public void Types_have_names_of_their_own()
    {
        Fact(4994, Name(SqlTypes.Boolean), "BOOL");
        Fact(5027, Name(SqlTypes.Double), "DOUBLE");
        Fact(5028, Name(SqlTypes.Real), "FLOAT");
    }

    private static string Name(SqlType type) => FactDialects.MySql.Types.Render(type);
}
