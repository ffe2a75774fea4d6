using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>RegexpTest of test/dialect/{mysql,oracle,postgresql,sqlite}/test_compiler.py, and RegexpTestStrCompiler of test/sql/test_operators.py.</summary>
[TestFixture]
public sealed class RegexpFacts : FactFixture
{
    private static UntypedColumn Text(string text) => Sql.Value(text, null);

    [Test]
    public void MySQL_and_MariaDB()
    {
        Fact(1156, FactDialects.MariaDb, !MyTable.C("myid").RegexpMatch("pattern", "ig"),
            "mytable.myid NOT REGEXP CONCAT('(?', 'ig', ')', %s)", ("myid_1", "pattern"));
        Fact(1157, FactDialects.MariaDb, !Text("string").RegexpMatch(MyTable.C("name")),
            "%s NOT REGEXP mytable.name", ("param_1", "string"));
        Fact(1159, FactDialects.MariaDb, MyTable.C("myid").RegexpMatch(MyTable.C("name")),
            "mytable.myid REGEXP mytable.name");
        Fact(1160, FactDialects.MariaDb, MyTable.C("myid").RegexpMatch("pattern", "ig"),
            "mytable.myid REGEXP CONCAT('(?', 'ig', ')', %s)", ("myid_1", "pattern"));
        Fact(1162, FactDialects.MariaDb, Text("string").RegexpMatch(MyTable.C("name")),
            "%s REGEXP mytable.name", ("param_1", "string"));
        Fact(1163, FactDialects.MariaDb, MyTable.C("myid").RegexpReplace("pattern", "replacement"),
            "REGEXP_REPLACE(mytable.myid, %s, %s)", ("myid_1", "pattern"), ("myid_2", "replacement"));
        Fact(1169, FactDialects.MySql, !MyTable.C("myid").RegexpMatch(MyTable.C("name")),
            "mytable.myid NOT REGEXP mytable.name");
        Fact(1170, FactDialects.MySql, !MyTable.C("myid").RegexpMatch("pattern", "ig"),
            "NOT REGEXP_LIKE(mytable.myid, %s, 'ig')", ("myid_1", "pattern"));
        Fact(1172, FactDialects.MySql, MyTable.C("myid").RegexpMatch("pattern"),
            "mytable.myid REGEXP %s", ("myid_1", "pattern"));
        Fact(1173, FactDialects.MySql, MyTable.C("myid").RegexpMatch(MyTable.C("name")),
            "mytable.myid REGEXP mytable.name");
        Fact(1175, FactDialects.MySql, MyTable.C("myid").RegexpMatch("pattern", "i'g"),
            "REGEXP_LIKE(mytable.myid, %s, 'i''g')", ("myid_1", "pattern"));
        Fact(1177, FactDialects.MySql, MyTable.C("myid").RegexpReplace("pattern", "replacement"),
            "REGEXP_REPLACE(mytable.myid, %s, %s)", ("myid_1", "pattern"), ("myid_2", "replacement"));
        Fact(1179, FactDialects.MySql, MyTable.C("myid").RegexpReplace(MyTable.C("name"), "replacement"),
            "REGEXP_REPLACE(mytable.myid, mytable.name, %s)", ("myid_1", "replacement"));
        Fact(1180, FactDialects.MySql, MyTable.C("myid").RegexpReplace("pattern", "replacement", "ig"),
            "REGEXP_REPLACE(mytable.myid, %s, %s, 'ig')", ("myid_1", "pattern"), ("myid_2", "replacement"));
        Fact(1181, FactDialects.MySql, MyTable.C("myid").RegexpReplace("pattern", "replacement", "i'g"),
            "REGEXP_REPLACE(mytable.myid, %s, %s, 'i''g')", ("myid_1", "pattern"), ("myid_2", "replacement"));
        Fact(1182, FactDialects.MySql, Text("string").RegexpReplace("pattern", MyTable.C("name")),
            "REGEXP_REPLACE(%s, %s, mytable.name)", ("param_1", "string"), ("param_2", "pattern"));
    }

