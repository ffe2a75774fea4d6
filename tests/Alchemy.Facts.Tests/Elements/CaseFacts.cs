namespace Alchemy.Tests;

/// <summary>test/sql/test_case_statement.py, CaseTest.</summary>
[TestFixture]
public sealed class CaseFacts : FactFixture
{
    [Test]
    public void Values_in_place_of_conditions()
    {
        Fact(22, Sql.Case<string>("x", "y").End(),
            "CASE WHEN :param_1 THEN :param_2 END", ("param_1", "x"), ("param_2", "y"));
    }
}
