namespace Alchemy.Tests;

/// <summary>Tables and views made of a SELECT: alone, with a MetaData, of values, of a UNION, of each other (TableViaSelectTest).</summary>
public sealed class TableViaSelectTests(Database database) : DatabaseFixture(database)
{
    private const string Made = "suite_made";
    private MetaData _metadata = null!;
    private Table _source = null!;
    private Connection _connection = null!;

    [SetUp]
    public void MakeSource()
    {
        _metadata = new MetaData();
        _source = new Table("suite_source", _metadata, new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column("name", SqlTypes.String(40)));
        _connection = Engine.Connect();
        foreach (var statement in new DdlStatement[] { new DropView(new Table("suite_view2", new MetaData()), ifExists: true), new DropView(new Table("suite_view1", new MetaData()), ifExists: true), new DropTable(_source, ifExists: true), new CreateTable(_source) })
        {
            _connection.Execute(statement);
        }

        _connection.ExecuteMany(Sql.Insert(_source).Parameters([.. _source.Columns]), new[] { (1, "it's"), (2, "b%"), (3, "c:d") });
    }

    [TearDown]
    public void DropSource()
    {
        _connection.Execute(new DropTable(_source, ifExists: true));
        _connection.Dispose();
    }

    private TableOfSelect Of(SelectBase select, bool isView, bool isTemporary = false, MetaData? metadata = null)
        => isView ? new CreateView(select, Made, metadata, temporary: isTemporary) : select.Into(Made, metadata, temporary: isTemporary);

    private static DdlStatement Drop(TableOfSelect made) => made is CreateView ? new DropView(made.Table, ifExists: true) : new DropTable(made.Table, ifExists: true);

    private void Gives(TableOfSelect made, params (int, string)[] rows)
    {
        _connection.Execute(Drop(made));
        _connection.Execute(made);
        Assert.That(_connection.Execute(Sql.Select(made.Table).OrderBy(made.Table.Columns[0].Asc())).As<(int, string)>().ToList(), Is.EqualTo(rows));
        _connection.Execute(Drop(made));
        Assert.That(() => _connection.Execute(Sql.Select(made.Table)), Throws.InstanceOf<DatabaseException>());
    }

    [Test]
    public void Alone([Values] bool isView, [Values] bool isTemporary)
    {
        if (isView && isTemporary && Features.TemporaryViews is Support.No)
        {
            Assert.That(() => _connection.Execute(Of(Sql.Select(_source), isView, isTemporary)), Throws.TypeOf<CompileException>());
            return;
        }

        Gives(Of(Sql.Select(_source), isView, isTemporary), (1, "it's"), (2, "b%"), (3, "c:d"));
    }

    [Test]
    public void With_a_metadata([Values] bool isView)
    {
        var metadata = new MetaData();
        var made = Of(Sql.Select(_source), isView, metadata: metadata);
        foreach (var statement in Engine.Dialect.Ddl.DropStatements(metadata).Concat(Engine.Dialect.Ddl.CreateStatements(metadata)))
        {
            _connection.Execute(statement);
        }

        Assert.That(_connection.Execute(Sql.Select(made.Table)).ToList(), Has.Count.EqualTo(3));
        foreach (var statement in Engine.Dialect.Ddl.DropStatements(metadata))
        {
            _connection.Execute(statement);
        }

        Assert.That(() => _connection.Execute(Sql.Select(made.Table)), Throws.InstanceOf<DatabaseException>());
        Assert.That(_connection.Execute(Sql.Select(_source)).ToList(), Has.Count.EqualTo(3), "the source stays");
    }

    [Test]
    public void Labels_become_names([Values] bool isView)
    {
        var made = Of(Sql.Select(_source.C("id").As("user id"), (_source.C<string>("name") + "!").As("Name%")), isView);
        Assert.That(made.Table.Columns.Select(c => c.Name), Is.EqualTo(new[] { "user id", "Name%" }));
        Gives(made, (1, "it's!"), (2, "b%!"), (3, "c:d!"));
    }

