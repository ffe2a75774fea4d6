namespace Alchemy.Demo;

internal sealed class CollectionAggregate() : Step<ShopContext>("Aggregates over a collection; decimals stay exact, on SQLite too")
{
    public override IEnumerable<object> Run(ShopContext db, Stage stage)
    {
        return db.Customers
            .Select(c => new
            {
                c.Name,
                Orders = c.Orders.Count,
                Spent = c.Orders.Sum(o => o.Total),
                Best = c.Orders.Max(o => (decimal?)o.Total),
            })
            .OrderByDescending(x => x.Spent);
    }
}
