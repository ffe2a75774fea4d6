using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>What cannot be done says what, where and what to do.</summary>
public sealed class ErrorTests : LinqFixture
{
    private static void Refused<T>(IQueryable<T> query, string part, string @operator)
        => Assert.That(() => query.ToList(), Throws.TypeOf<LinqTranslationException>()
            .With.Property("Code").EqualTo("ALQ2001").And.Property("SubExpression").EqualTo(part).And.Property("Operator").EqualTo(@operator));

    private static bool IsNice(Order order) => order.Id > 0;

    [Test]
    public void What_has_no_SQL_form_is_named_by_its_smallest_part()
    {
        Refused(Orders.Where(o => o.Total > 1 && IsNice(o)), "IsNice(o)", "ErrorTests.IsNice");
        Refused(Orders.Where(o => o.Shown == "x"), "o.Shown", "Order.Shown");
        Refused(Orders.OrderBy(o => o.Note!.GetHashCode()), "o.Note.GetHashCode()", "Object.GetHashCode");
        Assert.That(() => Orders.TakeWhile(o => o.Id < 3).ToList(), Throws.TypeOf<LinqTranslationException>().With.Message.Contains("use Where"));
        var local = new List<int> { 1 };
        Assert.That(() => Orders.Where(o => local.Any(i => i > o.Id)).ToList(), Throws.TypeOf<LinqTranslationException>().With.Message.Contains("only Contains reaches into it"));
        Assert.That(() => Orders.Last(), Throws.TypeOf<LinqTranslationException>().With.Message.Contains("add OrderBy"));
    }

    [Test]
    public void The_final_Select_may_call_anything()
    {
        Session.Add(new Customer { Name = "ann", Orders = { new Order { Note = "n" } } });
        Session.Commit();
        Assert.That(Orders.Select(o => new { Nice = IsNice(o), o.Shown }).Single(), Is.EqualTo(new { Nice = true, Shown = "1: n" }));
    }

    [Test]
    public void Unmapped_types_and_foreign_queries_are_named()
    {
        Assert.That(() => Session.Query<Stranger>(), Throws.TypeOf<UnmappedTypeException>().With.Message.Contains("ALQ4001").And.Message.Contains("Customer, Order"));
        Assert.That(() => new[] { 1 }.AsQueryable().ToSqlString(), Throws.ArgumentException.With.Message.Contains("session.Query<T>()"));
        Assert.That(() => Orders.Include(o => o.Note).ToList(), Throws.TypeOf<LinqTranslationException>().With.Message.Contains("mapped navigations"));
        Session.Dispose();
        Assert.That(() => Orders.ToList(), Throws.TypeOf<SessionStateException>());
    }

    [Test]
    public void A_column_that_is_not_there_is_an_error_of_the_database()
    {
        using (var connection = Engine.Connect())
        {
            connection.ExecuteText("ALTER TABLE orders DROP COLUMN note");
        }

        Assert.That(() => Orders.ToList(), Throws.TypeOf<StatementException>().With.Message.Contains("note").And.Message.Contains("Statement: SELECT"));
    }
}
