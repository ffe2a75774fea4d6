namespace Alchemy.Tests;

/// <summary>Definitions that a database really makes, and what they then hold the rows to.</summary>
public sealed class DefinitionTests(Database database) : DatabaseFixture(database)
{
    private MetaData _metadata = null!;
    private Table _parents = null!;
    private Table _children = null!;

    private bool HasExpressionIndexes => Engine.Dialect.Features.ExpressionIndexes is Support.Yes;

    [SetUp]
    public void Define()
    {
        _metadata = new MetaData { NamingConvention = new NamingConvention { ["pk"] = "pk_%(table_name)s", ["uq"] = "uq_%(table_name)s_%(column_0_name)s", ["ck"] = "ck_%(table_name)s_%(constraint_name)s" } };
        _parents = new Table("definition_parents", _metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("code", SqlTypes.String(8), nullable: false) { Unique = true });
        var quantity = new Column("quantity", SqlTypes.Integer, nullable: false) { ServerDefaultExpression = Sql.Literal(3) };
        _children = new Table("definition_children", _metadata,
            new Column("id", SqlTypes.Integer, primaryKey: true),
            new Column("parent", SqlTypes.Integer, new ForeignKey("definition_parents.id") { OnDelete = "CASCADE" }),
            quantity,
            new Column("twice", SqlTypes.Integer, new Computed("quantity * 2", persisted: true)),
            new Column("name", SqlTypes.Text),
            new CheckConstraint(quantity.Typed<int>() > 0, "positive"));
        if (HasExpressionIndexes)
        {
            _children.Append(new TableIndex("definition_names", [Func.Lower(new ColumnClause("name", SqlTypes.Text))], unique: true));
        }
    }

