namespace Alchemy.Tests;

/// <summary>Values of a family of types go into each database and come back.</summary>
public abstract class RoundTripFixture(Database database) : DatabaseFixture(database)
{
    private protected void Check(TypeCase type)
    {
        if (type.Only is { } only && !only.Contains(Database))
        {
            Assert.Ignore($"Refused by design: {Lane} has no {type.Name}.");
        }

        type.Check(Engine);
    }

    private protected InvalidStatementException Refused(SqlType type, object value)
    {
        using var world = new World(Engine, "refused", type, 0);
        InvalidStatementException? refusal = null;
        foreach (var literal in new[] { false, true })
        {
            var error = Assert.Catch(() => world.Insert([(0, value)], (v, _) => literal ? new LiteralValue(v!, type) : Sql.Parameter("v", type, v)), $"{Comparer.Show(value)} as {(literal ? "a literal" : "a parameter")}");
            Assert.That(error, Is.InstanceOf<InvalidStatementException>().Or.InstanceOf<CompileException>(), Comparer.Show(value));
            refusal ??= error as InvalidStatementException;
        }

        Assert.That(world.Rows(world.All), Is.Empty);
        return refusal!;
    }
}
