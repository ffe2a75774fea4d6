using Npgsql;

namespace Alchemy.Tests;

/// <summary>A PostgreSQL server, which prepares each statement.</summary>
internal sealed class PostgreSqlJudge : ISyntaxJudge
{
    // Unknown table, column, function, schema, parameter's type, type of the user's own; a recursion that only this server forbids.
    private static readonly string[] Read = ["42P01", "42703", "42883", "3F000", "42P18", "42704", "42P19"];

    /// <summary>PREPARE takes no definition, and to make one needs all that it refers to: those run in the dialect tests.</summary>
    public bool ReadsDefinitions => false;

    public IReadOnlyList<string?> Errors(IReadOnlyList<string> statements)
    {
        var address = new Uri(Server.Variable("ALCHEMY_POSTGRESQL_URL", "PostgreSQL", "postgresql"));
        var user = address.UserInfo.Split(':');
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder { Host = address.Host, Port = address.Port, Username = user[0], Password = user[1], Database = address.AbsolutePath[1..], Pooling = false }.ConnectionString);
        connection.Open();
        return [.. statements.Select(statement => Error(connection, statement))];
    }

    private static string? Error(NpgsqlConnection connection, string statement)
    {
        try
        {
            using var command = new NpgsqlCommand($"PREPARE judged AS {statement}", connection);
            command.ExecuteNonQuery();
            using var forget = new NpgsqlCommand("DEALLOCATE judged", connection);
            forget.ExecuteNonQuery();
            return null;
        }
        catch (PostgresException error)
        {
            return Read.Contains(error.SqlState) ? null : $"{error.SqlState} {error.MessageText}";
        }
    }
}
