using FsCheck;
using FsCheck.Fluent;

namespace Alchemy.Tests;

/// <summary>Whatever a name or a value holds, the statement around it stays the same: read by rules of the database, not of the renderer.</summary>
[TestFixture]
public sealed class InjectionTests
{
    private static readonly (StandardDialect Dialect, SqlLexer Lexer)[] All =
    [
        (Dialects.Standard, new('"', '"', false)), (StandardDialect.Enhanced, new('"', '"', false)), (Dialects.PostgreSql, new('"', '"', false)), (Dialects.Sqlite, new('"', '"', false)),
        (Dialects.Oracle, new('"', '"', false)), (Dialects.MySql, new('`', '`', true)), (Dialects.MariaDb, new('`', '`', true)), (Dialects.SqlServer, new('[', ']', false)),
    ];

    [Test]
    public void Values_stay_inside_their_literals() => Prop.ForAll(NastyText.Values, value =>
    {
        foreach (var (dialect, lexer) in All)
        {
            var literal = Tokens(lexer, Sql.Select(Sql.Literal(value), Sql.Literal("end")).ToString(dialect));
            Assert.That(literal.Select(t => t.Text), Is.EqualTo(Replaced(Tokens(lexer, Sql.Select(Sql.Literal("plain"), Sql.Literal("end")).ToString(dialect)), "plain", value)), dialect.Name);
            var shown = Tokens(lexer, Statement("t", "c", value).ToLiteralString(dialect));
            Assert.That(shown.Where(t => t.Kind is TokenKind.Literal).Select(t => t.Text), Is.EqualTo(new[] { value, value }), dialect.Name);
        }
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Names_stay_inside_their_quotes() => Prop.ForAll(NastyText.Names, name =>
    {
        foreach (var (dialect, lexer) in All)
        {
            foreach (var make in new Func<string, ClauseElement>[] { n => Statement("t", n, "v"), n => Statement(n, "c", "v"), n => Aliased(n), n => Upserted(n), n => Cte(n) })
            {
                var (tokens, plain) = (Tokens(lexer, make(name).ToString(dialect)), Tokens(lexer, make("Plain").ToString(dialect)));
                Assert.That(Shape(tokens, name), Is.EqualTo(Shape(plain, name)), $"{dialect.Name}: {make(name).ToString(dialect)}");
                Assert.That(tokens.Zip(plain).Where(t => t.Second.Text == "Plain").Select(t => t.First.Text), Is.All.EqualTo(name).And.Not.Empty, dialect.Name);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Marks_hold_letters_only() => Prop.ForAll(NastyText.Names, NastyText.Names, (first, second) =>
    {
        var name = first == second ? second + "x" : second;
        var table = new Table("t", new MetaData(), new Column(first, SqlTypes.Text), new Column(name, SqlTypes.Text));
        foreach (var (dialect, lexer) in All)
        {
            var compiled = dialect.Compile(Sql.Insert(table).Values((first, "1"), (name, "2")));
            var filled = compiled.Fill([.. compiled.Binds.Select(b => b.Value)]);
            var marks = Tokens(lexer, filled.Text).Where(t => t.Kind is TokenKind.Mark).Select(t => t.Text).ToList();
            Assert.That(marks, Has.Count.EqualTo(2), filled.Text);
            if (filled.Parameters[0].Marker is not null)
            {
                Assert.That(marks, Is.EqualTo(filled.Parameters.Select(p => p.Marker)).And.Unique, filled.Text);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Percent_signs_survive_the_format_style() => Prop.ForAll(NastyText.Values, NastyText.Names, (value, name) =>
    {
        foreach (var style in new[] { ParameterStyle.Format, ParameterStyle.NamedFormat })
        {
            var sql = Sql.Select(Sql.Literal(value).As(name), Sql.Value(1).As("n")).ToString(Dialects.PostgreSql.With(f => f with { ParameterStyle = style }));
            // The driver puts the value at its mark, and halves the doubled signs.
            var sent = System.Text.RegularExpressions.Regex.Replace(sql, @"%(?:%|s|\((\w+)\)s)", m => m.Value == "%%" ? "%" : "1");
            var tokens = new SqlLexer('"', '"', false).Read(sent);
            Assert.That(tokens.Select(t => t.Text), Does.Contain(value).And.Contain("1"), sql);
            Assert.That(tokens, Has.Count.EqualTo(8), sql);
        }
    }).QuickCheckThrowOnFailure();

    [Test]
    public void A_NUL_character_is_refused_where_no_database_takes_it()
    {
        foreach (var (dialect, _) in All)
        {
            Assert.Throws<CompileException>(() => Sql.Select(Sql.Literal("a\0b")).ToString(dialect));
            Assert.Throws<InvalidStatementException>(() => Sql.Select(Sql.Value(1).As("a\0b")).ToString(dialect));
            Assert.Throws<InvalidStatementException>(() => Sql.Select(Sql.Value(1).As("")).ToString(dialect));
        }
    }

    [Test]
    public void Schemas_of_SQL_Server_stay_inside_their_brackets() => Prop.ForAll(NastyText.Names, schema =>
    {
        if (schema.StartsWith('.') || schema.EndsWith('.') || schema.Contains("..", StringComparison.Ordinal) || schema.Contains("[]", StringComparison.Ordinal))
        {
            return;
        }

        var tokens = new SqlLexer('[', ']', false).Read(Dialects.SqlServer.Identifiers.QuoteSchema(schema));
        Assert.That(tokens.Where((_, i) => i % 2 == 1).Select(t => t.Text), Is.All.EqualTo("."), schema);
    }).QuickCheckThrowOnFailure();

    private static Select Statement(string tableName, string columnName, string value)
    {
        var table = new Table(tableName, new MetaData(), new Column(columnName, SqlTypes.Text));
        return Sql.Select(table).Where(Sql.And(table.C(columnName) == value, table.Columns[columnName].In(Sql.Select(table.As("x").C(columnName)).Where(table.As("y").C(columnName) != value))));
    }

    private static Select Aliased(string name)
    {
        var table = new Table("t", new MetaData(), new Column("c", SqlTypes.Text)).As(name);
        return Sql.Select(table.C("c").As(name)).OrderBy(table.C("c"));
    }

    private static Insert Upserted(string name)
    {
        var table = new Table(name, new MetaData(), "s", new Column(name, SqlTypes.Text), new Column("n", SqlTypes.Integer));
        return Sql.Insert(table).Values((name, "v"), ("n", 1)).OnConflict(table.C(name)).DoUpdate((table.C("n"), 1));
    }

    private static Select Cte(string name)
    {
        var cte = Sql.Select(Sql.Value(1).As(name)).Cte(name);
        return Sql.Select(cte.C(name));
    }

    private static IReadOnlyList<SqlToken> Tokens(SqlLexer lexer, string sql) => lexer.Read(sql);

    // A name may need no quotes: it is a word then.
    private static IEnumerable<string> Shape(IEnumerable<SqlToken> tokens, string name) => tokens.Select(t => t.Text == name ? "name" : t.Kind switch { TokenKind.Mark => "?", TokenKind.Name => "name", TokenKind.Literal => "literal", _ => t.Text });

    private static IEnumerable<string> Replaced(IEnumerable<SqlToken> tokens, string old, string value) => tokens.Select(t => t.Text == old ? value : t.Text);
}
