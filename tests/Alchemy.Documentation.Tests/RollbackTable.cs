using System.ComponentModel.DataAnnotations;

namespace Alchemy.Tests;

/// <summary>Does to objects what the table in docs/orm.md speaks of, and says what they are afterwards.</summary>
internal static class RollbackTable
{
    private static readonly Model Model = new ModelBuilder().Entity<Owner>(e => e.With(new UniqueConstraint(["Name"]))).Entity<Item>().Entity<Coded>().Build();

    private static readonly Kind[] Kinds =
    [
        new("new", c => c.Session.Add(c.New), c => $"{Status(c.Session.Find(c.New))}, {(c.New.Id == 0 ? "without a key" : "with a key")}"),
        new("changed", c => c.Old.Name = "changed", c => Text(c, c.Old.Name == "old" ? "old value" : "new value")),
        new("deleted", c => c.Session.Delete(c.Spare), c => Status(c.Session.Find(c.Spare))),
        new("with a new key", c => c.Coded.Code = "b", c => Text(c, $"{(c.Coded.Code == "a" ? "old" : "new")} key, found by the {(c.Session.Get<Coded>("a") == c.Coded ? "old" : "new")} one")),
        new("moved to another collection", Move, c => Text(c, c.Old.Items.Contains(c.Item) ? "in the old one" : c.Spare.Items.Contains(c.Item) ? "in the new one" : "in neither")),
        new("new, before it was opened", c => c.Session.Add(c.New), c => $"{Status(c.Session.Find(c.New))}, {(c.New.Id == 0 ? "without a key" : "with a key")}", IsBefore: true),
        new("changed before it was opened", c => c.Old.Name = "changed", c => Text(c, c.Old.Name == "old" ? "old value" : "new value"), IsBefore: true),
        new("deleted before it was opened", c => c.Session.Delete(c.Spare), c => Status(c.Session.Find(c.Spare)), IsBefore: true),
        new("loaded since it was opened", c => c.Loaded = c.Session.Get<Owner>(3), c => c.Session.Find(c.Loaded!)!.IsStale ? "as loaded, stale" : "as loaded"),
    ];

    private static readonly (string Name, Action<Case, Kind> Happen)[] Events = [("flush fails", Fail), ("commit", Commit), ("rollback", Rollback), ("savepoint rolled back", RollbackToSavepoint)];

    public static string Make()
    {
        var lines = new List<string> { $"| object | {string.Join(" | ", Events.Select(e => e.Name))} |", $"|---|{string.Concat(Events.Select(_ => "---|"))}" };
        lines.AddRange(Kinds.Select(kind => $"| {kind.Name} | {string.Join(" | ", Events.Select(e => Outcome(kind, e.Happen)))} |"));
        return string.Join('\n', lines);
    }

    private static string Outcome(Kind kind, Action<Case, Kind> happen)
    {
        using var engine = Engine.Create("sqlite://");
        engine.CreateAll(Model.MetaData);
        using (var first = new Session(engine, Model))
        {
            foreach (var entity in new object[] { new Owner { Name = "old", Items = { new Item() } }, new Owner { Name = "spare" }, new Owner { Name = "third" }, new Coded { Code = "a" } })
            {
                first.Add(entity);
                first.Flush();
            }

            first.Commit();
        }

        using var session = new Session(engine, Model);
        var test = new Case(session);
        happen(test, kind);
        return kind.Outcome(test);
    }

    private static void Move(Case test)
    {
        test.Old.Items.Remove(test.Item);
        test.Spare.Items.Add(test.Item);
    }

    private static void Fail(Case test, Kind kind)
    {
        kind.Edit(test);
        var twin = new Owner { Name = "third" };
        test.Session.Add(twin);
        Assert.That(test.Session.Flush, Throws.InstanceOf<DatabaseException>());
        test.Session.Delete(twin);
    }

    private static void Commit(Case test, Kind kind)
    {
        kind.Edit(test);
        test.Session.Commit();
    }

    private static void Rollback(Case test, Kind kind) => RollBack(test, kind, () => test.Session.Begin());

    private static void RollbackToSavepoint(Case test, Kind kind)
    {
        test.Session.Begin();
        RollBack(test, kind, test.Session.Savepoint);
    }

    private static void RollBack(Case test, Kind kind, Func<SessionTransaction> open)
    {
        if (kind.IsBefore)
        {
            kind.Edit(test);
        }

        using var opened = open();
        if (!kind.IsBefore)
        {
            kind.Edit(test);
        }

        test.Session.Flush();
        opened.Rollback();
    }

    private static string Text(Case test, string text) => test.Session.PlanFlush().IsEmpty ? text : $"{text}, to be written";

    private static string Status(StateEntry? state) => state switch
    {
        null => "unknown to the session",
        { IsMarkedDeleted: true } => "still marked deleted",
        _ => state.Status.ToString().ToLowerInvariant(),
    };

    /// <summary>A kind of object: what is done with it, and what it is found to be.</summary>
    private sealed record Kind(string Name, Action<Case> Edit, Func<Case, string> Outcome, bool IsBefore = false);

    /// <summary>A session with objects to do it to.</summary>
    private sealed class Case
    {
        public Case(Session session)
        {
            (Session, Old, Spare, Coded) = (session, session.Get<Owner>(1)!, session.Get<Owner>(2)!, session.Get<Coded>("a")!);
            session.Load(Old, o => o.Items);
            session.Load(Spare, o => o.Items);
            Item = Old.Items.Single();
        }

        public Session Session { get; }

        public Owner New { get; } = new() { Name = "new" };

        public Owner Old { get; }

        public Owner Spare { get; }

        public Coded Coded { get; }

        public Item Item { get; }

        public Owner? Loaded { get; set; }
    }

    private sealed class Owner
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";

        public List<Item> Items { get; set; } = [];
    }

    private sealed class Item
    {
        public int Id { get; set; }

        public Owner Owner { get; set; } = null!;
    }

    private sealed class Coded
    {
        [Key]
        public string Code { get; set; } = "";
    }
}
