namespace Alchemy.Demo;

internal sealed class NavigationJoin() : Step<ShopContext>("A join is a dot: navigations")
{
    public override IEnumerable<object> Run(ShopContext db, Stage stage)
    {
        return from o in db.Orders
               where o.Customer.Country == "NO"
               orderby o.Customer.Name, o.PlacedAt
               select new { o.Id, o.Customer.Name, o.Customer.Country, o.Total };
    }
}
