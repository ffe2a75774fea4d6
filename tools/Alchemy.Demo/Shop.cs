using Alchemy;

namespace Alchemy.Demo;

/// <summary>The shop's data: small, and the same every time.</summary>
internal static class Shop
{
    private static readonly (string Name, string Country)[] People = [("Ann", "NO"), ("Bo", "SE"), ("Cy", "NO"), ("Dag", "DK")];

    private static readonly (int Customer, decimal Total, int Hour, int Offset)[] Sales =
        [(1, 120.10m, 12, 9), (1, 0.20m, 4, 0), (2, 99.90m, 10, 1), (3, 1250.05m, 8, 1), (3, 9.95m, 20, -5)];

    public static void Fill(Connection connection, Customers customers, Orders orders)
    {
        using var transaction = connection.Begin();
        foreach (var (name, country) in People)
        {
            connection.Execute(Sql.Insert(customers).Value(customers.Name, name).Value(customers.Country, country));
        }

        foreach (var (customer, total, hour, offset) in Sales)
        {
            var placed = new DateTimeOffset(2026, 5, 17, hour, 0, 0, TimeSpan.FromHours(offset));
            connection.Execute(Sql.Insert(orders).Value(orders.CustomerId, customer).Value(orders.Total, total).Value(orders.PlacedAt, placed));
        }

        transaction.Commit();
    }
}
