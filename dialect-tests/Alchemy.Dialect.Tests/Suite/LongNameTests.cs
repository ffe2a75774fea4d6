namespace Alchemy.Tests;

/// <summary>Names made up by a naming convention that are longer than the database takes: they are cut, each to another name, and the constraint is there (LongNameBlowoutTest).</summary>
public sealed class LongNameTests(Database database) : DatabaseFixture(database)
{
    [TestCase("an_extremely_long_table_name_that_is_near_the_limit_of_all", "an_extremely_long_column_name_that_is_near_the_limit_of_any")]
    [TestCase("größte_längste_übermäßige_tabelle_", "äöüäöüäöüäöüäöüäöüäöüäöüäöüäö")]
    [TestCase("表名表名表名表名表名表名表名表名", "列名列名列名列名列名列名列名列名列名")]
    [Except(Database.MySql56, "MySQL 5.6 reads a CHECK, and forgets it.")]
    public void Constraints_of_long_names(string table, string column)
    {
        string Form(string kind) => kind + "_%(table_name)s_%(column_0_N_name)s_" + new string('x', 40);
        var metadata = new MetaData { NamingConvention = new NamingConvention { ["pk"] = Form("pk"), ["uq"] = Form("uq"), ["ck"] = Form("ck") + "_%(constraint_name)s", ["fk"] = Form("fk"), ["ix"] = Form("ix") } };
        var amount = new Column(column + "c", SqlTypes.Integer);
        var parent = new Table(table, metadata, new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column(column + "a", SqlTypes.Integer) { Index = true }, new Column(column + "b", SqlTypes.Integer) { Unique = true }, amount,
            new CheckConstraint(amount.Typed<int>() > 0, "positive"), new CheckConstraint(amount.Typed<int>() < 99, "small"));
        var child = new Table(table + "2", metadata, new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column(column + "p", SqlTypes.Integer, new ForeignKey(table + ".id")), new Column(column + "q", SqlTypes.Integer, new ForeignKey(table + ".id")));
        using var connection = Engine.Connect();
        foreach (var statement in Engine.Dialect.Ddl.DropStatements(metadata).Concat(Engine.Dialect.Ddl.CreateStatements(metadata)))
        {
            connection.Execute(statement);
        }

        connection.Execute(Sql.Insert(parent).Row(1, 1, 1, 1));
        Assert.That(() => connection.Execute(Sql.Insert(parent).Row(2, 1, 1, 1)), Throws.TypeOf<ConstraintViolationException>().With.Property("Kind").EqualTo(DatabaseErrorKind.UniqueViolation));
        Assert.That(() => connection.Execute(Sql.Insert(parent).Row(2, 1, 2, 0)), Throws.TypeOf<ConstraintViolationException>().With.Property("Kind").EqualTo(DatabaseErrorKind.CheckViolation));
        Assert.That(() => connection.Execute(Sql.Insert(parent).Row(2, 1, 2, 99)), Throws.TypeOf<ConstraintViolationException>().With.Property("Kind").EqualTo(DatabaseErrorKind.CheckViolation));
        Assert.That(() => connection.Execute(Sql.Insert(child).Row(1, 1, 7)), Throws.TypeOf<ConstraintViolationException>().With.Property("Kind").EqualTo(DatabaseErrorKind.ForeignKeyViolation));
        var index = parent.Indexes.Single();
        connection.Execute(new DropIndex(index));
        connection.Execute(new CreateIndex(index));
        if (Features.AlterConstraints is Support.Yes)
        {
            foreach (var key in child.ForeignKeys)
            {
                connection.Execute(new DropConstraint(key));
            }
        }

        foreach (var statement in Engine.Dialect.Ddl.DropStatements(metadata))
        {
            connection.Execute(statement);
        }
    }

    [Test]
    public void Labels_and_aliases_of_long_names_are_told_apart()
    {
        var (one, other) = (new string('l', 80) + "1", new string('l', 80) + "2");
        using var connection = Engine.Connect();
        var select = Sql.Select(Sql.Literal(1).As(one), Sql.Literal(2).As(other));
        var inner = select.Subquery(new string('s', 80));
        if (Features.MaxIdentifierLength < 80)
        {
            Assert.That(() => connection.Execute(select), Throws.InstanceOf<AlchemyException>().With.Message.Contains("long").Or.Message.Contains("shorter"), "a name that the program gives is not cut in silence");
            return;
        }

        Assert.That(connection.Execute(Sql.Select(inner)).As<(int, int)>().One(), Is.EqualTo((1, 2)));
    }
}
