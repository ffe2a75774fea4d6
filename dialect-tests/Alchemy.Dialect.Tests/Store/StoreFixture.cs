using Alchemy.Linq;

namespace Alchemy.StoreTests;

/// <summary>Questions that a music shop asks. Each has three answers: of LINQ on the database, of SQL that a person wrote, and of LINQ to Objects. They must be equal.</summary>
[TestFixtureSource(typeof(StoreFixture), nameof(Stores))]
public abstract class StoreFixture(Database database, Stock stock)
{
    public static IEnumerable<object[]> Stores => Lanes.All.Where(d => Lanes.Family(d) is not Database.MariaDb).SelectMany(d => Enum.GetValues<Stock>().Select(s => new object[] { d, s }));

    private protected StoreDatabase Store { get; private set; } = null!;

    [OneTimeSetUp]
    public void OpenStore() => Store = StoreDatabase.Open(database, stock);

    /// <summary>Asks for items in order.</summary>
    /// <param name="query">The question in LINQ, for the database and for the objects.</param>
    /// <param name="sql">The question in SQL, see <see cref="HandWritten"/>.</param>
    /// <param name="read">An item of a row of the SQL.</param>
    private protected void Ask<T>(Func<IStore, IQueryable<T>> query, string sql, Func<SqlRow, T> read) => Compare(query, s => query(s), sql, rows => rows.Select(read));

    /// <summary>Asks for items that hold others: the rows of the SQL are flat.</summary>
    private protected void AskNested<T>(Func<IStore, IQueryable<T>> query, string sql, Func<IEnumerable<SqlRow>, IEnumerable<T>> read) => Compare(query, s => query(s), sql, read);

    /// <summary>Asks for one value.</summary>
    private protected void AskValue<T>(Func<IStore, T> query, string sql, Func<SqlRow, T> read) => Compare(null, s => [query(s)], sql, rows => rows.Select(read));

    /// <summary>Asks for entities with what was included: they are shown after they came.</summary>
    private protected void AskGraph<TEntity, T>(Func<IStore, IQueryable<TEntity>> query, Func<TEntity, T> show, string sql, Func<IEnumerable<SqlRow>, IEnumerable<T>> read)
        => Compare(null, s => query(s).AsEnumerable().Select(show), sql, read);

    private void Compare<T>(Func<IStore, IQueryable<T>>? query, Func<IStore, IEnumerable<T>> ask, string sql, Func<IEnumerable<SqlRow>, IEnumerable<T>> read)
    {
        using var db = Store.NewContext();
        var written = read(Store.Execute(sql)).Select(Answer.Text).ToList();
        Assert.That(ask(Store.Rows).Select(Answer.Text).ToList(), Is.EqualTo(written), "LINQ to Objects against SQL");
        Assert.That(ask(db).Select(Answer.Text).ToList(), Is.EqualTo(written), () => "The database against SQL: " + query?.Invoke(db).ToSqlString());
        // Chinook may have nothing of the kind; the generated store has something of each.
        Assert.That(written, stock is Stock.Generated ? Is.Not.Empty : Is.Not.Null);
    }
}

/// <summary>Takes the stores away after the last test.</summary>
[SetUpFixture]
public sealed class StoreClosing
{
    [OneTimeTearDown]
    public void Close() => StoreDatabase.CloseAll();
}
