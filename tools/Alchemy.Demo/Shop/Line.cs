namespace Alchemy.Demo;

/// <summary>A position of an order.</summary>
internal sealed class Line
{
    public int Id { get; set; }

    public Order Order { get; set; } = null!;

    public Product Product { get; set; } = null!;

    public int Quantity { get; set; }

    public decimal Price { get; set; }
}
