namespace Alchemy.Tests;

/// <summary>test/sql/test_constraints.py, ConstraintCompilationTest and ConstraintGenTest: indexes.</summary>
[TestFixture]
public sealed class IndexFacts : DdlFactFixture
{
    private static Table X => T("x", Str("q", 50), Int("p"), Int("z"));

    private static FunctionCall Foo => new("foo", [Sql.Value("foob").Node], SqlTypes.Null);

    [Test]
    public void An_index_names_its_table_and_columns()
    {
        var index = new TableIndex("xyz", ["x"]);
        Fact(1838, FactDialects.Default.Ddl.CreateIndex(new Table("t", new MetaData(), new Column("x", SqlTypes.Integer)), index), "CREATE INDEX xyz ON t (x)");
        Fact(1839, FactDialects.Default.Ddl.CreateIndex(new Table("t", new MetaData(), "foo", new Column("x", SqlTypes.Integer)), index), "CREATE INDEX xyz ON foo.t (x)");
    }

    [Test]
    public void An_index_is_dropped_by_its_name()
    {
        Fact(1845, new DropIndex(new TableIndex("xyz", [])), "DROP INDEX xyz");
        Fact(1844, new DropIndex(new TableIndex("xyz", []), ifExists: true), "DROP INDEX IF EXISTS xyz");
    }

    [Test]
    public void Expressions_and_columns()
    {
        Fact(1858, Create(X, new TableIndex("y", [Func.Lower(X.C("q")), "p", X.C("z")])), "CREATE INDEX y ON x (lower(q), p, z)");
        Fact(1859, Create(X, new TableIndex("y", ["p", Func.Lower(X.C("q")), "z"])), "CREATE INDEX y ON x (p, lower(q), z)");
        Fact(1860, Create(X, new TableIndex("y", ["p", "z", Func.Lower(X.C("q"))])), "CREATE INDEX y ON x (p, z, lower(q))");
        Fact(1861, Create(X, new TableIndex("y", [Foo, X.C("p"), "z"])), "CREATE INDEX y ON x (foo('foob'), p, z)");
        Fact(1862, Create(X, new TableIndex("y", [X.C("p"), Foo, "z"])), "CREATE INDEX y ON x (p, foo('foob'), z)");
        Fact(1864, Create(X, new TableIndex("y", [Sql.Text("some_function(q)")])), "CREATE INDEX y ON x (some_function(q))");
    }

    [Test]
    public void Names_with_capitals()
    {
        var companies = T("companyEmployees", new Column("id", SqlTypes.Integer, primaryKey: true), Str("firstName", 30), Str("lastName", 30), Str("emailAddress", 30));
        Fact(1928, Create(companies, new TableIndex("employeeNameIndex", [companies.C("lastName"), companies.C("firstName")])), "CREATE INDEX \"employeeNameIndex\" ON \"companyEmployees\" (\"lastName\", \"firstName\")");
        Fact(1929, Create(companies, new TableIndex("employeeEmailIndex", [companies.C("emailAddress")], unique: true)), "CREATE UNIQUE INDEX \"employeeEmailIndex\" ON \"companyEmployees\" (\"emailAddress\")");
    }

    [Test]
    public void Indexes_that_columns_ask_for()
    {
        var events = T("events", new Column("id", SqlTypes.Integer, primaryKey: true), new Column("name", SqlTypes.String(30)) { Index = true, Unique = true },
            new Column("location", SqlTypes.String(30)) { Index = true }, Str("sport", 30), Str("announcer", 30), Str("winner", 30),
            new TableIndex("sport_announcer", ["sport", "announcer"], unique: true), new TableIndex("idx_winners", ["winner"]));
        Fact(1932, new CreateIndex(events.Indexes[0]), "CREATE UNIQUE INDEX sport_announcer ON events (sport, announcer)");
        Fact(1933, new CreateIndex(events.Indexes[1]), "CREATE INDEX idx_winners ON events (winner)");
        Fact(1934, new CreateIndex(events.Indexes[2]), "CREATE UNIQUE INDEX ix_events_name ON events (name)");
        Fact(1931, new CreateIndex(events.Indexes[3]), "CREATE INDEX ix_events_location ON events (location)");
    }

    [Test]
    public void A_made_up_name_is_cut_and_a_given_one_is_refused()
    {
        var dialect = Dialects.Sqlite.With(f => f with { MaxIdentifierLength = 22 });
        CreateIndex Of(string column) => new(T("sometable", new Column(column, SqlTypes.Integer) { Index = true }).Indexes[0]);
        Fact(1881, dialect, Of("this_name_is_too_long"), "CREATE INDEX ix_sometable_t_09aa ON sometable (this_name_is_too_long)");
        Fact(1882, dialect, Of("this_name_alsois_long"), "CREATE INDEX ix_sometable_t_3cf1 ON sometable (this_name_alsois_long)");
        var given = Create(T("t", Int("c")), new TableIndex("this_other_name_is_too_long_for_what_were_doing", ["c"]));
        Assert.That(() => dialect.Compile(given), Throws.TypeOf<CompileException>().With.Message.Contains("22"));
        var column = "zyrenian_zyme_zyzzogeton_zo";
        Fact(1330, FactDialects.MySql, new CreateIndex(T("zyrenian_zyme_zyzzogeton_zyzzogeton", new Column(column, SqlTypes.Integer) { Index = true }).Indexes[0]),
            "CREATE INDEX ix_zyrenian_zyme_zyzzogeton_zyzzogeton_zyrenian_zyme_zyz_5cd2 ON zyrenian_zyme_zyzzogeton_zyzzogeton (zyrenian_zyme_zyzzogeton_zo)");
    }
}
