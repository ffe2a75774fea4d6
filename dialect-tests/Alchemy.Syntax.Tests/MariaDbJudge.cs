using MySql.Data.MySqlClient;

namespace Alchemy.Tests;

/// <summary>A MariaDB server, which prepares each statement.</summary>
internal sealed class MariaDbJudge : ISyntaxJudge
{
    // Unknown table, column, function, table in a multi-table statement, database, variable.
    private static readonly int[] Read = [1146, 1054, 1305, 1109, 1049, 1327];

    public IReadOnlyList<string?> Errors(IReadOnlyList<string> statements)
    {
        using var connection = Connect();
        return [.. statements.Select(statement => Error(connection, statement))];
    }

    /// <summary>A connection to the server.</summary>
    internal static MySqlConnection Connect()
    {
        var address = new Uri(Server.Variable("ALCHEMY_MARIADB_URL", "MariaDB", "mariadb"));
        var user = address.UserInfo.Split(':');
        var connection = new MySqlConnection(new MySqlConnectionStringBuilder { Server = address.Host, Port = (uint)address.Port, UserID = user[0], Password = user[1], Database = address.AbsolutePath[1..], Pooling = false, AllowUserVariables = true }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static string? Error(MySqlConnection connection, string statement)
    {
        try
        {
            // PREPARE takes its text as a literal only.
            using var command = new MySqlCommand($"PREPARE judged FROM '{statement.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'", connection);
            command.ExecuteNonQuery();
            return null;
        }
        catch (MySqlException error)
        {
            return Read.Contains(error.Number) ? null : $"{error.Number} {error.Message}";
        }
    }
}
