using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>An empty shop in memory.</summary>
public abstract class LinqFixture
{
    private protected Engine Engine { get; private set; } = null!;

    private protected Model Model { get; private set; } = null!;

    private protected Session Session { get; private set; } = null!;

    private protected IQueryable<Order> Orders => Session.Query<Order>();

    private protected IQueryable<Customer> Customers => Session.Query<Customer>();

    [SetUp]
    public void Open()
    {
        Engine = Engine.Create("sqlite://");
        Model = new ModelBuilder().Entity<Customer>(e => e.Table("customers")).Entity<Order>(e => e.Table("orders").Navigation(o => o.Customer).Inverse("Orders").And.Navigation(o => o.Agent).ForeignKey("AgentId")
            .And.Property(o => o.Id).Column("id").And.Property(o => o.CustomerId).Column("customer_id").And.Property(o => o.AgentId).Column("agent_id").And.Property(o => o.Total).Column("total").And.Property(o => o.Note).Column("note").And.Property(o => o.PlacedAt).Column("placed_at"))
            .Build();
        Engine.CreateAll(Model.MetaData);
        Session = new Session(Engine, Model);
    }

    [TearDown]
    public void Close()
    {
        Session.Dispose();
        Engine.Dispose();
    }
}
