using static Alchemy.Tests.DmlTables;
using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/dialect/postgresql/test_compiler.py, InsertOnConflictTest; test/dialect/sqlite/test_compiler.py and test_on_conflict.py, OnConflictCompileTest.</summary>
[TestFixture]
public sealed class OnConflictFacts : FactFixture
{
    private static readonly Table Logins = new("users", new MetaData(), Key("id"), Str("name"), Str("login_email"));

    private static ColumnExpression<string> Name => MyTable.C<string>("name");

    private static ColumnExpression<string> Description => MyTable.C<string>("description");

    private static ColumnElement Unknown(string name) => new TextClause(name, SqlTypes.Null);

    private static Insert Insert(params (string, object?)[] values) => Sql.Insert(MyTable).Values(values);

    private static ConflictTarget OnNameAndDescription(string name = "foo") => Insert(("name", name)).OnConflict("name", "description").IndexWhere(Description != "foo");

    [Test]
    public void The_new_row_is_left_out()
    {
        Fact(994, FactDialects.PostgreSql, Insert(("name", "foo")).OnConflictConstraint("Some Constraint Name").DoNothing(),
            "INSERT INTO mytable (name) VALUES (%(name)s::VARCHAR) ON CONFLICT ON CONSTRAINT \"Some Constraint Name\" DO NOTHING", ("name", "foo"));
        Assert.That(Insert(("name", "foo")).OnConflict().DoNothing().ToString(FactDialects.PostgreSql), Does.EndWith(" ON CONFLICT DO NOTHING"));
        Assert.That(Insert(("name", "foo")).OnConflict("myid").DoNothing().ToString(FactDialects.PostgreSql), Does.EndWith(" ON CONFLICT (myid) DO NOTHING"));
    }

    [Test]
    public void The_row_that_is_there_takes_new_values()
    {
        var insert = Insert(("myid", 1), ("name", "foo"));
        Fact(1000, FactDialects.PostgreSql, Insert(("name", "foo")).OnConflict(MyTable.C("myid")).DoUpdate(set => set.Set("name", set.Excluded("name"))),
            "INSERT INTO mytable (name) VALUES (%(name)s::VARCHAR) ON CONFLICT (myid) DO UPDATE SET name = excluded.name", ("name", "foo"));
        Fact(1004, FactDialects.PostgreSql, insert.OnConflict("myid").DoUpdateExcluded(Name), "INSERT INTO mytable (myid, name) VALUES (%(myid)s::INTEGER, %(name)s::VARCHAR) ON CONFLICT (myid) DO UPDATE SET name = excluded.name", ("myid", 1), ("name", "foo"));
        Fact(1008, FactDialects.PostgreSql, insert.OnConflict("myid").DoUpdate((Name, insert.Excluded("name")), (Description, insert.Excluded("description"))),
            "INSERT INTO mytable (myid, name) VALUES (%(myid)s::INTEGER, %(name)s::VARCHAR) ON CONFLICT (myid) DO UPDATE SET name = excluded.name, description = excluded.description");
        Fact(1003, FactDialects.PostgreSql, Insert(("name", "foo")).OnConflict(new UniqueConstraint(["name"], "uq_name")).DoUpdateExcluded(MyTable.C("myid")),
            "INSERT INTO mytable (name) VALUES (%(name)s::VARCHAR) ON CONFLICT ON CONSTRAINT uq_name DO UPDATE SET myid = excluded.myid");
        Fact(1024, FactDialects.PostgreSql, Sql.Insert(Users).OnConflict(Users.C("id")).DoUpdateExcluded([.. Users.Columns]),
            "INSERT INTO users (id, name) VALUES (%(id)s::INTEGER, %(name)s::VARCHAR) ON CONFLICT (id) DO UPDATE SET id = excluded.id, name = excluded.name", ("id", null), ("name", null));
    }

