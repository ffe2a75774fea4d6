using System.Text;

namespace Alchemy;

/// <summary>Rules that make a database's names of C# names; see <see cref="ModelBuilder.UseNames"/>.</summary>
public static class Naming
{
    /// <summary><c>InvoiceLine</c> becomes <c>invoice_line</c>, <c>HTTPStatus2</c> becomes <c>http_status2</c>.</summary>
    public static string SnakeCase(string name)
    {
        var words = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            // A word begins at a capital after a small letter, or at the last of several capitals.
            var begins = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || i + 1 < name.Length && char.IsLower(name[i + 1]));
            words.Append(begins ? "_" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return words.ToString();
    }
}
