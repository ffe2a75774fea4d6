namespace Alchemy.Internals;

/// <summary>The names of prepared transactions: they stand in the text of statements that take no parameters.</summary>
internal static class TransactionId
{
    private const int Longest = 64;

    /// <summary>A name that no other transaction has.</summary>
    public static string New() => $"alchemy-{Guid.NewGuid():N}";

    /// <summary>The name, when it can stand between quotes in any database.</summary>
    /// <exception cref="InvalidStatementException">It is empty, too long, or has other characters.</exception>
    public static string Checked(string id) => id.Length is > 0 and <= Longest && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':')
        ? id
        : throw new InvalidStatementException($"'{id}' cannot be the name of a prepared transaction: take 1 to {Longest} letters, digits and _ - . : of ASCII.");
}
