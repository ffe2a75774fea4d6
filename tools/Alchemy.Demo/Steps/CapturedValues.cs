namespace Alchemy.Demo;

internal sealed class CapturedValues() : Step<ShopContext>("A LINQ query: captured values become parameters")
{
    public override IEnumerable<object> Run(ShopContext db, Stage stage)
    {
        var (since, least) = (new DateTime(2026, 2, 1), 80m);
        return from o in db.Orders
               where o.PlacedAt >= since && o.Total > least
               orderby o.Total descending
               select new { o.Id, o.PlacedAt, o.Total };
    }
}
