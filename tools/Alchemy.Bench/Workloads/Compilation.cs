namespace Alchemy.Bench.Workloads;

/// <summary>From a Core statement to SQL text. There is no raw contender: the first one is the measure that the others are read against.</summary>
internal static class Compilation
{
    private static readonly MetaData Schema = new();
    private static readonly Table Users = Wide("users", 10);
    private static readonly Table Orders = Wide("orders", 10);

    /// <summary>A SELECT of a join with five conditions, a group and an order.</summary>
    public static Workload MidSize(BenchDatabase database)
    {
        var engine = database.Engine;
        var kept = MidSizeSelect(1);
        return new Workload("C1", "mid-size SELECT, from building to SQL text", null)
            .Add("building only", () => Length(MidSizeSelect(2).Columns.Count > 0))
            .Add("seen, same object", () => Length(engine.Compile(kept).Columns.Count > 0), isOurs: true)
            .Add("seen, built anew", () => Length(engine.Compile(MidSizeSelect(3)).Columns.Count > 0))
            .Add("compiled anew", () => Length(engine.Dialect.Compile(kept).Columns.Count > 0));
    }

    /// <summary>The cost of a column.</summary>
    public static Workload Columns(BenchDatabase database)
    {
        var (few, many, most) = (Sql.Select(Wide("w25", 25)), Sql.Select(Wide("w100", 100)), Sql.Select(Wide("w400", 400)));
        return new Workload("C2", "SELECT of 25, 100 and 400 columns, compiled anew", null)
            .Add("25 columns", () => Length(database.Engine.Dialect.Compile(few).Columns.Count > 0))
            .Add("100 columns", () => Length(database.Engine.Dialect.Compile(many).Columns.Count > 0), isOurs: true)
            .Add("400 columns", () => Length(database.Engine.Dialect.Compile(most).Columns.Count > 0));
    }

    private static Select MidSizeSelect(int value)
    {
        var (id, name, age) = (Users.C<int>("c0"), Users.C<string>("c1"), Users.C<int>("c2"));
        return Sql.Select(id, name, Func.Count().As("orders"), Func.Sum(Orders.C<int>("c2")).As("total"))
            .SelectFrom(Users.OuterJoin(Orders, Orders.C<int>("c4") == id))
            .Where(age > value).Where(age < value + 50).Where(name.Like("a%")).Where(id != value).Where(Orders.C<int>("c6") >= value)
            .GroupBy(id, name).OrderBy(name.Asc(), id.Desc()).Limit(value + 10);
    }

    private static Table Wide(string name, int columns)
        => new(name, Schema, [.. Enumerable.Range(0, columns).Select(i => new Column($"c{i}", i % 2 == 0 ? SqlTypes.Integer : SqlTypes.String(50), primaryKey: i == 0))]);

    private static string Length(bool good) => good ? "rows" : "";
}
