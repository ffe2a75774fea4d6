using System.ComponentModel.DataAnnotations.Schema;
using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>What is written on one server and read from another.</summary>
[Table("cluster_notes")]
public sealed class Note
{
    public int Id { get; set; }

    public string Text { get; set; } = "";
}

/// <summary>The notes.</summary>
public sealed class NotesContext(Engine engine) : AlchemyContext(engine)
{
    public EntitySet<Note> Notes => Set<Note>();
}
