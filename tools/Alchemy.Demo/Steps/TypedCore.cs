namespace Alchemy.Demo;

internal sealed class TypedCore() : Step<ShopContext>("Core: SQL as typed C#, here with a common table expression")
{
    public override IEnumerable<object> Run(ShopContext db, Stage stage)
    {
        var (c, o) = (db.Model.Entity<Customer>("c"), db.Model.Entity<Order>("o"));
        var sales = Sql.Select(o.Col(x => x.CustomerId), Func.Sum(o.Col(x => x.Total)).As("spent"))
            .GroupBy(o.Col(x => x.CustomerId))
            .Cte("sales");
        var (name, spent) = (c.Col(x => x.Name), sales.C<decimal>("spent"));
        var statement = Sql.Select(name, spent)
            .SelectFrom(c.From.Join(sales, c.Col(x => x.Id) == sales.C<int>("CustomerId")))
            .Where(spent > 50m & !name.Like("B%"))
            .OrderBy(spent.Desc());

        using var connection = db.Engine.Connect();
        return connection.Execute(statement).ToList().Select(row => new { Name = row.Get(name), Spent = row.Get(spent) });
    }
}