    [Test]
    public void Values_are_parameters_of_their_own()
    {
        var insert = Insert(("myid", 1), ("name", "foo"));
        Fact(1005, FactDialects.PostgreSql, insert.OnConflict("myid").DoUpdate((Name, "I'm a name"), (Description, null)),
            "INSERT INTO mytable (myid, name) VALUES (%(myid)s::INTEGER, %(name)s::VARCHAR) ON CONFLICT (myid) DO UPDATE SET name = %(param_1)s::VARCHAR, description = %(param_2)s::VARCHAR",
            ("myid", 1), ("name", "foo"), ("param_1", "I'm a name"), ("param_2", null));
        Fact(1006, FactDialects.PostgreSql, insert.OnConflict("myid").DoUpdate((Name, "I'm a name"), (Description, Constant.Null)),
            "INSERT INTO mytable (myid, name) VALUES (%(myid)s::INTEGER, %(name)s::VARCHAR) ON CONFLICT (myid) DO UPDATE SET name = %(param_1)s::VARCHAR, description = NULL", ("myid", 1), ("name", "foo"), ("param_1", "I'm a name"));
        Fact(999, FactDialects.PostgreSql, OnNameAndDescription("bar").DoUpdate((Name, "somename"), (Unknown("unknown"), "unknown")),
            "INSERT INTO mytable (name) VALUES (%(name)s::VARCHAR) ON CONFLICT (name, description) WHERE description != %(description_1)s::VARCHAR DO UPDATE SET name = %(param_1)s::VARCHAR, unknown = %(param_2)s",
            ("name", "bar"), ("description_1", "foo"), ("param_1", "somename"), ("param_2", "unknown"));
        Assert.Throws<UnknownColumnException>(() => insert.OnConflict("myid").DoUpdate(set => set.Set("unknown", 1)));
        var t = new Table("t", new MetaData(), new Column("FancyName", SqlTypes.Null), new Column("other name", SqlTypes.Null));
        Fact(1023, FactDialects.PostgreSql, Sql.Insert(t).Values(("FancyName", "something new")).OnConflict("FancyName", "other name").DoUpdate((t.C("FancyName"), "something updated"), (t.C("other name"), "something else")),
            "INSERT INTO t (\"FancyName\") VALUES (%(FancyName)s) ON CONFLICT (\"FancyName\", \"other name\") DO UPDATE SET \"FancyName\" = %(param_1)s, \"other name\" = %(param_2)s",
            ("FancyName", "something new"), ("param_1", "something updated"), ("param_2", "something else"));
    }

    [Test]
    public void Conditions_stand_after_the_columns_and_after_the_values()
    {
        ConflictUpdate NotBrah(ConflictUpdate set) => set.Set(Name, set.Excluded("name")).Where(Sql.And(Name != "brah", Description != "brah"));
        Fact(997, FactDialects.PostgreSql, OnNameAndDescription().DoUpdate(NotBrah),
            "INSERT INTO mytable (name) VALUES (%(name)s::VARCHAR) ON CONFLICT (name, description) WHERE description != %(description_1)s::VARCHAR DO UPDATE SET name = excluded.name WHERE mytable.name != %(name_1)s::VARCHAR AND mytable.description != %(description_2)s::VARCHAR",
            ("name", "foo"), ("description_1", "foo"), ("name_1", "brah"), ("description_2", "brah"));
        Fact(998, FactDialects.PostgreSql, OnNameAndDescription().DoUpdate(set => set.Set(Name, set.Excluded("name")).Where(MyTable.C("name") != set.Excluded("name"))),
            "INSERT INTO mytable (name) VALUES (%(name)s::VARCHAR) ON CONFLICT (name, description) WHERE description != %(description_1)s::VARCHAR DO UPDATE SET name = excluded.name WHERE mytable.name != excluded.name", ("name", "foo"), ("description_1", "foo"));
        Fact(1010, FactDialects.PostgreSql, Insert(("name", "foo")).OnConflict("name", "description").IndexWhere(Sql.Text<bool>("description != 'foo'")).DoUpdate(NotBrah),
            "INSERT INTO mytable (name) VALUES (%(name)s::VARCHAR) ON CONFLICT (name, description) WHERE description != 'foo' DO UPDATE SET name = excluded.name WHERE mytable.name != %(name_1)s::VARCHAR AND mytable.description != %(description_1)s::VARCHAR",
            ("name", "foo"), ("name_1", "brah"), ("description_1", "brah"));
        var literal = Insert(("name", "foo")).OnConflict("name").IndexWhere(Name > "m").DoNothing();
        Assert.That(Dialects.Sqlite.Compile(literal).ToString(), Does.EndWith("ON CONFLICT (name) WHERE name > __[POSTCOMPILE_name_1] DO NOTHING"), "SQLite would not find the index with a parameter");
    }

