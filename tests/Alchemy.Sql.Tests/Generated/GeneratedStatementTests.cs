using Alchemy.Internals;
using FsCheck;
using FsCheck.Fluent;

namespace Alchemy.Tests;

/// <summary>Random statements on every dialect. FsCheck prints the seed of a failure, and the smallest recipe that fails.</summary>
[TestFixture]
public sealed class GeneratedStatementTests
{
    private static readonly StandardDialect[] All =
        [Dialects.Standard, StandardDialect.Enhanced, Dialects.PostgreSql, Dialects.MySql, Dialects.MariaDb, Dialects.Sqlite, Dialects.Oracle, Dialects.SqlServer, new OracleDialect(new Version(11, 2)), new SqlServerDialect(new Version(10, 0))];

    private readonly Users _users = new();
    private readonly Orders _orders = new();

    [Test]
    public void One_recipe_gives_one_text_on_every_dialect() => Holds(recipe =>
    {
        foreach (var dialect in All)
        {
            Assert.That(Rendered(dialect, Build(recipe, 0)), Is.EqualTo(Rendered(dialect, Build(recipe, 0))), dialect.Name);
        }
    });

    [Test]
    public void Statements_that_differ_in_values_share_their_key() => Holds(recipe =>
    {
        var statement = Build(recipe, 0);
        var (first, second) = (StatementShape.Of(statement), StatementShape.Of(Build(recipe, 1000)));
        Assert.That(first.Key.GetHashCode(), Is.EqualTo(second.Key.GetHashCode()));
        Assert.That(first.Key, Is.EqualTo(second.Key));
        var compiled = Dialects.PostgreSql.Compile(statement);
        Assert.That(compiled.Binds.Select(b => b.Value), Is.EqualTo(first.Binds.Select(b => b.Value)));
        Assert.That(second.Binds, Has.Length.EqualTo(compiled.Binds.Count));
    });

    [Test]
    public void Rewriting_nothing_gives_the_same_object() => Holds(recipe =>
    {
        var statement = Build(recipe, 0);
        Assert.That(new Idle().Rewrite(statement), Is.SameAs(statement));
    });

    [Test]
    public void Replacing_tables_by_themselves_gives_the_same_text() => Holds(recipe =>
    {
        var statement = Build(recipe, 0);
        Assert.That(new Copy().Rewrite(statement).ToString(), Is.EqualTo(statement.ToString()));
    });

    private static string Rendered(StandardDialect dialect, ClauseElement statement)
    {
        try
        {
            return dialect.Compile(statement).ToString();
        }
        catch (CompileException refused)
        {
            return refused.Message;
        }
    }

    private static void Holds(Action<Recipe> property)
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("ALCHEMY_LONG") is null ? 200 : 5000), Prop.ForAll(Recipe.Any(), property));

    private SelectBase Build(Recipe recipe, int shift) => new StatementBuilder(_users, _orders, shift).Statement(recipe);

    /// <summary>Replaces nothing.</summary>
    private sealed class Idle : SqlRewriter
    {
        protected override ClauseElement? Replace(ClauseElement node) => null;
    }

    /// <summary>Builds every node above a text value anew.</summary>
    private sealed class Copy : SqlRewriter
    {
        protected override ClauseElement? Replace(ClauseElement node)
            => node is BindParameter { IsExpanding: false } bind ? new BindParameter(bind.Key, bind.Type, bind.Value, bind.HasValue, bind.IsUnique) : null;
    }
}
