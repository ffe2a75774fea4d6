using System.Diagnostics;
using System.Text;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>What a thing is: its kind, its name, facts about it and the things it is made of. The same words for all, to show and to look into; made at one moment, it does not change.</summary>
/// <param name="Kind">What kind of thing, in lower case: <c>engine</c>, <c>table</c>, <c>column</c>, <c>select</c>.</param>
/// <param name="Name">Its name; null for what has none.</param>
/// <param name="Facts">What is known of it, in order; what is not known is not among them.</param>
/// <param name="Children">What it is made of, in order.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Inspection(string Kind, string? Name, IReadOnlyList<InspectionFact> Facts, IReadOnlyList<Inspection> Children)
{
    /// <summary>Describes a thing of the facts that are known: those whose value is null are left out.</summary>
    /// <param name="kind">What kind of thing, in lower case.</param>
    /// <param name="name">Its name; null for what has none.</param>
    /// <param name="facts">Names and values.</param>
    /// <param name="children">What it is made of; null for nothing.</param>
    public static Inspection Of(string kind, string? name, IEnumerable<(string Name, object? Value)> facts, IEnumerable<Inspection>? children = null)
        => new(kind, name, [.. facts.Where(f => f.Value is not null).Select(f => new InspectionFact(f.Name, f.Value!))], [.. children ?? []]);

    /// <summary>The value of a fact; null when it is not known.</summary>
    public object? this[string fact] => Facts.FirstOrDefault(f => f.Name == fact)?.Value;

    /// <summary>The children of a kind.</summary>
    public IEnumerable<Inspection> ChildrenOf(string kind) => Children.Where(c => c.Kind == kind);

    /// <summary>The tree, a line each thing.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text, 0);
        return text.ToString();
    }

    private void Write(StringBuilder text, int depth)
    {
        text.Append(' ', depth * 2).Append(Kind).Append(Name is null ? "" : " ").Append(Name).Append(Facts.Count == 0 ? "" : ": ").AppendJoin(", ", Facts);
        foreach (var child in Children)
        {
            text.Append('\n');
            child.Write(text, depth + 1);
        }
    }
}

/// <summary>Something that is known of a thing.</summary>
/// <param name="Name">What: in lower case.</param>
/// <param name="Value">The value; texts, numbers, truth values, or lists of them.</param>
public sealed record InspectionFact(string Name, object Value)
{
    /// <summary><c>nullable true</c></summary>
    public override string ToString() => $"{Name} {(Value is string text ? text : Value is bool truth ? (truth ? "true" : "false") : ValueText.Of(Value))}";
}
