using System.ComponentModel.DataAnnotations.Schema;

namespace Alchemy.Bench;

/// <summary>Ten columns of mixed types.</summary>
[Table("customers")]
public sealed class Customer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string Country { get; set; } = "";

    public string? City { get; set; }

    public DateTime Created { get; set; }

    public decimal Credit { get; set; }

    public int Level { get; set; }

    public bool Active { get; set; }

    public double Score { get; set; }

    public List<Order> Orders { get; set; } = [];
}

/// <summary>Five orders a customer.</summary>
[Table("orders")]
public sealed class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer Customer { get; set; } = null!;

    public DateTime PlacedAt { get; set; }

    public decimal Total { get; set; }

    public int Status { get; set; }

    public string? Note { get; set; }
}

/// <summary>A result of one query.</summary>
public sealed record OrderRow(int Id, string Name, decimal Total);
