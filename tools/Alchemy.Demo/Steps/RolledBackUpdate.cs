namespace Alchemy.Demo;

internal sealed class RolledBackUpdate() : Step<ShopContext>("A rollback brings the objects back, not only the rows")
{
    public override IEnumerable<object> Run(ShopContext db, Stage stage)
    {
        var ann = db.Customers.Single(c => c.Name == "Ann");
        using (var transaction = db.BeginTransaction())
        {
            (ann.Name, ann.Country) = ("Anna", "SE");
            stage.Say("The plan", db.Session.PlanFlush().ToString());
            db.SaveChanges();
            stage.Say("Inside the transaction", $"{ann.Name}, {ann.Country}");
            transaction.Rollback();
        }

        stage.Say("Left to write", $"{db.Session.PlanFlush().Actions.Count} rows");
        return [ann];
    }
}
