namespace Alchemy.Tests;

public sealed class CompileCacheTests : EngineFixture
{
    [Test]
    public void A_statement_in_use_stays_compiled_and_a_forgotten_one_goes()
    {
        var (used, forgotten) = (Engine.Compile(Statement("used")), Engine.Compile(Statement("forgotten")));
        for (var i = 0; i < 2000; i++)
        {
            Engine.Compile(Statement($"other_{i}"));
            Assert.That(Engine.Compile(Statement("used")), Is.SameAs(used));
        }

        Assert.That(Engine.Compile(Statement("forgotten")), Is.Not.SameAs(forgotten));
    }

    private Select Statement(string label) => Sql.Select(Things.Id.As(label));
}
