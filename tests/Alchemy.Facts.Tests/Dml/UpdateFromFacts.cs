using static Alchemy.Tests.DmlTables;
using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_update.py, UpdateFromCompileTest and FromDMLColumnTest; test/sql/test_insert.py, FromDMLInsertTest.</summary>
[TestFixture]
public sealed class UpdateFromFacts : FactFixture
{
    private static Update Renamed => Sql.Update(Users).Values(("name", "newname")).Where(Users.C("id") == Addresses.C("user_id"));

    private static Join UsersAndAddresses => Users.Join(Addresses, Users.C("id") == Addresses.C("user_id"));

    [Test]
    public void Other_tables_come_in_FROM()
    {
        var e1 = Renamed.Where(Addresses.C("email_address") == "e1");
        Fact(5237, FactDialects.Enhanced, e1, "UPDATE users SET name=:name FROM addresses WHERE users.id = addresses.user_id AND addresses.email_address = :email_address_1", ("name", "newname"), ("email_address_1", "e1"));
        Fact(5238, FactDialects.MySql, e1, "UPDATE users, addresses SET users.name=%s WHERE users.id = addresses.user_id AND addresses.email_address = %s", ("name", "newname"), ("email_address_1", "e1"));
        Fact(5235, FactDialects.Enhanced, e1.Where(Addresses.C("id") == Dingalings.C("address_id")).Where(Dingalings.C("id") == 2),
            "UPDATE users SET name=:name FROM addresses, dingalings WHERE users.id = addresses.user_id AND addresses.email_address = :email_address_1 AND addresses.id = dingalings.address_id AND dingalings.id = :id_1",
            ("name", "newname"), ("email_address_1", "e1"), ("id_1", 2));
    }

    [Test]
    public void An_alias_is_updated()
    {
        var (mine, other) = (MyTable.As("t1"), WithOnUpdate.As("t1"));
        Fact(5225, FactDialects.Enhanced, Sql.Update(mine).Where(mine.C("myid") == 7).Values((MyTable.Columns["name"], "fred")), "UPDATE mytable AS t1 SET name=:name WHERE t1.myid = :myid_1", ("name", "fred"), ("myid_1", 7));
        Fact(5226, FactDialects.Enhanced, Sql.Update(other).Where(other.C("myid") == 7).Values((WithOnUpdate.Columns["name"], "fred")), "UPDATE mytable_with_onupdate AS t1 SET name=:name WHERE t1.myid = :myid_1");
    }

    [Test]
    public void MySQL_sets_columns_of_several_tables()
    {
        Update Set(FromClause target) => Sql.Update(target).Where(MyTable.C("myid") == 7).Set(MyOtherTable.C("othername"), "fred").Where(MyOtherTable.C("otherid") == 12);
        Fact(5233, FactDialects.MySql, Set(MyTable), "UPDATE mytable, myothertable SET myothertable.othername=%s WHERE mytable.myid = %s AND myothertable.otherid = %s", ("myothertable_othername", "fred"), ("myid_1", 7), ("otherid_1", 12));
        Fact(5234, FactDialects.MySql, Set(MyTable.As("t1")), "UPDATE mytable AS t1, mytable, myothertable SET myothertable.othername=%s WHERE mytable.myid = %s AND myothertable.otherid = %s");
        Fact(5244, FactDialects.MySql, Sql.Update(Users).Set(Addresses.C("name"), "new address").Set(Users.C("name"), "newname").Where(Users.C("id") == Addresses.C("user_id")),
            "UPDATE users, addresses SET addresses.name=%s, users.name=%s WHERE users.id = addresses.user_id", ("addresses_name", "new address"), ("name", "newname"));
        Assert.That(Assert.Throws<CompileException>(() => Set(MyTable).ToString())!.Message, Does.Contain("SET of a column of 'myothertable'"));
        var notRead = Sql.Update(MyTable).Set(MyOtherTable.C("othername"), "fred");
        Assert.That(Assert.Throws<CompileException>(() => notRead.ToString(Dialects.MySql))!.Message, Does.Contain("does not read that table"));
    }

    [Test]
    public void MySQL_updates_a_join()
    {
        var three = UsersAndAddresses.Join(Dingalings, Addresses.C("id") == Dingalings.C("address_id"));
        Fact(5243, FactDialects.MySql, Sql.Update(UsersAndAddresses).Values(("name", "newname")).Where(Addresses.C("email_address") == "e1"),
            "UPDATE users INNER JOIN addresses ON users.id = addresses.user_id SET users.name=%s WHERE addresses.email_address = %s", ("name", "newname"), ("email_address_1", "e1"));
        Fact(5242, FactDialects.MySql, Sql.Update(UsersAndAddresses).Set(Users.C("name"), Addresses.C("email_address")), "UPDATE users INNER JOIN addresses ON users.id = addresses.user_id SET users.name=addresses.email_address");
        Fact(5241, FactDialects.MySql, Sql.Update(three).Set(Users.C("name"), Dingalings.C("id")),
            "UPDATE users INNER JOIN addresses ON users.id = addresses.user_id INNER JOIN dingalings ON addresses.id = dingalings.address_id SET users.name=dingalings.id");
        Assert.That(Assert.Throws<CompileException>(() => Sql.Update(three).Set(Users.C("name"), "x").ToString(Dialects.PostgreSql))!.Message, Does.Contain("UPDATE of a join"));
    }

