namespace Alchemy;

/// <summary>Whether a text is one: half of a surrogate pair has no form in UTF-8, and drivers would put another character in its place.</summary>
public static class WholeText
{
    /// <summary>False when a surrogate stands without its other half.</summary>
    public static bool Is(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\ud800', '\udfff') is >= 0 and var at)
        {
            if (!char.IsHighSurrogate(rest[at]) || at + 1 == rest.Length || !char.IsLowSurrogate(rest[at + 1]))
            {
                return false;
            }

            rest = rest[(at + 2)..];
        }

        return true;
    }

    /// <summary>The text.</summary>
    /// <exception cref="InvalidStatementException">A surrogate stands without its other half.</exception>
    public static string Checked(string text) => Is(text) ? text
        : throw new InvalidStatementException("The text holds half of a surrogate pair, which is no character and cannot be sent: correct the text, or keep it as bytes.");
}