    [Test]
    public void Oracle_has_functions()
    {
        Fact(1115, FactDialects.Oracle, !MyTable.C("myid").RegexpMatch("pattern"),
            "NOT REGEXP_LIKE(mytable.myid, :myid_1)", ("myid_1", "pattern"));
        Fact(1118, FactDialects.Oracle, !MyTable.C("myid").RegexpMatch(MyTable.C("name")),
            "NOT REGEXP_LIKE(mytable.myid, mytable.name)");
        Fact(1121, FactDialects.Oracle, !MyTable.C("myid").RegexpMatch("pattern", "ig"),
            "NOT REGEXP_LIKE(mytable.myid, :myid_1, 'ig')", ("myid_1", "pattern"));
        Fact(1125, FactDialects.Oracle, !Text("string").RegexpMatch(MyTable.C("name")),
            "NOT REGEXP_LIKE(:param_1, mytable.name)", ("param_1", "string"));
        Fact(1128, FactDialects.Oracle, MyTable.C("myid").RegexpMatch("pattern"),
            "REGEXP_LIKE(mytable.myid, :myid_1)", ("myid_1", "pattern"));
        Fact(1134, FactDialects.Oracle, MyTable.C("myid").RegexpMatch("pattern", "ig"),
            "REGEXP_LIKE(mytable.myid, :myid_1, 'ig')", ("myid_1", "pattern"));
        Fact(1139, FactDialects.Oracle, Text("string").RegexpMatch(MyTable.C("name")),
            "REGEXP_LIKE(:param_1, mytable.name)", ("param_1", "string"));
        Fact(1142, FactDialects.Oracle, MyTable.C("myid").RegexpReplace("pattern", "replacement"),
            "REGEXP_REPLACE(mytable.myid, :myid_1, :myid_2)", ("myid_1", "pattern"), ("myid_2", "replacement"));
        Fact(1144, FactDialects.Oracle, MyTable.C("myid").RegexpReplace("pattern", MyTable.C("name")),
            "REGEXP_REPLACE(mytable.myid, :myid_1, mytable.name)", ("myid_1", "pattern"));
        Fact(1148, FactDialects.Oracle, MyTable.C("myid").RegexpReplace("pattern", "replacement", "ig"),
            "REGEXP_REPLACE(mytable.myid, :myid_1, :myid_2, 'ig')", ("myid_1", "pattern"), ("myid_2", "replacement"));
        Fact(1150, FactDialects.Oracle, MyTable.C("myid").RegexpReplace("pattern", "replacement", "i'g"),
            "REGEXP_REPLACE(mytable.myid, :myid_1, :myid_2, 'i''g')", ("myid_1", "pattern"), ("myid_2", "replacement"));
        Fact(1152, FactDialects.Oracle, Text("string").RegexpReplace("pattern", MyTable.C("name")),
            "REGEXP_REPLACE(:param_1, :param_2, mytable.name)", ("param_1", "string"), ("param_2", "pattern"));
    }

    [Test]
    public void PostgreSQL_has_operators()
    {
        Fact(1122, FactDialects.PostgreSql, !MyTable.C("myid").RegexpMatch("pattern", "ig"),
            "mytable.myid !~ CONCAT('(?', 'ig', ')', %(myid_1)s::VARCHAR)", ("myid_1", "pattern"));
        Fact(1126, FactDialects.PostgreSql, !Text("string").RegexpMatch(MyTable.C("name")),
            "%(param_1)s::VARCHAR !~ mytable.name", ("param_1", "string"));
        Fact(1135, FactDialects.PostgreSql, MyTable.C("myid").RegexpMatch("pattern", "ig"),
            "mytable.myid ~ CONCAT('(?', 'ig', ')', %(myid_1)s::VARCHAR)", ("myid_1", "pattern"));
        Fact(1137, FactDialects.PostgreSql, MyTable.C("myid").RegexpMatch("pattern", "i"),
            "mytable.myid ~* %(myid_1)s::VARCHAR", ("myid_1", "pattern"));
        Fact(1143, FactDialects.PostgreSql, MyTable.C("myid").RegexpReplace("pattern", "replacement"),
            "REGEXP_REPLACE(mytable.myid, %(myid_1)s::VARCHAR, %(myid_2)s::VARCHAR)", ("myid_1", "pattern"), ("myid_2", "replacement"));
        Fact(1145, FactDialects.PostgreSql, MyTable.C("myid").RegexpReplace("pattern", MyTable.C("name")),
            "REGEXP_REPLACE(mytable.myid, %(myid_1)s::VARCHAR, mytable.name)", ("myid_1", "pattern"));
        Fact(1147, FactDialects.PostgreSql, MyTable.C("myid").RegexpReplace(MyTable.C("name"), "replacement"),
            "REGEXP_REPLACE(mytable.myid, mytable.name, %(myid_1)s::VARCHAR)", ("myid_1", "replacement"));
        Fact(1149, FactDialects.PostgreSql, MyTable.C("myid").RegexpReplace("pattern", "replacement", "ig"),
            "REGEXP_REPLACE(mytable.myid, %(myid_1)s::VARCHAR, %(myid_2)s::VARCHAR, 'ig')", ("myid_1", "pattern"), ("myid_2", "replacement"));
        Fact(1153, FactDialects.PostgreSql, Text("string").RegexpReplace("pattern", MyTable.C("name")),
            "REGEXP_REPLACE(%(param_1)s::VARCHAR, %(param_2)s::VARCHAR, mytable.name)", ("param_1", "string"), ("param_2", "pattern"));
    }

