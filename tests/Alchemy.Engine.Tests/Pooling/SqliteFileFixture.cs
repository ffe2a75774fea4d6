namespace Alchemy.Tests;

/// <summary>An engine over a file of its own, with an empty table <c>t</c> of texts.</summary>
public abstract class SqliteFileFixture
{
    private string _folder = null!;

    private protected Engine Engine { get; private set; } = null!;

    private protected string FilePath => Path.Combine(_folder, "tested.db");

    private protected string Url => $"sqlite:///{Uri.EscapeDataString(FilePath)}";

    [SetUp]
    public void MakeFile()
    {
        _folder = Directory.CreateTempSubdirectory("alchemy-file.").FullName;
        Engine = Engine.Create(Url);
        using var connection = Engine.Connect();
        connection.ExecuteText("CREATE TABLE t (x TEXT)");
    }

    [TearDown]
    public void DeleteFile()
    {
        Engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private protected static long Count(Engine engine)
    {
        using var connection = engine.Connect();
        return connection.Execute(Sql.Select(Sql.Text<long>("(SELECT count(*) FROM t)"))).Scalar<long>();
    }

    private protected static string? Integrity(Engine engine)
    {
        using var connection = engine.Connect();
        return connection.Execute(Sql.Select(Sql.Text<string>("(SELECT * FROM pragma_integrity_check)"))).Scalar<string>();
    }
}
