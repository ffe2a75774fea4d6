using System.Globalization;
using System.Text.Json;
using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>Types of the program's own on a real database: what is written is converted, and what is read is converted back.</summary>
public sealed class CustomTypeTests(Database database) : DatabaseFixture(database)
{
    private Table _wallets = null!;

    private UntypedColumn C(string name) => _wallets.C(name);

    [SetUp]
    public void CreateTables()
    {
        var metadata = new MetaData();
        _wallets = new Table("wallets", metadata, new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false),
            new Column("amount", new Cents()), new Column("owner", new NullAsDash()), new Column("secret", new Lowered()), new Column("since", SqlTypes.Interval()),
            new Column("kept", SqlTypes.Interval(native: false)), new Column("doc", SqlTypes.Json), new Column("level", SqlTypes.Enum("wallet_level", "low", "high")),
            new Column("place", SqlTypes.Text.WithVariant(SqlTypes.Native<string>("INET"), "postgresql")), new Column("code", SqlTypes.Integer.WithVariant(SqlTypes.String(10), "sqlite")));
        using (var connection = Engine.Connect())
        {
            foreach (var text in Engine.Dialect.Ddl.DropAll(metadata))
            {
                connection.ExecuteText(text);
            }
        }

        Engine.CreateAll(metadata);
    }

    private void Add(int id, Money? amount, string? owner = "ann", string? secret = null)
    {
        using var connection = Engine.Connect();
        connection.Execute(Sql.Insert(_wallets).Value(C("id").Node, id).Value(C("amount").Node, amount).Value(C("owner").Node, owner).Value(C("secret").Node, secret));
    }

    private Row One(params ColumnElement[] columns)
    {
        using var connection = Engine.Connect();
        return connection.Execute(Sql.Select(columns)).One();
    }

    [Test]
    public void Values_are_converted_both_ways()
    {
        Add(1, new Money(12.34m));
        Assert.That(One(C("amount"))[0], Is.EqualTo(new Money(12.34m)));
        Assert.That(One(Sql.TypeCoerce(C("amount"), SqlTypes.BigInteger))[0], Is.EqualTo(1234L));
    }

    [Test]
    public void Null_is_no_value_of_theirs_unless_they_say_so()
    {
        Add(1, null, null);
        Assert.That(One(C("amount"), C("owner"))[0], Is.Null);
        Assert.That(One(Sql.TypeCoerce(C("owner"), SqlTypes.Text))[0], Is.EqualTo("-"));
        Assert.That(One(C("owner"))[0], Is.EqualTo("owner unknown"));
    }

    [Test]
    public void Conditions_take_models()
    {
        Add(1, new Money(1m));
        Add(2, new Money(2m));
        using var connection = Engine.Connect();
        int[] Ids(ColumnElement condition) => [.. connection.Execute(Sql.Select(C("id")).Where(condition).OrderBy(C("id"))).ToList().Select(r => r.Get<int>(0))];
        Assert.That(Ids(C("amount") == new Money(2m)), Is.EqualTo(new[] { 2 }));
        Assert.That(Ids(C("amount") > new Money(1.5m)), Is.EqualTo(new[] { 2 }));
        Assert.That(Ids(C("amount").InList(new[] { new Money(1m), new Money(2m), new Money(3m) })), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(Ids(Sql.Tuple(C("id"), C("amount")).InList(new[] { (1, new Money(1m)), (2, new Money(9m)) })), Is.EqualTo(new[] { 1 }));
        Assert.That(Ids(C("amount") == 200L), Is.EqualTo(new[] { 2 }), "what is stored may be given too");
        Assert.That(connection.Execute(Sql.Select(Func.Max(_wallets.C<Money>("amount")))).One()[0], Is.EqualTo(new Money(2m)));
    }

    [Test]
    public void Sql_stands_around_parameters_and_columns()
    {
        Add(1, null, secret: "HIDDEN");
        Assert.That(One(Sql.TypeCoerce(C("secret"), SqlTypes.Text))[0], Is.EqualTo("hidden"));
        Assert.That(One(C("secret"))[0], Is.EqualTo("HIDDEN"));
        using var connection = Engine.Connect();
        var inner = Sql.Select(C("secret")).Where(C("secret").InList(new[] { "HiddeN", "x", "y" })).Subquery();
        Assert.That(connection.Execute(Sql.Select(inner.C("secret"))).One()[0], Is.EqualTo("HIDDEN"));
    }

    [Test]
    public void Spans_documents_words_and_variants()
    {
        var span = new TimeSpan(3, 4, 5, 6, 789);
        using var connection = Engine.Connect();
        connection.Execute(Sql.Insert(_wallets).Value(C("id").Node, 1).Value(C("since").Node, span).Value(C("kept").Node, span)
            .Value(C("doc").Node, JsonSerializer.SerializeToElement(new { a = new[] { 1, 2 } })).Value(C("level").Node, "high").Value(C("place").Node, "127.0.0.1").Value(C("code").Node, Engine.Dialect.Name == "sqlite" ? "12" : 12));
        var row = connection.Execute(Sql.Select(C("since"), C("kept"), C("doc"), C("level"), C("code"), C("place")).Where(C("level") == "high", C("place") == "127.0.0.1")).One();
        Assert.That((row[0], row[1]), Is.EqualTo((span, span)));
        Assert.That(((JsonElement)row[2]!).GetProperty("a")[1].GetInt32(), Is.EqualTo(2));
        Assert.That(row[5], Is.EqualTo("127.0.0.1"));
        Assert.That((row[3], row[4]), Is.EqualTo(("high", Engine.Dialect.Name == "sqlite" ? (object)"12" : 12)));
    }

    [Test]
    public void Objects_have_them_too()
    {
        using var session = new Session(Engine, Model());
        session.Add(new Purse { Id = 1, Amount = new Money(5m), Spare = null, Owner = "bob" });
        session.Add(new Purse { Id = 2, Amount = new Money(7m), Spare = new Money(1m), Owner = null });
        session.Commit();
        using var context = new PurseContext(Engine);
        var purses = context.Purses.OrderBy(p => p.Id).ToList();
        Assert.That(purses.Select(p => (p.Amount, p.Spare, p.Owner)), Is.EqualTo(new (Money, Money?, string?)[] { (new(5m), null, "bob"), (new(7m), new(1m), "owner unknown") }));
        var seven = new Money(7m);
        Assert.That(context.Purses.Where(p => p.Amount == seven).Select(p => p.Amount).ToList(), Is.EqualTo(new[] { seven }));
        purses[0].Amount = new Money(6m);
        context.SaveChanges();
        using var connection = Engine.Connect();
        Assert.That(connection.Execute(Sql.Text($"SELECT {Sql.Column("Amount")} FROM purses ORDER BY {Sql.Column("Id")}").Columns(Sql.Column("Amount", SqlTypes.BigInteger))).ToList().Select(r => r[0]), Is.EqualTo(new object[] { 600L, 700L }));
    }

    private Model Model()
    {
        var model = new ModelBuilder().Entity<Purse>(PurseContext.Configure).Build();
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

/// <summary>An amount.</summary>
public readonly record struct Money(decimal Amount);

/// <summary>Money, kept in hundredths.</summary>
public sealed record Cents() : TypeDecorator<Money, long>(SqlTypes.BigInteger)
{
    /// <inheritdoc/>
    public override long ToStore(Money value) => (long)(value.Amount * 100);

    /// <inheritdoc/>
    public override Money FromStore(long value) => new(value / 100m);
}

/// <summary>Text that is a dash for null.</summary>
public sealed record NullAsDash() : TypeDecorator<string, string>(SqlTypes.String(50))
{
    /// <inheritdoc/>
    public override object? StoreOfNull => "-";

    /// <inheritdoc/>
    public override string ToStore(string value) => value;

    /// <inheritdoc/>
    public override string FromStore(string value) => value == "-" ? "owner unknown" : value;
}

/// <summary>Text that the database keeps in small letters, and returns in capitals.</summary>
public sealed record Lowered : UserDefinedType<string>
{
    /// <inheritdoc/>
    public override SqlType StorageType => SqlTypes.Text;

    /// <inheritdoc/>
    public override string GetColumnSpec() => "TEXT";

    /// <inheritdoc/>
    public override ColumnElement? BindExpression(ColumnElement bind) => Func.Call(this, "lower", bind);

    /// <inheritdoc/>
    public override ColumnElement? ColumnExpression(ColumnElement column) => Func.Call(this, "upper", column);
}

/// <summary>An object with money.</summary>
public class Purse
{
    public int Id { get; set; }

    public Money Amount { get; set; }

    public Money? Spare { get; set; }

    public string? Owner { get; set; }
}

/// <summary>Purses.</summary>
public sealed class PurseContext(Engine engine) : AlchemyContext(engine)
{
    public EntitySet<Purse> Purses => Set<Purse>();

    internal static void Configure(EntityBuilder<Purse> builder) => _ = builder.Table("purses").Property(p => p.Amount).Type(new Cents()).And.Property(p => p.Spare).Type(new Cents()).And.Property(p => p.Owner).Type(new NullAsDash());

    protected override void OnModelCreating(ModelBuilder builder) => builder.Entity<Purse>(Configure);
}
