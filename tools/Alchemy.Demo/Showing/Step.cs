using Alchemy.Linq;

namespace Alchemy.Demo;

/// <summary>One step of a demonstration. What stands in <see cref="Run"/> is both executed and shown.</summary>
/// <typeparam name="TContext">The database that it asks.</typeparam>
/// <param name="title">What it shows, in a few words.</param>
internal abstract class Step<TContext>(string title)
    where TContext : AlchemyContext
{
    public string Title => title;

    /// <summary>Does the work and gives the rows to show.</summary>
    public abstract IEnumerable<object> Run(TContext db, Stage stage);

    /// <summary>Runs the step between its own source and its rows.</summary>
    public void Perform(TContext db, Stage stage)
    {
        stage.Title(Title, StepSource.Of(GetType()));
        stage.Table(Run(db, stage));
        db.Session.Clear();
    }
}
