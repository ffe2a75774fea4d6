namespace Alchemy.Tests;

[TestFixture]
public sealed class InTests
{
    private readonly Users _users = new();

    [TestCase(0, "users.id IN (NULL) AND (1 != 1)", 0)]
    [TestCase(1, "users.id IN ($1)", 1)]
    [TestCase(3, "users.id IN ($1, $2, $3, $4)", 4)]
    public void The_list_is_filled_at_execution_in_buckets(int elements, string text, int parameters)
    {
        var compiled = Dialects.PostgreSql.Compile(_users.Id.In(9));
        var filled = compiled.Fill([Enumerable.Range(0, elements).ToArray()]);
        Assert.That(filled.Text, Is.EqualTo(text));
        Assert.That(filled.Parameters, Has.Count.EqualTo(parameters));
        Assert.That(compiled.Fill([Enumerable.Range(7, elements).ToArray()]), Is.SameAs(filled), "one text a bucket");
    }

    [Test]
    public void A_list_up_to_the_databases_limit_is_taken()
    {
        var compiled = Dialects.Sqlite.Compile(_users.Id.In(1));
        Assert.That(compiled.Fill([new int[32_766]]).Parameters, Has.Count.EqualTo(32_766));
        Assert.That(compiled.Fill([new int[16_385]]).Parameters, Has.Count.EqualTo(16_385));
    }

    [Test]
    public void An_empty_list_keeps_its_meaning_beside_other_conditions()
    {
        SqlAssert.Renders(!_users.Id.In() & _users.Active, "(users.id NOT IN (NULL) OR (1 = 1)) AND users.active");
        SqlAssert.Renders(_users.Id.In() | _users.Active, "users.id IN (NULL) AND (1 != 1) OR users.active");
        SqlAssert.Renders(!(_users.Id.In() & _users.Active), "NOT (users.id IN (NULL) AND (1 != 1) AND users.active)");
    }

    [Test]
    public void A_list_in_text_has_parentheses_and_an_empty_one_finds_nothing()
    {
        var list = Sql.Parameter("q", SqlTypes.Integer, expanding: true);
        var (alone, apart) = (Dialects.PostgreSql.Compile(Sql.Text("x IN :q").Bind(list)), Dialects.PostgreSql.Compile(Sql.Text("x NOT IN (:q)").Bind(list)));
        Assert.That((alone.Fill([new[] { 1, 2 }]).Text, apart.Fill([new[] { 1, 2 }]).Text), Is.EqualTo(("x IN ($1, $2)", "x NOT IN ($1, $2)")));
        Assert.That(apart.Fill([Array.Empty<int>()]).Text, Is.EqualTo("x NOT IN (SELECT CAST(NULL AS INTEGER) WHERE 1 != 1)"));
        var tuples = Sql.Text("(x, y) IN :q").Bind(Sql.Parameter("q", new TupleType([SqlTypes.Integer, SqlTypes.Text]), expanding: true));
        Assert.That(Dialects.Oracle.Compile(tuples).Fill([Array.Empty<(int, string)>()]).Text, Is.EqualTo("(x, y) IN (SELECT NULL, NULL FROM DUAL WHERE 1 != 1)"));
        Assert.That(Dialects.Sqlite.Compile(tuples).Fill([new[] { (1, "a") }]).Text, Is.EqualTo("(x, y) IN (VALUES (?, ?))"));
        Assert.That(Sql.Column<int>("x").NotIn(list).ToString(Dialects.Sqlite), Is.EqualTo("(x NOT IN (__[POSTCOMPILE_q]))"));
    }

    [Test]
    public void A_list_without_value_and_too_long_a_list_are_refused()
    {
        var compiled = Dialects.Sqlite.Compile(_users.Id.In(1));
        Assert.That(Assert.Throws<MissingValueException>(() => compiled.Fill([null]))!.Code, Is.EqualTo("ALQ1004"));
        Assert.That(Assert.Throws<CompileException>(() => compiled.Fill([new int[40_000]]))!.Message, Does.Contain("sqlite").And.Contain("32766"));
    }

    [Test]
    public void A_subquery_stands_in_the_list() => SqlAssert.Renders(
        _users.Id.In(Sql.Select(_users.As("u").Id)), "users.id IN (SELECT u.id FROM users AS u)");
}