    [Test]
    public void Values_can_be_written_into_the_text()
    {
        var insert = Insert(("myid", 1), ("name", "foo"));
        var where = insert.OnConflict("myid").DoUpdate(set => set.Set(Name, "I'm a name").Where(Name == "foo"));
        var index = insert.OnConflict("myid").IndexWhere(Name > "m").DoUpdate((Name, "I'm a name"));
        var unknown = insert.OnConflict("myid").DoUpdate((Name, "I'm a name"), (Unknown("other_param"), Sql.Value("this too")));
        Fact(1020, index.ToLiteralString(FactDialects.PostgreSql), "INSERT INTO mytable (myid, name) VALUES (1, 'foo') ON CONFLICT (myid) WHERE name > 'm' DO UPDATE SET name = 'I''m a name'");
        Fact(1021, unknown.ToLiteralString(FactDialects.PostgreSql), "INSERT INTO mytable (myid, name) VALUES (1, 'foo') ON CONFLICT (myid) DO UPDATE SET name = 'I''m a name', other_param = 'this too'");
        Fact(1022, where.ToLiteralString(FactDialects.PostgreSql), "INSERT INTO mytable (myid, name) VALUES (1, 'foo') ON CONFLICT (myid) DO UPDATE SET name = 'I''m a name' WHERE mytable.name = 'foo'");
        Fact(1084, index.ToLiteralString(FactDialects.Sqlite), "INSERT INTO mytable (myid, name) VALUES (1, 'foo') ON CONFLICT (myid) WHERE name > 'm' DO UPDATE SET name = 'I''m a name'");
        Fact(1085, unknown.ToLiteralString(FactDialects.Sqlite), "INSERT INTO mytable (myid, name) VALUES (1, 'foo') ON CONFLICT (myid) DO UPDATE SET name = 'I''m a name', other_param = 'this too'");
        Fact(1086, where.ToLiteralString(FactDialects.Sqlite), "INSERT INTO mytable (myid, name) VALUES (1, 'foo') ON CONFLICT (myid) DO UPDATE SET name = 'I''m a name' WHERE mytable.name = 'foo'");
    }

    [Test]
    public void Many_rows_meet_their_conflicts()
    {
        var rows = Sql.Insert(Users).Values([Users.C("name")], [["spongebob"], ["sandy"]]).OnConflict("name").DoUpdateExcluded(Users.C("name"));
        Fact(1016, FactDialects.PostgreSql, rows, "INSERT INTO users (name) VALUES (%(name_m0)s::VARCHAR), (%(name_m1)s::VARCHAR) ON CONFLICT (name) DO UPDATE SET name = excluded.name", ("name_m0", "spongebob"), ("name_m1", "sandy"));
        Fact(1017, FactDialects.PostgreSql, rows.Returning(Users), "INSERT INTO users (name) VALUES (%(name_m0)s::VARCHAR), (%(name_m1)s::VARCHAR) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING users.id, users.name");
        Fact(1081, FactDialects.Sqlite, rows, "INSERT INTO users (name) VALUES (?), (?) ON CONFLICT (name) DO UPDATE SET name = excluded.name");
        Fact(1082, FactDialects.Sqlite, rows.Returning(Users), "INSERT INTO users (name) VALUES (?), (?) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id, name");
    }

