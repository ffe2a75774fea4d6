namespace Alchemy.Tests;

public sealed class InspectTests : EngineFixture
{
    [Test]
    public void An_engine_its_connections_and_results_tell_what_they_are()
    {
        using var engine = Engine.Create("sqlite://", new EngineOptions { Name = "shop" });
        Assert.That(Inspect.Of(engine)["dialect"], Is.Null, "nothing has connected");
        using (var connection = engine.Connect())
        {
            Assert.That(Inspect.Of(engine).ToString(), Does.Match("^engine shop: driver sqlite, dialect sqlite, server version [0-9.]+, pool size 1, shows values false$"));
            using var transaction = connection.Begin();
            using var result = connection.Execute(Sql.Select(Sql.Value(1L).As("n")));
            Assert.That(Inspect.Of(connection).ToString(), Is.EqualTo("connection: engine shop, open true, in transaction true, open results 1"));
            Assert.That(Inspect.Of(result).ToString(), Is.EqualTo("result: open true, sql SELECT ? AS n\n  column n: type BIGINT"));
        }

        var closed = engine.Connect();
        closed.Dispose();
        Assert.That(Inspect.Of(closed)["open"], Is.False);
    }

    [Test]
    public void A_table_tells_its_columns_and_constraints()
    {
        var parts = Inspect.Of(Parts);
        Assert.That((parts.Kind, parts.Name, parts["primary key"]), Is.EqualTo(("table", "parts", (object?)"id")));
        Assert.That(parts.ChildrenOf("column").Select(c => c.Name), Is.EqualTo(new[] { "id", "thing_id" }));
        Assert.That(parts.ChildrenOf("foreign key").Single()["refers to"], Is.EqualTo("things (id)"));
        Assert.That(Inspect.Of(Things.Name).ToString(), Is.EqualTo("column name: type TEXT, nullable false"));
        Assert.That(Inspect.Of(Things.Table).Children.Select(c => c.Kind).Distinct(), Is.EqualTo(new[] { "column", "unique constraint", "check" }));
    }

    [Test]
    public void Statements_tell_no_values()
    {
        var select = Sql.Select(Things.Name).Where(Things.Name == "secret-name");
        Assert.That(Inspect.Of(select).ToString(), Does.StartWith("select: tables things, sql SELECT things.name").And.Contain("\n  parameter name_1: type TEXT, has value true\n  column name: type TEXT").And.Not.Contain("secret"));
        var compiled = Inspect.Of(Engine.Compile(Sql.Insert(Things).Value(Things.Name, "secret-name")));
        Assert.That((compiled.Kind, compiled["kind"], compiled["returns rows"], compiled["sql"]), Is.EqualTo(("compiled statement", (object?)"insert", (object?)false, (object?)"INSERT INTO things (name) VALUES (?)")));
        Assert.That(Inspect.Of(Sql.Delete(Things))["table"], Is.EqualTo("things"));
        Assert.That(Inspect.Of(Things.Big == 1L).Kind, Is.EqualTo("binary expression"));
    }

    [Test]
    public void An_error_tells_what_can_be_asked_of_it()
    {
        using var connection = Engine.Connect();
        Add(connection, "secret-name");
        var error = Inspect.Of(Assert.Throws<ConstraintViolationException>(() => Add(connection, "secret-name"))!);
        Assert.That((error.Kind, error.Name, error["kind"], error["table"], error["columns"]), Is.EqualTo(("error", "ALQ3005", (object?)"UniqueViolation", (object?)"things", (object?)"name")));
        Assert.That(error.ToString(), Does.Contain("parameter name").And.Not.Contain("secret"));
    }

    [Test]
    public void A_class_of_the_programs_own_tells_of_itself_and_nothing_is_made_up()
    {
        Assert.That(Inspect.Of(new Shelf()).ToString(), Is.EqualTo("shelf A: books 3"));
        Assert.That(Assert.Throws<NotInspectableException>(() => Inspect.Of("text"))!.Message, Does.Contain("String").And.Contain("ALQ3022"));
    }

    private sealed class Shelf : IInspectable
    {
        public Inspection Inspect() => Inspection.Of("shelf", "A", [("books", 3), ("owner", null)]);
    }
}
