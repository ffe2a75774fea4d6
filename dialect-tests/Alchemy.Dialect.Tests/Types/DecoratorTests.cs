using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>A decorator in every place: keys, operators, lists, arrays, NULL, and as a variant of one database.</summary>
public sealed class DecoratorTests(Database database) : DatabaseFixture(database)
{
    [Test]
    public void As_a_key_and_a_foreign_key_of_objects()
    {
        var model = Model();
        using (var session = new Session(Engine, model))
        {
            session.Add(new Coin { Value = new Money(0.5m), Label = new Code("half") });
            session.Add(new Coin { Value = new Money(2m), Label = null });
            session.Commit();
        }

        using (var session = new Session(Engine, model))
        {
            var half = session.Get<Coin>(new Money(0.5m))!;
            Assert.That(half.Label, Is.EqualTo(new Code("half")));
            Assert.That(session.Get<Coin>(new Money(0.5m)), Is.SameAs(half));
            half.Label = new Code("new");
            session.Delete(session.Get<Coin>(new Money(2m))!);
            session.Commit();
        }

        using var context = new CoinContext(Engine);
        var (label, wanted) = (new Code("new"), new[] { new Money(0.5m), new Money(9m) });
        Assert.That(context.Coins.Where(c => c.Label == label && wanted.Contains(c.Value)).Select(c => new { c.Value, c.Label }).Single().Value, Is.EqualTo(new Money(0.5m)));
        Assert.That(context.Coins.Count(), Is.EqualTo(1));
    }

    [Test]
    public void A_variant_of_one_database_is_bound_and_read_there()
    {
        var mine = Database switch { Database.Sqlite => "sqlite", Database.PostgreSql => "postgresql", _ => Lane is Database.MySql56 ? "mysql" : "mariadb" };
        var type = SqlTypes.String(50).WithVariant(new Reversed(), mine);
        TypeCase.OfClass("variant", type, "abc", "", "xy").Check(Engine);
        using var world = new World(Engine, "variant_text", type, 0);
        world.InsertObjects([new Holder<string> { Id = 0, V = "abc" }]);
        Assert.That(world.Rows(Sql.Select(Sql.TypeCoerce(world.Value, SqlTypes.Text))), Is.EqualTo(new[] { "cba" }));
        Assert.That(world.Objects<string>(all: true), Is.EqualTo(new[] { "abc" }));
        TypeCase.OfClass("other_variant", SqlTypes.String(50).WithVariant(new Reversed(), "oracle"), "abc").Check(Engine);
    }

    [Test]
    public void As_the_element_of_an_array()
    {
        if (Database is Database.PostgreSql)
        {
            var type = SqlTypes.Array(new Cents());
            TypeCase.OfClass<Money[]>("wallets_array", type, [], [new(1m), new(-2.5m)]).Check(Engine);
            using var world = new World(Engine, "wallets_null", type, 0);
            world.Insert([(0, new Money?[] { new(1m), null })], (v, _) => Sql.Parameter("v", type, v));
            Assert.That(world.Rows(world.All)[0], Is.EqualTo(new Money?[] { new(1m), null }));
            Assert.That(world.Rows(Sql.Select(Sql.TypeCoerce(world.Value, SqlTypes.Array(SqlTypes.BigInteger))))[0], Is.EqualTo(new long?[] { 100, null }));
        }
        else
        {
            Assert.That(() => Engine.Dialect.Types.Render(SqlTypes.Array(new Cents())), Throws.TypeOf<CompileException>());
        }
    }

    private Model Model()
    {
        var model = new ModelBuilder().Entity<Coin>(CoinContext.Configure).Build();
        using (var connection = Engine.Connect())
        {
            foreach (var text in Engine.Dialect.Ddl.DropAll(model.MetaData))
            {
                connection.ExecuteText(text);
            }
        }

        Engine.CreateAll(model.MetaData);
        return model;
    }
}

/// <summary>A word, as a class of the program's own.</summary>
public sealed record Code(string Text);

/// <summary>A word, kept as text.</summary>
public sealed record CodeType() : TypeDecorator<Code, string>(SqlTypes.String(20))
{
    /// <inheritdoc/>
    public override string ToStore(Code value) => value.Text;

    /// <inheritdoc/>
    public override Code FromStore(string value) => new(value);
}

/// <summary>Text that is kept backwards.</summary>
public sealed record Reversed() : TypeDecorator<string, string>(SqlTypes.String(50))
{
    /// <inheritdoc/>
    public override string ToStore(string value) => Turned(value);

    /// <inheritdoc/>
    public override string FromStore(string value) => Turned(value);

    private static string Turned(string value) => new([.. value.Reverse()]);
}

/// <summary>An object whose key is decorated.</summary>
public class Coin
{
    public Money Value { get; set; }

    public Code? Label { get; set; }
}

/// <summary>Coins.</summary>
public sealed class CoinContext(Engine engine) : AlchemyContext(engine)
{
    public EntitySet<Coin> Coins => Set<Coin>();

    internal static void Configure(EntityBuilder<Coin> builder) => _ = builder.Table("coins").Key(c => c.Value).Property(c => c.Value).Type(new Cents()).And.Property(c => c.Label).Type(new CodeType());

    protected override void OnModelCreating(ModelBuilder builder) => builder.Entity<Coin>(Configure);
}
