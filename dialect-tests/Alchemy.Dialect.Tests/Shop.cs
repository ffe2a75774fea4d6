using System.ComponentModel.DataAnnotations.Schema;

namespace Alchemy.Tests;

/// <summary>Who buys.</summary>
[Table("shop_customers")]
public sealed class Customer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string? Country { get; set; }

    public byte[]? Photo { get; set; }

    public List<Order> Orders { get; set; } = [];
}

/// <summary>What is bought at one time.</summary>
[Table("shop_orders")]
public sealed class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer Customer { get; set; } = null!;

    public DateTime PlacedAt { get; set; } = new(2026, 1, 1);

    public decimal Total { get; set; }

    public string? Note { get; set; }

    public OrderKind Kind { get; set; }

    public IList<Line> Lines { get; set; } = [];
}

/// <summary>Kinds of order.</summary>
public enum OrderKind
{
    Normal,
    Rush,
}

/// <summary>A position of an order; its foreign key to the order has no member.</summary>
[Table("shop_lines")]
public sealed class Line
{
    public long Id { get; set; }

    public Order Order { get; set; } = null!;

    public int? ProductId { get; set; }

    public Product? Product { get; set; }

    public int Quantity { get; set; } = 1;

    public decimal Price { get; set; }
}

/// <summary>What is sold; made by its constructor.</summary>
[Table("shop_products")]
public sealed class Product(string name, decimal price)
{
    public int Id { get; private set; }

    public string Name { get; } = name;

    public decimal Price { get; set; } = price;

    public string? Secret { get; init; }

    public ICollection<Line> Lines { get; } = new HashSet<Line>();
}

/// <summary>Refers to its own table.</summary>
[Table("shop_employees")]
public sealed class Employee
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public int? BossId { get; set; }

    public Employee? Boss { get; set; }

    public ISet<Employee> Reports { get; set; } = new HashSet<Employee>();
}

/// <summary>A key of two members.</summary>
[Table("shop_stock")]
public sealed class Stock
{
    public int ProductId { get; set; }

    public string Place { get; set; } = "";

    public int Count { get; set; }
}

/// <summary>A key that the program makes.</summary>
[Table("shop_tickets")]
public sealed record Ticket
{
    public Guid Id { get; init; }

    public string Subject { get; init; } = "";
}

/// <summary>The shop's mapping.</summary>
public static class Shop
{
    public static Model NewModel() => new ModelBuilder()
        .Entity<Customer>(e => e.With(new UniqueConstraint(["Name"])))
        .Entity<Order>(e => e.Navigation(o => o.Lines).DeleteOrphans())
        .Entity<Product>(e => e.Property(p => p.Name).And.Property(p => p.Price))
        .Entity<Employee>()
        .Entity<Stock>(e => e.Key(s => new { s.ProductId, s.Place }))
        .Entity<Ticket>()
        .Build();
}
