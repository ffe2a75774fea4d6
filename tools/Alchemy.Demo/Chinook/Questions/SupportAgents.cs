namespace Alchemy.Demo.Chinook;

internal sealed class SupportAgents() : Step<ChinookContext>("Who looks after whom, and who is their manager?")
{
    public override IEnumerable<object> Run(ChinookContext db, Stage stage)
    {
        return from e in db.Employees
               where e.Customers.Any()
               orderby e.LastName
               select new { e.FirstName, e.LastName, Manager = e.Manager!.LastName, Customers = e.Customers.Count };
    }
}
