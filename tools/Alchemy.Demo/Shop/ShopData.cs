namespace Alchemy.Demo;

/// <summary>The shop's data: small, and the same every time.</summary>
internal static class ShopData
{
    private static readonly (string Name, decimal Price)[] Goods = [("tea", 3.50m), ("coffee", 7.25m), ("cup", 12.90m), ("kettle", 89.00m)];

    private static readonly (string Name, string? Country)[] People = [("Ann", "NO"), ("Bo", "SE"), ("Cy", "NO"), ("Dag", "DK"), ("Eve", null)];

    /// <summary>Customer, day of 2026, then product and quantity.</summary>
    private static readonly (int Customer, int Day, (int Product, int Quantity)[] Lines)[] Sales =
    [
        (0, 12, [(0, 4), (2, 2)]), (0, 47, [(3, 1)]), (0, 130, [(1, 3), (2, 1)]), (1, 33, [(0, 10)]), (1, 140, [(3, 2), (1, 1)]),
        (2, 61, [(2, 6), (0, 1)]), (2, 95, [(3, 1), (2, 4), (1, 2)]), (3, 18, [(1, 2)]),
    ];

    public static void Fill(ShopContext db)
    {
        var products = Goods.Select(g => new Product { Name = g.Name, Price = g.Price }).ToList();
        var customers = People.Select(p => new Customer { Name = p.Name, Country = p.Country }).ToList();
        foreach (var (customer, day, sold) in Sales)
        {
            var lines = sold.Select(s => new Line { Product = products[s.Product], Quantity = s.Quantity, Price = products[s.Product].Price }).ToList();
            var placed = new DateTime(2026, 1, 1).AddDays(day);
            customers[customer].Orders.Add(new Order { PlacedAt = placed, Total = lines.Sum(l => l.Price * l.Quantity), Lines = lines });
        }

        db.Products.AddRange(products);
        db.Customers.AddRange(customers);
        db.SaveChanges();
        db.Session.Clear();
    }
}
