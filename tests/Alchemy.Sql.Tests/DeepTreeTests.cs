namespace Alchemy.Tests;

/// <summary>Statements as programs make them: very wide, and deep.</summary>
[TestFixture]
public sealed class DeepTreeTests
{
    private readonly Users _users = new();

    [Test]
    public void Ten_thousand_conditions()
    {
        var all = Sql.And([.. Enumerable.Range(0, 10_000).Select(i => (ColumnElement)(_users.Age != i))]);
        var compiled = Dialects.PostgreSql.Compile(Sql.Select(_users.Id).Where(all));
        Assert.That(compiled.Binds, Has.Count.EqualTo(10_000));
        var chained = Enumerable.Range(0, 2_000).Aggregate(_users.Age > 0, (condition, i) => condition & _users.Age != i);
        Assert.That(chained.ToString(), Does.EndWith(":age_2001"));
    }

    [Test]
    public void A_thousand_nested_expressions()
    {
        var sum = Enumerable.Range(0, 1_000).Aggregate((ColumnExpression<int>)_users.Age, (e, i) => i % 2 == 0 ? e + 1 : e * 2);
        Assert.That(Dialects.Sqlite.Compile(Sql.Select(sum)).Binds, Has.Count.EqualTo(1_000));
    }

    [Test]
    public void A_thousand_nested_subqueries()
    {
        var select = Sql.Select(_users.Id, _users.Age);
        for (var i = 0; i < 1_000; i++)
        {
            var inner = select.Subquery();
            select = Sql.Select(inner).Where(inner.C<int>("age") > i);
        }

        Assert.That(Dialects.PostgreSql.Compile(select).Binds, Has.Count.EqualTo(1_000));
    }
}
