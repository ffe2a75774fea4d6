using Alchemy.Demo.Chinook;

namespace Alchemy.Demo;

/// <summary>Questions to a Chinook file, which is only read.</summary>
internal static class ChinookDemo
{
    private static readonly Step<ChinookContext>[] Questions =
        [new SalesByCountry(), new BestArtists(), new GenresByTime(), new SupportAgents(), new UnsoldTracks(), new LatestInvoices(), new LongPlaylists()];

    public static int Run(string file)
    {
        if (!File.Exists(file))
        {
            return Refuse($"There is no file '{file}'.");
        }

        using var engine = Engine.Create($"sqlite:///{Uri.EscapeDataString(Path.GetFullPath(file))}");
        engine.Events.Connected += OnlyRead;
        using var db = new ChinookContext(engine);
        if (Missing(engine, db.Model.MetaData) is { } missing)
        {
            return Refuse($"'{file}' is not a Chinook database: {missing}.");
        }

        var stage = new Stage(engine, "SQLite");
        stage.Headline($"Chinook, from {Path.GetFileName(file)}: eleven tables, as plain classes.");
        foreach (var question in Questions)
        {
            question.Perform(db, stage);
        }

        return 0;
    }

    private static void OnlyRead(ConnectionEvent e)
    {
        using var command = e.Connection.Ado.CreateCommand();
        command.CommandText = "PRAGMA query_only = ON";
        command.ExecuteNonQuery();
    }

    /// <summary>What a Chinook database has and this file has not; null when it is one.</summary>
    private static string? Missing(Engine engine, MetaData expected)
    {
        try
        {
            using var connection = engine.Connect();
            var name = new Table("sqlite_master", new MetaData(), new Column("name", SqlTypes.Text)).C<string>("name");
            var found = connection.Execute(Sql.Select(name)).ToList().Select(row => row.Get(name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var missing = expected.Tables.Select(t => t.Name).Where(t => !found.Contains(t)).Order().ToList();
            return missing.Count == 0 ? null : $"it has no table {string.Join(", ", missing)}";
        }
        catch (DatabaseException)
        {
            return "SQLite cannot read it";
        }
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}
