using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Alchemy.StoreTests;

/// <summary>SQL that a person wrote, executed by plain ADO.NET: nothing of the library is in the way.</summary>
/// <remarks>
/// One text serves both databases. Names are written as in C#, and PostgreSQL gets them with an underscore between the words.
/// Three functions hide what is different: CENTS(money), YEAR(date) and MONTH(date). Money is in whole cents, because
/// Chinook's file for SQLite keeps it in binary fractions, whose sums are not exact.
/// </remarks>
internal static partial class HandWritten
{
    public static IReadOnlyList<SqlRow> Execute(DbConnection connection, Database database, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = database is Database.PostgreSql ? SnakeCase(sql) : sql;
        using var reader = command.ExecuteReader();
        var rows = new List<SqlRow>();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(new SqlRow(values));
        }

        return rows;
    }

    /// <summary>AlbumId becomes Album_Id, which PostgreSQL reads as album_id; what is in quotes stays.</summary>
    public static string SnakeCase(string text) => Words().Replace(text, match => match.Length > 0 ? match.Value : "_");

    [GeneratedRegex("'[^']*'|(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Words();
}

/// <summary>A row as the provider gave it.</summary>
internal sealed class SqlRow(object[] values)
{
    public string Text(int i) => (string)values[i];

    public string? TextOrNull(int i) => values[i] as string;

    public int Int(int i) => Convert.ToInt32(values[i], CultureInfo.InvariantCulture);

    public int? IntOrNull(int i) => values[i] is DBNull ? null : Int(i);

    public double Number(int i) => Convert.ToDouble(values[i], CultureInfo.InvariantCulture);

    public double? NumberOrNull(int i) => values[i] is DBNull ? null : Number(i);

    public decimal Money(int i) => Int(i) / 100m;

    public bool Flag(int i) => Int(i) != 0;

    // SQLite keeps dates as text.
    public DateTime Date(int i) => Convert.ToDateTime(values[i], CultureInfo.InvariantCulture);

    public DateTime? DateOrNull(int i) => values[i] is DBNull ? null : Date(i);
}
