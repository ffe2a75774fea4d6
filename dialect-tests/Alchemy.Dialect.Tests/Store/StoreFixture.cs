using System.Collections.Concurrent;
using System.Globalization;

namespace Alchemy.StoreTests;

/// <summary>Asks each question three times: by LINQ of the database, by hand-written SQL of the same database, and by LINQ of the same rows in memory.</summary>
[TestFixture(StoreSource.GeneratedSqlite)]
[TestFixture(StoreSource.GeneratedPostgreSql)]
[TestFixture(StoreSource.ChinookSqlite)]
[TestFixture(StoreSource.ChinookPostgreSql)]
public abstract class StoreFixture(StoreSource source)
{
    private StoreContext? _db;

    private StoreDatabase Store { get; set; } = null!;

    [OneTimeSetUp]
    public void Open() => Store = Stores.Get(source);

    [SetUp]
    public void NewContext() => _db = Store.NewContext();

    [TearDown]
    public void CloseContext() => _db?.Dispose();

    /// <summary>The three answers are the same, in order.</summary>
    /// <param name="question">The question, over a shop wherever it is.</param>
    /// <param name="sql">The same in SQL. Its columns are the members of the question's result.</param>
    /// <param name="mayBeEmpty">True where Chinook has no such row; the generated shop always has one.</param>
    private protected void Ask<T>(Func<IStore, IEnumerable<T>> question, string sql, bool mayBeEmpty = false)
    {
        var memory = question(Store.Data).Select(Row).ToList();
        var database = question(_db!).Select(Row).ToList();
        var raw = Store.Ask(sql).Select(r => string.Join(" | ", r.Select(Text))).ToList();
        if (!mayBeEmpty || source is StoreSource.GeneratedSqlite or StoreSource.GeneratedPostgreSql)
        {
            Assert.That(raw, Is.Not.Empty, "The question should have an answer.");
        }

        Assert.That(memory, Is.EqualTo(raw), "memory and SQL");
        Assert.That(database, Is.EqualTo(raw), "LINQ and SQL");
    }

    /// <summary>The three answers are the same value.</summary>
    private protected void AskOne<T>(Func<IStore, T> question, string sql) => Ask(store => new[] { question(store) }, sql);

    private static string Row<T>(T item) => item is null || item is string || typeof(T).IsValueType && !typeof(T).IsGenericType || Nullable.GetUnderlyingType(typeof(T)) is not null
        ? Text(item)
        : string.Join(" | ", typeof(T).GetProperties().Select(p => Text(p.GetValue(item))));

    // A database may give a number as another type than C# does, with more digits, or a moment as text.
    private static string Text(object? value) => value switch
    {
        null => "NULL",
        bool flag => flag ? "1" : "0",
        decimal or double or float => Math.Round(Convert.ToDecimal(value, CultureInfo.InvariantCulture), 3).ToString("0.###", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}

/// <summary>The shops of this run, each opened when it is first asked.</summary>
[SetUpFixture]
public sealed class Stores
{
    private static readonly ConcurrentDictionary<StoreSource, Lazy<StoreDatabase>> Opened = new();

    internal static StoreDatabase Get(StoreSource source) => Opened.GetOrAdd(source, s => new Lazy<StoreDatabase>(() => StoreDatabase.Open(s))).Value;

    [OneTimeTearDown]
    public void Close()
    {
        foreach (var store in Opened.Values.Where(s => s.IsValueCreated))
        {
            store.Value.Dispose();
        }
    }
}
