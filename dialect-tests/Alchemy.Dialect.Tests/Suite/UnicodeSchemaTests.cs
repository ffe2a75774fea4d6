namespace Alchemy.Tests;

/// <summary>Tables, columns and keys whose names are no ASCII (UnicodeSchemaTest).</summary>
public sealed class UnicodeSchemaTests : SuiteFixture
{
    private readonly Table _first;
    private readonly Table _second;
    private readonly Table _third;

    public UnicodeSchemaTests(Database database)
        : base(database)
    {
        _first = new Table("suite_unitable1", Metadata, new Column("méil", SqlTypes.Integer, primaryKey: true), new Column("測試", SqlTypes.Integer));
        _second = new Table("suite_Unitéble2", Metadata, new Column("méil", SqlTypes.Integer, primaryKey: true), new Column("測試", SqlTypes.Integer, new ForeignKey("suite_unitable1.méil")));
        _third = new Table("suite_測試", Metadata, new Column("測試_id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column("unitable1_測試", SqlTypes.Integer), new Column("Unitéble2_測試", SqlTypes.Integer), new Column("Straße_Ωmega", SqlTypes.String(20)));
    }

    private protected override void Fill(Connection connection)
    {
        connection.Execute(Sql.Insert(_first).Row(1, 5));
        connection.Execute(Sql.Insert(_second).Row(2, 1));
        connection.Execute(Sql.Insert(_third).Row(3, 5, 1, "✓"));
    }

    [Test]
    public void Rows_are_inserted_and_read()
    {
        Assert.That(Read<(int, int)>(Sql.Select(_first)), Is.EqualTo(new[] { (1, 5) }));
        Assert.That(Read<(int, int)>(Sql.Select(_second)), Is.EqualTo(new[] { (2, 1) }));
        Assert.That(Read<(int, int, int, string)>(Sql.Select(_third)), Is.EqualTo(new[] { (3, 5, 1, "✓") }));
        Assert.That(Connection.Execute(Sql.Insert(_third), ("測試_id", 4), ("unitable1_測試", 6), ("Unitéble2_測試", 7), ("Straße_Ωmega", "x")).RowsAffected, Is.EqualTo(1));
    }

    [Test]
    public void Columns_are_found_by_column_and_name()
    {
        var row = Connection.Execute(Sql.Select(_first)).One();
        Assert.That((row.Get(_first.C<int>("méil")), row["測試"]), Is.EqualTo((1, (object)5)));
        row = Connection.Execute(Sql.Select(_third.C("Straße_Ωmega"), (_third.C<int>("unitable1_測試") + 1).As("Größe"))).One();
        Assert.That((row["Straße_Ωmega"], row["Größe"]), Is.EqualTo(((object)"✓", (object)6)));
    }

    [Test]
    public void They_are_joined_by_their_key() => Assert.That(Read<(int, int)>(Sql.Select(_first.C("測試"), _second.C("méil")).SelectFrom(_first.Join(_second))), Is.EqualTo(new[] { (5, 2) }));

    [Test]
    public void They_are_shown_by_their_names() => Assert.That(Sql.Select(_second.C("測試")).ToString(), Does.Contain("suite_Unitéble2").And.Contain("測試"));
}
