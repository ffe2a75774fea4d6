namespace Alchemy.Tests;

/// <summary>Holds our SQL against recorded facts. The SQL stands in each test as a literal; where the facts are at hand, the literal is held against them too.</summary>
public abstract class FactFixture
{
    /// <summary>The statement renders as the fact says, in the generic dialect.</summary>
    /// <param name="id">The fact's id.</param>
    /// <param name="statement">Our statement.</param>
    /// <param name="sql">The fact's SQL.</param>
    /// <param name="parameters">The fact's parameters, where the test is about them.</param>
    protected static void Fact(int id, ClauseElement statement, string sql, params (string Name, object? Value)[] parameters)
        => Fact(id, FactDialects.Default, statement, sql, parameters);

    /// <summary>The statement renders as the fact says, in a dialect.</summary>
    protected static void Fact(int id, StandardDialect dialect, ClauseElement statement, string sql, params (string Name, object? Value)[] parameters)
    {
        FactStatements.Met(statement, dialect);
        var compiled = dialect.Compile(statement);
        Fact(id, compiled.ToString(), sql);
        if (parameters.Length > 0)
        {
            Assert.That(compiled.Parameters, Is.EquivalentTo(parameters.ToDictionary(p => p.Name, p => p.Value)), $"parameters of fact {id}");
        }
    }

    /// <summary>A fact that waits for a construct of another part.</summary>
    protected static void Later(int id, ClauseElement statement, string sql, params (string Name, object? Value)[] parameters) => Later(id, FactDialects.Default, statement, sql, parameters);

    /// <summary>A fact that waits for a construct of another part.</summary>
    protected static void Later(int id, StandardDialect dialect, ClauseElement statement, string sql, params (string Name, object? Value)[] parameters)
    {
        Recorded(id, sql);
        TestContext.Out.WriteLine($"fact {id} waits: {dialect.Compile(statement)} ({parameters.Length})");
    }

    /// <summary>The text that we render is the fact's: for DDL, types and filled statements.</summary>
    protected static void Fact(int id, string ours, string sql)
    {
        Recorded(id, sql);
        Assert.That(Corpus.Fold(ours), Is.EqualTo(Corpus.Fold(sql)), $"fact {id}");
    }

    /// <summary>Our SQL differs from the fact on purpose.</summary>
    /// <param name="id">The fact's id.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ours">What we render.</param>
    /// <param name="sql">The fact's SQL.</param>
    /// <param name="expected">Our SQL.</param>
    protected static void Differs(int id, string reason, string ours, string sql, string expected)
    {
        Recorded(id, sql);
        Assert.That(Corpus.Fold(ours), Is.EqualTo(Corpus.Fold(expected)).And.Not.EqualTo(Corpus.Fold(sql)), $"fact {id}: {reason}");
    }

    private static void Recorded(int id, string sql)
    {
        if (Corpus.Facts is { } facts)
        {
            Assert.That(facts, Contains.Key(id), $"There is no fact {id}.");
            Assert.That(Corpus.Fold(sql), Is.EqualTo(facts[id].Sql), $"The literal is not what fact {id} says ({facts[id].Test}).");
        }
    }
}
