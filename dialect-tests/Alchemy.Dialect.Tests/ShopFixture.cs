namespace Alchemy.Tests;

/// <summary>An empty shop on each database, and a record of the statements that reached it.</summary>
public abstract class ShopFixture(Database database) : DatabaseFixture(database)
{
    private protected Model Model { get; private set; } = null!;

    private protected StringWriter Echo { get; } = new();

    /// <summary>The statements since the last look, first words only.</summary>
    private protected IReadOnlyList<string> Statements()
    {
        var statements = Echo.ToString().Split(Echo.NewLine).Select(l => l.Split(' ')[0]).Where(w => w is "SELECT" or "INSERT" or "UPDATE" or "DELETE").ToList();
        Echo.GetStringBuilder().Clear();
        return statements;
    }

    private protected override EngineOptions EngineOptions => new() { Echo = Echo };

    [SetUp]
    public void CreateShop()
    {
        Model = Shop.NewModel();
        using (var connection = Engine.Connect())
        {
            foreach (var text in Engine.Dialect.Ddl.DropAll(Model.MetaData))
            {
                connection.ExecuteText(text);
            }
        }

        Engine.CreateAll(Model.MetaData);
        Statements();
    }

    private protected Session NewSession(SessionOptions? options = null) => new(Engine, Model, options);

    /// <summary>Saves objects in a session of their own.</summary>
    private protected void Save(params object[] entities)
    {
        using var session = NewSession();
        Array.ForEach(entities, e => session.Add(e));
        session.Commit();
        Statements();
    }

    /// <summary>The value of one column of the only row.</summary>
    private protected T? Scalar<T>(Func<Model, ColumnElement> column)
    {
        using var connection = Engine.Connect();
        return connection.Execute(Sql.Select(column(Model))).Scalar<T>();
    }

    private protected long Count<T>()
        where T : class
    {
        using var connection = Engine.Connect();
        return connection.Execute(Sql.Select(Func.Count()).SelectFrom(Model.Mapper<T>().Table)).Scalar<long>();
    }
}
