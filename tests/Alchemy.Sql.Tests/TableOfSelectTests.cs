namespace Alchemy.Tests;

/// <summary>Tables and views made of a SELECT, in each dialect.</summary>
[TestFixture]
public sealed class TableOfSelectTests
{
    private readonly Users _users = new();

    private Select Adults => Sql.Select(_users.Id, _users.Name).Where(_users.Age > 17);

    [Test]
    public void Sql_server_selects_into_a_table()
    {
        var others = Sql.Select(_users.Id, _users.Name).Where(_users.Id.In(1, 2));
        Renders(Adults.Into("adults", schema: "dbo"), Dialects.SqlServer, "SELECT users.id, users.name INTO dbo.adults FROM users WHERE users.age > 17");
        Renders(Adults.Union(others).Into("adults"), Dialects.SqlServer, "SELECT users.id, users.name INTO adults FROM users WHERE users.age > 17 UNION SELECT users.id, users.name FROM users WHERE users.id IN (1, 2)");
        var cte = Adults.Cte("grown");
        Renders(Sql.Select(cte.C("id")).Into("adults"), Dialects.SqlServer, "WITH grown AS (SELECT users.id AS id, users.name AS name FROM users WHERE users.age > 17) SELECT grown.id INTO adults FROM grown");
    }

    [Test]
    public void Select_into_takes_parameters_where_it_is_a_statement()
    {
        var into = new SelectInto(Adults, new Table("adults", new MetaData()));
        Renders(into, Dialects.SqlServer, "SELECT users.id, users.name INTO adults FROM users WHERE users.age > @age_1");
        Assert.That(Dialects.SqlServer.Compile(into).ReturnsRows, Is.False);
        Assert.That(() => Dialects.PostgreSql.Compile(into), Throws.TypeOf<CompileException>().With.Message.Contains("SELECT … INTO").And.Message.Contains("CreateTableAs"));
    }

    [Test]
    public void Schemas_are_replaced_also_in_the_select()
    {
        var source = new Table("source", new MetaData(), "shop", new Column("id", SqlTypes.Integer));
        var compiled = Dialects.PostgreSql.Compile(new CreateView(Sql.Select(source), "shown", schema: "shop"));
        Assert.That(compiled.ToString(fill: false, schemas: true), Is.EqualTo("CREATE VIEW __[SCHEMA_shop].shown AS SELECT __[SCHEMA_shop].source.id FROM __[SCHEMA_shop].source"));
        Assert.That(compiled.Columns, Is.Empty);
    }

    [Test]
    public void A_view_takes_the_place_of_another_in_the_words_of_its_database()
    {
        var view = new CreateView(Sql.Select(_users.Id), "ids", orReplace: true);
        Renders(view, Dialects.SqlServer, "CREATE OR ALTER VIEW ids AS SELECT users.id FROM users");
        Renders(view, Dialects.MySql, "CREATE OR REPLACE VIEW ids AS SELECT users.id FROM users");
        Refused(Dialects.Sqlite, view, "CREATE OR REPLACE VIEW");
        Assert.That(() => new CreateView(Sql.Select(_users.Id), "ids", orReplace: true, ifNotExists: true), Throws.TypeOf<InvalidStatementException>());
    }

    [Test]
    public void What_a_database_has_not_is_refused_by_name()
    {
        var ids = Sql.Select(_users.Id);
        foreach (var dialect in new StandardDialect[] { Dialects.MySql, Dialects.MariaDb, Dialects.Oracle, Dialects.SqlServer })
        {
            Refused(dialect, new CreateView(ids, "v", temporary: true), "A temporary view");
        }

        foreach (var dialect in new StandardDialect[] { Dialects.MySql, Dialects.MariaDb, Dialects.Sqlite, Dialects.SqlServer })
        {
            Refused(dialect, new CreateView(ids, "v", materialized: true), "A materialized view");
            Refused(dialect, new DropView(new Table("v", new MetaData()), materialized: true), "A materialized view");
        }

        foreach (var dialect in new StandardDialect[] { Dialects.PostgreSql, Dialects.MySql, Dialects.Oracle, Dialects.SqlServer })
        {
            Refused(dialect, new CreateView(ids, "v", ifNotExists: true), "IF NOT EXISTS of VIEW");
        }

        Refused(Dialects.PostgreSql, new CreateView(ids, "v", materialized: true, orReplace: true), "A materialized view that");
        Refused(Dialects.Oracle, ids.Into("t", temporary: true), "CREATE TEMPORARY TABLE AS");
        Refused(Dialects.SqlServer, ids.Into("t", temporary: true), "CREATE TEMPORARY TABLE AS");
        Refused(Dialects.SqlServer, ids.Into("t", ifNotExists: true), "IF NOT EXISTS of TABLE");
        Renders(new CreateView(ids, "v", materialized: true, ifNotExists: true), Dialects.PostgreSql, "CREATE MATERIALIZED VIEW IF NOT EXISTS v AS SELECT users.id FROM users");
    }

    [Test]
    public void Metadata_creates_a_view_after_what_it_shows_and_drops_it_first()
    {
        var metadata = new MetaData();
        var table = new Table("people", metadata, new Column("id", SqlTypes.Integer, primaryKey: true));
        var view = new CreateView(Sql.Select(table.C("id")), "shown", metadata);
        var second = new CreateView(Sql.Select(view.Table.C("id")).Where(view.Table.C<int>("id").In(Sql.Select(table.C("id")))), "again", metadata);
        Assert.That(Dialects.Sqlite.Ddl.CreateAll(metadata).Select(s => s.Split(" (")[0].Split(" AS ")[0]), Is.EqualTo(new[] { "CREATE TABLE people", "CREATE VIEW shown", "CREATE VIEW again" }));
        Assert.That(Dialects.Sqlite.Ddl.DropAll(metadata), Is.EqualTo(new[] { "DROP VIEW IF EXISTS again", "DROP VIEW IF EXISTS shown", "DROP TABLE IF EXISTS people" }));
        Assert.That(second.Table.C("id").Type, Is.TypeOf<IntegerType>());
    }

    private static void Renders(ClauseElement statement, Dialect dialect, string sql) => Assert.That(dialect.Compile(statement).Text, Is.EqualTo(sql));

    private static void Refused(Dialect dialect, ClauseElement statement, string feature)
        => Assert.That(() => dialect.Compile(statement), Throws.TypeOf<CompileException>().With.Message.Contains(feature).And.Message.Contains(dialect.Name));
}
