using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Alchemy.Tests;

/// <summary>Names and values that try to break out: they come back from the database byte for byte.</summary>
public sealed class InjectionTests(Database database) : DatabaseFixture(database)
{
    private static Config Few => Config.QuickThrowOnFailure.WithMaxTest(40);

    [Test]
    public void Values_come_back_as_parameters_and_as_literals() => Each(NastyText.Values, (connection, value) =>
    {
        value = Fitting(value);
        Assert.That(connection.Execute(Sql.Select(Sql.Value(value).Cast(SqlTypes.Text).As("v"))).Scalar<string>(), Is.EqualTo(value));
        Assert.That(connection.Execute(Sql.Select(Sql.Literal(value).As("v"))).Scalar<string>(), Is.EqualTo(value));
        var id = connection.Execute(Sql.Insert(Things).Values((Things.Name, value)).Returning(Things.Id)).Scalar<int>();
        Assert.That(connection.Execute(Sql.Select(Things.Name).Where(Things.Name == value)).Scalar<string>(), Is.EqualTo(value));
        Assert.That(connection.Execute(Sql.Select(Things.Name).Where(Things.Name == Sql.Literal(value))).Scalar<string>(), Is.EqualTo(value));
        Assert.That(connection.Execute(Sql.Select(Things.Id).Where(Things.Name.StartsWith(value, autoEscape: true) & Things.Name.EndsWith(value, autoEscape: true) & Things.Name.Contains(value, autoEscape: true))).Scalar<int>(), Is.EqualTo(id));
        Assert.That(connection.Execute(Sql.Delete(Things).Where(Things.Id == id)).RowsAffected, Is.EqualTo(1));
    });

    [Test]
    public void What_is_shown_with_its_values_can_be_executed() => Each(NastyText.Values, (connection, value) =>
    {
        value = Fitting(value);
        connection.ExecuteText(Sql.Insert(Things).Values((Things.Name, value)).ToLiteralString(Engine.Dialect));
        Assert.That(connection.Execute(Sql.Select(Things.Name)).ToList().Select(r => r[0]), Is.EqualTo(new[] { value }));
        connection.ExecuteText(Sql.Delete(Things).Where(Things.Name == value).ToLiteralString(Engine.Dialect));
        Assert.That(connection.Execute(Sql.Select(Things.Name)).ToList(), Is.Empty);
    });

    [Test]
    public void Tables_columns_and_labels_have_any_name() => Each(NastyText.Names, (connection, name) =>
    {
        // There a name ends in no space, and has no character beyond U+FFFF; what MySql.Data misreads is another test's.
        name = Database is Database.MariaDb ? Regex.Replace(string.Concat(name.Where(c => !char.IsSurrogate(c))), @"\\+(?=`)|[\s\\]+$", "") + "n" : name;
        var metadata = new MetaData();
        var table = new Table("t" + name, metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("c" + name, SqlTypes.Text), new UniqueConstraint(["c" + name], "u" + name));
        var column = table.C<string>("c" + name);
        foreach (var text in Engine.Dialect.Ddl.DropAll(metadata).Concat(Engine.Dialect.Ddl.CreateAll(metadata)))
        {
            connection.ExecuteText(text);
        }

        var insert = Sql.Insert(table).Values((column, name));
        Assert.That(connection.Execute(insert.Returning(column.As(name))).One()[name], Is.EqualTo(name));
        connection.Execute(insert.OnConflict(column).DoUpdate(set =>
        {
            set = set.Set(column, set.Excluded(column) + "!");
            return Engine.Dialect.Features.Upsert is Upsert.OnConflict ? set.Where(column == name) : set;
        }));
        var alias = new Alias(table, "a" + name);
        var cte = Sql.Select(alias.C("c" + name)).Where(alias.C("c" + name) == name + "!").Cte("w" + name);
        Assert.That(connection.Execute(Sql.Select(cte.C("c" + name).As("l" + name))).One()["l" + name], Is.EqualTo(name + "!"));
        Assert.That(connection.Execute(Sql.Update(table).Values((column, "x")).Where(column == name + "!")).RowsAffected, Is.EqualTo(1));
        connection.ExecuteText(Engine.Dialect.Ddl.DropTable(table));
    });

    [TestCase("a\\`b")]
    [TestCase("a\\")]
    public void A_name_that_the_provider_misreads_is_refused_and_no_value_is_lost(string name)
    {
        using var connection = Engine.Connect();
        var select = Sql.Select(Things.Id.As(name)).Where(Things.Name == "x");
        if (Database is Database.MariaDb)
        {
            Assert.That(() => connection.Execute(select), Throws.TypeOf<InvalidStatementException>().With.Message.Contains("backslash").And.Message.Contains("MySqlConnector"));
            Assert.That(connection.Execute(Sql.Select(Things.Id)).ToList(), Is.Empty, "the connection works on");
        }
        else
        {
            connection.Execute(Sql.Insert(Things).Values((Things.Name, "x")));
            Assert.That(connection.Execute(select).ToList(), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public void A_NUL_character_is_kept_or_refused_and_never_cuts_a_value_short()
    {
        using var connection = Engine.Connect();
        var insert = Sql.Insert(Things).Values((Things.Name, "a\0b")).Returning(Things.Name);
        if (Database is not Database.PostgreSql)
        {
            Assert.That(connection.Execute(insert).Scalar<string>(), Is.EqualTo("a\0b"));
        }
        else
        {
            Assert.That(() => connection.Execute(insert).Scalar<string>(), Throws.InstanceOf<AlchemyException>());
        }
    }

    // A unique column of text has a length where the database needs one.
    private string Fitting(string value)
        => Engine.Dialect.Features.KeyLength is { } most && value.Length > most ? value[..(char.IsHighSurrogate(value[most - 1]) ? most - 1 : most)] : value;

    private void Each(Arbitrary<string> texts, Action<Connection, string> check)
    {
        using var connection = Engine.Connect();
        Prop.ForAll(texts, text => check(connection, text)).Check(Few);
    }
}
