using System.ComponentModel.DataAnnotations.Schema;

namespace Alchemy.Tests;

/// <summary>What is written on one server and read from another.</summary>
[Table("cluster_notes")]
public sealed class Note
{
    public int Id { get; set; }

    public string Text { get; set; } = "";
}
