namespace Alchemy.Tests;

/// <summary>Expressions over a table carried through subqueries: what paging and eager loading rest on.</summary>
[TestFixture]
public sealed class AdapterTests
{
    private readonly Users _users = new();

    [Test]
    public void A_column_corresponds_through_two_subqueries_and_an_alias()
    {
        var page = Sql.Select(_users.Id, _users.Name, _users.Age).OrderBy(_users.Id).Limit(3).Subquery("page");
        var filtered = Sql.Select(page.Columns[0], page.Columns[2]).Where(page.C<int>("age") > 5).Subquery("filtered");
        Assert.That(filtered.CorrespondingColumn(_users.Age), Is.SameAs(filtered.Columns["age"]));
        Assert.That(filtered.As("f").CorrespondingColumn(_users.Id)!.ToString(), Is.EqualTo("f.id"));
        Assert.That(filtered.CorrespondingColumn(_users.Name), Is.Null);
        Assert.That(new ColumnAdapter(filtered).Rewrite<ColumnElement>(_users.Age + _users.Id > 3).ToString(), Is.EqualTo("filtered.age + filtered.id > :param_1"));
    }

    [Test]
    public void Another_alias_of_the_table_stays()
    {
        var (page, other) = (Sql.Select(_users.Id, _users.Age).Limit(3).Subquery("page"), _users.As("o"));
        var joined = Sql.Select(_users.Age, other.Age).SelectFrom(_users.From.Join(other.From, _users.Id == other.Id));
        Assert.That(new ClauseAdapter(page).Rewrite(joined).ToString(Dialects.Sqlite), Is.EqualTo("SELECT page.age, o.age AS age_1 FROM (SELECT users.id AS id, users.age AS age FROM users LIMIT ?) AS page JOIN users AS o ON page.id = o.id"));
        Assert.That(page.IsDerivedFrom(_users.From), Is.True);
        Assert.That(page.IsDerivedFrom(other.From), Is.False);
    }

    [Test]
    public void A_column_of_another_table_is_not_taken_by_its_name()
    {
        var orders = new Orders();
        var inner = Sql.Select(_users.Id).Join(orders.From, _users.Id == orders.UserId).Subquery("page");
        Assert.That(new ClauseAdapter(inner).Rewrite<ColumnElement>(_users.Id.Node.Condition(SqlOperator.Equal, orders.Id)).ToString(), Is.EqualTo("page.id = orders.id"));
    }

    [Test]
    public void A_typed_handle_stays_one()
    {
        var alias = _users.As("u");
        var adapter = new ColumnAdapter(alias.From);
        ColumnExpression<bool> condition = adapter.Rewrite(_users.Age > 3);
        Column<int> age = adapter.Rewrite(_users.Age);
        UntypedColumn name = adapter.Rewrite(_users.From.C("name"));
        Assert.That(new[] { condition.ToString(), age.ToString(), name.ToString() }, Is.EqualTo(new[] { "u.age > :age_1", "u.age", "u.name" }));
    }

    [Test]
    public void A_label_and_the_expression_in_it_correspond()
    {
        var total = (_users.Age + _users.Id).As("total");
        var inner = Sql.Select(total).Subquery("s");
        Assert.That(inner.CorrespondingColumn(total), Is.SameAs(inner.Columns["total"]));
        Assert.That(inner.CorrespondingColumn(((Label)total.Node).Element), Is.SameAs(inner.Columns["total"]));
    }

    [Test]
    public void The_nearest_of_several_columns_is_taken()
    {
        var inner = Sql.Select(_users.Id.As("copy"), _users.Id).Subquery("s");
        Assert.That(inner.CorrespondingColumn(_users.Id), Is.SameAs(inner.Columns["id"]));
    }

    [Test]
    public void What_does_not_change_is_the_same_object()
    {
        var select = Sql.Select(_users.Name).Where(_users.Age > 3 | _users.Active).GroupBy(_users.Name).Having(Func.Count() > 1).OrderBy(_users.Name.Desc()).Limit(2);
        Assert.That(new ColumnAdapter(new Orders().From).Rewrite(select), Is.SameAs(select));
    }

    [Test]
    public void A_rewritten_from_takes_its_columns_with_it()
    {
        var alias = _users.As("u");
        var select = Sql.Select(_users.Name).Where(_users.Age > 3).OrderBy(_users.Id);
        Assert.That(new ColumnAdapter(alias.From).Rewrite(select).ToString(), Is.EqualTo("SELECT u.name FROM users AS u WHERE u.age > :age_1 ORDER BY u.id"));
    }
}
