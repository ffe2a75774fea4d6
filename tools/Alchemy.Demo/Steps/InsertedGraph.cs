namespace Alchemy.Demo;

internal sealed class InsertedGraph() : Step<ShopContext>("A graph of new objects: the plan, then the flush, then the keys")
{
    public override IEnumerable<object> Run(ShopContext db, Stage stage)
    {
        var order = new Order
        {
            Customer = new Customer { Name = "Fay", Country = "FI" },
            PlacedAt = new DateTime(2026, 6, 1),
            Total = 2.25m,
            Lines = { new Line { Product = new Product { Name = "sugar", Price = 2.25m }, Quantity = 1, Price = 2.25m } },
        };
        db.Orders.Add(order);
        stage.Say("The plan", db.Session.PlanFlush().ToString());
        db.SaveChanges();
        var line = order.Lines[0];
        return [new { Customer = order.Customer.Id, Order = order.Id, order.CustomerId, Line = line.Id, Product = line.Product.Id }];
    }
}
