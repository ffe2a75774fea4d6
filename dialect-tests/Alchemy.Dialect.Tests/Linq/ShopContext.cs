using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>The shop as a user would declare it.</summary>
public sealed class ShopContext(Engine engine) : AlchemyContext(engine)
{
    public EntitySet<Customer> Customers => Set<Customer>();

    public EntitySet<Order> Orders => Set<Order>();

    public EntitySet<Line> Lines => Set<Line>();

    public EntitySet<Product> Products { get; private set; } = null!;

    public EntitySet<Employee> Employees => Set<Employee>();

    protected override void OnModelCreating(ModelBuilder builder) => builder
        .Entity<Order>(e => e.Navigation(o => o.Lines).DeleteOrphans())
        .Entity<Product>(e => e.Property(p => p.Name).And.Property(p => p.Price));
}
