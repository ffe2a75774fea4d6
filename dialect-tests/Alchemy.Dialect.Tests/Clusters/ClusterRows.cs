namespace Alchemy.Tests;

/// <summary>A table of a test's own.</summary>
internal sealed class ClusterRows(string name) : TypedTable(name, new MetaData())
{
    public Column<int> Id => field ??= Int("id", primaryKey: true);

    public Column<string> Name => field ??= Text("name", nullable: false);

    public Column<int> Count => field ??= Int("count");

    public string[] Names(Connection connection) => [.. connection.Execute(Sql.Select(Name).OrderBy(Id)).Scalars<string>().ToList().OfType<string>()];
}
