namespace Alchemy.Demo.Chinook;

internal sealed class GenresByTime() : Step<ChinookContext>("How long are the tracks of each genre?")
{
    public override IEnumerable<object> Run(ChinookContext db, Stage stage)
    {
        return from t in db.Tracks
               group t by t.Genre!.Name into g
               where g.Count() > 60
               orderby g.Average(t => t.Milliseconds) descending
               select new { Genre = g.Key, Tracks = g.Count(), Seconds = g.Average(t => t.Milliseconds) / 1000 };
    }
}
