namespace Alchemy.StoreTests;

/// <summary>The mapping of the whole schema: each row of each table, with every column.</summary>
public sealed class TableTests(Database database, Stock stock) : StoreFixture(database, stock)
{
    [Test]
    public void Every_row_of_every_table_is_read_as_it_is()
    {
        using var db = Store.NewContext();
        var (plain, read) = (Lines(Store.ReadPlainly()), Lines(db));
        Assert.That(read, Is.EquivalentTo(plain), "the library against plain ADO.NET");
        Assert.That(Lines(Store.Rows), Is.EquivalentTo(plain), "what was saved against plain ADO.NET");
        Assert.That(read, Has.Count.GreaterThan(3_000));
        Assert.That(read.Select(line => line.Split(' ')[0]).Distinct().Count(), Is.EqualTo(11));
    }

    private static List<string> Lines(IStore store) =>
    [
        .. Lines(store.Artists), .. Lines(store.Albums), .. Lines(store.Tracks), .. Lines(store.MediaTypes), .. Lines(store.Genres), .. Lines(store.Playlists),
        .. Lines(store.PlaylistTracks), .. Lines(store.Invoices), .. Lines(store.InvoiceLines), .. Lines(store.Customers), .. Lines(store.Employees),
    ];

    // Columns only: navigations lead everywhere.
    private static IEnumerable<string> Lines<T>(IQueryable<T> rows)
    {
        var columns = typeof(T).GetProperties().Where(p => SqlTypes.TryOf(p.PropertyType) is not null).ToList();
        return rows.AsEnumerable().Select(row => $"{typeof(T).Name} {string.Join(", ", columns.Select(c => Answer.Text(c.GetValue(row))))}");
    }
}