    [Test]
    public void SQLite_has_an_operator()
    {
        Fact(1117, FactDialects.Sqlite, !MyTable.C("myid").RegexpMatch("pattern"),
            "mytable.myid NOT REGEXP ?", ("myid_1", "pattern"));
        Fact(1127, FactDialects.Sqlite, !Text("string").RegexpMatch(MyTable.C("name")),
            "? NOT REGEXP mytable.name", ("param_1", "string"));
        Fact(1130, FactDialects.Sqlite, MyTable.C("myid").RegexpMatch("pattern"),
            "mytable.myid REGEXP ?", ("myid_1", "pattern"));
        Fact(1133, FactDialects.Sqlite, MyTable.C("myid").RegexpMatch(MyTable.C("name")),
            "mytable.myid REGEXP mytable.name");
    }

    [Test]
    public void Without_a_database_it_is_shown()
    {
        Fact(3757, FactDialects.Enhanced, !MyTable.C("myid").RegexpMatch("pattern"),
            "mytable.myid <not regexp> :myid_1", ("myid_1", "pattern"));
        Fact(3760, FactDialects.Enhanced, !Text("string").RegexpMatch(MyTable.C("name")),
            ":param_1 <not regexp> mytable.name", ("param_1", "string"));
        Fact(3761, FactDialects.Enhanced, MyTable.C("myid").RegexpMatch("pattern"),
            "mytable.myid <regexp> :myid_1", ("myid_1", "pattern"));
        Fact(3762, FactDialects.Enhanced, MyTable.C("myid").RegexpMatch(MyTable.C("name")),
            "mytable.myid <regexp> mytable.name");
        Fact(3771, FactDialects.Enhanced, MyTable.C("myid").RegexpReplace("pattern", "replacement"),
            "<regexp replace>(mytable.myid, :myid_1, :myid_2)", ("myid_1", "pattern"), ("myid_2", "replacement"));
        Fact(3772, FactDialects.Enhanced, MyTable.C("myid").RegexpReplace("pattern", MyTable.C("name")),
            "<regexp replace>(mytable.myid, :myid_1, mytable.name)", ("myid_1", "pattern"));
        Fact(3773, FactDialects.Enhanced, MyTable.C("myid").RegexpReplace(MyTable.C("name"), "replacement"),
            "<regexp replace>(mytable.myid, mytable.name, :myid_1)", ("myid_1", "replacement"));
        Fact(3775, FactDialects.Enhanced, Text("string").RegexpReplace("pattern", MyTable.C("name")),
            "<regexp replace>(:param_1, :param_2, mytable.name)", ("param_1", "string"), ("param_2", "pattern"));
    }

    [Test]
    public void Joined_text_is_put_in_parentheses()
    {
        Fact(3753, FactDialects.Enhanced, MyTable.C("myid").RegexpMatch(MyTable.C("name") + "some text"),
            "mytable.myid <regexp> (mytable.name || :name_1)", ("name_1", "some text"));
        Fact(3752, FactDialects.Enhanced, !MyTable.C("myid").RegexpMatch(MyTable.C("name") + "some text"),
            "mytable.myid <not regexp> (mytable.name || :name_1)", ("name_1", "some text"));
        Fact(3754, FactDialects.Enhanced, MyTable.C("myid").Like(MyTable.C("name") + "some text"),
            "mytable.myid LIKE (mytable.name || :name_1)", ("name_1", "some text"));
        Fact(3755, FactDialects.Enhanced, MyTable.C("myid").Match(MyTable.C("name") + "some text"),
            "mytable.myid MATCH (mytable.name || :name_1)", ("name_1", "some text"));
        Fact(3756, FactDialects.Enhanced, !MyTable.C("myid").Match(MyTable.C("name") + "some text"),
            "NOT mytable.myid MATCH (mytable.name || :name_1)", ("name_1", "some text"));
    }
}
