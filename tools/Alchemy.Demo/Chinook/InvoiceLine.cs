namespace Alchemy.Demo.Chinook;

/// <summary>A track on an invoice.</summary>
public sealed class InvoiceLine
{
    public int InvoiceLineId { get; set; }

    public int InvoiceId { get; set; }

    public Invoice Invoice { get; set; } = null!;

    public int TrackId { get; set; }

    public Track Track { get; set; } = null!;

    public decimal UnitPrice { get; set; }

    public int Quantity { get; set; }
}
