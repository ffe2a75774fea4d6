using Alchemy.Linq;

namespace Alchemy.Demo;

internal sealed class LinqInsideCore() : Step<ShopContext>("From LINQ to Core: a query is a SELECT that Core can use")
{
    public override IEnumerable<object> Run(ShopContext db, Stage stage)
    {
        var least = 50m;
        var big = db.Orders
            .Where(o => o.Total > least && o.Customer.Country != null)
            .Select(o => new { o.Total, o.Customer.Country })
            .ToSelect().Subquery("big");
        var (country, total) = (big.C<string>("Country"), big.C<decimal>("Total"));
        var (orders, revenue) = (Func.Count(), Func.Sum(total));
        var statement = Sql.Select(country, orders, revenue).GroupBy(country).OrderBy(revenue.Desc());

        using var connection = db.Engine.Connect();
        return connection.Execute(statement).ToList()
            .Select(row => new { Country = row.Get(country), Orders = row.Get(orders), Revenue = row.Get(revenue) });
    }
}
