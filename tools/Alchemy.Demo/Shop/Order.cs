namespace Alchemy.Demo;

/// <summary>What is bought at one time.</summary>
internal sealed class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer Customer { get; set; } = null!;

    public DateTime PlacedAt { get; set; }

    public decimal Total { get; set; }

    public List<Line> Lines { get; set; } = [];
}
