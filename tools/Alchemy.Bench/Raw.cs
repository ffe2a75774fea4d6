using System.Data.Common;
using System.Globalization;

namespace Alchemy.Bench;

/// <summary>Hand-written ADO.NET.</summary>
internal static class Raw
{
    public const string CustomerColumns = "\"Id\", \"Name\", \"Email\", \"Country\", \"City\", \"Created\", \"Credit\", \"Level\", \"Active\", \"Score\"";

    public static DbCommand Command(DbConnection connection, string text, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static Customer ReadCustomer(DbDataReader reader) => new()
    {
        Id = reader.GetInt32(0), Name = reader.GetString(1), Email = reader.GetString(2), Country = reader.GetString(3), City = reader.IsDBNull(4) ? null : reader.GetString(4),
        Created = reader.GetDateTime(5), Credit = reader.GetDecimal(6), Level = reader.GetInt32(7), Active = reader.GetBoolean(8), Score = reader.GetDouble(9),
    };

    public static string Show(Customer? c) => c is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{c.Id} {c.Name} {c.Credit:0.##} {c.Created:s}");

    public static string Show(IReadOnlyCollection<Customer> customers) => string.Create(CultureInfo.InvariantCulture, $"{customers.Count} {customers.Sum(c => c.Credit):0.##}");
}
