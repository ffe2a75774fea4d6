namespace Alchemy.Tests;

/// <summary>Who buys.</summary>
public sealed class Customer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string? Country { get; set; }

    public List<Order> Orders { get; set; } = [];
}

/// <summary>What is bought.</summary>
public sealed class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer Customer { get; set; } = null!;

    public int? AgentId { get; set; }

    public Customer? Agent { get; set; }

    public decimal Total { get; set; }

    public string? Note { get; set; }

    public DateTime PlacedAt { get; set; }

    [System.ComponentModel.DataAnnotations.Schema.NotMapped]
    public string Shown => $"{Id}: {Note}";
}

/// <summary>Not mapped.</summary>
public sealed class Stranger
{
    public int Id { get; set; }
}
