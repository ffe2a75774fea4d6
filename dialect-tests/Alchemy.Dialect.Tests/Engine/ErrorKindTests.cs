namespace Alchemy.Tests;

/// <summary>Each kind of error, provoked on each database: what it is called, what it names, and that it says no values.</summary>
public sealed class ErrorKindTests : DatabaseFixture
{
    private const string Secret = "secret";
    private readonly MetaData _metadata = new();
    private readonly Table _parents;
    private readonly Table _children;

    public ErrorKindTests(Database database)
        : base(database)
    {
        _parents = new Table("kinds_parents", _metadata,
            new Column("id", SqlTypes.Integer, primaryKey: true), new Column("code", SqlTypes.String(8)), new Column("a", SqlTypes.String(8)), new Column("b", SqlTypes.Integer), new Column("n", SqlTypes.Integer),
            new UniqueConstraint(["code"], "kinds_code"), new UniqueConstraint(["a", "b"], "kinds_pair"), new CheckConstraint("n > -10", "kinds_positive"));
        _children = new Table("kinds_children", _metadata,
            new Column("id", SqlTypes.Integer, primaryKey: true), new Column("parent", SqlTypes.Integer), new Column("name", SqlTypes.String(8), nullable: false),
            new ForeignKeyConstraint(["parent"], "kinds_parents", ["id"], "kinds_parent"));
    }

    private static IEnumerable<TestCaseData> Violations =>
    [
        Case("a unique column", DatabaseErrorKind.UniqueViolation, t => t.Parent(("id", 2), ("code", Secret)), all: "kinds_code|kinds_parents|code"),
        Case("a unique pair of columns", DatabaseErrorKind.UniqueViolation, t => t.Parent(("id", 2), ("a", Secret), ("b", 7)), all: "kinds_pair|kinds_parents|a,b"),
        Case("a primary key", DatabaseErrorKind.UniqueViolation, t => t.Parent(("id", 1)), sqlite: "|kinds_parents|id", pg: "kinds_parents_pkey|kinds_parents|id", maria: "PRIMARY|kinds_parents|id"),
        Case("a unique pair of columns, by text", DatabaseErrorKind.UniqueViolation, t => Sql.Text("INSERT INTO kinds_parents (id, a, b) VALUES (2, :a, 7)").Bind("a", Secret),
            sqlite: "|kinds_parents|a,b", pg: "kinds_pair|kinds_parents|a,b", maria: "kinds_pair||"),
        Case("a row without its parent", DatabaseErrorKind.ForeignKeyViolation, t => Sql.Insert(t._children).Values(("id", 2), ("parent", 99), ("name", Secret)),
            sqlite: "||", pg: "kinds_parent|kinds_children|parent", maria: "kinds_parent|kinds_children|parent"),
        Case("a parent whose row goes", DatabaseErrorKind.ForeignKeyViolation, t => Sql.Delete(t._parents).Where(t._parents.C<int>("id") == 1),
            sqlite: "||", pg: "kinds_parent|kinds_children|", maria: "kinds_parent|kinds_children|parent"),
        Case("a missing value", DatabaseErrorKind.NotNullViolation, t => Sql.Insert(t._children).Values(("id", 2), ("name", null)),
            sqlite: "|kinds_children|name", pg: "|kinds_children|name", maria: "||name"),
        Case("a check", DatabaseErrorKind.CheckViolation, t => t.Parent(("id", 2), ("n", -11), ("code", Secret)),
            sqlite: "kinds_positive||", pg: "kinds_positive|kinds_parents|", maria: "kinds_positive|kinds_parents|"),
        Case("a long text", DatabaseErrorKind.ValueTooLong, t => t.Parent(("id", 2), ("code", Secret + "012345")), pg: "||", maria: "||code"),
        Case("a large number", DatabaseErrorKind.OutOfRange, t => Sql.Text(t.Database is Database.Sqlite ? "SELECT abs(:n)" : "INSERT INTO kinds_parents (id, n) VALUES (2, :n)").Bind("n", long.MinValue),
            sqlite: "||", pg: "||", maria: "||n"),
        Case("a text where a number should be", DatabaseErrorKind.InvalidValue, t => t.Database is Database.PostgreSql
                ? Sql.Text("INSERT INTO kinds_parents (id) VALUES (CAST(:n AS integer))").Bind("n", Secret) : Sql.Text("INSERT INTO kinds_parents (id) VALUES (:n)").Bind("n", Secret),
            sqlite: "||", pg: "||", maria: "|kinds_parents|id"),
        Case("a division by zero", DatabaseErrorKind.DivisionByZero, t => Sql.Text("INSERT INTO kinds_parents (id, n) VALUES (2, 1 / :n)").Bind("n", 0), pg: "||", maria: "||"),
        Case("a wrong word", DatabaseErrorKind.Syntax, t => Sql.Text("SELEC 1"), all: "||"),
        Case("a missing table", DatabaseErrorKind.MissingTable, t => Sql.Text("SELECT * FROM kinds_nowhere"), all: "||"),
        Case("a missing column", DatabaseErrorKind.MissingColumn, t => Sql.Text("SELECT kinds_nothing FROM kinds_parents"), all: "||"),
    ];

