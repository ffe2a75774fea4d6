using Alchemy.Linq;

namespace Alchemy.Demo;

internal sealed class IncludedCollection() : Step<ShopContext>("Include: one more statement for all collections")
{
    public override IEnumerable<object> Run(ShopContext db, Stage stage)
    {
        var norwegians = db.Customers.Include(c => c.Orders).Where(c => c.Country == "NO").ToList();
        return norwegians.Select(c => new { c.Name, Totals = string.Join(", ", c.Orders.Select(o => o.Total)) });
    }
}
