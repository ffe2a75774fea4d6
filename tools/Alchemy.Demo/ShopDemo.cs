namespace Alchemy.Demo;

/// <summary>The tour through the library, on a shop of its own in memory.</summary>
internal static class ShopDemo
{
    private static readonly Step<ShopContext>[] Steps =
    [
        new CapturedValues(), new NavigationJoin(), new CollectionAggregate(), new IncludedCollection(), new TypedCore(),
        new TwoDialects(), new InsertedGraph(), new RolledBackUpdate(), new LinqInsideCore(), new CoreInsideLinq(),
    ];

    public static int Run()
    {
        using var engine = Engine.Create("sqlite://");
        using var db = new ShopContext(engine);
        engine.CreateAll(db.Model.MetaData);
        ShopData.Fill(db);
        var stage = new Stage(engine, "SQLite");
        stage.Headline("Alchemy.Linq: LINQ, the SQL that it becomes, and the SQL that you write yourself. One language beneath.");
        foreach (var step in Steps)
        {
            step.Perform(db, stage);
        }

        return 0;
    }
}
