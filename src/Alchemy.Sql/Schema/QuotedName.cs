namespace Alchemy;

/// <summary>A name, and whether it stands in quotes. Text converts to it: then the name's own letters decide.</summary>
/// <param name="Text">The name.</param>
/// <param name="Quote">True for quotes always, false for none ever (what is written is then the program's own care), null for quotes where the name needs them.</param>
public readonly record struct QuotedName(string Text, bool? Quote = null)
{
    /// <summary>A name that its own letters decide about.</summary>
    public static implicit operator QuotedName(string text) => new(text);
}
