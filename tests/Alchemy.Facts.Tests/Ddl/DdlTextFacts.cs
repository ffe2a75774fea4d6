namespace Alchemy.Tests;

/// <summary>test/engine/test_ddlevents.py, DDLTest and DDLExecutionTest; test/engine/test_execute.py, SchemaTranslateTest.</summary>
[TestFixture]
public sealed class DdlTextFacts : DdlFactFixture
{
    private static readonly Table Sane = T("t", Int("id"));
    private static readonly Table SaneInSchema = new("t", new MetaData(), "s", Int("id"));
    private static readonly Table Insane = T("t t", Int("id"));
    private static readonly Table InsaneInSchema = new("t t", new MetaData(), "s s", Int("id"));

    [Test]
    public void A_text_names_its_table()
    {
        DdlText Of(Table table) => new("%(schema)s-%(table)s-%(fullname)s") { Target = table };
        Fact(2086, FactDialects.Sqlite, Of(Sane), "-t-t");
        Fact(2087, FactDialects.Sqlite, Of(SaneInSchema), "s-t-s.t");
        Fact(2088, FactDialects.Sqlite, Of(Insane), "-\"t t\"-\"t t\"");
        Fact(2089, FactDialects.Sqlite, Of(InsaneInSchema), "\"s s\"-\"t t\"-\"s s\".\"t t\"");
    }

    [Test]
    public void Names_of_the_programs_own_stand_as_they_are()
    {
        var context = new Dictionary<string, string> { ["schema"] = "S S", ["table"] = "T T", ["bonus"] = "b" };
        DdlText Of(Table table) => new("%(schema)s-%(table)s-%(fullname)s-%(bonus)s") { Target = table, Context = context };
        Fact(2090, FactDialects.Sqlite, Of(Sane), "S S-T T-t-b");
        Fact(2091, FactDialects.Sqlite, Of(SaneInSchema), "S S-T T-s.t-b");
        Fact(2092, FactDialects.Sqlite, Of(Insane), "S S-T T-\"t t\"-b");
        Fact(2093, FactDialects.Sqlite, Of(InsaneInSchema), "S S-T T-\"s s\".\"t t\"-b");
    }

    [Test]
    public void Parts_of_a_table_that_one_database_alone_gets()
    {
        bool IsPostgreSql(Dialect dialect) => dialect.Name == "postgresql";
        var table = T("a", new Column("id", SqlTypes.Integer, primaryKey: true), Int("num"), Str("data"),
            new TableIndex("my_pg_index", ["data"]) { DdlIf = IsPostgreSql }, new CheckConstraint("num > 5") { DdlIf = IsPostgreSql });
        var (sqlite, postgres) = (FactDialects.Sqlite.Ddl.CreateStatements(table.MetaData).ToList(), FactDialects.PostgreSql.Ddl.CreateStatements(table.MetaData).ToList());
        Assert.That((sqlite.Count, postgres.Count), Is.EqualTo((1, 2)));
        Fact(2077, FactDialects.Sqlite, sqlite[0], "CREATE TABLE a ( id INTEGER NOT NULL, num INTEGER, data VARCHAR, PRIMARY KEY (id) )");
        Fact(2078, FactDialects.PostgreSql, postgres[0], "CREATE TABLE a ( id SERIAL NOT NULL, num INTEGER, data VARCHAR, PRIMARY KEY (id), CHECK (num > 5) )");
        Fact(2079, FactDialects.PostgreSql, postgres[1], "CREATE INDEX my_pg_index ON a (data)");
    }

    [Test]
    public void Schemas_are_replaced_in_definitions_too()
    {
        Table Of(string name, string? schema) => new(name, new MetaData(), schema, Int("x"));
        string Made(string name, string? schema) => WithoutBreaks(WithSchemas(Default, new CreateTable(Of(name, schema))));
        string Dropped(string name, string? schema) => WithSchemas(Default, new DropTable(Of(name, schema)));
        Fact(2171, Made("t1", null), "CREATE TABLE __[SCHEMA__none].t1 (x INTEGER)");
        Fact(2172, Made("t2", "foo"), "CREATE TABLE __[SCHEMA_foo].t2 (x INTEGER)");
        Fact(2173, Made("t3", "bar"), "CREATE TABLE __[SCHEMA_bar].t3 (x INTEGER)");
        Fact(2174, Dropped("t3", "bar"), "DROP TABLE __[SCHEMA_bar].t3");
        Fact(2175, Dropped("t2", "foo"), "DROP TABLE __[SCHEMA_foo].t2");
        Fact(2176, Dropped("t1", null), "DROP TABLE __[SCHEMA__none].t1");
        Table Q(string name, string? schema) => new(name, new MetaData(), schema, Int("q"));
        Fact(907, WithSchemas(Default, new CreateTable(Q("t2", "foo"))), "CREATE TABLE __[SCHEMA_foo].t2 ( q INTEGER )");
        Fact(909, WithSchemas(Default, new CreateTable(Q("t3", "bar"))), "CREATE TABLE __[SCHEMA_bar].t3 ( q INTEGER )");
    }
}
