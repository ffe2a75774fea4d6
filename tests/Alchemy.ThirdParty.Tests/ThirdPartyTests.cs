namespace Alchemy.Tests;

/// <summary>What somebody outside this repository can do: this assembly sees public members only.</summary>
[TestFixture]
public sealed class ThirdPartyTests
{
    private static readonly Table Places = new("places", new MetaData(), new Column("id", SqlTypes.Integer, primaryKey: true), new Column("name", SqlTypes.Text));

    [Test]
    public void A_dialect_of_ones_own_renders_its_own_way()
        => Assert.That(
            Sql.Select(Places.C<int>("id")).Where(Places.C<string>("name") == "x").Limit(3).ToString(new HouseDialect()),
            Is.EqualTo("SELECT [places].[id] FROM [places] WHERE [places].[name] = @name_1 FETCH FIRST @param_1 ROWS ONLY"));

    [Test]
    public void An_element_of_ones_own_renders_by_default_and_per_dialect()
    {
        ExtensionRenderers.Register<Soundex>("house", (element, sql) => sql.Write("SOUND_OF(").Render(element.Text).Write(")"));
        var sound = new Soundex(Places.C<string>("name"));
        Assert.That(sound.ToString(), Is.EqualTo("soundex(places.name)"));
        Assert.That(sound.ToString(new HouseDialect()), Is.EqualTo("SOUND_OF([places].[name])"));
        Assert.That(Sql.Select(Places.C("id")).Where(sound.Typed<string>() == "S530").ToString(), Is.EqualTo("SELECT places.id FROM places WHERE soundex(places.name) = :param_1"));
    }

    [Test]
    public void An_element_of_ones_own_is_rewritten()
    {
        var alias = Places.As("p");
        Assert.That(new ColumnAdapter(alias).Rewrite<ColumnElement>(new Soundex(Places.C<string>("name"))).ToString(), Is.EqualTo("soundex(p.name)"));
    }

    [Test]
    public void A_statement_of_ones_own_renders() => Assert.That(new Vacuum(Places).ToString(), Is.EqualTo("VACUUM places"));

    [Test]
    public void A_definition_of_ones_own_renders_by_default_and_per_dialect()
    {
        ExtensionRenderers.Register<Refresh>("house", (definition, sql) => sql.Write("REFRESH TABLE ").WriteTable(definition.View));
        var metadata = new MetaData();
        var view = new CreateView(Sql.Select(Places), "shown", metadata, materialized: true).Table;
        view.Events.AfterCreate.Add(new Refresh(view));
        Assert.That(StandardDialect.Enhanced.Ddl.CreateAll(metadata)[1], Is.EqualTo("REFRESH MATERIALIZED VIEW shown"));
        Assert.That(new HouseDialect().Compile(new Refresh(view)).Text, Is.EqualTo("REFRESH TABLE [shown]"));
    }

    private sealed class Refresh(Table view) : ExtensionDdl
    {
        public Table View { get; } = view;

        protected override void Render(SqlCompiler compiler) => compiler.Write("REFRESH MATERIALIZED VIEW ").WriteTable(View);
    }

    private sealed class HouseDialect() : StandardDialect(features: new DialectFeatures { ParameterStyle = ParameterStyle.At })
    {
        public override string Name => "house";

        public override IdentifierPreparer Identifiers { get; } = new BracketPreparer();

        protected override SqlCompiler CreateCompiler(ClauseElement statement) => new HouseCompiler(this, statement);
    }

    private sealed class BracketPreparer() : IdentifierPreparer([], '[', ']')
    {
        public override string Quote(string name) => QuoteAlways(name);
    }

    private sealed class HouseCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
    {
        protected override void WritePaging(RowLimit rows, bool isOrdered)
        {
            var (limit, offset) = (rows.Most, rows.Offset);
            if (offset is not null)
            {
                throw Unsupported("OFFSET", "this house has none.");
            }

            if (limit is not null)
            {
                Write(" FETCH FIRST ").Render(limit).Write(" ROWS ONLY");
            }
        }
    }

    private sealed class Soundex(ColumnElement text) : ExtensionElement
    {
        public ColumnElement Text { get; } = text.Node;

        public override SqlType Type => SqlTypes.Text;

        protected override void Describe(PartList parts) => parts.Node(Text);

        protected override ClauseElement RewriteChildren(SqlRewriter rewriter)
        {
            var text = rewriter.Rewrite(Text);
            return ReferenceEquals(text, Text) ? this : new Soundex(text);
        }

        protected override void Render(SqlCompiler compiler) => compiler.Write("soundex(").Render(Text).Write(")");
    }

    private sealed class Vacuum(Table table) : ExtensionStatement
    {
        protected override void Describe(PartList parts) => parts.Node(table);

        protected override void Render(SqlCompiler compiler) => compiler.Write("VACUUM ").Render(table);
    }
}
