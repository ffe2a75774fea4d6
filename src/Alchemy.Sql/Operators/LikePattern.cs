namespace Alchemy;

/// <summary>Text taken literally inside a LIKE pattern.</summary>
public static class LikePattern
{
    /// <summary>The escape character that goes with <see cref="Escape"/>.</summary>
    public const char EscapeCharacter = '/';

    /// <summary>The text with <c>%</c>, <c>_</c> and the escape character escaped.</summary>
    public static string Escape(string text)
        => text.Replace("/", "//", StringComparison.Ordinal).Replace("%", "/%", StringComparison.Ordinal).Replace("_", "/_", StringComparison.Ordinal);
}
