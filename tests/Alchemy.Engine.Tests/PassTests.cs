namespace Alchemy.Tests;

/// <summary>What every statement of an engine goes through before it is rendered.</summary>
public sealed class PassTests : EngineFixture
{
    [Test]
    public void A_pass_rewrites_every_statement()
    {
        using var engine = Create(new EngineOptions { Passes = [statement => new OnlyBig(Things).Rewrite(statement)] });
        using var connection = engine.Connect();
        connection.Execute(Sql.Insert(Things).Value(Things.Name, "small").Value(Things.Big, 1));
        connection.Execute(Sql.Insert(Things).Value(Things.Name, "big").Value(Things.Big, 200));
        Assert.That(Names(connection, "b"), Is.EqualTo(new[] { "big" }));
        Assert.That(Names(connection, "s"), Is.Empty, "the statement from the cache goes through it too, and the value that it put in is not mixed up with the statement's own");
        Assert.That(Names(connection, "b"), Is.EqualTo(new[] { "big" }));
    }

    [Test]
    public void FROMs_that_nothing_connects_are_told_once_or_refused()
    {
        using var engine = Create(new EngineOptions { CartesianProducts = CartesianProducts.Warn });
        var found = new List<CartesianProduct>();
        engine.Events.CartesianProductFound += found.Add;
        using (var connection = engine.Connect())
        {
            connection.Execute(Product(1)).ToList();
            connection.Execute(Product(2)).ToList();
            connection.Execute(Sql.Select(Things.Name, Parts.Id).Where(Parts.ThingId == Things.Id)).ToList();
        }

        Assert.That(found.Select(f => f.ToString()), Has.One.Contains("'things', 'parts'"));
        using var strict = Create(new EngineOptions { CartesianProducts = CartesianProducts.Refuse });
        using var refusing = strict.Connect();
        Assert.That(Assert.Throws<InvalidStatementException>(() => refusing.Execute(Product(1)))!.Message, Does.Contain("'things', 'parts'"));
        Assert.DoesNotThrow(() => refusing.Execute(Sql.Select(Things.Name)).ToList());
        using var plain = Engine.Connect();
        Assert.DoesNotThrow(() => plain.Execute(Product(1)).ToList(), "by default nothing is looked at");
    }

    [Test]
    public void Dialects_that_render_alike_are_equal()
    {
        Assert.That(new SqliteDialect(new Version(3, 50)), Is.EqualTo(new SqliteDialect(new Version(3, 50))));
        Assert.That(new SqliteDialect(new Version(3, 50)).With(f => f with { Qualify = Support.Yes }), Is.Not.EqualTo(new SqliteDialect(new Version(3, 50))));
        Assert.That(Dialects.Sqlite.WithPass(FromLinter.Refuse), Is.EqualTo(Dialects.Sqlite.WithPass(FromLinter.Refuse)).And.Not.EqualTo(Dialects.Sqlite));
    }

    private Select Product(int big) => Sql.Select(Things.Name, Parts.Id).Where(Things.Big == big);

    private List<string> Names(Connection connection, string start)
        => [.. connection.Execute(Sql.Select(Things.Name).Where(Things.Name.StartsWith(start))).ToList().Select(r => r.Get<string>(0)!)];

    private Engine Create(EngineOptions options)
    {
        var engine = Engine.Create("sqlite://", options);
        engine.CreateAll(Things.Table.MetaData);
        return engine;
    }

    private sealed class OnlyBig(Things things) : SqlRewriter
    {
        protected override ClauseElement? Replace(ClauseElement node)
            => node is Select select && select.From.Contains(things.Table) | select.Columns.Any(c => c is Column column && column.Table == things.Table) ? select.Where(things.Big > 100) : null;
    }
}
