using Alchemy.Linq;

namespace Alchemy.Demo;

/// <summary>The shop: four plain classes, mapped by convention.</summary>
internal sealed class ShopContext(Engine engine) : AlchemyContext(engine)
{
    public EntitySet<Customer> Customers => Set<Customer>();

    public EntitySet<Order> Orders => Set<Order>();

    public EntitySet<Line> Lines => Set<Line>();

    public EntitySet<Product> Products => Set<Product>();

    /// <summary>The database beneath, for Core.</summary>
    public Engine Engine { get; } = engine;
}
