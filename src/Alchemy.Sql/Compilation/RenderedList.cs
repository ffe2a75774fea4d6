namespace Alchemy.Internals;

/// <summary>A list that is written into the text, as text: a cached statement is found by what it says, not by which list it was.</summary>
internal sealed record RenderedList(string Text);
