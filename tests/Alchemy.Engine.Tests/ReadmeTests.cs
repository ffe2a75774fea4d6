namespace Alchemy.Tests;

/// <summary>The first program of the README, and what it says the program prints.</summary>
[TestFixture]
public sealed class ReadmeTests
{
    [Test]
    public void The_first_program_prints_what_the_readme_says()
    {
        var printed = new List<string>();
        var users = new Users();
        using var engine = Engine.Create("sqlite://");
        engine.CreateAll(users.Table.MetaData);
        using var connection = engine.Connect();
        connection.Execute(Sql.Insert(users).Value(users.Name, "ann").Value(users.Credit, 10.25m));
        connection.Execute(Sql.Insert(users).Value(users.Name, "bo").Value(users.Credit, 9.5m));

        var rich = Sql.Select(users.Name, users.Credit).Where(users.Credit > 1m).OrderBy(users.Credit.Desc());
        printed.Add(rich.ToString(Dialects.PostgreSql));
        foreach (var row in connection.Execute(rich).ToList())
        {
            printed.Add($"{row.Get(users.Name)} {row.Get(users.Credit)}");
        }

        var readme = File.ReadAllText(Path.Combine(Root(), "README.md")).ReplaceLineEndings("\n");
        Assert.That(readme, Does.Contain("```\n" + string.Join("\n", printed) + "\n```"));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alchemy.Linq.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root was not found above the test assembly.");
    }

    private sealed class Users() : TypedTable("users")
    {
        public Column<int> Id => field ??= Int("id", primaryKey: true);

        public Column<string> Name => field ??= Text("name", nullable: false);

        public Column<decimal> Credit => field ??= Decimal("credit", 10, 2);
    }
}