    [Test]
    [Requires(nameof(DialectFeatures.IfNotExists), Existence.Everything, Existence.Tables)]
    public void A_table_that_is_there_is_left()
    {
        var first = Sql.Select(_source).Where(_source.C<int>("id") == 1).Into(Made);
        _connection.Execute(Drop(first));
        _connection.Execute(Sql.Select(_source).Where(_source.C<int>("id") == 1).Into(Made, ifNotExists: true));
        _connection.Execute(Sql.Select(_source).Into(Made, ifNotExists: true));
        Assert.That(_connection.Execute(Sql.Select(first.Table)).ToList(), Has.Count.EqualTo(1));
        _connection.Execute(Drop(first));
    }

    [Test]
    [Requires(nameof(DialectFeatures.ReplaceView), ReplaceView.OrReplace, ReplaceView.OrAlter)]
    public void A_view_takes_the_place_of_another()
    {
        var first = new CreateView(Sql.Select(_source).Where(_source.C<int>("id") == 1), Made, orReplace: true);
        _connection.Execute(Drop(first));
        _connection.Execute(first);
        _connection.Execute(new CreateView(Sql.Select(_source), Made, orReplace: true));
        Assert.That(_connection.Execute(Sql.Select(first.Table)).ToList(), Has.Count.EqualTo(3));
        _connection.Execute(Drop(first));
    }

    [Test]
    [Requires(nameof(DialectFeatures.MaterializedViews), MaterializedViews.Plain, MaterializedViews.Anything)]
    public void A_view_keeps_its_rows()
    {
        var kept = new CreateView(Sql.Select(_source), "suite_kept", materialized: true);
        _connection.Execute(new DropView(kept.Table, ifExists: true, materialized: true));
        _connection.Execute(kept);
        _connection.Execute(Sql.Insert(_source).Row(4, "late"));
        Assert.That(_connection.Execute(Sql.Select(kept.Table)).ToList(), Has.Count.EqualTo(3));
        _connection.Execute(new DropView(kept.Table, materialized: true));
    }

    [Test]
    public void Values_are_written_into_the_text([Values] bool isView, [Values] bool isLiteral)
    {
        var id = _source.C<int>("id");
        ColumnExpression<string> Text(string text) => isLiteral ? Sql.Literal(text) : Sql.Value(text);
        var select = Sql.Select((id + 15).As("a"), (_source.C<string>("name") + Text(" it's \\ %s :x ?")).As("b")).Where(id.In(1, 2) & _source.C<string>("name") != Text("b%"));
        Gives(Of(select, isView), (16, "it's it's \\ %s :x ?"));
    }

    [Test]
    public void A_parameter_without_a_value_is_refused()
        => Assert.That(() => _connection.Execute(Sql.Select(_source).Where(_source.C<int>("id") == Sql.Parameter<int>("later")).Into(Made)), Throws.InstanceOf<AlchemyException>().With.Message.Contains("later"));

    [Test]
    public void A_union_is_a_source([Values] bool isView)
    {
        var id = _source.C<int>("id");
        Gives(Of(Sql.Select(_source).Where(id == 1).Union(Sql.Select(_source).Where(id == 3)), isView), (1, "it's"), (3, "c:d"));
    }

    [Test]
    public void Views_of_views_come_in_their_order()
    {
        var metadata = new MetaData();
        var source = _source.ToMetadata(metadata);
        var first = new CreateView(Sql.Select(source).Where(source.C<int>("id") > 1), "suite_view1", metadata);
        var second = new CreateView(Sql.Select(first.Table).Where(first.Table.C<int>("id") > 2), "suite_view2", metadata);
        foreach (var statement in Engine.Dialect.Ddl.DropStatements(metadata).Concat(Engine.Dialect.Ddl.CreateStatements(metadata)))
        {
            _connection.Execute(statement);
        }

        _connection.Execute(Sql.Insert(source).Row(3, "kept"));
        Assert.That(_connection.Execute(Sql.Select(second.Table)).As<(int, string)>().One(), Is.EqualTo((3, "kept")));
        foreach (var statement in Engine.Dialect.Ddl.DropStatements(metadata))
        {
            _connection.Execute(statement);
        }
    }
}
