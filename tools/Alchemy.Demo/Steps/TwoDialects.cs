using Alchemy.Linq;

namespace Alchemy.Demo;

internal sealed class TwoDialects() : Step<ShopContext>("One query, two dialects")
{
    public override IEnumerable<object> Run(ShopContext db, Stage stage)
    {
        var query = db.Customers
            .Where(c => c.Country != "NO")
            .OrderBy(c => c.Name)
            .Select(c => new { c.Name, Spent = c.Orders.Sum(o => o.Total) })
            .Take(3);
        stage.Beside(("SQLite", query.ToSqlString()), ("PostgreSQL", query.ToSqlString(Dialects.PostgreSql)));
        return query;
    }
}
