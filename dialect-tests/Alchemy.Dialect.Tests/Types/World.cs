namespace Alchemy.Tests;

/// <summary>A table of one type, on one database.</summary>
internal sealed class World : IDisposable
{
    private readonly SqlType _type;

    public World(Engine engine, string name, SqlType type, int last)
    {
        (Engine, _type, Last) = (engine, type, last);
        var metadata = new MetaData();
        Table = new Table("held_" + name, metadata, new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column("v", type));
        Drop();
        engine.CreateAll(metadata);
        Twin = new Alias(Table, "twin");
    }

    public Engine Engine { get; }

    public Table Table { get; }

    public Alias Twin { get; }

    public UntypedColumn Id => Table.C("id");

    public UntypedColumn Value => Table.C("v");

    public Select All => Sql.Select(Value).OrderBy(Id);

    public Select Both => Sql.Select(Id, Value).OrderBy(Id);

    private int Last { get; }

    public void Execute(ClauseElement statement) => Ask(statement, r => 0);

    public List<object?> Rows(SelectBase select) => Ask(select, r => r.ToList().Select(row => row[0]).ToList());

    public IReadOnlyList<T?> Read<T>(SelectBase select) => Ask(select, r => r.Scalars<T>().ToList());

    public IReadOnlyList<T> ReadAs<T>(SelectBase select) => Ask(select, r => r.As<T>().ToList());

    public int[] Ids(ColumnElement condition) => [.. Read<int>(Sql.Select(Id).Where(condition).OrderBy(Id))];

    /// <summary>The second column of a union, in the order of the first.</summary>
    public SelectBase Second(SelectBase union) => union.Subquery("u") is var rows ? Sql.Select(rows.C("v")).OrderBy(rows.C("n")) : null!;

    /// <summary>Inserts each row by itself; what RETURNING tells, or null.</summary>
    public object?[]? Insert(IEnumerable<(int Id, object? V)> rows, Func<object?, int, ColumnElement> value)
    {
        var returned = new List<object?>();
        foreach (var (id, v) in rows)
        {
            var insert = Sql.Insert(Table).Value(Table.Column("id"), id).Value(Table.Column("v"), value(v, id));
            if (Engine.Dialect.Features.Returning is not Returning.None)
            {
                returned.Add(Ask(insert.Returning(Table.Column("v")), r => r.One()[0]));
            }
            else
            {
                Execute(insert);
            }
        }

        return returned.Count == Last + 1 ? [.. returned] : null;
    }

    /// <summary>Inserts objects.</summary>
    public object?[]? InsertObjects<T>(IEnumerable<Holder<T>> objects)
    {
        using var session = new Session(Engine, Model<T>());
        foreach (var added in objects)
        {
            session.Add(added);
        }

        session.Commit();
        return null;
    }

    /// <summary>The values of objects.</summary>
    public List<T> Objects<T>(bool all)
    {
        using var session = new Session(Engine, Model<T>());
        return [.. Enumerable.Range(0, Last + (all ? 1 : 0)).Select(i => session.Get<Holder<T>>(i)!.V)];
    }

    public void Dispose() => Drop();

    private void Drop()
    {
        using var connection = Engine.Connect();
        foreach (var text in Engine.Dialect.Ddl.DropAll(Table.MetaData))
        {
            connection.ExecuteText(text);
        }
    }

    // A connection each time: SQLite in memory has one only, which sessions need too.
    private T Ask<T>(ClauseElement statement, Func<Result, T> read)
    {
        using var connection = Engine.Connect();
        using var result = connection.Execute(statement);
        return read(result);
    }

    private Model Model<T>() => new ModelBuilder().Entity<Holder<T>>(e => _ = e.Table(Table).Property(h => h.Id).Column("id").And.Property(h => h.V).Column("v").Type(_type)).Build();
}