    [SetUp]
    public void CreateTables()
    {
        using var connection = Engine.Connect();
        foreach (var text in Engine.Dialect.Ddl.DropAll(_metadata).Concat(Engine.Dialect.Ddl.CreateAll(_metadata)))
        {
            connection.ExecuteText(text);
        }

        connection.Execute(Parent(("id", 1), ("code", Secret), ("a", Secret), ("b", 7)));
        connection.Execute(Sql.Insert(_children).Values(("id", 1), ("parent", 1), ("name", Secret)));
    }

    [TestCaseSource(nameof(Violations))]
    public void It_is_told_in_the_same_words(object violation)
    {
        var provoked = (Violation)violation;
        if (provoked.On(Lane) is not { } facts)
        {
            Assert.Ignore($"Excluded: {Lane} does not refuse {provoked.What}.");
            return;
        }

        using var connection = Engine.Connect();
        var error = Assert.Catch<DatabaseException>(() => connection.Execute(provoked.Statement(this)).Dispose())!;
        Assert.That(error.Kind, Is.EqualTo(provoked.Kind), error.ToString());
        Assert.That($"{error.Constraint}|{error.Table}|{string.Join(',', error.Columns)}", Is.EqualTo(facts), error.Message);
        Assert.That(error.Statement, Is.Not.Null);
        Assert.That(error.ToString(), Does.Not.Contain(Secret), "values are kept back, in the inner exception too");
        Assert.That(error.Facts.ValuesMessage, Is.Null);
        Assert.That(error.Parameters.Select(p => (p.IsShown, p.Value)), Is.All.EqualTo((false, (object?)null)));
        Assert.That(error.IsTransient, Is.False);
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(_parents)).Scalar<long>(), Is.EqualTo(1), "nothing was written, and the connection goes on");
    }

    [Test]
    [Except(Database.Sqlite, "It says no values.")]
    public void Values_are_shown_when_asked()
    {
        using var open = Engine.Create(Url(Lane), new EngineOptions { ShowsValues = true });
        using var connection = open.Connect();
        var error = Assert.Throws<ConstraintViolationException>(() => connection.Execute(Parent(("id", 2), ("code", Secret))))!;
        Assert.That(error.Message, Does.Contain(Database is Database.PostgreSql ? $"Key (code)=({Secret}) already exists" : $"Duplicate entry '{Secret}' for key 'kinds_code'").And.Contain($"Parameters: id = 2, code = '{Secret}'"));
        Assert.That(error.InnerException, Is.SameAs(error.Original));
    }

    [Test]
    public void The_providers_own_exception_can_be_had_where_it_says_values()
    {
        using var connection = Engine.Connect();
        var error = Assert.Throws<ConstraintViolationException>(() => connection.Execute(Parent(("id", 2), ("code", Secret))))!;
        Assert.That(error.Original, Is.InstanceOf<System.Data.Common.DbException>());
        Assert.That(error.InnerException!.ToString(), Does.StartWith(error.Original.GetType().FullName!));
    }

    [Test]
    [Except(Database.Sqlite, "It has no users.")]
    public void Rights_that_lack_are_told()
    {
        using var connection = Engine.Connect();
        using var transaction = connection.Begin();
        Assert.That(Kind(() =>
        {
            if (Database is Database.PostgreSql)
            {
                connection.ExecuteText("SET LOCAL ROLE pg_monitor");
            }

            connection.ExecuteText(Database is Database.PostgreSql ? "DELETE FROM kinds_parents" : "INSERT INTO information_schema.tables (table_name) VALUES ('x')");
        }), Is.EqualTo(DatabaseErrorKind.PermissionDenied));
    }

    [Test]
    public void What_takes_no_changes_is_told()
    {
        using var connection = Engine.Connect();
        connection.ExecuteText(Database switch { Database.Sqlite => "PRAGMA query_only = ON", Database.PostgreSql => "BEGIN READ ONLY", _ => "START TRANSACTION READ ONLY" });
        var error = Assert.Throws<DatabasePermissionException>(() => connection.Execute(Parent(("id", 2))))!;
        Assert.That(error.Kind, Is.EqualTo(DatabaseErrorKind.ReadOnly));
        connection.ExecuteText(Database is Database.Sqlite ? "PRAGMA query_only = OFF" : "ROLLBACK");
        connection.Execute(Parent(("id", 2))).Dispose();
    }

    [Test]
    public void Names_with_dots_are_read_whole()
    {
        var metadata = new MetaData();
        var odd = new Table("kinds.odd", metadata, new Column("id.x", SqlTypes.Integer, primaryKey: true), new Column("a.b", SqlTypes.Integer), new UniqueConstraint(["a.b", "id.x"], "kinds_odd"));
        using var connection = Engine.Connect();
        foreach (var text in Engine.Dialect.Ddl.DropAll(metadata).Concat(Engine.Dialect.Ddl.CreateAll(metadata)))
        {
            connection.ExecuteText(text);
        }

        connection.Execute(Sql.Insert(odd).Values(("id.x", 1), ("a.b", 2)));
        var error = Assert.Throws<ConstraintViolationException>(() => connection.Execute(Sql.Insert(odd).Values(("id.x", 1), ("a.b", 3))))!;
        Assert.That((error.Table, string.Join('|', error.Columns)), Is.EqualTo(("kinds.odd", "id.x")));
        connection.ExecuteText(Engine.Dialect.Ddl.DropAll(metadata)[0]);
    }

    private static DatabaseErrorKind Kind(Action work) => Assert.Catch<DatabaseException>(work)!.Kind;

    private static TestCaseData Case(string what, DatabaseErrorKind kind, Func<ErrorKindTests, ClauseElement> statement, string? all = null, string? sqlite = null, string? pg = null, string? maria = null)
        => new TestCaseData(new Violation(what, kind, statement, sqlite ?? all, pg ?? all, maria ?? all)).SetArgDisplayNames(what);

    private Insert Parent(params (string, object?)[] values) => Sql.Insert(_parents).Values(values);

    /// <summary>What is done wrong, and what each database says of it: constraint|table|columns; null where it is not refused.</summary>
    private sealed record Violation(string What, DatabaseErrorKind Kind, Func<ErrorKindTests, ClauseElement> Statement, string? Sqlite, string? PostgreSql, string? MariaDb)
    {
        // MySQL 5.6 reads a CHECK and forgets it, and of a wrong value it tells the column only.
        public string? On(Database lane) => (lane, Kind) switch
        {
            (Database.MySql56, DatabaseErrorKind.CheckViolation) => null,
            (Database.MySql56, DatabaseErrorKind.InvalidValue) => "||id",
            _ => Lanes.Family(lane) switch { Database.Sqlite => Sqlite, Database.PostgreSql => PostgreSql, _ => MariaDb },
        };
    }
}
