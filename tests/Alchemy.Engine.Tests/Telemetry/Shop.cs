namespace Alchemy.Tests;

/// <summary>An engine with a table, made with the options that a test is about.</summary>
internal sealed class Shop : IDisposable
{
    public Shop(EngineOptions options)
    {
        var metadata = new MetaData();
        (Things, Parts) = (new Things(metadata), new Parts(metadata));
        Engine = Engine.Create("sqlite://", options);
        Engine.CreateAll(metadata);
    }

    public Engine Engine { get; }

    public Things Things { get; }

    public Parts Parts { get; }

    public void Add(string name)
    {
        using var connection = Engine.Connect();
        connection.Execute(Sql.Insert(Things).Value(Things.Name, name));
    }

    public void Dispose() => Engine.Dispose();
}
