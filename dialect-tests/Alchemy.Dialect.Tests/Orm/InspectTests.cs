namespace Alchemy.Tests;

/// <summary>What models, mapped types and tracked objects tell of themselves.</summary>
public sealed class InspectTests(Database database) : ShopFixture(database)
{
    [Test]
    public void A_mapped_type_tells_its_table_attributes_and_relationships()
    {
        var customer = Inspect.Of(Model.Mapper<Customer>());
        Assert.That((customer.Kind, customer.Name, customer["table"], customer["key"]), Is.EqualTo(("mapped type", "Customer", (object?)"shop_customers", (object?)"Id")));
        Assert.That(customer.ChildrenOf("attribute").Select(a => a.Name), Does.Contain("Country"));
        var orders = customer.ChildrenOf("relationship").Single(r => r.Name == "Orders");
        Assert.That((orders["target"], orders["direction"], orders["inverse"]), Is.EqualTo(((object?)"Order", (object?)"one to many", (object?)"Customer")));
        Assert.That(Inspect.Of(Model).ChildrenOf("mapped type").Select(t => t.Name), Does.Contain("Customer").And.Contain("Order"));
    }

    [Test]
    public void A_tracked_object_tells_where_it_stands_and_no_values()
    {
        using var session = NewSession();
        var ann = new Customer { Name = "secret-name" };
        session.Add(ann);
        Assert.That(Inspect.Of(session.Find(ann)!)["status"], Is.EqualTo("Pending"));
        session.Commit();
        var tracked = Inspect.Of(session.Find(ann)!);
        Assert.That((tracked.Kind, tracked.Name, tracked["type"]), Is.EqualTo(("object", $"Customer {ann.Id}", (object?)"Customer")));
        Assert.That(tracked.ToString(), Does.Not.Contain("secret"));
    }
}
