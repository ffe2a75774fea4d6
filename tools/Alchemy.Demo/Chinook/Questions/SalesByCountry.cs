namespace Alchemy.Demo.Chinook;

internal sealed class SalesByCountry() : Step<ChinookContext>("Where do customers spend more than 100?")
{
    public override IEnumerable<object> Run(ChinookContext db, Stage stage)
    {
        var least = 100m;
        return from i in db.Invoices
               group i by i.Customer.Country into g
               where g.Sum(i => i.Total) > least
               orderby g.Sum(i => i.Total) descending, g.Key
               select new { Country = g.Key, Invoices = g.Count(), Revenue = g.Sum(i => i.Total), Largest = g.Max(i => i.Total) };
    }
}