    [Test]
    public void Rows_are_held_to_what_is_defined()
    {
        using var connection = Engine.Connect();
        Make(connection);
        connection.Execute(Sql.Insert(_parents).Values(("id", 1), ("code", "a")));
        connection.Execute(Sql.Insert(_children).Values(("id", 1), ("parent", 1), ("name", "Ann")));
        var row = connection.Execute(Sql.Select(_children.C("quantity"), _children.C("twice"))).One();
        Assert.That((row[0], row[1]), Is.EqualTo(((object)3, (object)6)));
        Assert.That(Kind(() => connection.Execute(Sql.Insert(_children).Values(("id", 2), ("quantity", 0)))), Is.EqualTo(DatabaseErrorKind.CheckViolation));
        Assert.That(Kind(() => connection.Execute(Sql.Insert(_parents).Values(("id", 2), ("code", "a")))), Is.EqualTo(DatabaseErrorKind.UniqueViolation));
        Assert.That(Kind(() => connection.Execute(Sql.Insert(_children).Values(("id", 3), ("name", "ANN")))), Is.EqualTo(HasExpressionIndexes ? DatabaseErrorKind.UniqueViolation : null), "the index of an expression");
        Assert.That(Kind(() => connection.Execute(Sql.Insert(_children).Values(("id", 4), ("parent", 99)))), Is.EqualTo(DatabaseErrorKind.ForeignKeyViolation));
        connection.Execute(Sql.Delete(_parents));
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(_children).Where(_children.C<int>("parent") == 1)).Scalar<long>(), Is.Zero, "ON DELETE CASCADE");
    }

    [Test]
    public void What_is_there_can_be_asked_for_again()
    {
        using var connection = Engine.Connect();
        Make(connection);
        connection.Execute(new CreateTable(_parents, ifNotExists: true));
        connection.Execute(new DropTable(_children));
        connection.Execute(new DropTable(_children, ifExists: true));
        Assert.That(() => connection.Execute(new DropTable(_children)), Throws.InstanceOf<DatabaseException>());
    }

    [Test]
    public void Constraints_are_added_and_dropped_where_the_database_can()
    {
        using var connection = Engine.Connect();
        Make(connection);
        var check = new CheckConstraint(_children.C<int>("quantity") < 10, "small");
        _children.Append(check);
        if (Database is Database.Sqlite)
        {
            Assert.That(() => connection.Execute(new AddConstraint(check)), Throws.TypeOf<CompileException>());
            return;
        }

        connection.Execute(new AddConstraint(check));
        Assert.That(Kind(() => connection.Execute(Sql.Insert(_children).Values(("id", 1), ("quantity", 10)))), Is.EqualTo(DatabaseErrorKind.CheckViolation));
        connection.Execute(new DropConstraint(check));
        Assert.That(connection.Execute(Sql.Insert(_children).Values(("id", 1), ("quantity", 10))).RowsAffected, Is.EqualTo(1));
    }

    [Test]
    public void A_sequence_counts_where_the_database_has_one()
    {
        using var connection = Engine.Connect();
        var sequence = new Sequence("definition_numbers") { Start = 5, Increment = 2 };
        if (Database is Database.Sqlite)
        {
            Assert.That(() => connection.Execute(new CreateSequence(sequence)), Throws.TypeOf<CompileException>());
            return;
        }

        connection.Execute(new DropSequence(sequence, ifExists: true));
        connection.Execute(new CreateSequence(sequence));
        Assert.That(new[] { Next(), Next() }, Is.EqualTo(new long[] { 5, 7 }));
        connection.Execute(new DropSequence(sequence));

        long Next() => connection.Execute(Sql.Select(sequence.NextValue().As("n"))).Scalar<long>();
    }

    [Test]
    [Except(Database.MySql56, "MySQL cannot drop a foreign key where the table may not be there.")]
    public void Tables_that_refer_to_each_other_are_created_and_dropped()
    {
        _ = new Table("definition_left", _metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("other", SqlTypes.Integer, new ForeignKey("definition_right.id") { Name = "definition_to_right" }));
        var right = new Table("definition_right", _metadata, new Column("id", SqlTypes.Integer, primaryKey: true), new Column("other", SqlTypes.Integer, new ForeignKey("definition_left.id") { Name = "definition_to_left" }));
        using var connection = Engine.Connect();
        Make(connection);
        Make(connection);
        Assert.That(Kind(() => connection.Execute(Sql.Insert(right).Values(("id", 1), ("other", 1)))), Is.EqualTo(DatabaseErrorKind.ForeignKeyViolation));
    }

    [Test]
    public void A_view_shows_the_rows_of_its_table()
    {
        var shown = new CreateView(Sql.Select(_parents.C("id"), _parents.C("code").As("word")).Where(_parents.C<string>("code") != "o'clock"), "definition_view", _metadata);
        using var connection = Engine.Connect();
        Make(connection);
        connection.Execute(Sql.Insert(_parents).Values(("id", 1), ("code", "a")));
        connection.Execute(Sql.Insert(_parents).Values(("id", 2), ("code", "o'clock")));
        Assert.That(connection.Execute(Sql.Select(shown.Table.C("word"))).One()[0], Is.EqualTo("a"));
        connection.Execute(new DropView(shown.Table));
        Assert.That(() => connection.Execute(Sql.Select(shown.Table)), Throws.InstanceOf<DatabaseException>());
    }

    [Test]
    public void A_table_is_made_of_rows()
    {
        using var connection = Engine.Connect();
        Make(connection);
        connection.Execute(Sql.Insert(_parents).Values(("id", 1), ("code", "a")));
        var copy = Sql.Select(_parents).Where(_parents.C<int>("id") == 1).Into("definition_copy", temporary: true);
        connection.Execute(new DropTable(copy.Table, ifExists: true));
        connection.Execute(copy);
        Assert.That(connection.Execute(Sql.Select(copy.Table.C("code"))).One()[0], Is.EqualTo("a"));
        connection.Execute(new DropTable(copy.Table));
    }

    [TearDown]
    public void Drop()
    {
        using var connection = Engine.Connect();
        foreach (var statement in Engine.Dialect.Ddl.DropStatements(_metadata))
        {
            connection.Execute(statement);
        }
    }

    private void Make(Connection connection)
    {
        foreach (var statement in Engine.Dialect.Ddl.DropStatements(_metadata).Concat(Engine.Dialect.Ddl.CreateStatements(_metadata)))
        {
            connection.Execute(statement);
        }
    }

    private static DatabaseErrorKind? Kind(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (DatabaseException error)
        {
            return error.Kind;
        }
    }
}
