namespace Alchemy;

/// <summary>Text taken literally inside a LIKE pattern.</summary>
public static class LikePattern
{
    /// <summary>The escape character that goes with <see cref="Escape"/>.</summary>
    public const string EscapeCharacter = "/";

    /// <summary>The text with <c>%</c>, <c>_</c> and the escape character escaped.</summary>
    public static string Escape(string text, string escape = EscapeCharacter) => text
        .Replace(escape, escape + escape, StringComparison.Ordinal)
        .Replace("%", escape + "%", StringComparison.Ordinal)
        .Replace("_", escape + "_", StringComparison.Ordinal);

    /// <summary>True when a character of the text means something in a pattern: a wildcard, or the backslash that some databases escape with unless told otherwise.</summary>
    public static bool HasWildcards(string text) => text.AsSpan().ContainsAny('%', '_', '\\');
}
