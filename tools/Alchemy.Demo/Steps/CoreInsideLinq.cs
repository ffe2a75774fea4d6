using Alchemy.Linq;

namespace Alchemy.Demo;

internal sealed class CoreInsideLinq() : Step<ShopContext>("And back: LINQ goes on where Core ends")
{
    public override IEnumerable<object> Run(ShopContext db, Stage stage)
    {
        var o = db.Model.Entity<Order>("o");
        var best = Sql.Select(o.From).OrderBy(o.Col(x => x.Total).Desc()).Limit(4);
        return from order in db.Session.Query<Order>(best)
               where order.Lines.Any(l => l.Product.Name == "kettle")
               orderby order.PlacedAt
               select new { order.Id, order.Customer.Name, order.Total };
    }
}