    [Test]
    public void A_CTE_stands_in_front()
    {
        var t = Sql.Table("t", Sql.Column("c1"), Sql.Column("c2"));
        var deletions = Sql.Delete(t).Where(t.C("c1") < 1).Cte("deletions");
        Fact(991, FactDialects.PostgreSql, Sql.Insert(t).Values([t.C("c1"), t.C("c2")], [[1, 2]]).OnConflict(t.C("c1")).DoUpdateExcluded(t.C("c1"), t.C("c2")).AddCte(deletions),
            "WITH deletions AS (DELETE FROM t WHERE t.c1 < %(c1_1)s::INTEGER) INSERT INTO t (c1, c2) VALUES (%(c1_m0)s, %(c2_m0)s) ON CONFLICT (c1) DO UPDATE SET c1 = excluded.c1, c2 = excluded.c2", ("c1_1", 1), ("c1_m0", 1), ("c2_m0", 2));
    }

    [Test]
    public void A_name_that_was_made_up_is_cut_as_in_the_definition()
    {
        const string long1 = "some_table_name_thats_really_really", long2 = "some_column_name_thats_really_really_long_too";
        var unique = new UniqueConstraint([long2]);
        _ = new Table(long1, new MetaData { NamingConvention = new NamingConvention { ["uq"] = "%(table_name)s_%(column_0_N_name)s_key" } }, Int(long2), unique);
        Fact(996, FactDialects.PostgreSql, Insert(("name", "foo")).OnConflict(unique).DoNothing(),
            "INSERT INTO mytable (name) VALUES (%(name)s::VARCHAR) ON CONFLICT ON CONSTRAINT some_table_name_thats_really_really_some_column_name_th_f7ab DO NOTHING", ("name", "foo"));
    }

    [Test]
    public void A_column_may_have_another_name_in_the_program()
    {
        var keyed = new Table("users_w_key", new MetaData(), new Column("id", SqlTypes.Integer, primaryKey: true), new Column("name", SqlTypes.String(50)) { Key = "name_keyed" });
        var insert = Sql.Insert(keyed);
        Fact(1025, FactDialects.PostgreSql, insert.OnConflict(keyed.C("id")).DoUpdate((keyed.C("id"), insert.Excluded("id")), (keyed.C("name_keyed"), insert.Excluded("name_keyed"))),
            "INSERT INTO users_w_key (id, name) VALUES (%(id)s::INTEGER, %(name_keyed)s::VARCHAR) ON CONFLICT (id) DO UPDATE SET id = excluded.id, name = excluded.name", ("id", null), ("name_keyed", null));
    }

    [Test]
    public void SQLite_takes_several_clauses_in_order()
    {
        var first = Sql.Insert(Logins).OnConflict("id").DoUpdate((Logins.C("name"), "name1"));
        Fact(3104, FactDialects.Sqlite, first.OnConflict("login_email").DoNothing().OnConflict("name").DoUpdate((Logins.C("name"), "name2")),
            "INSERT INTO users (id, name, login_email) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = ? ON CONFLICT (login_email) DO NOTHING ON CONFLICT (name) DO UPDATE SET name = ?");
        Fact(3105, FactDialects.Sqlite, first.OnConflict().DoNothing(), "INSERT INTO users (id, name, login_email) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = ? ON CONFLICT DO NOTHING");
        Assert.Throws<InvalidStatementException>(() => first.OnConflict().DoNothing().OnConflict("name").DoNothing());
        Assert.Throws<CompileException>(() => first.OnConflict("name").DoNothing().ToString(Dialects.PostgreSql));
    }

    [Test]
    public void PostgreSQL_must_know_the_key_that_is_updated()
        => Assert.That(Assert.Throws<CompileException>(() => Insert(("name", "a")).OnConflict().DoUpdateExcluded(Name).ToString(Dialects.PostgreSql))!.Message, Does.Contain("OnConflict(columns)"));

    [Test]
    public void SQLite_needs_WHERE_between_a_select_and_ON_CONFLICT()
        => Assert.That(Sql.Insert(MyTable).FromSelect(["myid"], Sql.Select(MyOtherTable.C("otherid"))).OnConflict("myid").DoNothing().ToString(Dialects.Sqlite), Is.EqualTo(
            "INSERT INTO mytable (myid) SELECT myothertable.otherid FROM myothertable WHERE 1 ON CONFLICT (myid) DO NOTHING"));
}
