using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace Alchemy.StoreTests;

/// <summary>The real Chinook, which lies beside the project and is no part of it.</summary>
internal static class ChinookFiles
{
    /// <summary>A file of Chinook; without it the tests are skipped.</summary>
    public static string Find(string name)
    {
        var folder = Environment.GetEnvironmentVariable("ALCHEMY_CHINOOK") ?? Path.Combine(Root(), "..", "shared", "data", "chinook");
        var file = Path.GetFullPath(Path.Combine(folder, name));
        if (!File.Exists(file))
        {
            Assert.Ignore($"No Chinook: there is no file {file}. It is looked for in ../shared/data/chinook beside the repository, or in the folder that ALCHEMY_CHINOOK names.");
        }

        return file;
    }

    /// <summary>The script without the part that makes a database of its own: the tables go where the connection leads.</summary>
    public static string Script()
    {
        const string connect = "\\c chinook;";
        var text = File.ReadAllText(Find("Chinook_PostgreSql.sql"));
        var at = text.IndexOf(connect, StringComparison.Ordinal);
        return at < 0 ? text : text[(at + connect.Length)..];
    }

    /// <summary>The rows, read by plain ADO.NET.</summary>
    public static StoreRows Read(DbConnection connection, Database database)
    {
        var rows = new StoreRows();
        foreach (var property in typeof(StoreRows).GetProperties().Where(p => p.CanWrite))
        {
            Read(connection, database, property.PropertyType.GetGenericArguments()[0], (IList)property.GetValue(rows)!);
        }

        return rows.Link();
    }

    private static void Read(DbConnection connection, Database database, Type type, IList rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM " + (database is Database.PostgreSql ? HandWritten.SnakeCase(type.Name) : type.Name) + " ORDER BY 1, 2";
        using var reader = command.ExecuteReader();
        var members = Enumerable.Range(0, reader.FieldCount)
            .Select(i => type.GetProperties().Single(p => p.Name.Equals(reader.GetName(i).Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))).ToList();
        while (reader.Read())
        {
            var row = Activator.CreateInstance(type)!;
            for (var i = 0; i < members.Count; i++)
            {
                if (reader.GetValue(i) is not DBNull and var value)
                {
                    members[i].SetValue(row, Convert.ChangeType(value, Nullable.GetUnderlyingType(members[i].PropertyType) ?? members[i].PropertyType, CultureInfo.InvariantCulture));
                }
            }

            rows.Add(row);
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alchemy.Linq.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Alchemy.Linq.sln.");
    }
}