    [Test]
    public void A_subquery_takes_what_it_names_from_outside()
    {
        var inner = Sql.Select(Sql.Text<int>("*")).SelectFrom(Addresses).SelectFrom(Users).Where(Addresses.C("user_id") == Users.C("id")).Where(Addresses.C("email_address") == "foo");
        Fact(5232, FactDialects.Enhanced, Renamed.Where(Sql.Not(inner.Correlate().Exists())),
            "UPDATE users SET name=:name FROM addresses WHERE users.id = addresses.user_id AND NOT (EXISTS (SELECT * FROM addresses, users WHERE addresses.user_id = users.id AND addresses.email_address = :email_address_1))", ("name", "newname"), ("email_address_1", "foo"));
        Assert.Throws<InvalidStatementException>(() => Renamed.Where(inner.Exists()).ToString());
        Assert.That(Renamed.Where(inner.Correlate(Addresses).Exists()).ToString(), Does.Contain("(SELECT * FROM users WHERE"));
    }

    [Test]
    public void A_value_follows_another_columns_value()
    {
        var (name, description) = (MyTable.C<string>("name"), MyTable.C<string>("description"));
        var bound = Sql.Update(MyTable).Values((name, "some name"), (description, Sql.FromDmlColumn(name)));
        var unset = Sql.Update(MyTable).Values((description, Sql.FromDmlColumn(name)));
        Fact(5207, FactDialects.Enhanced, bound, "UPDATE mytable SET name=:name, description=:name", ("name", "some name"));
        Fact(5208, FactDialects.Sqlite, bound, "UPDATE mytable SET name=?, description=?");
        Fact(5217, FactDialects.Enhanced, unset, "UPDATE mytable SET description=mytable.name");
        Fact(5218, FactDialects.Sqlite, unset, "UPDATE mytable SET description=mytable.name");
        Fact(5211, FactDialects.Enhanced, Sql.Update(MyTable).Values((name, name + "lala"), (description, Sql.FromDmlColumn(name) + " " + Sql.FromDmlColumn(MyTable.C<int>("myid")).Cast(SqlTypes.String()).Typed<string>())),
            "UPDATE mytable SET name=(mytable.name || :name_1), description=((mytable.name || :name_1) || :param_1 || CAST(mytable.myid AS VARCHAR))", ("name_1", "lala"), ("param_1", " "));
        Assert.That(Assert.Throws<CompileException>(() => Sql.Insert(MyTable).Values((description, Sql.FromDmlColumn(name))).ToString())!.Message, Does.Contain("FromDmlColumn(name)"));
    }

    [Test]
    public void A_value_follows_what_every_update_sets()
    {
        var (name, description, at) = (WithOnUpdate.C<string>("name"), WithOnUpdate.C<string>("description"), Sql.FromDmlColumn(WithOnUpdate.C<DateTime>("updated_at")));
        var text = at.Cast(SqlTypes.String()).Typed<string>();
        var named = Sql.Update(WithOnUpdate).Values((name, "some name"), (description, text + " " + Sql.FromDmlColumn(name)));
        Fact(5212, FactDialects.Enhanced, Sql.Update(WithOnUpdate).Values((description, at)), "UPDATE mytable_with_onupdate SET description=now(), updated_at=now()");
        Fact(5213, FactDialects.Enhanced, Sql.Update(WithOnUpdate).Values((description, text + " o clock")), "UPDATE mytable_with_onupdate SET description=(CAST(now() AS VARCHAR) || :param_1), updated_at=now()", ("param_1", " o clock"));
        Fact(5214, FactDialects.Enhanced, Sql.Update(WithOnUpdate).Values((description, text + " " + Sql.FromDmlColumn(name))),
            "UPDATE mytable_with_onupdate SET description=(CAST(now() AS VARCHAR) || :param_1 || mytable_with_onupdate.name), updated_at=now()", ("param_1", " "));
        Fact(5215, FactDialects.Enhanced, named, "UPDATE mytable_with_onupdate SET name=:name, description=(CAST(now() AS VARCHAR) || :param_1 || :name), updated_at=now()", ("name", "some name"), ("param_1", " "));
        Fact(5216, FactDialects.Sqlite, named, "UPDATE mytable_with_onupdate SET name=?, description=(CAST(CURRENT_TIMESTAMP AS VARCHAR) || ? || ?), updated_at=CURRENT_TIMESTAMP");
    }

    [Test]
    public void An_inserted_value_follows_a_default()
    {
        var (name, description, at) = (WithSqlDefault.C<string>("name"), WithSqlDefault.C<string>("description"), Sql.FromDmlColumn(WithSqlDefault.C<DateTime>("created_at")));
        var text = at.Cast(SqlTypes.String()).Typed<string>();
        Fact(2739, FactDialects.Enhanced, Sql.Insert(WithSqlDefault).Values((description, at)), "INSERT INTO mytable_w_sql_default (description, created_at) VALUES (now(), now())");
        Fact(2740, FactDialects.Enhanced, Sql.Insert(WithSqlDefault).Values((description, text + " o clock")), "INSERT INTO mytable_w_sql_default (description, created_at) VALUES ((CAST(now() AS VARCHAR) || :param_1), now())", ("param_1", " o clock"));
        var named = Sql.Insert(WithSqlDefault).Values((name, "some name"), (description, text + " " + Sql.FromDmlColumn(name)));
        Fact(2742, FactDialects.Sqlite, named, "INSERT INTO mytable_w_sql_default (name, description, created_at) VALUES (?, (CAST(CURRENT_TIMESTAMP AS VARCHAR) || ? || ?), CURRENT_TIMESTAMP)");
        Fact(2741, FactDialects.Enhanced, named,
            "INSERT INTO mytable_w_sql_default (name, description, created_at) VALUES (:name, (CAST(now() AS VARCHAR) || :param_1 || :name), now())", ("name", "some name"), ("param_1", " "));
    }
}
